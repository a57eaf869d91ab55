import Formats

/// The description of the server (OpenAPI 3.1), made of the routes that answer, so that it says
/// nothing that is not so.
enum OpenAPIDocument {
  /// `countries` are the codes that orders may hold.
  static func json(countries: Set<String>) -> JSON {
    .object([
      ("openapi", .string("3.1.0")),
      (
        "info",
        .object([
          ("title", .string("Scruple hook")), ("version", .string("1.0")),
          (
            "description",
            .string(
              "Screens orders of dual-use equipment before they leave. An order is born held: only "
                + "a decision `allow` and a clearance that verifies let it go. Any other value of "
                + "`decision`, and any failure, means hold.")
          ),
        ])
      ),
      ("paths", paths),
      (
        "components",
        .object([
          ("schemas", SchemaCatalogue.json(countries: countries)),
          (
            "securitySchemes",
            .object([
              (
                "key",
                .object([("type", .string("http")), ("scheme", .string("bearer"))])
              )
            ])
          ),
        ])
      ),
    ])
  }

  private static var paths: JSON {
    var members: [(String, [(String, JSON)])] = []
    for route in RouteTable.routes {
      let operation = (route.method.lowercased(), operation(route))
      if let place = members.firstIndex(where: { $0.0 == route.path }) {
        members[place].1.append(operation)
      } else {
        members.append((route.path, [operation]))
      }
    }
    return .object(members.map { ($0.0, .object($0.1)) })
  }

  private static func operation(_ route: Route) -> JSON {
    var members: [(String, JSON)] = [
      ("operationId", .string(route.name)), ("summary", .string(route.summary)),
    ]
    let parameters = parameters(route)
    if !parameters.isEmpty { members.append(("parameters", .array(parameters))) }
    if let body = route.body {
      members.append(
        (
          "requestBody",
          .object([
            ("required", .boolean(true)),
            ("content", .object(body.types.map { ($0.type, content($0.type, $0.schema)) })),
          ])
        ))
    }
    members.append(("responses", responses(route)))
    switch route.access {
    case .open: members.append(("security", .array([])))
    case .anyOf(let scopes):
      members.append(("security", .array([.object([("key", .array([]))])])))
      members.append(("x-scopes", .strings(scopes.map(\.rawValue))))
    }
    return .object(members)
  }

  private static func parameters(_ route: Route) -> [JSON] {
    var parameters = route.pathParameters.map { parameter($0, "path", isRequired: true) }
    parameters += route.query.map { parameter($0, "query", isRequired: $0.isRequired) }
    parameters += route.headers.map { parameter($0, "header", isRequired: false) }
    guard route.idempotency != .none else { return parameters }
    let key = Route.Parameter(
      name: "Idempotency-Key",
      meaning: "Names the request, so that sending it again gives the same answer. Where it is "
        + "missing, a CloudEvent is known by its source and id, and lines of a batch by nothing.",
      schema: .object([
        ("type", .string("string")), ("pattern", .string("^[!-~]{1,255}$")),
      ]))
    // OpenAPI cannot say that it is required of one media type alone.
    parameters.append(parameter(key, "header", isRequired: route.idempotency == .required))
    return parameters
  }

  private static func parameter(
    _ parameter: Route.Parameter, _ place: String, isRequired: Bool
  ) -> JSON {
    .object([
      ("name", .string(parameter.name)), ("in", .string(place)),
      ("required", .boolean(isRequired)), ("description", .string(parameter.meaning)),
      ("schema", parameter.schema),
    ])
  }

  private static func responses(_ route: Route) -> JSON {
    var members: [(String, JSON)] = route.answers.map { answer in
      (
        String(answer.status),
        .object(
          [
            ("description", .string(answer.meaning)),
            ("content", .object(answer.types.map { ($0.type, content($0.type, $0.schema)) })),
          ] + (answer.links.isEmpty ? [] : [("links", links(answer.links))]))
      )
    }
    for (status, kinds) in problems(route) {
      members.append(
        (
          String(status),
          .object([
            (
              "description",
              .string(kinds.map { "\($0.rawValue): \($0.title)." }.joined(separator: " "))
            ),
            ("content", .object([(MediaType.problem, content(MediaType.problem, "Problem"))])),
          ])
        ))
    }
    return .object(members)
  }

  private static func links(_ links: [Route.Link]) -> JSON {
    .object(
      links.map { link in
        (
          link.route,
          .object([
            ("operationId", .string(link.route)),
            ("parameters", .object([("id", .string("$response.body#" + link.value))])),
          ])
        )
      })
  }

  /// Those of the route and those that any route may answer, by status.
  private static func problems(_ route: Route) -> [(Int, [Problem.Kind])] {
    var kinds = Set(route.problems + [.malformedRequest, .internal, .headersTooLarge, .tooLarge])
    if route.access != .open {
      kinds.formUnion([.unauthenticated, .forbidden, .tooManyRequests])
    }
    if route.body != nil { kinds.insert(.unsupportedType) }
    if route.lane != .immediate { kinds.formUnion([.busy, .stopping, .deadline]) }
    let byStatus = Dictionary(grouping: kinds, by: \.status)
    return byStatus.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.sorted { $0.rawValue < $1.rawValue })
    }
  }

  private static func content(_ type: String, _ schema: String?) -> JSON {
    guard let schema else {
      // A table has headings at least.
      let least: [(String, JSON)] = type == MediaType.table ? [("minLength", .integer(1))] : []
      return .object([("schema", .object([("type", .string("string"))] + least))])
    }
    // OpenAPI 3.1 has no word for a line of many; the schema is of one line.
    return .object([
      ("schema", .object([("$ref", .string("#/components/schemas/" + schema))]))
    ])
  }
}
