import ArgumentParser

/// Completion of commands and options by the shell.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", abstract: "Print a completion script for bash, zsh or fish.",
    discussion: """
      bash   dyad completions bash > ~/.local/share/bash-completion/completions/dyad
      zsh    dyad completions zsh > DIR/_dyad, DIR being one of $fpath
      fish   dyad completions fish > ~/.config/fish/completions/dyad.fish
      """)

  enum Shell: String, CaseIterable, ExpressibleByArgument { case bash, zsh, fish }

  @Argument(help: "bash, zsh or fish.")
  var shell: Shell

  mutating func run() throws {
    let wanted: CompletionShell =
      switch shell {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    say(Dyad.completionScript(for: wanted))
  }
}
