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

  /// Another filter: what was read under the old one is not told any more.
  mutating func forgetInvitations() { invitations = [] }

  /// The cursor stays on its direction, or at the top where it was not moved yet.
  private mutating func lay() {
    let before = list.selected > 0 ? list.current : nil
    list.fill(VisitCourse.all(visits.traces + invitations)) {
      $0.guest == before?.guest && $0.host == before?.host
    }
    showTraces(isSame: before?.guest == list.current?.guest && before?.host == list.current?.host)
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

  mutating func resize(rows: Int, sideRows: Int) {
    list.resize(height: rows)
    traces.resize(height: sideRows)
  }
}
