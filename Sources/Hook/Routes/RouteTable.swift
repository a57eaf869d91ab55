import Formats

/// Everything that the server answers.
enum RouteTable {
  static let routes: [Route] =
    ScreeningRoutes.routes + QueueRoutes.routes + InboundRoutes.routes + OrderRoutes.routes
    + DeterminationRoutes.routes
    + ClearanceRoutes.routes + LogRoutes.routes + HealthRoutes.routes

  static let patterns = routes.map(RoutePattern.init)

  static let text = JSON.object([("type", .string("string"))])

  static func text(pattern: String, example: String) -> JSON {
    .object([
      ("type", .string("string")), ("pattern", .string(pattern)), ("example", .string(example)),
    ])
  }

  /// A JSON object out of a body.
  static func object(_ request: HTTPRequest) throws(Problem) -> JSON {
    let json: JSON
    do throws(JSONFailure) {
      json = try JSONReader.read(request.body)
    } catch {
      throw Problem(.malformedBody, "\(error.message) at \(error.position)")
    }
    guard json.members != nil else {
      throw Problem(.malformedBody, "the body must be a JSON object, not \(json.kindName)")
    }
    return json
  }
}
