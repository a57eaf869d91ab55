import Formats

/// CloudEvents 1.0, in structured mode (the event is the body) and in binary mode (its attributes
/// are headers, and the body is its data).
enum CloudEvent {
  /// Source and id, which together are unique; nil for a request that is no event.
  static func identity(
    _ request: HTTPRequest
  ) throws(Problem) -> (source: String, id: String)? {
    if request.mediaType == MediaType.cloudEvent {
      let event = try object(request.body)
      return (event["source"]?.string ?? "", event["id"]?.string ?? "")
    }
    guard request.headers.contains(where: { $0.name == "ce-specversion" }) else { return nil }
    guard request.header("ce-specversion") == "1.0", let id = request.header("ce-id"),
      let source = request.header("ce-source"), let type = request.header("ce-type"),
      !id.isEmpty, !source.isEmpty, !type.isEmpty
    else {
      throw Problem(
        .invalidRequest,
        "a CloudEvent in binary mode needs ce-specversion 1.0, ce-id, ce-source and ce-type")
    }
    return (try decoded(source), try decoded(id))
  }

  /// An attribute out of a header, where what is not plain ASCII stands in percent-encoding
  /// (CloudEvents, HTTP protocol binding 1.0, section 3.1.3.2).
  private static func decoded(_ text: String) throws(Problem) -> String {
    do throws(RequestTarget.Fault) {
      return try RequestTarget.decoded(text[...])
    } catch {
      throw Problem(.invalidRequest, "an attribute of the CloudEvent is encoded wrongly")
    }
  }

  /// The data of an event in structured mode, which is JSON, as `data` or as `data_base64`
  /// (CloudEvents, JSON event format 1.0, section 3.1).
  static func data(_ body: [UInt8]) throws(Problem) -> [UInt8] {
    let event = try object(body)
    if let type = event["datacontenttype"], !type.isNull,
      type.string.map({ MediaType.name($0) != MediaType.json }) ?? true
    {
      throw Problem(.unsupportedType, "the data of the CloudEvent is not application/json")
    }
    switch (event["data"], event["data_base64"]) {
    case (let data?, nil): return Array(data.text().utf8)
    case (nil, let encoded?):
      guard let bytes = encoded.string.flatMap({ Base64.padded.bytes(of: $0) }) else {
        throw Problem(.invalidRequest, "`data_base64` of the CloudEvent is no base 64")
      }
      return bytes
    case (nil, nil):
      throw Problem(.invalidRequest, "the CloudEvent has no `data` with an order")
    case (_?, _?):
      throw Problem(.invalidRequest, "the CloudEvent has both `data` and `data_base64`")
    }
  }

  private static func object(_ body: [UInt8]) throws(Problem) -> JSON {
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(body)
    } catch {
      throw Problem(.malformedBody, "the event is no JSON: \(error.message) at \(error.position)")
    }
    guard json["specversion"]?.string == "1.0", let id = json["id"]?.string, !id.isEmpty,
      let source = json["source"]?.string, !source.isEmpty,
      let type = json["type"]?.string, !type.isEmpty
    else {
      throw Problem(
        .invalidRequest, "a CloudEvent needs specversion 1.0, id, source and type")
    }
    return json
  }

  /// An answer as an event.
  static func answer(_ answer: ScreeningAnswer, source: String) -> JSON {
    .object([
      ("specversion", .string("1.0")), ("type", .string("scruple.screening.determined.v1")),
      ("source", .string("//" + source)),
      ("id", .string("\(answer.determination).\(answer.position)")),
      ("time", answer.json["evaluatedAt"] ?? .null),
      ("subject", .string(answer.determination)),
      ("datacontenttype", .string(MediaType.json)), ("data", answer.json),
    ])
  }
}
