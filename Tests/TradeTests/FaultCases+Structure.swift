import Formats

@testable import Trade

private let stages =
  "use one of `lead`, `quotation`, `order`, `preShipment`, `postShipment`"

extension FaultCase {
  static let structure: [FaultCase] = [
    FaultCase(
      "\"stage\": \"order\",\n", "\n",
      Expected(
        "⓪", .missingField, "stage", "the field is missing",
        "add `stage`: one of `lead`, `quotation`, `order`, `preShipment`, `postShipment`")),
    FaultCase(
      "\"ref\": \"SO-1002\"", "\"ref\": ①null",
      Expected(
        "①", .missingField, "order.ref", "the field is missing", "add `ref`: the order's number")),
    FaultCase(
      "\"installedBase\": { \"serial\": \"GA24-00831\", ", "\"installedBase\": ①{ ",
      Expected(
        "①", .missingField, "lines[0].installedBase.serial", "the field is missing",
        "add `serial`: the serial number of the instrument")),
    FaultCase(
      "\"system\": \"sap-prd-100\"", "\"system\": ①7",
      Expected(
        "①", .wrongType, "order.system", "expected a string, found a number", "write a string")),
    FaultCase(
      "\"route\": [\"US\", \"HK\", \"CN\"]", "\"route\": ①\"US\"",
      Expected(
        "①", .wrongType, "order.route", "expected an array, found a string", "write an array")),
    FaultCase(
      "{ \"id\": \"Q-EU-1\", \"answer\": null }", "{ \"id\": \"Q-EU-1\", \"answer\": ①{} }",
      Expected(
        "①", .wrongType, "endUse.questionnaire[0].answer",
        "expected a string, a number or a boolean, found an object",
        "write a string, a number or a boolean")),
    FaultCase(
      "\"stage\": \"order\"", "\"stage\": ①\"ordr\"",
      Expected(
        "①", .unknownTerm, "stage", "unknown value `ordr`", "did you mean `order`? " + stages)),
    FaultCase(
      "\"stage\": \"order\"", "\"stage\": ①\"shipped to somewhere\"",
      Expected("①", .unknownTerm, "stage", "unknown value `shipped to somewhere`", stages)),
    FaultCase(
      "\"relation\": \"consumable\"", "\"relation\": ①\"consumables\"",
      Expected(
        "①", .unknownTerm, "lines[0].installedBase.relation", "unknown value `consumables`",
        "did you mean `consumable`? use one of `new`, `consumable`, `spare`, `service`, "
          + "`software`, `relocation`, `training`, `decommission`")),
    FaultCase(
      "\"schemaVersion\": \"1.0\"", "\"schemaVersion\": ①\"1.1\"",
      Expected(
        "①", .unsupportedVersion, "schemaVersion", "the schema version `1.1` is not supported",
        "use `1.0`")),
    FaultCase(
      "\"unit\": \"box\"", "①\"unti\": \"box\"",
      Expected(
        "①", .unknownField, .warning, "lines[0].unti",
        "unknown field `unti` is kept but not understood", "did you mean `unit`?")),
    FaultCase(
      "\"statementRef\": null", "①\"a.b\": { \"c\": 1 }",
      Expected(
        "①", .unknownField, .warning, "endUse[\"a.b\"]",
        "unknown field `a.b` is kept but not understood",
        "remove it, or ask for it to be added to the schema")),
    FaultCase(
      "\"uscCode\"", "①\"uscCod\"",
      Expected(
        "①", .unknownField, .warning, "parties[0].entity.properties.uscCod",
        "unknown field `uscCod` is kept but not understood", "did you mean `uscCode`?")),
    FaultCase(
      "\"role\": [\"freightForwarder\"]", "\"role\": ①\"freightForwarder\"",
      Expected(
        "①", .loneValue, .warning, "parties[1].role",
        "a lone value stands where a list is expected", "put it in brackets")),
    FaultCase(
      "\"role\": [\"freightForwarder\"]", "\"role\": ①[]",
      Expected("①", .emptyList, "parties[1].role", "the list is empty", "name at least one")),
    FaultCase(
      "[\"91440101MA5EXAMPLE\"]", "①[]",
      Expected(
        "①", .emptyList, "parties[0].entity.properties.uscCode", "the list is empty",
        "name at least one")),
  ]

  static let characters: [FaultCase] = [
    FaultCase(
      "Shili Biotech Co., Ltd.", "Shili ①\u{202E}Biotech\u{202C} Co., Ltd.",
      Expected(
        "①", .directionControl, .warning, "parties[0].entity.properties.name[1]",
        "the text changes its direction with U+202E RIGHT-TO-LEFT OVERRIDE as character 7"
          + " and 1 more like it", "remove it, and ask where the text came from")),
    FaultCase(
      "Shili Biotech Co., Ltd.", "\\uD83D\\uDE00①\\t②\\u200bShili",
      Expected(
        "①", .controlCharacter, .warning, "parties[0].entity.properties.name[1]",
        "the text has the control character U+0009 CHARACTER TABULATION as character 2",
        "remove it, and ask where the text came from"),
      Expected(
        "②", .invisibleCharacter, .warning, "parties[0].entity.properties.name[1]",
        "the text has the invisible U+200B ZERO WIDTH SPACE as character 3",
        "remove it, and ask where the text came from")),
    FaultCase(
      "resale; laboratory use", "resale①\\u0000",
      Expected(
        "①", .controlCharacter, .warning, "endUse.declared",
        "the text has the control character U+0000 NULL as character 7",
        "remove it, and ask where the text came from")),
    FaultCase(
      "Example Forwarding", "Ex①аmple Forwarding",
      Expected(
        "①", .lookAlike, .warning, "parties[1].entity.properties.name[0]",
        "a letter of another script looks like one of its word: U+0430 CYRILLIC SMALL LETTER A"
          + " as character 3", "write the word in one script, and ask where the text came from")),
    FaultCase(
      "广东省广州市示例路1号", "广东省①\u{E000}路",
      Expected(
        "①", .privateUseCharacter, .warning, "parties[0].entity.properties.address[0]",
        "the text has the private-use U+E000 PRIVATE USE CHARACTER as character 4",
        "write the character that is meant")),
    FaultCase(
      "21-locus STR", "21-locus\\n①\u{FFFD}STR",
      Expected(
        "①", .lostCharacter, .warning, "lines[0].description",
        "the text has lost characters at U+FFFD REPLACEMENT CHARACTER as character 10",
        "write the character that is meant")),
  ]
}
