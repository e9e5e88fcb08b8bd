import Diplomacy
import Reading

func events(in article: Article) -> [Event] { [] }
func marks(in article: Article) -> [TextMark] { [] }
