/// The help of `watch`.
extension HelpText {
  static let watch = """
    scruple watch --since DATE [options]
    scruple watch [--reports FILE...] [--tenders FILE...] [--lists FILE...] [options]

    Which past orders, customers and instruments new reports, notices or list versions touch, with
    the place where it is said, and which determinations they would change, with the rules that make
    the difference. New claims that contradict claims of the corpus are told with both sides and the
    places of each. Nothing is changed: what the files hold is neither accepted nor imported.

      --since DATE     what has come to the corpus since that day
      --reports FILE   texts, Markdown or HTML, of which all that is proposed counts as if it were
                       accepted; or .ndjson with lines of sources and claims
      --tenders FILE   notices in any form that `scruple ingest tender` reads
      --lists FILE     list files as for `scruple lists import`, held to the same guards
      --retrieved DATE the day of a list file that does not say its own; --accept REASON lets one in
                       that the guards refuse
      --orders FILE    the orders to watch; else the past orders of the corpus
      --corpus DIR     the corpus; else $SCRUPLE_CORPUS; `demonstration` is bundled
      --as-of DATE     the day at which both states are read; today if nothing is said
      --output FORM    text, json or ndjson; ndjson ends with a line of type summary

    Each of --reports, --tenders and --lists takes several files and may be given several times.
    Both states are screened as of one day, so that only what is new makes a difference.

    Exit status: 0 nothing is touched or contradicted and all required lists answer, 1 something is,
    3 a required list does not answer or part of what is new could not be read, so that silence says
    nothing, 4 a file or an order cannot be read, 2, 5, 70, 74, 75 as for screen.

    """
}
