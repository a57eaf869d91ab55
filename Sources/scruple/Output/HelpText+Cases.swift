/// The help of the work on cases.
extension HelpText {
  static let cases = """
    scruple case list --store FILE --by NAME [--output text|json]
    scruple case show CASE|INVESTIGATION --store FILE --by NAME
                            the queue, and one case as NAME may see it: reasons, findings and what
                            would have to be otherwise are for those who decide; sales and service
                            see the decision and one sentence
    scruple case appoint NAME [--role ROLE]... --store FILE --by OFFICER
                            gives a person roles: sales, service, analyst, approver, officer, counsel,
                            auditor; the first is an officer, and then only officers appoint, nobody
                            himself; who sells or services has no other role; without --role, none
    scruple case assign CASE --to NAME --store FILE --by NAME
    scruple case note CASE --text TEXT --store FILE --by NAME
    scruple case evidence CASE --text TEXT [--file FILE]... --store FILE --by NAME
    scruple case answer CASE --question ID --text TEXT [--file FILE]... --store FILE --by NAME
                            the log keeps the digests of the files; either opens a decided case again
    scruple case decide CASE --effect release|releaseWithConditions|hold|refuse --reason TEXT
                 [--condition TEXT]... --store FILE --by NAME
                            a release is a proposal until another approves it; what a licence or the
                            law forbids cannot be released here
    scruple case approve CASE --reason TEXT --store FILE --by NAME
                            by an approver or officer who neither proposed it, screened the order nor
                            gave evidence; by an officer where somebody dissents; an override by counsel
    scruple case dissent CASE --reason TEXT --store FILE --by NAME
    scruple case override CASE --reason TEXT --until DATE [--condition TEXT]... --store FILE --by OFFICER
                            asks to release for at most 30 days what a policy or a person refused
    scruple case reopen CASE --reason TEXT --store FILE --by NAME
    scruple case investigate --reason TEXT [--party NAME]... [--serial S]... [--product CLASS]...
                 [--order SYSTEM:REF]... --store FILE --by NAME
                            anybody may allege misuse; sales and service in the scope hold until
                            there are findings and a remedy and two persons have closed it
    scruple case stop --order SYSTEM:REF --reason TEXT --discovered DATE --store FILE --by NAME
                            after a shipment that should not have gone: holds the order, its devices
                            and whoever received them, and starts the clocks of disclosure
    scruple case finding|remedy INVESTIGATION --text TEXT --store FILE --by NAME
    scruple case event INVESTIGATION --duty blocked|rejected --on DATE --store FILE --by NAME
    scruple case report INVESTIGATION --duty disclosureNotice|disclosureNarrative|blocked|rejected
                 --on DATE --store FILE --by NAME
                            what started a period, and that its report was made
    scruple case clocks --store FILE --by NAME [--output text|json]
                            what is owed to authorities and by when; status 1 if something is overdue
    scruple case suppress FILE --store FILE --by NAME
                            proposes to suppress a false match: party, entry, entryDigest, reason … as
                            a line of register/suppressions.ndjson has them, without the approval
    scruple case approve SUPPRESSION --until DATE --store FILE --by NAME
                            by an approver or officer who did not propose it, for at most 365 days
    scruple case withdraw SUPPRESSION --reason TEXT --store FILE --by NAME
    scruple case suppressions --store FILE --by NAME
                            those in force, as register/suppressions.ndjson has them
    scruple case close INVESTIGATION --reason TEXT --store FILE --by NAME
                            asked for by an officer, in force when counsel or another officer does it

      --store FILE     the SQLite file with the records, or postgres://… of a server
      --keys FILE      the secret keys; FILE.keys beside the store if nothing is said
      --by NAME        the person who does it

    Exit status: 0 done, 1 the rules do not allow it or a report is overdue, 2 usage, 4 there is no such
    case, 6 the log does not verify, 74 the store or its keys cannot be used, 75 try later.

    """
}
