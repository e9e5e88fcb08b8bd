extension CommandTable {
  /// Keys that pin the highlighted country to a slot.
  static let pinning = (1...9).compactMap { number in
    Command(rawValue: "pin-\(number)").map {
      row(
        $0, .picking, "pin", "Pin the country to slot \(number), or take the pin off",
        [.picker: "Alt-\(number)"])
    }
  }
}
