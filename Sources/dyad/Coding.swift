import Diplomacy
import Reading

/// The readers of this process: made once, since they carry the lexicons.
private let eventReader = EventReader()
private let articleMarker = ArticleMarker()

func events(in article: Article) -> [Event] { eventReader.events(in: article) }
func explanation(of article: Article) -> Explanation { eventReader.explanation(of: article) }
func marks(in article: Article) -> [TextMark] { articleMarker.marks(in: article) }
