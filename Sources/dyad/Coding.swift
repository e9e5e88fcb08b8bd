import Asking
import Diplomacy
import Dispatch
import Lexicons
import Program
import Reading

/// The readers of this process: made once, since they carry the lexicons.
private let eventReader = EventReader()
private let articleMarker = ArticleMarker()

func events(in article: Article) -> [Event] { eventReader.events(in: article) }
func explanation(of article: Article) -> Explanation { eventReader.explanation(of: article) }
func marks(in article: Article) -> [TextMark] { articleMarker.marks(in: article) }

/// Reads the lists of words on another thread while the archive is opened: the first screen wants both.
func readWordListsAside() {
  DispatchQueue.global(qos: .userInitiated).async {
    _ = CountryNames.shared
    _ = Spellings.ofCountries()
    ArticleMarker.prepare(.vietnamese)
  }
}
