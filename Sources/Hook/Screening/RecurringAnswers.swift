import Formats
import Ledger

/// What orders that come again came to: systems send an order at every step of its making.
///
/// It belongs to one basis and goes with it. A determination depends on nothing but the order, the
/// basis and the day, so what is kept is what would be worked out; each time it is asked for it is
/// recorded anew.
final class RecurringAnswers: Sendable {
  struct Screened: Sendable {
    let prepared: PreparedDetermination
    /// The lane of the finding that stands first, for the metrics.
    let lane: String
  }

  /// Orders by the type and the digest of their body.
  let orders = Recurring<SubmittedOrder>(most: 128)
  /// Determinations by the bytes of their order and the day.
  let screened = Recurring<Screened>(most: 128)
}
