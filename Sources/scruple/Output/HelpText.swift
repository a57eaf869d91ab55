/// What `--help` prints.
enum HelpText {
  /// The help of a command, or of the program where none is named; nil for an unknown one.
  static func text(of command: String?) -> String? {
    switch command {
    case nil, "help": general
    case "screen", "explain": screen
    case "screen-party": screenParty
    case "rescreen": rescreen
    case "watch": watch
    case "hook": hook
    case "serve": serve
    case "lists": lists
    case "suppressions": suppressions
    case "log": log
    case "clearance": clearance
    case "case": cases
    case "policy": policy
    case "sources": sources
    case "ingest": ingest
    case "report": report
    case "classify": classify
    case "eei": eei
    case "law": law
    case "questionnaire": questionnaire
    case "demo": demo
    case "bench": bench
    default: nil
    }
  }

  static let general = """
    Scruple screens sales of dual-use equipment before they happen.

    scruple demo [--to FOLDER]
    scruple screen FILE|- [--corpus DIR] [--as-of DATE] [--output text|json|ndjson] [--memo FILE]
    scruple explain FILE|- [--rule NAME]
    scruple screen-party FILE|- [--corpus DIR] [--as-of DATE] [--output text|json|ndjson]
    scruple screen-party --name NAME [--country CC] [--kind KIND] [--identifier ID] [--born DATE]
    scruple rescreen FILE|- [--from VERSION|DATE] [--to VERSION|DATE] [--output text|json]
    scruple watch --since DATE | [--reports FILE...] [--tenders FILE...] [--lists FILE...]
    scruple hook [--full]
    scruple serve --store FILE --access FILE | serve keys add|list|revoke --access FILE
    scruple log keys|verify|prove|checkpoint|show|event|hold|produce|erase --store FILE
    scruple clearance issue|verify|revoke|revocations
    scruple case list|show|assign|note|answer|decide|approve|dissent|override|reopen|investigate|… --store FILE
    scruple lists import FILE|FOLDER [--retrieved DATE] [--list CODE]
    scruple lists update [URL] [--feed NAME] [--list CODE]
    scruple lists status [--as-of DATE] [--output json]
    scruple lists diff [FEED] [--from VERSION] [--to VERSION] [--output json]
    scruple suppressions list [--as-of DATE] [--output json]
    scruple policy check|test|fmt|show|terms|reference
    scruple policy backtest NEW FILE|- [--old FOLDER] [--examples N] [--output text|json]
    scruple sources list|show|verify
    scruple ingest report FILE... [--accept all|ID --by NAME --corpus DIR]
    scruple ingest tender FILE... [--accept] [--corpus DIR] [--output text|json|ndjson]
    scruple report quarterly --quarter 2026-Q3 FILE [--to FILE] [--output html|json]
    scruple report explain NUMBER FILE --quarter 2026-Q3
    scruple classify FILE|- | --destination CC [--eccn CODE] [--product FAMILY] [--as-of DATE]
    scruple eei FILE|- [--corpus DIR] [--as-of DATE] [--output text|json]
    scruple law [--as-of DATE] [--output text|json]
    scruple questionnaire FILE|- [--lang en|zh-Hans|de] [--answers FILE] [--output text|json|html]
    scruple bench order|policy|names|evidence|ledger|hook [--runs N]

    Every command takes --home DIR, the folder that holds Policies and Data, and --help.

    """

  static let screen = """
    scruple screen FILE|- [options]    a determination for each order of the file
    scruple explain FILE|- [options]   for every rule why it fired, why not, or what is unknown

      --corpus DIR     your own lists, tenders, ownership, registers; `demonstration` is bundled
      --as-of DATE     the day at which law, lists and reports are read; else the order's own
      --output FORM    text, json or ndjson
      --memo FILE      writes the memo; .html, .md or .json; may be given several times
      --trace          adds the rule trace to JSON
      --rule NAME      explain: one rule only
      --store FILE     screen: records each determination in this store before it is printed
      --keys FILE      the store's secret keys; FILE.keys beside it if nothing is said
      --by NAME        who asks; else $USER

    Exit status: 0 allow, 1 hold or block, 2 usage, 3 a required list did not answer, 4 the order
    cannot be read, 5 the policies are refused, 70, 74, 75 as in sysexits. A batch returns its
    worst line. Without a determination the answer is hold.

    """

  static let hook = """
    scruple hook [--full] [--corpus DIR] [--as-of DATE] [--store FILE] [--by NAME]

    One order on standard input, the decision on standard output as JSON, the exit status as for
    screen. An order system sees the decision and one sentence; --full adds reasons and questions.
    With --store the determination is recorded before it is printed, and the answer says where.

    """

  static let lists = """
    scruple lists import FILE|FOLDER [--retrieved DATE] [--list CODE] [--feed NAME] [--accept REASON]
                 [--store FILE] [--by NAME]
    scruple lists update [URL] [--feed NAME] [--list CODE] [--accept REASON] [--timeout SECONDS]
                 [--store FILE] [--by NAME]
    scruple lists status [--as-of DATE]
    scruple lists diff [FEED] [--from VERSION] [--to VERSION]

    import   reads a list file; each import is a version of its day, and nothing is imported from
             a file that is cut off or empty
    update   fetches the list at URL, or every list that sources.json of the corpus names, and
             imports it if it changed; if not, the version in force is confirmed for today
    status   versions, their age, what they hold and what is wrong with them
    diff     entries added, removed and changed between two versions; the newest two if none is
             named

      --corpus DIR        the corpus whose folder lists holds the versions
      --accept REASON     lets in a version that shrank by more than its requirement allows, lost a
                          list, is older than the one in force or belongs to another feed; the
                          reason is kept with the version
      --feed NAME         the feed that the file must be of
      --from, --to        a version's name or a day; the version in force on that day
      --timeout SECONDS   how long a transfer may take; 600 if nothing is said
      --output FORM       text or json

    Reads, told by their content: the US Consolidated Screening List (JSON, CSV), OFAC's SDN.XML,
    CONSOLIDATED.XML and their enhanced forms, SDN.CSV or CONS_PRIM.CSV with the companions beside
    it, the Denied Persons List (text), compiled lists such as the Entity List (JSON), the UN list
    (XML), the EU's financial sanctions (XML, CSV) and tables of the Official Journal (a folder),
    the UK Sanctions List and ConList (XML, CSV), OpenSanctions (FollowTheMoney NDJSON,
    targets.simple.csv), and a company's own CSV or NDJSON. A folder is one list of several files.

    Exit status: 0 done, 3 some entries are unreadable or nothing answers, 4 the list is refused
    and the old version stays in force, 75 the server cannot be reached now.

    """

  static let policy = """
    scruple policy check [--as-of DATE] [--output text|json]
                            reads all policies and says what is wrong, with place and remedy;
                            warns of rules that add nothing, are over, or wait for somebody
    scruple policy test [--survivors] [--minimum PERCENT] [--output text|json]
                            runs the examples that stand beside the rules, then says how many
                            small faults in the rules they would notice

    scruple policy prove [--solver PATH] [--timeout SECONDS] [--emit-smtlib DIR]
                         [--output text|json]
                            proves what the policies guarantee with z3 or cvc5, or prints an
                            order that breaks it; names rules that are of no use
    scruple policy diff OLD NEW [--only-stricter] [--solver PATH] [--timeout SECONDS]
                         [--output text|json]
                            what the policies of folder NEW decide otherwise than those of OLD,
                            each with an order

      --survivors           lists the faults that no example notices, each with the reason
      --minimum PERCENT     fails where less than this many percent are noticed
      --emit-smtlib DIR     writes each question as a file that any solver of SMT-LIB 2.6 reads
      --only-stricter       fails unless it is proved that no order is answered more mildly

    scruple policy fmt [--check] [FILE...]
                            brings files, else all policies, into their canonical form; - reads
                            standard input; --check only names the files that are not
    scruple policy show [RULE...] [--output text|json|html] [--conflicts]
                            the rules as a table, as data, or as a numbered page for print;
                            --conflicts pairs of rules that answer otherwise without an exception
    scruple policy terms [--domain D] [--output text|json]
                            what policies can speak of: facts, sets, relations, trees
    scruple policy reference
                            the whole language as Markdown
    scruple policy backtest NEW FILE|- [--old FOLDER] [--examples N] [--output text|json]
                            which recorded determinations the policies in NEW would change

      FILE             determinations, one a line, as `scruple screen --output ndjson` prints them
      --old FOLDER     the policies until now: tells apart what they change and what else changed
      --examples N     orders that are named for each rule; 5 if nothing is said

    Exit status: 0 in order, 5 the policies are refused, an example fails, or a file is not in
    canonical form. Of backtest: 0 nothing becomes milder, 7 something does, 4 a line cannot be
    evaluated, so that the result is not complete.

    """

  static let report = """
    scruple report quarterly --quarter 2026-Q3 FILE [--to FILE] [--output html|json]
    scruple report explain NUMBER FILE --quarter 2026-Q3

    FILE holds determinations, one a line, as `scruple screen --output ndjson` prints them.

    """

  static let bench = """
    scruple bench order [--corpus DIR] [--as-of DATE] [--orders FILE] [--runs N]
    scruple bench policy [--orders FILE] [--runs N]
    scruple bench names [--pairs FILE] [--queries FILE] [--list FILE]
    scruple bench evidence [--lines N] [--runs N]
    scruple bench ledger [--records N] [--store FILE]
    scruple bench ledger --kills N [--store ADDRESS]
    scruple bench hook [--connections N] [--seconds N] [--rate N] [--threads N] [--orders FILE]
                       [--corpus DIR]

    order   how long one order takes in process once everything is loaded
    policy  how long the sixty rules of Data/benchmark take, over facts that are at hand and from
            the text of an order; FILE holds orders one a line, which may say what is expected as
            {"order": …, "decision": …, "fired": […]}; without it orders are made from a seed
    names   how well labelled pairs are told apart, by group; how many of the queries find whom they
            mean among the first ten of a list of FollowTheMoney lines; and how fast, on lists of
            25,000, 100,000 and 400,000 names made from it
    evidence  how well notices are read and joined to orders, and what is proposed from reports, on
            the labelled sets of Data/benchmark; how fast a million tender lines answer (--lines)
            and how fast reports are read
    ledger  records made durable a second; how large and how fast a proof in a log of a million is
            (--records), and how fast a clearance is verified; FILE is a new store, on the disk to be
            measured, and is removed afterwards; with --kills a process that appends is killed so
            often at moments that nobody chose, and whatever it acknowledged is looked for
    hook    orders answered over HTTP a second with their durable records, by a server and a load
            generator in this process: --connections kept-alive connections (16) for --seconds (10), as
            fast as answers come or at --rate a second, measured from the moment each was due;
            orders with references of their own, then the same again; with the time for which
            processors worked for an answer, and what of it the generator took; --threads work on
            requests at once (24); without --corpus on the demonstration's

    One JSON object a line.

    """

  static let demo = """
    scruple demo [--to FOLDER]

    Screens the bundled demonstration orders, prints a table and writes memos and a quarterly report.

    """
}
