import DatabaseServer
import Foundation
import Testing

/// The server as its operator starts it, with curl as the client.
@Suite(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl")))
struct ServeTests {
  /// A shell in which the server runs on a free port: `$PORT` and `$KEY` are set, `$SERVER` is its
  /// process.
  private static func session(
    _ script: String, _ space: Workspace, options: String = ""
  ) throws -> Run {
    let text = """
      set -eu
      "$SCRUPLE" log keys --store s.db --name example.org/serve > /dev/null
      KEY=$("$SCRUPLE" serve keys add --access access.json --name erp --scopes screen:write,order:read 2> /dev/null)
      "$SCRUPLE" serve --store s.db --access access.json --listen 127.0.0.1:0 --look-again 1 \\
        --home "$HOME_FOLDER" --corpus "$CORPUS" \(options) 2> server.log &
      SERVER=$!
      trap 'kill -9 $SERVER 2> /dev/null || true' EXIT
      for i in $(seq 3000); do grep -q '"listening"' server.log && break; sleep 0.1; done
      PORT=$(sed -n 's/.*"listening".*"port":\\([0-9]*\\).*/\\1/p' server.log)
      screen() { curl -s -m 30 "localhost:$PORT/v1/screenings" -H "Authorization: Bearer $KEY" \\
        -H "Idempotency-Key: $1" -H "Content-Type: application/json" -d @"$2"; }
      \(script)
      """
    try space.write(text, to: "session.sh")
    return try Program.run(
      ["session.sh"],
      environment: [
        "SCRUPLE": Program.path, "HOME_FOLDER": Program.package,
        "CORPUS": Program.package + "/Data/demonstration",
      ], in: space.folder, path: "/bin/sh")
  }

  private static func order(_ space: Workspace) throws {
    let orders = try String(
      contentsOfFile: Program.package + "/Data/demonstration/demo-orders.ndjson",
      encoding: .utf8)
    let first = try #require(orders.split(separator: "\n").first)
    try space.write(
      first.replacingOccurrences(of: "\"asOf\":\"2026-11-22T08:00:00Z\",", with: ""),
      to: "order.json")
  }

  @Test func anOrderIsScreenedRecordedAndTheServerEndsWhenTold() throws {
    let space = try Workspace()
    defer { space.remove() }
    try Self.order(space)
    let run = try Self.session(
      """
      screen k1 order.json > first.json
      screen k1 order.json > second.json
      cmp first.json second.json
      curl -s "localhost:$PORT/v1/screenings" -d '{}' > refused.json
      kill -TERM $SERVER
      wait $SERVER
      "$SCRUPLE" log show --store s.db > records.txt
      "$SCRUPLE" log verify --store s.db --open
      """, space)
    #expect(run.status == 0, "\(run.output) \(run.errors) \(space.text("server.log") ?? "")")
    let first = try #require(space.text("first.json"))
    #expect(first.contains("\"decision\":"), "\(first)")
    #expect(first.contains("\"leafIndex\":2"), "\(first)")
    #expect(space.text("records.txt")?.contains("policyActivation") == true)
    #expect(space.text("refused.json")?.contains("\"decision\":\"hold\"") == true)
    let log = try #require(space.text("server.log"))
    #expect(log.contains("\"event\":\"stopped\""))
    #expect(!log.contains("Landeskriminalamt"), "the log names a party")
  }

  @Test func aKeyThatIsRevokedOpensNothingAndPoliciesAreReadAgain() throws {
    let space = try Workspace()
    defer { space.remove() }
    try Self.order(space)
    let run = try Self.session(
      """
      screen k1 order.json > first.json
      kill -HUP $SERVER
      for i in $(seq 300); do grep -q dataInForce server.log && break; sleep 0.1; done
      ID=$("$SCRUPLE" serve keys list --access access.json | sed -n 's/.*"id":"\\([0-9a-f]*\\)".*/\\1/p')
      "$SCRUPLE" serve keys revoke "$ID" --access access.json
      for i in $(seq 100); do grep -q keysRead server.log && break; sleep 0.1; done
      screen k2 order.json > second.json
      kill -TERM $SERVER
      wait $SERVER
      """, space)
    #expect(run.status == 0, "\(run.output) \(run.errors) \(space.text("server.log") ?? "")")
    #expect(space.text("server.log")?.contains("dataInForce") == true)
    #expect(space.text("second.json")?.contains("/problems/unauthenticated") == true)
  }

  /// The order system's side as the README shows it: it allows only what it was told in time.
  @Test func theGateOfTheReadmeHoldsWhateverGoesWrong() throws {
    if try Program.run(["--version"], path: "python3").status == 127 { return }
    let space = try Workspace()
    defer { space.remove() }
    try Self.order(space)
    try space.write(try #require(try Readme().file("gate.py")), to: "gate.py")
    try space.write(
      """
      import base64, hashlib, hmac, http.server, json, sys, threading, time
      from gate import Gate, told
      order = json.load(open("order.json"))
      gate = Gate("http://localhost:" + sys.argv[1], sys.argv[2])
      assert gate.ask(order, "g1") == sys.argv[3], gate.post("/v1/screenings", order, {"Idempotency-Key": "g1"})
      assert not gate.may_leave(order, None) and not gate.may_leave(order, "a.b.c")
      assert Gate(gate.address, "scr_0_0").ask(order, "g2") == "hold"
      assert Gate("http://localhost:1", sys.argv[2]).ask(order, "g3") == "hold"
      replies = [(200, b""), (200, b"<html>"), (200, b"[]"), (200, b'{"decision": "yes"}'),
                 (202, b'{"decision": "allow"}'), (500, b'{"decision": "allow"}'), (200, b"{}")]
      class Odd(http.server.BaseHTTPRequestHandler):
          def do_POST(self):
              self.rfile.read(int(self.headers["Content-Length"]))
              status, body = replies[0]
              self.send_response(status); self.end_headers(); self.wfile.write(body)
          def log_message(self, *words): pass
      server = http.server.HTTPServer(("localhost", 0), Odd)
      threading.Thread(target=server.serve_forever, daemon=True).start()
      odd = Gate(f"http://localhost:{server.server_port}", "k")
      while replies:
          assert odd.ask(order, "g4") == "hold" and not odd.may_leave(order, "t"), replies[0]
          replies.pop(0)
          if not replies: break
      secret, body, now = b"x" * 32, b'{"type": "determination.changed"}', str(int(time.time()))
      def headers(name, moment, secret=secret):
          mac = hmac.new(secret, f"{name}.{moment}.".encode() + body, hashlib.sha256).digest()
          return {"webhook-id": name, "webhook-timestamp": moment,
                  "webhook-signature": "v1,AAAA v1," + base64.b64encode(mac).decode()}
      shared, seen = "whsec_" + base64.b64encode(secret).decode(), set()
      assert told(headers("m1", now), body, shared, seen)["type"] == "determination.changed"
      assert told(headers("m1", now), body, shared, seen) is None
      assert told(headers("m2", "1000"), body, shared, seen) is None
      assert told(headers("m3", now, b"y" * 32), body, shared, seen) is None
      print("the gate holds")
      """, to: "check.py")
    let run = try Self.session(
      """
      WANTED=$(screen k1 order.json | sed -n 's/.*"decision":"\\([a-z]*\\)".*/\\1/p')
      python3 check.py "$PORT" "$KEY" "$WANTED"
      """, space)
    #expect(run.status == 0, "\(run.output) \(run.errors) \(space.text("server.log") ?? "")")
    #expect(run.output.contains("the gate holds"))
  }

  /// A request that is answered later is answered by the server that comes after a kill.
  @Test func whatWasAcceptedBeforeAKillIsAnsweredAfterIt() throws {
    let space = try Workspace()
    defer { space.remove() }
    try Self.order(space)
    let run = try Self.session(
      """
      curl -s -m 30 "localhost:$PORT/v1/screenings" -H "Authorization: Bearer $KEY" \\
        -H "Idempotency-Key: q1" -H "Prefer: respond-async" -H "Content-Type: application/json" \\
        -d @order.json > taken.json
      kill -9 $SERVER
      PLACE=$(sed -n 's/.*"location":"\\([^"]*\\)".*/\\1/p' taken.json)
      "$SCRUPLE" serve --store s.db --access access.json --listen 127.0.0.1:0 \\
        --home "$HOME_FOLDER" --corpus "$CORPUS" 2> again.log &
      SERVER=$!
      for i in $(seq 3000); do grep -q '"listening"' again.log && break; sleep 0.1; done
      PORT=$(sed -n 's/.*"listening".*"port":\\([0-9]*\\).*/\\1/p' again.log)
      for i in $(seq 600); do
        curl -s -m 30 "localhost:$PORT$PLACE" -H "Authorization: Bearer $KEY" > answer.json
        grep -q '"status":"accepted"' answer.json || break
        sleep 0.1
      done
      screen q1 order.json > same.json
      cmp answer.json same.json
      kill -TERM $SERVER
      wait $SERVER
      "$SCRUPLE" log verify --store s.db --open
      """, space)
    #expect(run.status == 0, "\(run.output) \(run.errors) \(space.text("again.log") ?? "")")
    #expect(space.text("taken.json")?.contains("\"decision\":\"hold\"") == true)
    #expect(space.text("answer.json")?.contains("\"determinationId\":") == true)
  }

  /// Two servers on one database are asked the same at the same moment, and one of them is killed.
  @Test(.enabled(if: DatabaseServer.shared != nil, "PostgreSQL is not installed"))
  func twoServersOnOneDatabaseGiveOneAnswer() throws {
    let space = try Workspace()
    defer { space.remove() }
    try Self.order(space)
    let store = try #require(DatabaseServer.shared).freshAddress()
    try space.write(
      """
      set -eu
      "$SCRUPLE" log keys --store "$STORE" --keys k.keys --name example.org/serve > /dev/null
      KEY=$("$SCRUPLE" serve keys add --access access.json --name erp --scopes screen:write 2> /dev/null)
      serve() { exec "$SCRUPLE" serve --store "$STORE" --keys k.keys --access access.json \\
        --listen 127.0.0.1:0 --home "$HOME_FOLDER" --corpus "$CORPUS" 2> $1.log; }
      serve a & A=$!
      serve b & B=$!
      trap 'kill -9 $A $B 2> /dev/null || true' EXIT
      port() {
        for i in $(seq 3000); do grep -q '"listening"' $1.log && break; sleep 0.1; done
        sed -n 's/.*"listening".*"port":\\([0-9]*\\).*/\\1/p' $1.log
      }
      PA=$(port a); PB=$(port b)
      screen() { curl -s -m 60 "localhost:$1/v1/screenings" -H "Authorization: Bearer $KEY" \\
        -H "Idempotency-Key: $2" -H "Content-Type: application/json" -d @order.json > $3; }
      for n in 1 2 3 4 5; do
        screen $PA k$n a$n & FIRST=$!
        screen $PB k$n b$n
        wait $FIRST
        cmp a$n b$n
      done
      for n in $(seq 200); do screen $PA l$n l$n || break; done & LOAD=$!
      sleep 2
      kill -9 $A
      wait $LOAD || true
      for n in 1 2 3 4 5; do screen $PB k$n c$n; cmp a$n c$n; done
      for f in l*; do
        case $f in l*[!0-9]*) continue;; esac
        grep -q '"decision"' $f || continue
        screen $PB $f again
        cmp $f again
      done
      screen $PB later later
      grep -q '"decision"' later
      "$SCRUPLE" log show --store "$STORE" --keys k.keys --last 1000 | grep -c '  determination  ' > count
      "$SCRUPLE" log verify --store "$STORE" --keys k.keys --open
      ls l[0-9]* | wc -l > told
      """, to: "two.sh")
    let run = try Program.run(
      ["two.sh"],
      environment: [
        "SCRUPLE": Program.path, "HOME_FOLDER": Program.package, "STORE": store,
        "CORPUS": Program.package + "/Data/demonstration",
      ], in: space.folder, path: "/bin/sh")
    #expect(run.status == 0, "\(run.output) \(run.errors) \(space.text("b.log") ?? "")")
    func number(_ file: String) -> Int {
      Int((space.text(file) ?? "").trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
    }
    // Five that both were asked, one later, and of the load each at most once.
    #expect(number("count") >= 6 && number("count") <= 6 + number("told"), "\(run.output)")
    #expect(space.text("a1")?.contains("\"decision\"") == true)
  }

  @Test(arguments: [
    (["--store", "s.db"], "name the file of keys with --access"),
    (["--store", "s.db", "--without-keys", "--listen", "0.0.0.0:1"], "this machine only"),
    (["--store", "s.db", "--access", "none.json"], "none.json"),
    (["--store", "s.db", "--without-keys", "--listen", "somewhere"], "is no address"),
    (["extra"], "takes options only"), (["keys", "add"], "--access"),
    (["keys", "add", "--access", "a.json", "--name", "n", "--scopes", "all"], "is no scope"),
  ])
  func aWrongCommandLineIsTold(_ words: [String], _ told: String) throws {
    let run = try Program.run(["serve"] + words)
    #expect([2, 74].contains(run.status), "\(run.errors)")
    #expect(run.errors.contains(told), "\(run.errors)")
  }
}
