extension HelpText {
  static let classify = """
    scruple classify FILE|- [--corpus DIR] [--as-of DATE] [--output text|json]
    scruple classify --destination CC [--eccn CODE] [--product FAMILY] [--origin CC] [--from CC]
                     [--hs CODE] [--eu-code CODE] [--us-content PERCENT] [--basis TEXT]

    The licence worksheet, step by step, each step yes, no or unknown with what it rests on: of each
    line of an order with its parties, or of an item and a destination alone. It is law only, and
    decides nothing: scruple screen does.

      --destination CC       country of ultimate destination, ISO 3166-1 alpha-2
      --eccn CODE            the declared ECCN with its paragraph, such as 4A003.b, or EAR99
      --basis TEXT           who classified the item, and when
      --product FAMILY       a product family (scruple policy terms), a name or a description
      --origin CC            where the item was made
      --from CC              the country of export
      --hs CODE              customs heading
      --eu-code CODE         code of annex I to Regulation (EU) 2021/821, or "not listed"
      --us-content PERCENT   controlled US content as a share of the value
      --corpus DIR           lists, ownership, registers and confirmations of operators
      --as-of DATE           the day whose law is read
      --output FORM          text or json

    Exit status: 0 the worksheet was printed, whatever it says; 2 usage; 4 the order, a code of a
    country or a family cannot be read.

    """

  static let eei = """
    scruple eei FILE|- [--corpus DIR] [--as-of DATE] [--output text|json]

    What the Electronic Export Information of each order needs (15 CFR 30.6, 758.1): parties, type of
    the ultimate consignee, Schedule B or HS number, origin, value in US dollars, ECCN, and licence
    number or no licence required; whether a filing is mandatory and why; and what is missing, by
    name. It files nothing and decides nothing.

      --corpus DIR     licences, item master, lists and registers
      --as-of DATE     the day whose law is read
      --output FORM    text or json

    Exit status: 0 nothing is missing, 1 something is, 2 usage, 4 the order cannot be read.

    """

  static let law = """
    scruple law [--as-of DATE] [--corpus DIR] [--output text|json]
    scruple law import --ccl FILE --chart FILE --groups FILE --exceptions FILE --out DIR

    What is law on a day as far as the registry knows: in force, scheduled, suspended, ended, and
    what an operator must confirm; what starts or ends within 90 days; the tables and their days.

    import   turns the official snapshots (JSON of the eCFR: the Commerce Control List, the Country
             Chart, the Country Groups, the licence exceptions) into tables for Data/law, and says
             what it dropped and what it could not read with certainty

      --ccl FILE          part 774, supplement no. 1
      --chart FILE        part 738, supplement no. 1
      --groups FILE       part 740, supplement no. 1
      --exceptions FILE   part 740
      --out DIR           where the tables are written
      --as-of DATE        the day; today if nothing is said
      --corpus DIR        confirmations of operators, in its folder register
      --output FORM       text or json

    Exit status: 0 printed or written, 2 usage, 4 a snapshot is not one, 74 it cannot be written.

    """
}
