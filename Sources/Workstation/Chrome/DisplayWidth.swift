internal import TextUI

/// How many columns a text takes on the screen.
enum DisplayWidth {
    static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + VisibleText.of($1).width }
    }
}
