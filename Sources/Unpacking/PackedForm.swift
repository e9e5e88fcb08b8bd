// The door of this module, and the only one that knows zlib. A packed file goes in, by pieces (gzip, tar) or by places
// (zip); the bytes of its members come out by pieces, to a MemberSink. Nothing is ever written to a disk, no more than a
// window of zlib, a piece of input and a piece of output are held, and Allowance ends what would swell without end.
import Text

/// In what files of reports are packed; told by the first bytes, never by the name.
package enum PackedForm: Sendable, Hashable {
  case gzip, zip, tar

  /// Bytes by which a form is known.
  package static let headLength = 512

  /// Nil for what is not packed.
  package init?(head: ArraySlice<UInt8>) {
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if begins([0x1F, 0x8B]) {
      self = .gzip
    } else if begins([0x50, 0x4B, 3, 4]) || begins([0x50, 0x4B, 5, 6]) || begins([0x50, 0x4B, 7, 8]) {
      self = .zip
    } else if head.dropFirst(257).starts(with: Array("ustar".utf8)) {
      self = .tar
    } else {
      return nil
    }
  }

  /// The form that a name promises; nil for other names.
  package init?(name: String) {
    let name = name.lowercased()
    if name.hasSuffix(".gz") || name.hasSuffix(".tgz") {
      self = .gzip
    } else if name.hasSuffix(".zip") {
      self = .zip
    } else if name.hasSuffix(".tar") {
      self = .tar
    } else {
      return nil
    }
  }

  /// What `file.txt.gz` is called without its wrapping.
  package static func nameInside(_ name: String) -> String {
    if name.lowercased().hasSuffix(".tgz") { return name.dropLast(4) + ".tar" }
    return name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
  }
}

/// Takes the members of a packed file one after the other.
package protocol MemberSink: AnyObject {
  /// A member begins; false where it is not wanted.
  func begin(_ name: MemberName) -> Bool
  /// More of its bytes; false where no more of this member is wanted: then `end` is not called for it.
  func take(_ bytes: ArraySlice<UInt8>) -> Bool
  /// The member is whole and its checksum right.
  func end()
  /// The member that was begun, or else the file, cannot be read, or no further.
  func fail(_ problem: UnpackingProblem)
}

/// What a member of a packed file is called.
package struct MemberName: Sendable, Hashable {
  package let bytes: [UInt8]
  /// The file itself without its wrapping, rather than one of several.
  package let isAlone: Bool

  package init(_ bytes: some Sequence<UInt8>, isAlone: Bool = false) {
    self.bytes = Array(bytes)
    self.isAlone = isAlone
  }

  /// Safe to show; bytes that are no UTF-8 appear as `�`.
  package var shown: String { visible(String(decoding: bytes, as: UTF8.self)) }

  private var components: [ArraySlice<UInt8>] { bytes.split { $0 == UInt8(ascii: "/") } }

  package var baseName: String { components.last.map { String(decoding: $0, as: UTF8.self) } ?? "" }

  var isFolder: Bool { bytes.last == UInt8(ascii: "/") }

  /// Hidden files, and what a Mac packs beside each file.
  var isHidden: Bool {
    components.contains { $0.first == UInt8(ascii: ".") && $0.count > 1 || $0.elementsEqual("__MACOSX".utf8) }
      && !leadsOut
  }

  /// A path that would leave the folder it is unpacked into.
  var leadsOut: Bool {
    bytes.first == UInt8(ascii: "/") || bytes.contains(0) || bytes.contains(UInt8(ascii: "\\"))
      || components.contains { $0.elementsEqual("..".utf8) }
  }
}
