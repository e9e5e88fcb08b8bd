// The door of this module: the state in, a grid of cells out. Each pane paints the region that the layout gives it and
// names roles; what to show was decided in Model, which colour it has is decided by the theme.
import Model
import Screen
import Text

package struct Painter: Sendable {
  private let usesASCII: Bool

  /// `usesASCII` is for terminals and fonts without the glyphs, or with two cells for them.
  package init(usesASCII: Bool = false) { self.usesASCII = usesASCII }

  package func paint(_ state: BrowserState) -> CellGrid {
    let layout = state.layout
    var grid = CellGrid(size: layout.size)
    if layout.status.isEmpty {
      TimelinePane(state: state, region: layout.list).paintSelectedRow(on: &grid)
    } else {
      StatusPane(state: state, region: layout.status).paint(on: &grid)
      CountryBar(state: state, region: layout.countries).paint(on: &grid)
      paintBody(state, layout, on: &grid)
      RuleLines(state: state, layout: layout).paint(on: &grid)
      DensityStrip(state: state, region: layout.density).paint(on: &grid)
      paintBottom(state, layout.hints, on: &grid)
    }
    return usesASCII ? AsciiGlyphs.replace(in: grid) : grid
  }

  private func paintBody(_ state: BrowserState, _ layout: Layout, on grid: inout CellGrid) {
    if state.showsWording, let trail = state.trail {
      TrailPane(state: state, trail: trail, region: layout.list).paint(on: &grid)
    } else if state.showsWording, let compare = state.compare {
      ComparePane(state: state, compare: compare, left: layout.list, right: layout.detail).paint(on: &grid)
    } else {
      paintList(state, layout, on: &grid)
      paintDetail(state, layout, on: &grid)
    }
  }

  private func paintList(_ state: BrowserState, _ layout: Layout, on grid: inout CellGrid) {
    if state.view == .timeline {
      TimelinePane(state: state, region: layout.list).paint(on: &grid)
    } else {
      ViewPane(state: state, layout: layout).paint(on: &grid)
    }
  }

  /// A picker, the help screen or the why panel lies where the detail is.
  private func paintDetail(_ state: BrowserState, _ layout: Layout, on grid: inout CellGrid) {
    let region = layout.detail
    if let top = state.helpTop {
      HelpPane(state: state, top: top, region: region).paint(on: &grid)
    } else if let picker = state.picker {
      PickerPane(picker: picker, say: state.say, region: region).paint(on: &grid)
    } else if let card = state.card {
      LastMetPane(state: state, card: card, region: region).paint(on: &grid)
    } else if let why = state.why {
      WhyPane(state: state, why: why, region: region).paint(on: &grid)
    } else {
      ViewPane(state: state, layout: layout).paintSide(on: &grid)
    }
  }

  private func paintBottom(_ state: BrowserState, _ region: Region, on grid: inout CellGrid) {
    if let prompt = state.prompt, state.helpTop == nil {
      if let completion = prompt.completion {
        let above = Region(row: region.row.index - 1, column: 0, columns: region.size.columns, rows: 1)
        CandidateLine(completion: completion, region: above).paint(on: &grid)
      }
      PromptPane(prompt: prompt, state: state, region: region).paint(on: &grid)
    } else {
      HintLine(state: state, region: region).paint(on: &grid)
    }
  }
}
