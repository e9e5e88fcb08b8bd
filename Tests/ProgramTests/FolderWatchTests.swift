import Archive
import Dispatch
import Glibc
import SQLiteArchive
import Synchronization
import Testing

@testable import Program

@Suite struct WatchedFilesTests {
  private let second: Int64 = 1_000_000_000
  private func path(_ name: String) -> PathBytes { PathBytes("f/" + name) }
  private func stamp(_ size: Int, _ modified: Int64, inode: UInt64 = 1) -> FileStamp {
    FileStamp(size: size, modified: modified, inode: inode)
  }

  @Test func aFileIsTakenOnceItRests() {
    var files = WatchedFiles()
    let now = 100 * second
    let (a, b) = (path("a"), path("b"))
    // `a` lies there for long, `b` is being written.
    #expect(files.look(at: [(a, stamp(5, 7 * second)), (b, stamp(5, now))], now: now) == [a])
    #expect(files.isWaiting)
    let later = stamp(9, now + second / 2)
    #expect(files.look(at: [(a, stamp(5, 7 * second)), (b, later)], now: now + second).isEmpty)
    #expect(files.look(at: [(a, stamp(5, 7 * second)), (b, later)], now: now + 2 * second) == [b])
    #expect(!files.isWaiting)
    #expect(files.look(at: [(a, stamp(5, 7 * second)), (b, later)], now: now + 9 * second).isEmpty)
  }

  @Test func aFileThatIsChangedOrComesBackIsReadAnew() {
    var files = WatchedFiles()
    let a = path("a")
    #expect(files.look(at: [(a, stamp(5, second))], now: 9 * second) == [a])
    #expect(files.look(at: [(a, stamp(6, 2 * second))], now: 10 * second) == [a])
    #expect(files.look(at: [], now: 11 * second).isEmpty)
    #expect(files.look(at: [(a, stamp(6, 2 * second))], now: 12 * second) == [a])
  }

  @Test func whatSomebodyHoldsOpenIsWaitedForButNotForEver() {
    var files = WatchedFiles()
    let a = path("a")
    let listing = [(path: a, stamp: stamp(5, 100 * second))]
    #expect(files.look(at: listing, busy: [a], now: 130 * second).isEmpty)
    #expect(files.isWaiting)
    #expect(files.look(at: listing, now: 131 * second) == [a])
    var patient = WatchedFiles()
    #expect(patient.look(at: listing, busy: [a], now: 159 * second).isEmpty)
    #expect(patient.look(at: listing, busy: [a], now: 161 * second) == [a])
  }

  @Test func emptyFilesAreNotWaitedForAndAClockThatIsAheadDelaysNothing() {
    var files = WatchedFiles()
    let a = path("a")
    #expect(files.look(at: [(a, stamp(0, second))], now: 9 * second).isEmpty)
    #expect(!files.isWaiting)
    let ahead = [(path: a, stamp: stamp(4, 1_000 * second))]
    #expect(files.look(at: ahead, now: 10 * second).isEmpty)
    #expect(files.look(at: ahead, now: 11 * second) == [a])
  }
}

/// Serial: each waits for the clock.
@Suite(.serialized) struct FolderWatchTests {
  private final class Watched: Sendable {
    let folder: String
    let archive: DiskArchive
    let told = Mutex<[String]>([])
    let ending = Mutex<String?>(nil)
    private let isStopped = Atomic(false)
    private let ended = DispatchSemaphore(value: 0)
    private let pipe: (Int32, Int32)

    init() throws {
      var template = Array("/tmp/dyad-watch-XXXXXX".utf8CString)
      try #require(mkdtemp(&template) != nil)
      folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      archive = try DiskArchive.inMemory()
      var ends: [Int32] = [0, 0]
      Glibc.pipe(&ends)
      pipe = (ends[0], ends[1])
    }

    func start() {
      Thread.detach { [self] in
        let importer = Importer(archive: archive) { _ in [] }
        let watch = FolderWatch(
          folder: folder, importer: importer, isStopped: { self.isStopped.load(ordering: .acquiring) },
          stop: pipe.0)
        let reason = watch.run { told in
          self.told.withLock { list in
            switch told {
            case .problem(let sentence): list.append(sentence)
            case .imported(let summary, let names):
              list += summary.problems
              list.append("\(summary.progress.added) of \(names.joined(separator: " "))")
            }
          }
        }
        ending.withLock { $0 = reason }
        ended.signal()
      }
    }

    func write(_ name: String, _ text: String, flags: Int32 = O_CREAT) {
      let file = open(folder + "/" + name, O_WRONLY | flags | O_CLOEXEC, 0o600)
      _ = Array(text.utf8).withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      close(file)
    }

    /// Whether so many articles are there within some seconds.
    func comesTo(_ count: Int) throws -> Bool {
      for _ in 0..<400 {
        if try archive.articles() >= count { return try archive.articles() == count }
        usleep(50_000)
      }
      return false
    }

    func stop() -> Bool {
      isStopped.store(true, ordering: .releasing)
      _ = Glibc.write(pipe.1, [1], 1)
      return ended.wait(timeout: .now() + 20) == .success
    }

    func waitForEnd() -> Bool { ended.wait(timeout: .now() + 20) == .success }
  }

  private enum Thread {
    static func detach(_ body: @escaping @Sendable () -> Void) { DispatchQueue.global().async(execute: body) }
  }

  private func report(_ number: Int) -> String {
    " date 2024-05-0\(number) Hai bên hội đàm lần thứ \(number)."
  }

  @Test func whatAppearsGoesInOnceAndInWhateverWayItComes() throws {
    let watched = try Watched()
    watched.write("1.txt", report(1))
    watched.start()
    #expect(try watched.comesTo(1))
    mkdir(watched.folder + "/mới", 0o700)
    watched.write("mới/2.txt", report(2))
    #expect(try watched.comesTo(2))
    // Written beside the folder and moved into it; renamed; removed: nothing is doubled or lost.
    watched.write(".3", report(3))
    rename(watched.folder + "/.3", watched.folder + "/mới/3.txt")
    #expect(try watched.comesTo(3))
    rename(watched.folder + "/mới", watched.folder + "/cũ")
    unlink(watched.folder + "/1.txt")
    watched.write("cũ/4.txt", report(4))
    #expect(try watched.comesTo(4))
    watched.write("hỏng.txt", " date 2024-02-30 Không có.")
    watched.write("5.txt", report(5))
    #expect(try watched.comesTo(5))
    #expect(watched.stop())
    #expect(watched.ending.withLock { $0 } == nil)
    #expect(watched.told.withLock { $0 }.count { $0.contains("hỏng.txt, line 1") } == 1)
  }

  @Test func aFileThatIsStillWrittenIsWaitedFor() throws {
    let watched = try Watched()
    watched.write("1.txt", report(1))
    watched.start()
    #expect(try watched.comesTo(1))
    let file = open(watched.folder + "/chậm.txt", O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
    for part in [" date 2024-05-06 Hai bên", " hội đàm", " tại Hà Nội."] {
      _ = Array(part.utf8).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      usleep(1_500_000)
    }
    #expect(try watched.archive.articles() == 1)
    close(file)
    #expect(try watched.comesTo(2))
    #expect(watched.stop())
  }

  @Test func aFolderMadeAnewUnderItsOldNameIsWatched() throws {
    let watched = try Watched()
    let (old, moved) = (watched.folder + "/a", watched.folder + "/b")
    mkdir(old, 0o700)
    watched.write("a/1.txt", report(1))
    watched.start()
    #expect(try watched.comesTo(1))
    rename(old, moved)
    mkdir(old, 0o700)
    usleep(600_000)
    watched.write("a/2.txt", report(2))
    #expect(try watched.comesTo(2))
    #expect(watched.stop())
  }

  @Test func aFileDatedBeyondWhatCanBeCountedIsTaken() throws {
    let watched = try Watched()
    watched.write("1.txt", report(1))
    var times = [timespec(tv_sec: 10_413_792_000, tv_nsec: 0), timespec(tv_sec: 10_413_792_000, tv_nsec: 0)]
    #expect(utimensat(AT_FDCWD, watched.folder + "/1.txt", &times, 0) == 0)
    watched.start()
    #expect(try watched.comesTo(1))
    #expect(watched.stop())
  }

  @Test func aFolderThatGoesAwayEndsIt() throws {
    let watched = try Watched()
    watched.start()
    usleep(300_000)
    rmdir(watched.folder)
    #expect(watched.waitForEnd())
    #expect(watched.ending.withLock { $0 } == "There is no folder \(watched.folder) any more.")
  }
}
