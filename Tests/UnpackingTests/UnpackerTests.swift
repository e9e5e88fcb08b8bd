import Support
import Testing

@testable import Unpacking

/// A file in memory.
private final class BytesInMemory: ByteSource {
  let all: [UInt8]
  /// Bytes of the longest piece that is given, so that every border is met.
  let most: Int
  private(set) var largestPiece = 0
  var size: Int { all.count }

  init(_ all: [UInt8], most: Int = .max) {
    self.all = all
    self.most = most
  }

  func bytes(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, offset < all.count else { return [] }
    return Array(all[offset..<min(all.count, offset + min(count, most))])
  }
}

/// What came out.
private final class Heap: MemberSink {
  var members: [String: [UInt8]] = [:]
  var problems: [UnpackingProblem] = []
  var unwanted: Set<String> = []
  private var name: String?
  private var bytes: [UInt8] = []

  func begin(_ name: MemberName) -> Bool {
    self.name = name.shown
    bytes = []
    return !unwanted.contains(name.shown)
  }
  func take(_ bytes: ArraySlice<UInt8>) -> Bool {
    self.bytes += bytes
    return true
  }
  func end() {
    if let name { members[name] = bytes }
    name = nil
  }
  func fail(_ problem: UnpackingProblem) {
    problems.append(problem)
    name = nil
  }
  var texts: [String: String] { members.mapValues { String(decoding: $0, as: UTF8.self) } }
}

@Suite struct UnpackerTests {
  private func unpack(_ bytes: [UInt8], name: String = "p", pieces: Int = .max) throws -> Heap {
    let heap = Heap()
    let form = try #require(PackedForm(head: bytes.prefix(PackedForm.headLength)))
    Unpacker(BytesInMemory(bytes, most: pieces), name: name, file: "p").unpack(form, into: heap)
    return heap
  }

  private let long = String(repeating: "Hai bên hội đàm tại Hà Nội về nhiều việc. ", count: 9_000)

  // MARK: gzip

  @Test(arguments: [1, 7, 4096, Int.max])
  func gzipComesOutWholeHoweverItIsCut(pieces: Int) throws {
    let text = pieces == 1 ? String(long.prefix(3_000)) : long
    let heap = try unpack(Packing.gzip(Array(text.utf8)), name: "tin.txt.gz", pieces: pieces)
    #expect(heap.texts == ["tin.txt": text])
    #expect(heap.problems.isEmpty)
  }

  @Test func severalGzipMembersAreOneTextAndZerosBehindThemAreNothing() throws {
    let bytes = Packing.gzip(Array("một ".utf8)) + Packing.gzip([]) + Packing.gzip(Array("hai".utf8))
    let heap = try unpack(bytes + [0, 0, 0, 0], name: "a.gz", pieces: 5)
    #expect(heap.texts == ["a": "một hai"] && heap.problems.isEmpty)
  }

  @Test func whatStandsBehindAGzipFileIsLeftOutAndTold() throws {
    let heap = try unpack(Packing.gzip(Array("một".utf8)) + Array("rác".utf8), name: "a.gz")
    #expect(heap.texts == ["a": "một"])
    #expect(heap.problems == [.trailing(file: "p")])
    let half = try unpack(Packing.gzip(Array("một".utf8)) + [0x1F], name: "a.gz")
    #expect(half.texts == ["a": "một"] && half.problems == [.trailing(file: "p")])
  }

  @Test func aTornOrDamagedGzipFileIsTold() throws {
    let whole = Packing.gzip(Array(long.utf8))
    for cut in [4, 8, 9, 200, whole.count - 3] {
      let heap = try unpack(Array(whole.dropLast(cut)), name: "a.gz")
      #expect(heap.members.isEmpty && heap.problems == [.cutOff(file: "p")], "cut \(cut)")
    }
    let wrong = try unpack(Packing.gzip(Array(long.utf8), checksum: 7), name: "a.gz")
    #expect(wrong.members.isEmpty && wrong.problems == [.wrongChecksum(file: "p")])
    var broken = whole
    broken[12] ^= 0xFF
    broken[14] ^= 0xFF
    #expect(try unpack(broken, name: "a.gz").members.isEmpty)
  }

  @Test func aBombIsStoppedByHowFarItSwells() throws {
    let heap = try unpack(Packing.gzip([UInt8](repeating: 65, count: 40 << 20)), name: "a.gz")
    #expect(heap.members.isEmpty && heap.problems == [.tooDense(file: "p")])
    // A mebibyte may come out of anything.
    let small = try unpack(Packing.gzip([UInt8](repeating: 65, count: 1 << 20)), name: "a.gz")
    #expect(small.members["a"]?.count == 1 << 20)
  }

  // MARK: tar

  @Test(arguments: [1, 100, 512, Int.max])
  func tarGivesEveryMemberHoweverItIsCut(pieces: Int) throws {
    let name = String(repeating: "thu-muc/", count: 20) + "dai.txt"
    let pax = "\(name.utf8.count + 10) path=\(name)\n"
    let bytes =
      Packing.tar("a/", [], type: "5") + Packing.tar("a/một.txt", Array("một".utf8))
      + Packing.tar("././@LongLink", Array((name + "\0").utf8), type: "L")
      + Packing.tar("x", Array("hai".utf8)) + Packing.tar("pax", Array(pax.utf8), type: "x")
      + Packing.tar("x", Array(repeating: 66, count: 512)) + Packing.tar("trống.txt", [])
      + Packing.tar("a/.ẩn", [1]) + Packing.tarEnd
    let heap = try unpack(bytes, pieces: pieces)
    #expect(heap.problems.isEmpty)
    #expect(Set(heap.members.keys) == ["a/một.txt", name, "trống.txt"])
    #expect(heap.texts["a/một.txt"] == "một" && heap.members[name]?.count == 512)
  }

  @Test func tarIsFoundInsideGzip() throws {
    let bytes = Packing.gzip(Packing.tar("a.txt", Array("một".utf8)) + Packing.tarEnd)
    let heap = try unpack(bytes, name: "a.tgz")
    #expect(heap.texts == ["a.txt": "một"] && heap.problems.isEmpty)
  }

  @Test func linksDevicesAndNamesThatLeadOutCostNoNeighbour() throws {
    let bytes =
      Packing.tar("../ra.txt", [1]) + Packing.tar("/tuyệt-đối", [1]) + Packing.tar("l", [], type: "2")
      + Packing.tar("d", [], type: "3") + Packing.tar("tốt.txt", Array("tốt".utf8))
    let heap = try unpack(bytes)
    #expect(heap.texts == ["tốt.txt": "tốt"])
    #expect(
      heap.problems == [
        .leadsOut(file: "p, member ../ra.txt"), .leadsOut(file: "p, member /tuyệt-đối"),
        .link(file: "p, member l"), .special(file: "p, member d"),
      ])
  }

  @Test func aTornTarFileKeepsWhatCameBefore() throws {
    let bytes = Packing.tar("a.txt", Array("một".utf8)) + Packing.tar("b.txt", Array(long.utf8)).prefix(2_000)
    let heap = try unpack(bytes)
    #expect(heap.texts == ["a.txt": "một"] && heap.problems == [.cutOff(file: "p")])
  }

  // MARK: zip

  @Test(arguments: [false, true])
  func zipGivesEveryMember(isBig: Bool) throws {
    var stored = Packing.Member("b/kho.txt", "để nguyên")
    stored.isStored = true
    var big = Packing.Member("to.txt", long)
    big.isBig = isBig
    let bytes = Packing.zip(
      [
        Packing.Member("b/", ""), stored, big, Packing.Member("__MACOSX/._x", "x"),
        Packing.Member("0.txt", ""),
      ],
      isBig: isBig, comment: "chú thích")
    let heap = try unpack(bytes)
    #expect(heap.problems.isEmpty)
    #expect(heap.texts == ["b/kho.txt": "để nguyên", "to.txt": long, "0.txt": ""])
    // Bytes before the archive, as in one that unpacks itself, shift every place.
    let shifted = Heap()
    Unpacker(BytesInMemory(Array("tự mở".utf8) + bytes), name: "p", file: "p").unpack(.zip, into: shifted)
    #expect(shifted.texts == heap.texts && shifted.problems.isEmpty)
  }

  @Test func eachFaultOfAMemberIsToldAndItsNeighboursComeOut() throws {
    var encrypted = Packing.Member("kín", "x")
    encrypted.isEncrypted = true
    var wrong = Packing.Member("sai", "một câu dài hơn một chút")
    wrong.checksum = 1
    var strange = Packing.Member("lạ", "x")
    strange.method = 14
    var link = Packing.Member("nối", "/etc/passwd")
    link.mode = 0o120777
    var torn = Packing.Member("rách", long)
    torn.cut = 20
    let bomb = Packing.Member("bom", bytes: [UInt8](repeating: 66, count: 20 << 20))
    let bytes = Packing.zip([
      encrypted, wrong, strange, link, Packing.Member("../ra", "x"), Packing.Member("a\\b", "x"), torn,
      Packing.Member("tốt", "tốt"), bomb, Packing.Member("cuối", "cuối"),
    ])
    let heap = try unpack(bytes)
    #expect(heap.problems.prefix(7).map(\.sentence).allSatisfy { $0.hasPrefix("p, member ") })
    #expect(
      heap.problems.prefix(6) == [
        .encrypted(file: "p, member kín"), .wrongChecksum(file: "p, member sai"),
        .unknownMethod(file: "p, member lạ", method: 14), .link(file: "p, member nối"),
        .leadsOut(file: "p, member ../ra"), .leadsOut(file: "p, member a\\b"),
      ])
    #expect(heap.texts["tốt"] == "tốt")
    #expect(heap.members["rách"] == nil && heap.members["bom"] == nil)
  }

  @Test func membersThatLieOverOneAnotherSwellTheWhole() throws {
    // One megabyte that packs to about ten thousand bytes, listed five thousand times.
    let text = (0..<2_000).map { "\($0 % 97) " + String(repeating: "x", count: 500) }.joined()
    let one = Packing.zip([Packing.Member("a", text)])
    let place = try #require(one.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
    let entry = one[place..<(one.count - 22)]
    var all = Array(one[..<place])
    for _ in 0..<3_000 { all += entry }
    let length = UInt32(all.count - place)
    all += [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [0xB8, 0x0B, 0xB8, 0x0B]
    for number in [length, UInt32(place)] {
      for shift in [0, 8, 16, 24] as [UInt32] { all.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
    let heap = try unpack(all + [0, 0])
    #expect(heap.problems == [.tooDense(file: "p")])
  }

  @Test func aZipWithoutItsEndOrOfSeveralPartsIsTold() throws {
    let whole = Packing.zip([Packing.Member("a", long)])
    #expect(try unpack(Array(whole.dropLast(30))).problems == [.cutOff(file: "p")])
    #expect(try unpack(Array(whole.prefix(100))).problems == [.cutOff(file: "p")])
    var parts = whole
    parts[parts.count - 18] = 1
    #expect(try unpack(parts).problems == [.split(file: "p")])
  }

  @Test func noByteChangedAndNoCutMakesATrap() throws {
    var member = Packing.Member("to.txt", String(long.prefix(4_000)))
    member.isBig = true
    let zip = Packing.zip([Packing.Member("a.txt", "một"), member], isBig: true)
    let tar = Packing.tar("a.txt", Array(long.utf8.prefix(1_500))) + Packing.tarEnd
    var random = SeededGenerator(seed: 20_261_124)
    for whole in [zip, tar, Packing.gzip(tar)] {
      for _ in 0..<2_000 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) {
          bytes = Array(bytes.prefix(Int.random(in: 1...bytes.count, using: &random)))
        }
        let heap = Heap()
        if let form = PackedForm(head: bytes.prefix(512)) {
          Unpacker(BytesInMemory(bytes, most: 700), name: "p", file: "p").unpack(form, into: heap)
        }
        #expect(heap.problems.allSatisfy { $0.sentence.hasPrefix("p") })
      }
    }
  }
}

/// The same numbers on every run.
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
