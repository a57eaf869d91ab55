/// The help of the commands that read and show evidence.
extension HelpText {
  static let sources = """
    scruple sources list [--corpus DIR] [--output text|json]
    scruple sources show ID [--corpus DIR] [--output text|json]
    scruple sources verify [--copies DIR] [--corpus DIR] [--output text|json]

    list     the bundled sources and those of the corpus: grade, root, number of claims
    show     a source with its claims, or one claim
    verify   whether digests fit the local copies, places of claims hold words, nothing derives
             from itself, and what is cited is there

      --copies DIR     a folder of the texts as they were captured

    Forms of a source and a claim: Data/schema. Exit status of verify: 0 all is verified, 3 something
    cannot be checked for want of a copy, 6 something does not verify.

    """

  static let ingestReport = """
    scruple ingest report FILE... [--findings] [--output text|json|ndjson]
    scruple ingest report FILE... --accept all|ID --by NAME --corpus DIR

    Reads reports (text, Markdown, HTML; English and Chinese; UTF-8, UTF-16, GB 18030, Big5) and
    proposes claims, each with its place and the words for which it is proposed; says which report
    rests on which, how many roots there are, and where reports differ. Nothing is accepted unless
    a person says so. What a document tells its reader to do is text and no more.

      --findings            also what is spoken of: places, bodies, products, numbers, dates
      --accept ID           accepts a proposal, `all` every one; may be given several times
      --by NAME             who accepts; stands with each claim
      --corpus DIR          the corpus of yours to which sources and claims are added; what a report
                            shares with its sources, or has from their publishers, is no new root
      --publisher, --published, --title, --url
                            what one report does not say of itself
      --grade A-F, --information-grade 1-6
                            how reliable the source and how credible the information is
      --kind KIND           press, ngo, research, government and so on
      --as-of DATE          the day of acceptance; today if nothing is said

    Exit status: 0 done, 2 usage, 4 a file cannot be read as a report (the others are), 74.

    """
}
