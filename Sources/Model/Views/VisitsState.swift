import Diplomacy

/// Who visited whom, and how far the next visit has got; at the side what tells it.
package struct VisitsState: Sendable {
  package private(set) var list = CursorList<VisitCourse>()
  package private(set) var traces = CursorList<VisitTrace>()
  /// More visits were held than are read.
  package private(set) var isCut = false
  package private(set) var isFilled = false
  /// Read out of the texts, which takes longer than the visits.
  private var invitations: [VisitTrace] = []
  private var visits = Visits.none
  /// On which direction the cursor is to stand when the list is filled next.
  var wanted: (guest: Country, host: Country)?

  package var pending: Int { list.items.count { $0.next != nil } }

  mutating func fill(_ visits: Visits) {
    isFilled = true
    self.visits = visits
    isCut = visits.isCut
    lay()
  }

  mutating func take(_ invitations: [VisitTrace]) {
    self.invitations = invitations
    lay()
  }

  /// The cursor stays on its direction, or at the top where it was not moved yet.
  private mutating func lay() {
    let here = list.selected > 0 ? list.current : nil
    let before = wanted ?? here.map { ($0.guest, $0.host) }
    wanted = nil
    list.fill(VisitCourse.all(visits.traces + invitations)) {
      $0.guest == before?.guest && $0.host == before?.host
    }
    showTraces(isSame: here?.guest == list.current?.guest && here?.host == list.current?.host)
  }

  private mutating func showTraces(isSame: Bool) {
    let items = list.current?.traces ?? []
    if isSame {
      let before = traces.current
      traces.fill(items) { $0 == before }
    } else {
      traces.restart(items)
    }
  }

  mutating func move(_ step: ViewStep) { if list.move(step) { showTraces(isSame: false) } }
  mutating func moveTrace(_ step: ViewStep) { traces.move(step) }
  mutating func scrollTraces(by count: Int) { traces.scroll(by: count) }

  mutating func resize(rows: Int, sideRows: Int) {
    list.resize(height: rows)
    traces.resize(height: sideRows)
  }
}
