/// The help of the commands that look at parties without an order.
extension HelpText {
  static let screenParty = """
    scruple screen-party FILE|- [options]    what the lists have of each party of the file
    scruple screen-party --name NAME [--name ALIAS] [options]

    FILE holds one party a line as JSON, or comma-separated values with a header: id, name or names,
    kind, countries, identifiers, addresses, phones, emails, births. In a cell `|` parts several values.

      --name NAME          the party's name; more of them are its other names
      --country CC         ISO 3166-1 code; may be given several times, as may the next two
      --identifier ID      register number, tax number, unified social credit code
      --born DATE          date or year of birth
      --address TEXT       an address, which lists name as well
      --phone NUMBER       a telephone number, --email TEXT an e-mail address
      --kind KIND          person, organisation, address or vessel
      --id ID              your own reference
      --corpus DIR         the lists and the records of ownership; else $SCRUPLE_CORPUS;
                           `demonstration` is bundled
      --as-of DATE         the lists as they were known on that day; today if nothing is said
      --output FORM        text, json or ndjson

    Exit status: 0 no listed party was found on lists that all answered, 1 a listing in force is or
    may be a party or its owner, 2 usage, 3 a required list did not answer or the party has no name, 4 a row
    cannot be read (the others are screened), 5, 70, 74, 75 as for screen. A party is never released
    by this command.

    """

  static let rescreen = """
    scruple rescreen FILE|- [--corpus DIR] [--from VERSION|DATE] [--to VERSION|DATE] [--full]
                            [--output text|json]
    scruple rescreen --since DATE [--store FILE|ADDRESS] [--anew] [--corpus DIR] [--output text|json]

    With --since: the orders of the store that were last determined on that day or later, open or
    shipped, are screened again on the lists, evidence and policies of now, and each determination
    that rests on something else is recorded; and the holders of the register of instruments are held
    against what changed in the lists since that day. Where it is interrupted, the same command goes
    on from the last hundred orders.

      --store FILE     the store of `scruple screen --store`; --keys and --by as there
      --anew           does not go on with an unfinished one; who was at work on that stops at its
                       next note

    Which parties of the file the lists meet otherwise than before: new matches, lapsed ones,
    those whose entry says something else, and owners that are listed now or no longer. FILE is as for screen-party.

      --from, --to     a day, or a version as `scruple lists status` names it; without --to the
                       lists of today or of --as-of, without --from those before the last import
      --full           screens every party in both states instead of against what differs; slow,
                       and the same result

    Exit status: 0 no result differs, 1 some do, 3 a list cannot be read or does not answer, so
    that no change is no news, 4 a row cannot be read, or there is nothing to compare with.

    """

  static let suppressions = """
    scruple suppressions list [--corpus DIR] [--as-of DATE] [--output text|json]

    The reviewed false positives of register/suppressions.ndjson: which hold, which have lapsed
    because their time is over or the list entry changed, and which end within 30 days.

    Exit status: 0 all records are applied or over, 3 a list cannot be read, so that nobody knows
    whether its entries changed, 4 a record has a fault and is not applied.

    """
}
