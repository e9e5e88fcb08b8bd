import Glibc

/// A file as it stood when it was looked at: another stamp means other bytes.
struct FileStamp: Hashable, Sendable {
  /// Bytes.
  let size: Int
  /// Nanoseconds since 1970.
  let modified: Int64
  let inode: UInt64
  /// When its name, owner or permissions changed, nanoseconds since 1970: one that could not be read may be readable now.
  var changed: Int64 = 0
}

extension FileStamp {
  init(_ status: stat) {
    size = Int(status.st_size)
    modified = FileStamp.nanoseconds(status.st_mtim)
    changed = FileStamp.nanoseconds(status.st_ctim)
    inode = UInt64(status.st_ino)
  }
}

extension FileStamp {
  /// A year beyond 2262 wraps around; it is only compared.
  private static func nanoseconds(_ time: timespec) -> Int64 {
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}

/// Which files of a watched folder are to be read: those that are new or changed, and that nobody is writing any more.
/// Pure: it is told what was seen and when, and holds a few bytes a file.
struct WatchedFiles {
  /// Nanoseconds a file has to rest before it is taken.
  static let quiet: Int64 = 1_000_000_000
  /// The same for one that somebody holds open for writing: a program may never close it.
  static let patience: Int64 = 60_000_000_000

  private struct Waiting {
    let stamp: FileStamp
    let since: Int64
  }

  /// Path and stamp of what was read, as one number.
  private var read: Set<Int> = []
  private var waiting: [PathBytes: Waiting] = [:]

  /// Some files are waited for: another look is due soon.
  var isWaiting: Bool { !waiting.isEmpty }

  /// One look at the whole folder, `now` nanoseconds since 1970. `busy` are the files that were written to and not
  /// closed since. Answers with the files to read now, in the order of the listing; they count as read from then on.
  mutating func look(
    at listing: [(path: PathBytes, stamp: FileStamp)], busy: Set<PathBytes> = [], now: Int64
  ) -> [PathBytes] {
    var ready: [PathBytes] = []
    var seen: Set<Int> = []
    var still: [PathBytes: Waiting] = [:]
    for (path, stamp) in listing {
      let number = WatchedFiles.number(path, stamp)
      if read.contains(number) {
        seen.insert(number)
        continue
      }
      let before = waiting[path].flatMap { $0.stamp == stamp ? $0 : nil }
      // One that was written long ago need not be looked at twice; a clock that is ahead proves nothing.
      let since = min(before?.since ?? now, max(stamp.modified, 0))
      let pause = busy.contains(path) ? WatchedFiles.patience : WatchedFiles.quiet
      if stamp.size > 0, now - since >= pause {
        ready.append(path)
        seen.insert(number)
      } else if stamp.size > 0 {
        still[path] = Waiting(stamp: stamp, since: before?.since ?? now)
      }
    }
    // What went away is forgotten; a file that is still empty has nothing to wait for.
    read = seen
    waiting = still
    return ready
  }

  private static func number(_ path: PathBytes, _ stamp: FileStamp) -> Int {
    var hasher = Hasher()
    hasher.combine(path)
    hasher.combine(stamp)
    return hasher.finalize()
  }
}
