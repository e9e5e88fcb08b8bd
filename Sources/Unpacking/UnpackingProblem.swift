import Text

/// Why a packed file, or a member of one, could not be unpacked. Every case is one plain sentence with the file (and the
/// member, where there are several), the reason and the remedy. The file is safe to show.
package enum UnpackingProblem: Error, Hashable, Sendable {
  case cutOff(file: String)
  case damaged(file: String)
  case wrongChecksum(file: String)
  case tooDense(file: String)
  case tooMuch(file: String)
  case nested(file: String)
  case encrypted(file: String)
  /// The number zip has for the method.
  case unknownMethod(file: String, method: Int)
  case leadsOut(file: String)
  case link(file: String)
  case special(file: String)
  case split(file: String)
  case trailing(file: String)
  /// Called like a packed file, which it is not.
  case misnamed(file: String, form: PackedForm)
  case unreadable(file: String, reason: Phrase)

  package var phrase: Phrase {
    switch self {
    case .cutOff(let file): "\(file) is cut off. Fetch it anew; whole reports before the cut were read."
    case .damaged(let file): "\(file) is damaged inside. Fetch it anew; whole reports before were read."
    case .wrongChecksum(let file): "\(file) is damaged: its checksum is wrong. Fetch it anew."
    case .tooDense(let file):
      "\(file) swells to more than \(Allowance.ratio) times its size, as no text does, and was read no further."
    case .tooMuch(let file):
      "\(file) unpacks to more than \(Allowance.bytes >> 30) GiB and was read no further. Split it."
    case .nested(let file): "\(file) is packed twice. Unpack it once and import what comes out."
    case .encrypted(let file): "\(file) is encrypted. Unpack it with its password first."
    case .unknownMethod(let file, let method):
      "\(file) is packed by method \(method), which dyad does not know. Pack it with plain zip or gzip."
    case .leadsOut(let file): "\(file) has a name that leads out of its archive, and was not read."
    case .link(let file): "\(file) is a link to something else, and was not read."
    case .special(let file): "\(file) is no file, and was not read."
    case .split(let file): "\(file) is one of several parts. Join them into one first."
    case .trailing(let file): "\(file) has bytes behind its end, which were left out."
    case .misnamed(let file, let form): "\(file) is called like \(form.spoken), but is none. Rename it."
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)."
    }
  }

  package var sentence: String { phrase.english }
}

extension PackedForm {
  fileprivate var spoken: Phrase {
    switch self {
    case .gzip: "a gzip file"
    case .zip: "a zip file"
    case .tar: "a tar file"
    }
  }
}
