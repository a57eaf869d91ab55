/// The help of the commands that keep records and let orders leave.
extension HelpText {
  static let log = """
    scruple log keys --store FILE [--name NAME] [--keys FILE]
                            makes a store, its secret keys (FILE.keys, mode 0600) and the public ones
                            (FILE.pub); NAME stands in every signature, best a domain and a path
    scruple log keys rotate --store FILE --reason TEXT --by NAME [--stolen]
                            new keys, signed in by the old ones; both are published, what the old ones
                            signed still verifies, and whoever has only them adds nothing more;
                            --stolen also ends every clearance that is not of the new keys
    scruple log verify --store FILE [--key FILE] [--checkpoint FILE] [--open] [--output text|json]
                            reads all of it: an edit, a deletion, a reordering, a truncation or another
                            history is told; --checkpoint also holds it against a checkpoint that was
                            kept elsewhere; with the secret keys the key of each record is looked
                            at, and --open also opens every record
    scruple log prove N --store FILE [--compact] [--to FILE]
    scruple log prove --determination ID --store FILE [--compact] [--to FILE]
                            that a record is in the log, as JSON that a stranger can verify; compact,
                            it is below 1 kB beside the record's own line
    scruple log prove --from SIZE --store FILE
                            that the log of SIZE records is the beginning of the present one
    scruple log checkpoint --store FILE [--to FILE]
                            the newest signed head; keep some where others cannot change them
    scruple log show [N] --store FILE [--party NAME] [--order SYSTEM:REF] [--last N]
                            the records, or the content of one
    scruple log event --store FILE --order SYSTEM:REF --exported DATE|--diverted DATE|--ended DATE --by NAME
                            what a period of retention counts from
    scruple log hold --store FILE --party NAME|--order SYSTEM:REF --reason TEXT --by NAME
    scruple log hold --store FILE --release N --reason TEXT --by NAME
                            forbids erasing, or ends that; --reason says who allowed it
    scruple log produce --store FILE --party NAME --reason TEXT --by NAME [--to FILE]
                            everything on one party with its proofs, one a line; from then on it is held
    scruple log erase --store FILE --party NAME --reason TEXT --by NAME [--trial]
                            destroys the keys of what need no longer be kept; the log still verifies;
                            --trial only says what it would do

      --store FILE     the SQLite file with the records, on a local disk, or postgres://… of a server
                       that several machines share
      --keys FILE      the secret keys; FILE.keys beside the store if nothing is said; a server has
                       no file beside it, and needs it
      --key FILE       the public keys; FILE.pub beside the store if nothing is said
      --by NAME        the person who does it

    Exit status: 0 done, 1 something must still be kept, 2 usage, 4 there is no such record, 6 the log,
    a checkpoint or a proof does not verify, 74 the store or its keys cannot be used, 75 another
    process writes to it.

    """

  static let clearance = """
    scruple clearance issue ORDER --store FILE [--days N] [--confirm C-1=NAME] [--by NAME] [--to FILE]
                            clears the order of the file ORDER if its newest recorded determination
                            allows it as it stands; each condition needs the person who confirmed it
    scruple clearance verify FILE|- --order ORDER --key FILE --revocations FILE [--output text|json]
                            whether the clearance lets that order leave now; needs no network, no store
    scruple clearance revoke ID --store FILE --reason TEXT --by NAME [--to FILE]
                            revokes it and writes the new revocation list
    scruple clearance revocations --store FILE [--days N] [--to FILE]
                            writes the revocation list: what was revoked, and what was screened
                            otherwise since

      --days N         how long a clearance (30) or a revocation list (7) lasts; at most 30
      --confirm C=NAME a named person confirmed condition C; may be given several times
      --key FILE       the public keys that `scruple log keys` wrote
      --keys FILE      the secret keys; FILE.keys beside the store if nothing is said

    Exit status: 0 issued, or the order may leave; 1 it may not: the clearance is void for this order, or
    the determination does not allow it; 2 usage; 4 the order cannot be read; 6 a signature does not
    verify; 74, 75 as for log.

    """
}
