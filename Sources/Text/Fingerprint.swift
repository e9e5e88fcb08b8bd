/// A number of 64 bits that tells texts apart (FNV-1a): the same in every process and on every machine, so that it may
/// be kept. Not proof against somebody who wants two texts to have one.
package struct Fingerprint: Sendable {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  package init() {}

  package mutating func mix(_ text: String) {
    for byte in text.utf8 { mix(byte) }
  }

  package mutating func mix(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
}
