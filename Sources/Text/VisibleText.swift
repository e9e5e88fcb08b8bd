/// Most marks ncurses keeps on one base character.
private let marksPerCell = 4

/// The one way by which text from outside becomes safe to show: one line in which every character takes one or two
/// cells. Control characters appear as their pictures (`␛`), invisible, bidi and unknown ones as `·`; marks without a
/// base stand on `◌`. Text that is safe comes back as it is.
package func visible(_ text: String) -> String {
  if plainCells(text) != nil { return text }
  var safe = String.UnicodeScalarView()
  var marks = 0
  var hasBase = false
  for scalar in normalized(text).unicodeScalars {
    if cellWidth(scalar) == 0, isMark(scalar) {
      if !hasBase { safe.append("\u{25CC}") }
      hasBase = true
      marks += 1
      if marks <= marksPerCell { safe.append(scalar) }
      continue
    }
    safe.append(shown(scalar))
    hasBase = true
    marks = 0
  }
  return String(safe)
}

private func isMark(_ scalar: Unicode.Scalar) -> Bool {
  if (0xFE00...0xFE0F).contains(scalar.value) || (0xE0100...0xE01EF).contains(scalar.value) { return false }
  switch scalar.properties.generalCategory {
  case .nonspacingMark: return scalar.value != 0x034F
  default: return false
  }
}

private func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let value = scalar.value
  if value < 0x20 { return Unicode.Scalar(0x2400 + value) ?? "·" }
  if value < 0x7F { return scalar }
  if value == 0x7F { return "\u{2421}" }
  // Regional indicators pair into flags that terminals draw in two ways; their letters say the same.
  if (0x1F1E6...0x1F1FF).contains(value) { return Unicode.Scalar(value - 0x1F1E6 + 65) ?? "·" }
  if (0x1F3FB...0x1F3FF).contains(value) { return "·" }
  if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return "·" }
  if (0x1100...0x115F).contains(value) || (0xA960...0xA97F).contains(value) { return "·" }
  switch scalar.properties.generalCategory {
  case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
    .enclosingMark, .nonspacingMark, .spacingMark:
    return "·"
  case .spaceSeparator: return " "
  default:
    // What glibc 2.36 does not know yet, it would not print.
    if let age = scalar.properties.age, age.major >= 15 { return "·" }
    return scalar
  }
}
