extension HelpText {
  static let ingest = ingestReport + ingestTender

  static let ingestTender = """
    scruple ingest tender FILE... [--accept] [--only ID] [--corpus DIR] [--output text|json|ndjson]

    Reads procurement notices and tells for each field where it stands, and what could not be read.

      FILE             a file, or - for standard input; told by its content, never by its name: OCDS
                       releases, records and packages, TED eForms, Chinese notices as text or page,
                       tables (CSV) in English, German or Chinese, and notices one a line
      --accept         writes the notices into the folder tenders of the corpus, one a line
      --only ID        only this notice; may be given several times
      --corpus DIR     else $SCRUPLE_CORPUS
      --output FORM    text, json, or ndjson: the notices alone, as a corpus holds them

    Exit status: 0 all was read, 3 some places could not be read and are told, 4 a file holds no
    notice or is broken, or a notice of the corpus says something else under the same id.

    """
}
