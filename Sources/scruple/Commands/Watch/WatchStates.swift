import Dossier
import Evidence
import Formats
import WatchLists

/// The corpus and its lists before and after what is new.
struct WatchStates {
  let before: Corpus
  let after: Corpus
  let beforeLists: [LoadedFeed]
  let afterLists: [LoadedFeed]
  let news: CorpusNews
  let warnings: [Diagnostic]
  /// Whether part of what is new could not be read.
  let isPartial: Bool

  /// What has come to the corpus since a day.
  init(_ session: Session, asOf: CivilDate, since: CivilDate) throws(CommandFailure) {
    after = session.corpus
    afterLists = try WatchStates.lists(session, asOf: asOf)
    beforeLists = try WatchStates.lists(session, asOf: since)
    do throws(Diagnostic) {
      (before, news) = try session.corpus.before(since, session.knowledge)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
    // What came after the day as of which is watched is no news of that day.
    let late = WatchStates.late(news, after, asOf: asOf, whereUncertain: true)
    warnings = late
    isPartial = !late.isEmpty
  }

  /// What the files hold that the command line names.
  init(_ session: Session, _ arguments: Arguments, asOf: CivilDate) throws(CommandFailure) {
    let reports = try WatchedReports(arguments.all("reports"), session, asOf: asOf)
    let notices = try WatchedNotices(arguments.all("tenders"), session, asOf: asOf)
    before = session.corpus
    do throws(Diagnostic) {
      (after, news) = try session.corpus.adding(
        reports: reports.lines, notices: notices.notices, session.knowledge)
    } catch {
      throw CommandFailure(.invalidInput, [error.line])
    }
    let present = try WatchStates.lists(session, asOf: asOf)
    beforeLists = present
    let trials = try WatchStates.trials(session, arguments, asOf: asOf)
    afterLists = ListState.replacing(trials.feeds, in: present)
    let late = WatchStates.late(news, after, asOf: asOf)
    warnings = reports.warnings + late + notices.warnings + trials.warnings
    isPartial =
      !late.isEmpty || notices.isPartial || reports.isPartial || trials.isPartial
  }

  /// Tells of sources of new claims that do not count on the day as of which is watched; or only
  /// of those that bear a month or a year in which that day lies.
  private static func late(
    _ news: CorpusNews, _ corpus: Corpus, asOf: CivilDate, whereUncertain: Bool = false
  ) -> [Diagnostic] {
    let sources = Set(news.claims.map(\.source)).compactMap { corpus.evidence.sources[$0] }
    return sources.sorted { $0.id < $1.id }.compactMap { source in
      guard source.publishedBy.map({ asOf < $0 }) ?? true else { return nil }
      let isUncertain = asOf.description.hasPrefix(source.published)
      if whereUncertain, !isUncertain { return nil }
      return Diagnostic(
        "WCH015",
        "the source `\(source.id)` is of \(source.published), so that its claims do not count as of "
          + "\(asOf)", severity: .warning,
        remedy: isUncertain
          ? "state the day on which it was published or captured"
          : "name a later day with --as-of")
    }
  }

  private static func lists(
    _ session: Session, asOf day: CivilDate
  ) throws(CommandFailure) -> [LoadedFeed] {
    do throws(Diagnostic) {
      return try session.corpus.lists(asOf: day, knowledge: session.knowledge)
    } catch {
      throw CommandFailure(.inputOutput, [error.line])
    }
  }

  /// The feeds as they would be with the files as their newest versions.
  private static func trials(
    _ session: Session, _ arguments: Arguments, asOf: CivilDate
  ) throws(CommandFailure) -> (
    feeds: [String: LoadedFeed?], warnings: [Diagnostic], isPartial: Bool
  ) {
    var feeds: [String: LoadedFeed?] = [:]
    var warnings: [Diagnostic] = []
    var isPartial = false
    let paths = arguments.all("lists")
    guard !paths.isEmpty else { return (feeds, warnings, isPartial) }
    guard let folder = session.corpus.folder else {
      throw CommandFailure(.usage, "scruple: name the corpus with --corpus or $SCRUPLE_CORPUS")
    }
    let store = ListStore(folder: folder + "/lists")
    let terms = try ListsCommand.terms(arguments)
    let retrieved = try Session.date(arguments.option("retrieved"), "--retrieved")
    for path in paths {
      let source: ListSource
      do throws(FileReader.Failure) {
        source = try ListSource(path: path)
      } catch {
        throw CommandFailure(
          error.isMissing || error.isTooLong ? .invalidInput : .inputOutput,
          "scruple: " + error.message)
      }
      do throws(ListFailure) {
        let trial = try store.trial(source, retrieved: retrieved, terms: terms)
        guard trial.feed.retrieved.map({ $0 <= asOf }) ?? true else {
          throw ListFailure([
            Diagnostic(
              "WCH001", "the list is of a day after \(asOf), as of which is watched",
              remedy: "name a later day with --as-of", file: path)
          ])
        }
        guard feeds.updateValue(trial.feed, forKey: trial.feed.feed) == nil else {
          throw ListFailure([
            Diagnostic(
              "WCH002", "two files are of the feed `\(trial.feed.feed)`",
              remedy: "watch one after the other", file: path)
          ])
        }
        warnings += trial.diagnostics
        isPartial = isPartial || trial.feed.unreadable > 0
      } catch {
        throw CommandFailure(
          .invalidInput,
          error.diagnostics.map(\.line) + ["scruple: the list was not read; nothing was watched"])
      }
    }
    return (feeds, warnings, isPartial)
  }
}
