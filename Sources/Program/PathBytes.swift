import Text

/// A path as the system has it: any bytes but NUL. It becomes text only to be shown.
struct PathBytes: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }
  init(_ text: String) { bytes = Array(text.utf8) }

  /// The path safe to show; bytes that are no UTF-8 appear as `�`.
  var shown: String { visible(String(decoding: bytes, as: UTF8.self)) }

  var baseName: PathBytes { PathBytes(bytes.split(separator: UInt8(ascii: "/")).last ?? bytes[...]) }

  func appending(_ name: PathBytes) -> PathBytes { PathBytes(bytes + [UInt8(ascii: "/")] + name.bytes) }

  /// Whether the path is the folder itself or lies below it.
  func isInside(_ folder: PathBytes) -> Bool {
    bytes == folder.bytes || bytes.starts(with: folder.bytes + [UInt8(ascii: "/")])
  }

  /// Hands the path to a system call.
  func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes + [0]).withUnsafeBytes { buffer in
      body(buffer.baseAddress!.assumingMemoryBound(to: CChar.self))
    }
  }
}
