import Diplomacy
import GRDB

/// Reads a stretch of the filtered timeline around an anchor without counting what lies before and after it.
struct GlanceQuery {
  /// Places that are reached by reading all before them.
  private static let mostPlaces = 2000

  private static let dated = EventNumber.firstDated..<EventNumber.afterAll
  private static let undated = 0..<EventNumber.firstDated

  let db: Database
  let filter: Filter
  let stream: EventStream
  let order: TimelineOrder

  private struct Stretch {
    var ids: [Int64]
    let anchored: Int
    let reachesStart: Bool
    let reachesEnd: Bool
  }

  /// Nil where the place wanted is only found by counting.
  func window(anchor: TimelineAnchor, rows: Int) throws -> TimelineWindow? {
    guard rows > 0, let stretch = try stretch(anchor, rows) else { return nil }
    let first = stretch.reachesStart ? 0 : 1
    let isCounted = stretch.reachesStart && stretch.reachesEnd
    return TimelineWindow(
      rows: try WindowQuery.read(stretch.ids, filter, db), first: first,
      total: first + stretch.ids.count + (stretch.reachesEnd ? 0 : 1), anchored: first + stretch.anchored,
      isCounted: isCounted)
  }

  private func stretch(_ anchor: TimelineAnchor, _ rows: Int) throws -> Stretch? {
    switch anchor {
    case .start: return try fromStart(rows)
    case .end: return try fromEnd(rows)
    case .position(let place):
      guard place < GlanceQuery.mostPlaces else { return nil }
      return try at(max(0, place), rows)
    case .event(let id):
      let leader = filter.counting == .events ? try FoldTable(db).leader(of: id.number) : id.number
      return try around(leader, block: EventNumber.block(of: leader), rows)
    // Places that are found by counting.
    case .span, .group: return nil
    case .day(let day):
      let block = EventNumber.block(of: day)
      return try around(
        EventNumber.first(inBlock: order == .newestFirst ? block + 1 : block), block: block, rows)
    }
  }

  private func fromStart(_ rows: Int) throws -> Stretch {
    let ids = try forward(after: nil, rows)
    return Stretch(ids: ids, anchored: 0, reachesStart: true, reachesEnd: ids.count < rows)
  }

  private func fromEnd(_ rows: Int) throws -> Stretch {
    let ids = try backward(before: nil, rows)
    return Stretch(
      ids: ids, anchored: max(0, ids.count - 1), reachesStart: ids.count < rows, reachesEnd: true)
  }

  /// A window as `WindowQuery` places it, and one event more to see whether there are more.
  private func at(_ place: Int, _ rows: Int) throws -> Stretch {
    let first = max(0, place - rows / 2)
    let ids = try forward(after: nil, first + rows + 1)
    // Near the end the window is moved up, as far as there is something.
    let start = max(0, min(first, ids.count - rows))
    let shown = Array(ids[start..<min(ids.count, start + rows)])
    return Stretch(
      ids: shown, anchored: max(0, min(place, ids.count - 1) - start), reachesStart: start == 0,
      reachesEnd: start + shown.count == ids.count)
  }

  /// Around the event nearest to a border between two days or events.
  private func around(_ border: Int64, block: Int64, _ rows: Int) throws -> Stretch {
    let part = border >= EventNumber.firstDated ? GlanceQuery.dated : GlanceQuery.undated
    guard let anchored = try nearest(to: border, block: block, in: part) else {
      return part == GlanceQuery.dated ? try fromStart(rows) : try fromEnd(rows)
    }
    var before = try backward(before: anchored, rows / 2)
    let after = try forward(after: anchored, rows - 1 - before.count)
    let reachesStart = before.count < rows / 2
    let reachesEnd = after.count < rows - 1 - before.count
    if reachesEnd, !reachesStart {
      before = try backward(before: anchored, rows - 1 - after.count)
      return Stretch(
        ids: before + [anchored] + after, anchored: before.count,
        reachesStart: before.count < rows - 1 - after.count, reachesEnd: true)
    }
    return Stretch(
      ids: before + [anchored] + after, anchored: before.count, reachesStart: reachesStart,
      reachesEnd: reachesEnd)
  }

  /// The kept events on either side of the border, the one fewer days away; the later of two as near.
  private func nearest(to border: Int64, block: Int64, in part: Range<Int64>) throws -> Int64? {
    let low = try stream.ids(
      in: part.lowerBound..<max(part.lowerBound, min(border, part.upperBound)), descending: true, limit: 1
    ).first
    let high = try stream.ids(
      in: max(border, part.lowerBound)..<max(border, part.upperBound), descending: false, limit: 1
    ).first
    guard let low, let high else { return low ?? high }
    return block - EventNumber.block(of: low) < EventNumber.block(of: high) - block ? low : high
  }

  // MARK: in the order of the timeline: dated events, then undated ones

  private func forward(after id: Int64?, _ limit: Int) throws -> [Int64] {
    let isNewest = order == .newestFirst
    var ids: [Int64] = []
    if id.map({ $0 >= EventNumber.firstDated }) ?? true {
      ids = try stream.ids(in: beyond(id, in: GlanceQuery.dated), descending: isNewest, limit: limit)
    }
    let last = id.flatMap { $0 < EventNumber.firstDated ? $0 : nil }
    return try ids
      + stream.ids(
        in: beyond(last, in: GlanceQuery.undated), descending: isNewest, limit: limit - ids.count)
  }

  private func backward(before id: Int64?, _ limit: Int) throws -> [Int64] {
    let isNewest = order == .newestFirst
    var ids: [Int64] = []
    if id.map({ $0 < EventNumber.firstDated }) ?? true {
      ids = try stream.ids(in: above(id, in: GlanceQuery.undated), descending: !isNewest, limit: limit)
    }
    let first = id.flatMap { $0 >= EventNumber.firstDated ? $0 : nil }
    ids += try stream.ids(
      in: above(first, in: GlanceQuery.dated), descending: !isNewest, limit: limit - ids.count)
    return ids.reversed()
  }

  private func beyond(_ id: Int64?, in part: Range<Int64>) -> Range<Int64> {
    guard let id else { return part }
    return order == .newestFirst ? part.lowerBound..<id : (id + 1)..<max(id + 1, part.upperBound)
  }

  private func above(_ id: Int64?, in part: Range<Int64>) -> Range<Int64> {
    guard let id else { return part }
    return order == .newestFirst ? (id + 1)..<max(id + 1, part.upperBound) : part.lowerBound..<id
  }
}
