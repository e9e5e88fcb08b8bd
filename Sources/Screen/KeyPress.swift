/// One key as a hand presses it, whatever bytes the terminal sent for it.
package enum KeyPress: Hashable, Sendable {
  /// A printable character, NFC; Space is `.character(" ")`.
  case character(Character)
  /// Control with a lower-case letter: `.control("n")`. Tab, Enter and Escape are not control keys here.
  case control(Character)
  /// Alt (or Escape just before) with a character, or with Enter as `.altEnter`.
  case alt(Character)
  case altEnter
  case enter, tab, shiftTab, escape, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is 1.
  case function(Int)
}
