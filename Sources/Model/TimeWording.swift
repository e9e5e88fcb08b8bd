import Diplomacy

extension Wording {
  /// How the timeline is laid out, as a sentence.
  static func sentence(_ zoom: TimeZoom, _ say: Catalogue) -> String {
    switch zoom {
    case .day: say("Day by day")
    case .week: say("Week by week")
    case .month: say("Month by month")
    case .quarter: say("Quarter by quarter")
    case .year: say("Year by year")
    case .decade: say("Decade by decade")
    }
  }

  static func name(_ status: PromiseStatus, _ say: Catalogue) -> String {
    switch status {
    case .open: say("open")
    case .met: say("met")
    case .missed: say("missed")
    }
  }

  package static func name(_ stage: VisitStage, _ say: Catalogue) -> String {
    switch stage {
    case .invited: say("invited")
    case .accepted: say("accepted")
    case .dated: say("planned")
    case .visited: say("visited")
    }
  }

  /// What stands under one heading, in a word.
  package static func headings(_ zoom: TimeZoom, _ say: Catalogue) -> String {
    switch zoom {
    case .day: say("days")
    case .week: say("weeks")
    case .month: say("months")
    case .quarter: say("quarters")
    case .year: say("years")
    case .decade: say("decades")
    }
  }

  /// By what the timeline is ordered.
  package static func order(_ sorting: Sorting, _ clock: TimelineClock, _ say: Catalogue) -> String {
    switch (sorting, clock) {
    case (.time, .event): say("by event date")
    case (.time, .publication): say("by publication date")
    case (.pair, .event): say("by pair")
    case (.pair, .publication): say("by pair and publication date")
    case (.level, .event): say("by level")
    case (.level, .publication): say("by level and publication date")
    case (.kind, .event): say("by kind")
    case (.kind, .publication): say("by kind and publication date")
    case (.match, _): say("by best match")
    }
  }
}

extension BrowserState {
  /// A heading in words; `isAlone` where no heading of the year stands above it.
  package func words(_ heading: TimelineHeading, isAlone: Bool) -> String {
    func year(_ year: Int) -> String { isAlone ? "\(year) " : "" }
    switch heading {
    case .decade(let first): return say("%1s", "\(first)")
    case .year(let number): return "\(number)"
    case .quarter(let number, let quarter):
      return year(number) + say(Wording.quarters[quarter - 1])
    case .month(let number, month: 0): return year(number) + (isAlone ? "" : say("month not known"))
    case .month(let number, let month): return year(number) + Wording.name(ofMonth: month, say)
    case .week(let first, let last): return year(first.year) + Wording.days(first, last, say)
    case .day(let day):
      return year(day.year) + say(Wording.weekdays[day.weekday - 1]) + " " + Wording.days(day, day, say)
    case .dayNotKnown(let number, let month):
      return year(number) + Wording.name(ofMonth: month, say) + ", " + say("day not known")
    case .undated: return say("no date")
    case .pair(let dyad):
      return dyad.spokenCode + "  " + dyad.spoken.map { names.name($0) }.joined(separator: " – ")
    case .level(let level): return Wording.name(level, say)
    case .kind(let kind): return Wording.glyph(kind) + " " + Wording.name(kind, say)
    case .matches:
      return timeline.window.lines < timeline.window.total
        ? say("the best %1 matches", "\(timeline.window.lines)") : say("the best match first")
    }
  }

  /// `Aug 2025 · 14 events`
  package func words(_ fold: FoldedGroup) -> String {
    var parts = [title(fold.group), count(fold.count)]
    guard fold.yearOnly > 0, case .months(let first, let months) = fold.group, months < 12 else {
      return parts.joined(separator: " · ")
    }
    if fold.yearOnly == fold.count {
      parts[0] = "\(first / 12), " + say("month not known")
    } else {
      parts.append(say("%1 of the year alone", "\(fold.yearOnly)"))
    }
    return parts.joined(separator: " · ")
  }

  /// A group as it is named without headings above it.
  package func title(_ group: TimelineGroup) -> String {
    switch group {
    case .months(let first, let count):
      let (year, month) = (first / 12, first % 12)
      switch count {
      case 1: return Wording.month(month + 1, year, say)
      case 3: return say(Wording.quarters[month / 3] + " %1", "\(year)")
      case 12: return "\(year)"
      default: return words(.decade(year), isAlone: true)
      }
    case .undated: return words(.undated, isAlone: true)
    case .pair(let dyad): return words(.pair(dyad), isAlone: true)
    case .level(let level): return words(.level(level), isAlone: true)
    case .kind(let kind): return words(.kind(kind), isAlone: true)
    }
  }

  /// `14 events`, `1 report`
  package func count(_ count: Int) -> String {
    switch counting {
    case .events: count == 1 ? say("1 event") : say("%1 events", "\(count)")
    case .reports: count == 1 ? say("1 report") : say("%1 reports", "\(count)")
    }
  }

  /// `17 of 129 events`; what is kept may still be unknown.
  package func count(_ kept: String, of all: Int) -> String {
    switch counting {
    case .events: all == 1 ? say("%1 of 1 event", kept) : say("%1 of %2 events", kept, "\(all)")
    case .reports: all == 1 ? say("%1 of 1 report", kept) : say("%1 of %2 reports", kept, "\(all)")
    }
  }
}
