import Formats

@testable import Trade

extension FaultCase {
  private static let asString = "write it as a string, so that no program rounds it"
  private static let sizes = "use at most 12 digits before the point and 6 after it"
  private static let decimalForm = "write digits, with a point before the fraction, such as `12.50`"
  private static let reversing =
    "leave the line out, or use the kind `return`, `returnOfGoods` or `refund`"

  static let numbers: [FaultCase] = [
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①15",
      Expected(
        "①", .numberAsNumber, .warning, "lines[0].quantity",
        "the amount `15` is a JSON number", asString)),
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①1e3",
      Expected(
        "①", .malformedDecimal, "lines[0].quantity", "`1e3` is not a decimal number", decimalForm),
      Expected(
        "①", .numberAsNumber, .warning, "lines[0].quantity",
        "the amount `1e3` is a JSON number", asString)),
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①\"1,500\"",
      Expected(
        "①", .malformedDecimal, "lines[0].quantity", "`1,500` is not a decimal number",
        decimalForm)),
    FaultCase(
      "\"value\": \"61250.00\"", "\"value\": ①\".5\"",
      Expected(
        "①", .malformedDecimal, "order.value", "`.5` is not a decimal number", decimalForm)),
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①\"99999999999999\"",
      Expected(
        "①", .numberOutOfRange, "lines[0].quantity", "`99999999999999` is too large or too fine",
        sizes)),
    FaultCase(
      "\"unitPrice\": \"4083.33\"", "\"unitPrice\": ①\"0.0000001\"",
      Expected(
        "①", .numberOutOfRange, "lines[0].unitPrice", "`0.0000001` is too large or too fine",
        sizes)),
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①\"0\"",
      Expected(
        "①", .quantityNotPositive, "lines[0].quantity", "the quantity `0` is not above zero",
        reversing)),
    FaultCase(
      "\"quantity\": \"15\"", "\"quantity\": ①\"-2.50\"",
      Expected(
        "①", .quantityNotPositive, "lines[0].quantity", "the quantity `-2.5` is not above zero",
        reversing)),
    FaultCase(
      "\"revision\": 3", "\"revision\": ①3.5",
      Expected(
        "①", .notWholeNumber, "order.revision", "`3.5` is not a whole number",
        "write digits without fraction or exponent")),
    FaultCase(
      "\"revision\": 3", "\"revision\": ①-1",
      Expected(
        "①", .numberOutOfRange, "order.revision", "`-1` is too small",
        "use a number of at least 0")),
    FaultCase(
      "\"reactionsPerUnit\": 200", "\"reactionsPerUnit\": ①0",
      Expected(
        "①", .numberOutOfRange, "lines[0].reactionsPerUnit", "`0` is too small",
        "use a number of at least 1")),
    FaultCase(
      "\"revision\": 3", "\"revision\": ①99999999999999999999",
      Expected(
        "①", .numberOutOfRange, "order.revision", "`99999999999999999999` is too large",
        "use at most 18 digits")),
  ]

  static let dates: [FaultCase] = [
    FaultCase(
      "\"2026-11-28\"", "①\"28.11.2026\"",
      Expected(
        "①", .malformedDate, "order.requestedShipDate", "`28.11.2026` is not a date",
        "write year, month and day, such as `2026-11-28`")),
    FaultCase(
      "\"2026-11-28\"", "①\"2026-11-31\"",
      Expected(
        "①", .noSuchDay, "order.requestedShipDate", "there is no day `2026-11-31`",
        "the last day of that month is 2026-11-30")),
    FaultCase(
      "\"2026-11-28\"", "①\"2028-02-30\"",
      Expected(
        "①", .noSuchDay, "order.requestedShipDate", "there is no day `2028-02-30`",
        "the last day of that month is 2028-02-29")),
    FaultCase(
      "\"2026-11-28\"", "①\"2026-13-01\"",
      Expected(
        "①", .noSuchDay, "order.requestedShipDate", "there is no day `2026-13-01`",
        "the months run from 01 to 12")),
    FaultCase(
      "\"2026-11-22T01:58:00Z\"", "①\"2026-02-29T01:58:00Z\"",
      Expected(
        "①", .noSuchDay, "asOf", "there is no day `2026-02-29T01:58:00Z`",
        "the last day of that month is 2026-02-28")),
    FaultCase(
      "\"2026-11-22T01:58:00Z\"", "①\"2026-11-22T01:58:00\"",
      Expected(
        "①", .malformedTimestamp, "asOf", "`2026-11-22T01:58:00` does not say its time zone",
        "add `Z` for UTC, or an offset such as `+08:00`")),
    FaultCase(
      "\"2026-11-22T01:58:00Z\"", "①\"yesterday\"",
      Expected(
        "①", .malformedTimestamp, "asOf", "`yesterday` is not a moment of RFC 3339",
        "write it as `2026-11-22T01:58:00Z`, or as a date alone")),
    FaultCase(
      "\"2026-11-22T01:58:00Z\"", "①\"2026-11-22T24:00:00Z\"",
      Expected(
        "①", .malformedTimestamp, "asOf", "there is no time of day as in `2026-11-22T24:00:00Z`",
        "hours run to 23, minutes to 59, offsets to 23:59")),
    FaultCase(
      "\"uscCode\": [\"91440101MA5EXAMPLE\"]", "\"incorporationDate\": [①\"2015-02-29\"]",
      Expected(
        "①", .noSuchDay, "parties[0].entity.properties.incorporationDate[0]",
        "there is no day `2015-02-29`", "the last day of that month is 2015-02-28")),
    FaultCase(
      "\"uscCode\": [\"91440101MA5EXAMPLE\"]", "\"incorporationDate\": [\"2015\", ①\"15/3\"]",
      Expected(
        "①", .malformedDate, "parties[0].entity.properties.incorporationDate[1]",
        "`15/3` is not a date",
        "write a year, a month or a day, such as `2015`, `2015-03` or `2015-03-31`")),
  ]

  static let codes: [FaultCase] = [
    FaultCase(
      "\"route\": [\"US\", \"HK\", \"CN\"]", "\"route\": [\"US\", ①\"hk\", ②\"CHN\", ③\"UK\"]",
      Expected(
        "①", .malformedCountry, "order.route[1]", "`hk` is not two capital letters",
        "did you mean `HK`?"),
      Expected(
        "②", .malformedCountry, "order.route[2]", "`CHN` is not two capital letters",
        "did you mean `CN`?"),
      Expected(
        "③", .unknownCountry, "order.route[3]", "there is no country code `UK`",
        "did you mean `GB`?")),
    FaultCase(
      "\"countryOfOrigin\": \"US\"", "\"countryOfOrigin\": ①\"QX\"",
      Expected(
        "①", .unknownCountry, "lines[0].countryOfOrigin", "there is no country code `QX`",
        "write the ISO 3166-1 code, such as `CN`")),
    FaultCase(
      "\"country\": [\"cn\"]", "\"country\": [①\"cn-65\", ②\"zn\"]",
      Expected(
        "①", .malformedCountry, "parties[0].entity.properties.country[0]",
        "`cn-65` is not two capital letters", "did you mean `CN`?"),
      Expected(
        "②", .unknownCountry, "parties[0].entity.properties.country[1]",
        "there is no country code `zn`", "did you mean `CN`?")),
    FaultCase(
      "\"currency\": \"USD\"", "\"currency\": ①\"usd\"",
      Expected(
        "①", .malformedCurrency, "order.currency", "`usd` is not a currency code",
        "write three capital letters, such as `USD`")),
    FaultCase(
      "\"9f2c3d0f6a3b1f6a8c2f5b7e4d1a0c9b8e7f6d5c4b3a29181706f5e4d3c2b1a0\"", "①\"9F2C\"",
      Expected(
        "①", .malformedDigest, "attachments[0].sha256", "`9F2C` is not a SHA-256 digest",
        "write 64 hexadecimal digits in small letters")),
  ]

  static let parties: [FaultCase] = [
    FaultCase(
      "\"id\": \"p2\"", "\"id\": ①\"p1\"",
      Expected(
        "①", .duplicateParty, "parties[1].id", "the party id `p1` stands twice",
        "give each party its own id; the first is parties[0]")),
    FaultCase(
      "\"relation\": \"consumable\" }\n    }",
      "\"relation\": \"consumable\" }\n    },\n    { \"lineNo\": ①\"10\", "
        + "\"productClass\": \"x\", \"quantity\": \"1\" }",
      Expected(
        "①", .duplicateLine, "lines[1].lineNo", "the line number `10` stands twice",
        "give each line its own number; the first is lines[0]")),
    FaultCase(
      "\"endUserKnown\": \"unknown\"", "\"endUserKnown\": ①\"declared\"",
      Expected(
        "①", .endUserMissing, "endUserKnown",
        "the end user is declared, but no party has the role `endUser`",
        "add the end user to `parties`, or say `unknown`")),
    FaultCase(
      "[\"freightForwarder\"]", "[\"freightForwarder\", \"broker\", ①\"broker\"]",
      Expected(
        "①", .repeatedRole, .warning, "parties[1].role[2]", "the role `broker` stands twice",
        "name each role once")),
    FaultCase(
      "{ \"name\": [\"Example Forwarding (HK) Ltd\"], \"country\": [\"hk\"] }",
      "①{ \"country\": [\"hk\"] }",
      Expected(
        "①", .partyWithoutName, .warning, "parties[1].entity.properties",
        "the party has no name",
        "add `name`; without one no list can be searched for it")),
    FaultCase(
      "\"uscCode\": [\"91440101MA5EXAMPLE\"]", "\"religion\": ①[\"none\"]",
      Expected(
        "①", .propertyNeverRead, .warning, "parties[0].entity.properties.religion",
        "no determination rests on `religion`", "leave it out")),
    FaultCase(
      "\"completeRoles\": [\"purchaser\"]", "\"completeRoles\": ①[\"purchaser\", \"endUser\"]",
      Expected(
        "①", .completeWithoutDeclaration, "completeRoles",
        "the end users cannot be complete while the end user is `unknown`",
        "take `endUser` out, or say `declared`")),
    FaultCase(
      "\"unknown\",\n  \"completeRoles\": [\"purchaser\"],\n  \"parties\": [",
      "①\"unknown\", \"parties\": [{ \"id\": \"p0\", \"role\": [\"endUser\"], \"entity\": "
        + "{ \"schema\": \"PublicBody\", \"properties\": { \"name\": [\"Example\"] } } },",
      Expected(
        "①", .endUserDespiteUnknown, .warning, "endUserKnown",
        "the end user is said to be unknown, but a party has the role `endUser`",
        "say `declared` or `inferred`, or take the role away")),
    FaultCase(
      "\"Shili Biotech Co., Ltd.\"", "①\"\"",
      Expected(
        "①", .blankText, "parties[0].entity.properties.name[1]", "the text is empty",
        "write a value")),
    FaultCase(
      "\"Shili Biotech Co., Ltd.\"", "②\"\u{3000}①\u{200B}\"",
      Expected(
        "②", .blankText, "parties[0].entity.properties.name[1]", "the text has nothing to see",
        "write a value"),
      Expected(
        "①", .invisibleCharacter, .warning, "parties[0].entity.properties.name[1]",
        "the text has the invisible U+200B ZERO WIDTH SPACE as character 2",
        "remove it, and ask where the text came from")),
    FaultCase(
      "\"Shili Biotech Co., Ltd.\"", "①\"" + String(repeating: "司", count: 1_001) + "\"",
      Expected(
        "①", .textTooLong, "parties[0].entity.properties.name[1]",
        "the text has 1001 characters, more than 1000", "shorten it to 1000 characters")),
    FaultCase(
      "\"21-locus STR amplification kit\"", "①\"" + String(repeating: "é", count: 20_001) + "\"",
      Expected(
        "①", .textTooLong, "lines[0].description",
        "the text has 20001 characters, more than 20000", "shorten it to 20000 characters")),
    FaultCase(
      "\"unit\": \"box\"", "\"unit\": ①\"\"",
      Expected(
        "①", .emptyOptionalText, .warning, "lines[0].unit",
        "the text is empty and is read as not given", "write a value or leave the field out")),
    FaultCase(
      "[\"广东省广州市示例路1号\"]", "[①\" \"]",
      Expected(
        "①", .emptyOptionalText, .warning, "parties[0].entity.properties.address[0]",
        "the text is empty and is read as not given", "write a value or leave the field out")),
  ]
}
