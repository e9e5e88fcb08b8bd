import Glibc
import Model

/// The desktop's own way to its clipboard, for terminals that keep theirs from programs.
package struct ClipboardTool: Sendable {
  private let arguments: [[String]]

  package init(environment: [String: String]) {
    func has(_ name: String) -> Bool { environment[name]?.isEmpty == false }
    if has("WAYLAND_DISPLAY") {
      arguments = [["wl-copy"]]
    } else if has("DISPLAY") {
      arguments = [["xclip", "-selection", "clipboard"], ["xsel", "--input", "--clipboard"]]
    } else {
      arguments = []
    }
  }

  /// The first tool that is there takes the text; where there is none, nothing happens.
  package func copy(_ text: String) {
    for words in arguments {
      guard let file = try? DraftFile.temporary() else { return }
      guard (try? file.write(text)) != nil, (try? file.close()) != nil else { return file.discard() }
      if ErrandRunner.runQuietly(Errand(arguments: words, input: file.path, waits: false)) { return }
    }
  }
}
