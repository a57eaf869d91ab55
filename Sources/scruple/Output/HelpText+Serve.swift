/// The help of the server.
extension HelpText {
  static let serve = """
    scruple serve --store FILE|postgres://… --access FILE [--listen 127.0.0.1:8787]
                            answers order systems over HTTP until SIGTERM; /openapi.json says what
    scruple serve --store FILE --without-keys
                            the same for a trial, on an address of this machine only
    scruple serve keys add --access FILE --name NAME --scopes LIST [--days N]
                            makes a key and prints it once; the file holds its digest alone
    scruple serve keys list --access FILE
    scruple serve keys revoke ID --access FILE
                            ends a key; a running server follows within a second

      --store FILE     the SQLite file with the records; nothing is answered that is not recorded
      --keys FILE      the secret keys; FILE.keys beside the store if nothing is said
      --access FILE    the keys of those who may ask
      --listen ADDRESS 127.0.0.1:8787 if nothing is said; port 0 takes a free one
      --certificate FILE, --private-key FILE
                       PEM; without them put a proxy with TLS before it
      --rate N         requests a second for each key; beyond, 429
      --threads N      requests worked on at once (24)
      --look-again N   seconds between looks at policies, lists and corpus (15); SIGHUP looks at once
      --partners FILE  systems that sign their orders, systems that are told of changes, and how
                       tables of orders are written, as JSON; only its owner may read it
      --state PATH     where the progress of webhooks is kept; beside the store if nothing is said
      --reach-private  for trials: webhooks also to this machine and its neighbours
      --scopes LIST    screen:write, order:read, determination:read, case:decide, clearance:write,
                       log:read, policy:activate
      --days N         how long a key lasts; for ever if nothing is said

    Every error is a problem (RFC 9457) with decision hold. SIGTERM: no new connections, requests in
    flight are finished, then it ends. One JSON line a request on standard error, naming nobody.

    Exit status: 0 ended as told, 2 usage, 4 the corpus cannot be read, 5 the policies are refused,
    6 the log does not verify, 74 the store, the keys or the address cannot be used.

    """
}
