import Formats
import Synchronization

/// The basis in force, replaced as a whole.
public final class BasisHolder: Sendable {
  /// A basis with what is remembered of orders that were decided on it.
  struct InForce: Sendable {
    let basis: any ScreeningBasis
    let recurring = RecurringAnswers()

    init(_ basis: any ScreeningBasis) { self.basis = basis }
  }

  private let held: Mutex<InForce>
  private let lastFailure = Mutex<String?>(nil)

  public init(_ basis: any ScreeningBasis) { held = Mutex(InForce(basis)) }

  public var current: any ScreeningBasis { inForce.basis }

  var inForce: InForce { held.withLock { $0 } }

  /// Requests that come after this see only the new one; those in flight end with the old.
  public func replace(by basis: any ScreeningBasis) {
    held.withLock { $0 = InForce(basis) }
    lastFailure.withLock { $0 = nil }
  }

  /// What kept the newest state of the folders from coming into force; the old one stays.
  public func refused(_ why: String) { lastFailure.withLock { $0 = why } }

  var refusal: String? { lastFailure.withLock { $0 } }
}
