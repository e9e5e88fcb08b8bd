import Glibc
import Testing

@testable import Program

@Suite struct FileWalkerTests {
  /// The base names found and the number of problems, for a folder that is made and removed again.
  private func walk(_ prepare: (String) -> Void) -> (names: [String], problems: [String]) {
    var template = Array("/tmp/dyad-walk-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { return ([], ["no folder"]) }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    prepare(folder)
    var names: [String] = []
    var problems: [String] = []
    FileWalker().walk([PathBytes(folder)]) { found in
      switch found {
      case .file(let path, _): names.append(String(decoding: path.baseName.bytes, as: UTF8.self))
      case .problem(let problem): problems.append(problem.sentence)
      }
    }
    for name in ["b.txt", "a\n.txt", ".hidden", "pipe", "self", "out", "gone"] { unlink(folder + "/" + name) }
    rmdir(folder)
    return (names, problems)
  }

  private func touch(_ path: String) { close(open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)) }

  @Test func filesComeInTheOrderOfTheirNamesWithoutHiddenOnes() {
    let found = walk { folder in
      for name in ["b.txt", "a\n.txt", ".hidden"] { touch(folder + "/" + name) }
    }
    #expect(found.names == ["a\n.txt", "b.txt"])
    #expect(found.problems.isEmpty)
  }

  @Test func pipesLoopsAndLinksOutOfTheFolderAreNamedAndNotOpened() {
    let found = walk { folder in
      touch(folder + "/b.txt")
      mkfifo(folder + "/pipe", 0o600)
      symlink(folder, folder + "/self")
      symlink("/dev/zero", folder + "/out")
      symlink(folder + "/nothing", folder + "/gone")
    }
    #expect(found.names == ["b.txt"])
    #expect(found.problems.count == 4)
  }

  @Test func namesThatAreNoTextAreOpenedAllTheSame() {
    let wrong = PathBytes([UInt8(ascii: "t"), 0xE9, UInt8(ascii: ".")])
    #expect(wrong.shown == "t\u{FFFD}.")
    let folder = PathBytes("/tmp/dyad-bytes-\(getpid())")
    _ = folder.withCString { mkdir($0, 0o700) }
    let path = folder.appending(wrong)
    close(path.withCString { open($0, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600) })
    var found: [PathBytes] = []
    FileWalker().walk([folder]) { if case .file(let path, _) = $0 { found.append(path) } }
    #expect(found == [path])
    #expect((try? ReportFile.bytes(at: path, name: path.shown)) == [])
    _ = path.withCString { unlink($0) }
    _ = folder.withCString { rmdir($0) }
  }
}
