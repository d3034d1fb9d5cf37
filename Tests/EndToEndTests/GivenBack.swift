import Foundation
import Testing

extension PseudoTerminal {
    /// Expects that the terminal is as a shell wants it: main screen, visible cursor, no modes of ours, lines and echo.
    func expectGivenBack(sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!screen.isAlternate, "the alternate screen is still shown", sourceLocation: sourceLocation)
        #expect(screen.isCursorShown, "the cursor is still hidden", sourceLocation: sourceLocation)
        #expect(!screen.isPasteBracketed, "pasted text still comes in brackets", sourceLocation: sourceLocation)
        #expect(!screen.isFocusTold, "the focus is still told", sourceLocation: sourceLocation)
        #expect(screen.mouseModes == [], "the mouse is still listened to", sourceLocation: sourceLocation)
        #expect(!screen.isKeypadOn, "the arrow keys are still in their other mode", sourceLocation: sourceLocation)
        let modes = Int32(bitPattern: localModes)
        #expect(
            modes & ICANON != 0 && modes & ECHO != 0 && modes & ISIG != 0, "still raw", sourceLocation: sourceLocation)
    }
}
