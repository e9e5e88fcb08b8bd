/// What a terminal is told of one cell: palette numbers (nil is the terminal's own colour) and attributes.
package struct ResolvedStyle: Hashable, Sendable {
  package var foreground: Int?
  package var background: Int?
  package var isBold = false
  package var isDim = false
  package var isItalic = false
  package var isUnderlined = false
  package var isReversed = false
  package init() {}
}

/// A colour of a theme, 0 to 255 per part.
package struct RGB: Hashable, Sendable {
  package let red: Int
  package let green: Int
  package let blue: Int

  /// Reads `#rrggbb`; nil for anything else.
  package init?(hex: String) {
    guard hex.utf8.count == 7, hex.hasPrefix("#"), let number = Int(hex.dropFirst(), radix: 16) else {
      return nil
    }
    red = number >> 16 & 255
    green = number >> 8 & 255
    blue = number & 255
  }

  package init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// Contrast ratio of WCAG 2, 1 to 21.
  package func contrast(with other: RGB) -> Double {
    let (one, two) = (luminance, other.luminance)
    return (max(one, two) + 0.05) / (min(one, two) + 0.05)
  }

  private var luminance: Double {
    func linear(_ part: Int) -> Double {
      let value = Double(part) / 255
      return value <= 0.03928 ? value / 12.92 : power((value + 0.055) / 1.055)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }
}

/// x to the 2.4, by Newton's step on the fifth root: x^2.4 = (x^12)^(1/5).
private func power(_ x: Double) -> Double {
  guard x > 0 else { return 0 }
  let x4 = x * x * x * x
  let target = x4 * x4 * x4
  var root = x * x
  for _ in 0..<60 {
    let fourth = root * root * root * root
    root -= (root * fourth - target) / (5 * fourth)
  }
  return root
}

/// How every role looks. The theme decides colours; nobody else does.
package struct Theme: Hashable, Sendable {
  package struct Look: Hashable, Sendable {
    package var colour: RGB?
    package var background: RGB?
    package var isBold = false
    package var isDim = false
    package var isItalic = false
    package var isUnderlined = false
    package var isReversed = false
  }

  package let name: String
  /// Nil keeps the terminal's own.
  package let background: RGB?
  package let roles: [StyleRole: Look]
  package let selected: Look
  package let match: Look

  package func look(of role: StyleRole) -> Look { roles[role] ?? Look() }

  /// The look of a cell on a terminal of that many colours; 0 means attributes alone.
  package func resolved(_ style: CellStyle, colours: Int) -> ResolvedStyle {
    let look = look(of: style.role)
    var result = ResolvedStyle()
    result.foreground = look.colour.flatMap { Palette.number($0, colours: colours) }
    result.background = (look.background ?? background).flatMap { Palette.number($0, colours: colours) }
    result.lay(look)
    if style.isSelected {
      result.lay(selected, over: colours)
      // A ground of few colours is black on black: reverse says it everywhere.
      if colours < 256 { result.isReversed = true }
    }
    if style.isMatch {
      let wasReversed = result.isReversed
      result.lay(match, over: colours)
      // On what is reversed already, turning back is what shows.
      if wasReversed { (result.isReversed, result.isUnderlined) = (false, true) }
    }
    return result
  }
}

extension ResolvedStyle {
  fileprivate mutating func lay(_ look: Theme.Look) {
    isBold = isBold || look.isBold
    isDim = isDim || look.isDim
    isItalic = isItalic || look.isItalic
    isUnderlined = isUnderlined || look.isUnderlined
    isReversed = isReversed || look.isReversed
  }

  fileprivate mutating func lay(_ look: Theme.Look, over colours: Int) {
    if let colour = look.colour.flatMap({ Palette.number($0, colours: colours) }) { foreground = colour }
    if let ground = look.background.flatMap({ Palette.number($0, colours: colours) }) { background = ground }
    lay(look)
  }
}

/// The nearest colours that terminals have.
enum Palette {
  /// Nil on a terminal without colours.
  static func number(_ colour: RGB, colours: Int) -> Int? {
    if colours >= 256 { return nearest(colour, in: 16..<256) }
    if colours >= 16 { return nearest(colour, in: 0..<16) }
    if colours >= 8 { return nearest(colour, in: 0..<8) }
    return nil
  }

  private static func nearest(_ colour: RGB, in numbers: Range<Int>) -> Int? {
    numbers.min { distance(colour, rgb($0)) < distance(colour, rgb($1)) }
  }

  private static func distance(_ one: RGB, _ other: RGB) -> Int {
    let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }

  private static let basic: [RGB] = [
    (0, 0, 0), (205, 49, 49), (13, 188, 121), (229, 229, 16), (36, 114, 200), (188, 63, 188), (17, 168, 205),
    (229, 229, 229), (102, 102, 102), (241, 76, 76), (35, 209, 139), (245, 245, 67), (59, 142, 234),
    (214, 112, 214), (41, 184, 219), (255, 255, 255),
  ].map { RGB(red: $0.0, green: $0.1, blue: $0.2) }

  /// The standard palette of 256.
  static func rgb(_ number: Int) -> RGB {
    if number < 16 { return basic[number] }
    if number >= 232 {
      let grey = 8 + (number - 232) * 10
      return RGB(red: grey, green: grey, blue: grey)
    }
    func part(_ value: Int) -> Int { value == 0 ? 0 : 55 + value * 40 }
    let cube = number - 16
    return RGB(red: part(cube / 36), green: part(cube / 6 % 6), blue: part(cube % 6))
  }
}
