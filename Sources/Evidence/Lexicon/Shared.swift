/// A large value that many hold and nobody changes: handing it on copies a reference.
final class Shared<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
