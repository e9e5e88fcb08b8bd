import Archive
import Asking
import Diplomacy
import Glibc
import Model
import Text

/// The sessions of this reader: a small file in the state folder for each archive.
package struct SessionShelf: Sendable {
  /// More are not kept; the oldest give way.
  private static let most = 100
  private static let heading = "Where dyad was left; written by dyad at its end and now and then before."

  private let archive: String
  private let file: StateFile
  private let folder: String

  /// `archive` tells one archive from another: a path, or a name without a slash for what is no file.
  package init(folders: DataFolders, archive: String) {
    self.archive = archive
    folder = folders.state
    file = StateFile(path: folders.session(SessionShelf.name(archive)))
  }

  /// Sixteen hexadecimal digits: a path may be longer than a name of a file.
  private static func name(_ archive: String) -> String {
    var print = Fingerprint()
    print.mix(archive)
    return ArticleHash(Int64(bitPattern: print.value)).hex
  }

  /// Nil where nothing is kept of this archive, or nothing that can be taken up.
  package func load(_ reader: FilterReader) -> (memory: SessionMemory?, flaw: StateFlaw?) {
    switch file.read() {
    case .none: return (nil, nil)
    case .damaged: return (nil, .damaged(file.path))
    case .newer: return (nil, .newer(file.path))
    case .table(let table):
      guard table["archive"]?.string == archive else { return (nil, nil) }
      do throws(Mistake) {
        return (SessionText.memory(table, try reader.read(table["filter"]?.string ?? "")), nil)
      } catch {
        return (SessionText.memory(table, .everything), .filter(error.sentence))
      }
    }
  }

  package func save(_ memory: SessionMemory) throws(HandingProblem) {
    let isNew = access(file.path, F_OK) != 0
    try file.write(
      SessionShelf.heading, [("archive", StateValue.text(archive))] + SessionText.lines(memory))
    if isNew { dropOldest() }
  }

  private func dropOldest() {
    guard let listing = opendir(folder) else { return }
    defer { closedir(listing) }
    var sessions: [(path: String, written: Int)] = []
    while let entry = readdir(listing) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var status = stat()
      guard name.hasPrefix("session-"), stat(folder + "/" + name, &status) == 0 else { continue }
      sessions.append((folder + "/" + name, status.st_mtim.tv_sec))
    }
    for old in sessions.sorted(by: { $0.written > $1.written }).dropFirst(SessionShelf.most) {
      unlink(old.path)
    }
  }
}

extension RememberedEvent {
  /// The number that the event has today; nil where it is gone.
  package func number(in archive: any EventArchive) throws(ArchiveProblem) -> EventID? {
    if let name { return try archive.number(of: name) }
    // Without its name it is the event of that number only if it is the same in all that is known of it.
    guard let event = try archive.record(id)?.event else { return nil }
    let isSame = event.parties.dyad == parties.dyad && event.kind == kind
    return isSame ? id : nil
  }
}
