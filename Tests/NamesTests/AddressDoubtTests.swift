import Names
import Testing

@Suite("What is only near is not one address", .enabled(if: Bundled.hasPlaces))
struct AddressDoubtTests {
  private func compare(_ left: String, _ right: String) throws -> AddressComparison {
    let names = try Bundled.knowledge.get()
    let (first, second) = (names.address(left), names.address(right))
    let comparison = names.compare(first, second)
    #expect(comparison.verdict == names.compare(second, first).verdict)
    return comparison
  }

  @Test(
    arguments: [
      "Jiefang North Road, Tianshan District, Urumqi, Xinjiang, China",
      "新疆乌鲁木齐市天山区解放北路",
      "Zhongguancun Street, Haidian District, Beijing 100080, China",
    ])
  func aStreetWithoutANumberIsNoAddressHoweverAlike(text: String) throws {
    #expect(try compare(text, text).verdict == .sameStreet)
  }

  @Test func aParkIsNoAddress() throws {
    let park = "Example Hi-Tech Industrial Park, Nanshan District, Shenzhen, China"
    #expect(try compare(park, park).verdict == .sameStreet)
    #expect(try compare("Building 3, " + park, "Building 5, " + park).verdict == .sameStreet)
    #expect(try compare("Building 3, " + park, "Building 3, " + park).verdict == .same)
  }

  @Test func aNumberOfTheStreetMakesItOne() throws {
    let text = "No. 12 Jiefang North Road, Tianshan District, Urumqi, Xinjiang, China"
    #expect(try compare(text, text).verdict == .same)
  }

  /// Numbers in digits of another script are numbers: without them two houses would be one.
  @Test func digitsOfOtherScriptsTellHousesApart() throws {
    let names = try Bundled.knowledge.get()
    #expect(
      names.address("Example Street ١٢, Tehran", country: "IR").houseNumbers.map(\.text) == ["12"])
    #expect(
      try compare("Example Street ۱۲, Tehran, Iran", "Example Street 12, Tehran, Iran").verdict
        == .same)
    #expect(
      try compare("Example Street ۱۲, Tehran, Iran", "Example Street ۱۴, Tehran, Iran").verdict
        == .contradicted)
  }

  @Test(
    arguments: [
      ("上海市黄浦区中山二路12号", "zhongshan||2"), ("昆明市盘龙区样例二十三路12号", "yangli||23"),
      ("北京市海淀区八一路12号", "bayi||"), ("广州市越秀区样例东一路12号", "yangli|dong|1"),
    ])
  func numeralsOfStreetsAreReadAsElsewhere(text: String, form: String) throws {
    let address = try Bundled.knowledge.get().address(text)
    #expect(address.streets.first?.forms.contains(form) ?? false, "\(address)")
  }

  @Test(arguments: [("十五", "15"), ("二十", "20"), ("一百零三", "103"), ("两", "2"), ("一〇二", "102")])
  func floorsInHanNumeralsAreRead(numeral: String, expected: String) throws {
    let address = try Bundled.knowledge.get().address("北京市朝阳区样例街8号\(numeral)层")
    #expect(address.floor?.text == expected, "\(address)")
  }
}
