import Glibc

/// Tells that something changed in folders: inotify where the system gives it, nothing where it does not. What changed
/// is found by looking; only who is writing is kept.
final class FolderEvents {
  private let descriptor: Int32
  private var folders: [Int32: PathBytes] = [:]
  /// Files that were written to and not closed since.
  private(set) var busy: Set<PathBytes> = []
  /// False where some folder cannot be watched: then it has to be looked at now and then.
  private(set) var seesAll: Bool

  init() {
    descriptor = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    seesAll = descriptor >= 0
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// At every look: a folder that is watched already keeps its number, one that took its name gets another.
  func add(_ folder: PathBytes) {
    guard descriptor >= 0 else { return }
    let mask = UInt32(
      IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF
        | IN_ATTRIB | IN_ONLYDIR)
    let number = folder.withCString { inotify_add_watch(descriptor, $0, mask) }
    if number < 0 {
      // One that went away meanwhile needs no watch.
      if errno == ENOSPC || errno == ENOMEM { seesAll = false }
      return
    }
    folders[number] = folder
  }

  /// Waits until something changed, the other descriptor can be read, or the time is over: nil waits without end.
  func wait(milliseconds: Int32?, or other: Int32) {
    var polled = [pollfd(fd: other, events: Int16(POLLIN), revents: 0)]
    if descriptor >= 0 { polled.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    poll(&polled, nfds_t(polled.count), milliseconds ?? -1)
    drain()
  }

  private func drain() {
    guard descriptor >= 0 else { return }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      buffer.withUnsafeBytes { take(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }

  private func take(_ bytes: UnsafeRawBufferPointer) {
    let head = MemoryLayout<inotify_event>.size
    var at = 0
    while at + head <= bytes.count {
      let number = bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)
      let mask = bytes.loadUnaligned(fromByteOffset: at + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: at + 12, as: UInt32.self))
      let name = PathBytes(bytes[(at + head)..<min(bytes.count, at + head + length)].prefix { $0 != 0 })
      at += head + length
      take(number, mask, name)
    }
  }

  private func take(_ number: Int32, _ mask: UInt32, _ name: PathBytes) {
    func tells(_ event: Int32) -> Bool { mask & UInt32(event) != 0 }
    if tells(IN_Q_OVERFLOW) {
      // Who writes is not known any more; a file at rest is taken.
      busy = []
    }
    if tells(IN_IGNORED), let folder = folders.removeValue(forKey: number) {
      busy = busy.filter { !$0.isInside(folder) }
    }
    guard let folder = folders[number], !name.bytes.isEmpty else { return }
    let path = folder.appending(name)
    if tells(IN_MODIFY) { busy.insert(path) }
    if tells(IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE) { busy.remove(path) }
  }
}
