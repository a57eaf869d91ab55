import Formats
import Policy

extension Finding {
  var json: JSON {
    .object([
      ("id", .string(id)), ("ruleId", .string(rule)), ("ruleTitle", .string(title)),
      ("lane", .string(lane.rawValue)), ("kind", .string(kind.rawValue)),
      ("effect", .string(effect?.name ?? "note")), ("strength", .string(strength.rawValue)),
      ("legalBasis", .strings(legalBasis)), ("actor", .optional(actor)),
      ("partyIds", .strings(parties)), ("lineNos", .strings(lines)), ("reason", .string(reason)),
      ("evidence", .strings(evidence)),
    ])
  }
}

extension LineOutcome {
  var json: JSON {
    .object([
      ("lineNo", .string(line)), ("decision", .string(Decision(for: outcome).rawValue)),
      ("determination", .string(outcome?.name ?? "errorFailClosed")),
      ("findings", .strings(findings)),
    ])
  }
}

extension EvidenceItem {
  var json: JSON {
    .object([
      ("id", .string(id)), ("kind", .string(kind.rawValue)), ("title", .string(title)),
      ("publisher", .string(publisher)), ("language", .string(language)),
      ("publishedOn", .optional(publishedOn)), ("url", .optional(url)),
      ("sha256", .optional(sha256)), ("locator", .string(locator)),
      ("statement", .string(statement)), ("grade", .optional(grade)),
      ("verification", .string(verification)), ("root", .optional(root)),
    ])
  }
}

extension Question {
  var json: JSON {
    .object([
      ("id", .string(id)), ("term", .string(term)), ("about", .string(about)),
      (
        "text",
        .object([
          ("en", .string(english)), ("zh-Hans", .string(chinese)), ("de", .string(german)),
        ])
      ),
      ("rules", .strings(rules)), ("openRedFlag", .boolean(isOpenRedFlag)),
    ])
  }
}

extension Counterfactual {
  var json: JSON {
    .object([
      ("outcome", .string(Decision(for: outcome).rawValue)),
      ("determination", .string(outcome.name)), ("if", .strings(conditions)),
    ])
  }
}

extension Obligation {
  var json: JSON { .object([("ruleId", .string(rule)), ("text", .string(text))]) }
}

extension CounterEvidence {
  var json: JSON { .object([("text", .string(text)), ("evidence", .strings(evidence))]) }
}

extension ScheduledChange {
  var json: JSON {
    .object([("date", .string(date)), ("subject", .string(subject)), ("text", .string(text))])
  }
}

extension RuleTrace {
  var json: JSON {
    .object([
      ("ruleId", .string(rule)), ("ruleTitle", .string(title)), ("policy", .string(policy)),
      ("lane", .string(lane.rawValue)), ("effect", .string(effect?.name ?? "note")),
      ("state", .string(state.rawValue)),
      (
        "clauses",
        .array(
          clauses.map {
            .object([
              ("text", .string($0.text)), ("truth", .string($0.truth)),
              ("observed", .string($0.observed)),
            ])
          })
      ),
      ("unknown", .strings(unknown)), ("explanation", .string(explanation)),
    ])
  }
}

extension OrderSummary {
  var json: JSON {
    .object([
      ("ref", .string(reference)), ("system", .string(system)), ("revision", .integer(revision)),
      ("digest", .string(digest)), ("stage", .string(stage)), ("kind", .string(kind)),
      ("value", .optional(value)), ("currency", .optional(currency)),
      ("destination", .string(destination)), ("destinationName", .string(destinationName)),
      ("route", .strings(route)), ("endUserKnown", .string(endUserKnown)),
      ("endUse", .optional(endUse)), ("parties", .array(parties.map(\.json))),
      ("lines", .array(lines.map(\.json))),
    ])
  }
}

extension OrderSummary.Party {
  var json: JSON {
    .object([
      ("id", .string(id)), ("roles", .strings(roles)), ("names", .strings(names)),
      ("place", .optional(place)), ("placeCode", .optional(placeCode)),
      ("functions", .strings(functions)), ("identifiers", .strings(identifiers)),
      ("country", .optional(country)), ("basis", .string(basis)),
    ])
  }
}

extension OrderSummary.Line {
  var json: JSON {
    .object([
      ("lineNo", .string(number)), ("description", .string(description)),
      ("family", .optional(family)), ("familyName", .optional(familyName)),
      ("quantity", .string(quantity)), ("unit", .optional(unit)),
      ("classification", .optional(classification)), ("capability", .optional(capability)),
      ("serial", .optional(serial)),
    ])
  }
}
