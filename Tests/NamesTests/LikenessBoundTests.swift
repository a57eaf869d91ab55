import Formats
import SeededNumbers
import Testing

@testable import Names

@Suite(
  "Whom the likenesses of words rule out a comparison refuses", .enabled(if: Bundled.hasPlaces))
struct LikenessBoundTests {
  /// Both names of labelled pairs of persons, in every script, and of some written here.
  private static func names() throws -> [(String, String)] {
    var names = [
      ("Jalal Uddin Rahmani", "JALALUDDIN RAHMANI"), ("نجيب الله كريمي", "KARIMI, Najibullah"),
      ("Okafor Mustafa Jalalud", "OKAFOR Mustafa Jalaluddin"), ("김수일", "KIM Su Il"),
      ("Llya Brkvna", "Liliya Barkovna"), ("Sauren Tkabila", "Saurent Kabila"),
      ("Владимир Петров", "Wladimir Petrow"), ("J. Weatherby", "WEATHERBY Jonathan"),
      ("محمد حقانی", "Muhammad Yusuf Haqqani"), ("陈全国", "CHEN, Quanguo"),
    ]
    // Each shares a word with thirteen others, and no more.
    for given in ["Okafor", "Mustafa", "Ivan", "Gulnara", "Maria", "Johann", "Petra", "Thandiwe"] {
      for family in ["Weatherby", "Kowalczyk", "Rahmani", "Lindqvist", "Brkovic", "Osei", "Duarte"]
      {
        names.append(("\(given) \(family)", "\(family.uppercased()), \(given)"))
      }
    }
    guard NamePairs.isThere else { return names }
    let text = String(decoding: try FileReader.bytes(of: NamePairs.file), as: UTF8.self)
    for line in text.split(separator: "\n") where line.contains("\"Person\"") {
      let entry = try JSONReader.read(Array(line.utf8))
      guard let left = entry["a"]?["name"]?.string, let right = entry["b"]?["name"]?.string else {
        continue
      }
      names.append((left, right))
    }
    return names
  }

  @Test func whatIsRuledOutIsSomebodyElse() throws {
    let knowledge = try Bundled.knowledge.get()
    let seed: UInt64 = 20_261_125
    var generator = SeededGenerator(seed: seed)
    let names = try Self.names()
    let index = try #require(
      CompiledNames(
        MappedBytes(
          IdentityIndex.compile(
            names.map { Identity(names: [$0.1], kind: .person) }, knowledge: knowledge))))
    var scratch = SearchScratch(names: index.nameCount, lexemes: index.lexemeCount)
    var measure = PersonMeasure()
    var (refused, reached, wrong) = (0, 0, [String]())
    let asked = names.prefix(10) + names.shuffled(using: &generator).prefix(400)
    for (asked, _) in asked {
      let profile = knowledge.profile(of: Identity(names: [asked], kind: .person))
      let query = PersonQuery(try #require(profile.personForms.first))
      index.findWords(query, &scratch)
      let bound = LikenessBound(query)
      let form = query.form
      for number in 0..<index.nameCount {
        let name = index.name(number)
        let (mayReach, isMet) = index.withPerson(name) { words, letters in
          index.withLexemes(of: name) { lexemes in
            (
              bound.mayReach(
                NameKnowledge.threshold, words, letters, lexemes: lexemes, scratch.likenesses),
              lexemes.indices.contains {
                lexemes[$0] != CompiledNamesLayout.noLexeme
                  && !scratch.likenesses[Int(lexemes[$0])].isEmpty
              }
            )
          }
        }
        guard isMet else { continue }
        // What shares no key is not measured in a search either.
        var (sharing, places, keyed) = (UInt16(0), UInt16(0), -1)
        let score = index.withPerson(name) { words, letters in
          index.withLexemes(of: name) { lexemes in
            for place in words.indices where !words[place].flags.contains(.isParticle) {
              if !words[place].isReading, words[place].length > 1 { keyed += 1 }
              guard lexemes[place] != CompiledNamesLayout.noLexeme else { continue }
              let entry = scratch.likenesses[Int(lexemes[place])]
              guard !entry.isEmpty else { continue }
              places |= NamePosting.place(max(keyed, 0))
              for slot in 0..<WordLikenesses.mostSlots where entry.likeness(to: slot) > 0 {
                sharing |= 1 << UInt16(slot)
              }
            }
          }
          return measure.score(
            form.words.span, form.pool.span, words, letters, sharing: sharing, places: places)
        }
        if score >= NameKnowledge.threshold { reached += 1 }
        guard !mayReach else { continue }
        refused += 1
        if score >= NameKnowledge.threshold { wrong.append("\(asked) / \(names[number].1)") }
      }
    }
    #expect(wrong.isEmpty, "\(wrong), seed \(seed)")
    #expect(refused > 10)
    #expect(reached > 10)
  }

  @Test func aQueryForgetsWhatAnotherFound() {
    var likenesses = WordLikenesses(lexemes: 4)
    likenesses.begin()
    likenesses.note(2, 1, 80)
    likenesses.note(2, 1, 70)
    likenesses.note(2, 5, 100)
    likenesses.note(2, 6, 100)
    likenesses.noteJoined(3)
    #expect(
      (0..<7).map { $0 < 6 ? likenesses[2].likeness(to: $0) : 0 } == [0, 80, 0, 0, 0, 100, 0])
    #expect(!likenesses[2].isJoined)
    #expect(likenesses[3].isJoined && likenesses[3].isEmpty)
    for _ in 0..<70_000 {
      likenesses.begin()
      #expect(likenesses[2].isEmpty && !likenesses[3].isJoined)
    }
  }
}
