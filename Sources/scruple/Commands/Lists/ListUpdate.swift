import Formats
import Transfers
import WatchLists

/// Fetches one list and stores what came, or notes that nothing changed.
struct ListUpdate {
  let store: ListStore
  let terms: ImportTerms
  let limits: TransferRequest.Limits
  let today: CivilDate

  /// What came of one address.
  struct Outcome {
    enum Result {
      case imported(ListImport)
      /// The server still has this version.
      case unchanged(ListVersion)
      case failed
    }

    let result: Result
    let address: WebAddress
    let feed: String?
    /// The day of the version that stays in force where it failed.
    var remaining: CivilDate?
    let diagnostics: [Diagnostic]
    let code: ExitCode
    let today: CivilDate
  }

  func run(_ source: ListSources.Source) -> Outcome {
    let notes = source.address.isEncrypted || source.address.isLocal ? [] : [unencrypted(source)]
    let known = known(source)
    var request = TransferRequest(source.address, limits: limits)
    if let origin = known?.confirmations?.origin {
      request.validators = Validators(
        entityTag: origin.entityTag, lastModified: origin.lastModified)
    }
    do throws(TransferFailure) {
      switch try Transfer.fetch(request) {
      case .unchanged(let validators):
        guard let known else { return failed(source, known, notes, .invalidInput) }
        return confirm(known, validators.isEmpty ? request.validators : validators, source, notes)
      case .content(let content): return store(content, source, known, notes)
      }
    } catch {
      return failed(
        source, known, notes + [error.diagnostic], error.isPassing ? .tryLater : .invalidInput)
    }
  }

  /// The newest version of the feed where it came from this address and is whole.
  private func known(_ source: ListSources.Source) -> ListVersion? {
    for feed in source.feed.map({ [$0] }) ?? store.feeds {
      guard let version = store.versions(of: feed).first, version.fault == nil,
        let origin = version.confirmations?.origin, origin.isFrom(source.address.text)
      else { continue }
      do {
        _ = try store.entries(of: version)
        return version
      } catch {
        // A damaged version is fetched whole.
        continue
      }
    }
    return nil
  }

  private func confirm(
    _ version: ListVersion, _ validators: Validators, _ source: ListSources.Source,
    _ notes: [Diagnostic]
  ) -> Outcome {
    do throws(ListFailure) {
      try store.confirm(version, on: today, origin: origin(source, validators))
      return Outcome(
        result: .unchanged(version), address: source.address, feed: version.feed,
        diagnostics: notes, code: .allow, today: today)
    } catch {
      return failed(
        source, version, notes + error.diagnostics, ListsCommand.code(for: error))
    }
  }

  private func store(
    _ content: TransferContent, _ source: ListSources.Source, _ known: ListVersion?,
    _ notes: [Diagnostic]
  ) -> Outcome {
    var terms = terms
    terms.feed = source.feed
    terms.fetchedOn = today
    terms.origin = origin(source, content.validators)
    do throws(ListFailure) {
      let imported = try store.importList(
        content.bytes, file: content.address.description, list: source.list, terms: terms)
      return Outcome(
        result: .imported(imported), address: source.address, feed: imported.manifest.feed,
        diagnostics: notes + imported.diagnostics,
        code: imported.manifest.unreadable > 0 ? .coverage : .allow, today: today)
    } catch {
      return failed(source, known, notes + error.diagnostics, ListsCommand.code(for: error))
    }
  }

  private func origin(_ source: ListSources.Source, _ validators: Validators) -> ListOrigin {
    ListOrigin(
      address: source.address.text, entityTag: validators.entityTag,
      lastModified: validators.lastModified)
  }

  private func failed(
    _ source: ListSources.Source, _ known: ListVersion?, _ diagnostics: [Diagnostic],
    _ code: ExitCode
  ) -> Outcome {
    let feed = source.feed ?? known?.feed
    let newest = feed.flatMap { store.versions(of: $0).first { $0.fault == nil } }
    return Outcome(
      result: .failed, address: source.address, feed: feed, remaining: newest?.retrieved,
      diagnostics: diagnostics, code: code, today: today)
  }

  private func unencrypted(_ source: ListSources.Source) -> Diagnostic {
    Diagnostic(
      "LST060", "`\(source.address)` is not encrypted, so anybody on the way can change the list",
      severity: .warning, remedy: "use the address with https://")
  }
}
