import Archive
import Asking
import Diplomacy
import Model
import Text

/// What of earlier sessions is taken up, and where this one is kept.
package struct LastSession: Sendable {
  /// Nil where there was none, or a fresh one was asked for.
  package let memory: SessionMemory?
  package let desk: Desk
  package let keeper: SessionKeeper?
  package let flaws: [StateFlaw]

  /// Of what is open without a name nothing is known and nothing kept.
  package init(archive: String?, folders: DataFolders, reader: FilterReader, isFresh: Bool) {
    guard let archive else {
      (memory, desk, keeper, flaws) = (nil, Desk(), nil, [])
      return
    }
    let (shelf, deskShelf) = (SessionShelf(folders: folders, archive: archive), DeskShelf(folders: folders))
    let (kept, flaw) = isFresh ? (nil, nil) : shelf.load(reader)
    let (desk, deskFlaw) = deskShelf.load()
    memory = kept
    self.desk = desk
    keeper = SessionKeeper(shelf: shelf, deskShelf: deskShelf, memory: kept, desk: desk)
    flaws = [flaw, deskFlaw].compactMap(\.self)
  }

  /// Puts the state where it was left.
  package func resume(_ state: inout BrowserState, in archive: any EventArchive) {
    guard let memory else { return }
    var event: EventID?
    // An event that cannot be read keeps nobody from the others.
    if case .event(let remembered)? = memory.stand { event = try? remembered.number(in: archive) }
    state.resume(memory, at: event)
  }
}

/// Why a file of the state folder is not taken up.
package enum StateFlaw: Hashable, Sendable {
  case damaged(String)
  case newer(String)
  /// The filter in it cannot be read; the rest is taken up.
  case filter(String)

  package func sentence(_ say: Catalogue) -> String {
    switch self {
    case .damaged(let path):
      say(
        "%1 is damaged and is not taken up. It stays as %2 when it is written next.", visible(path),
        visible(path) + ".damaged")
    case .newer(let path): say("%1 is of a newer dyad and is not taken up.", visible(path))
    case .filter(let mistake): say("The filter of the last session cannot be read: %1", mistake)
    }
  }
}
