import Testing

@Suite("The terminal of the tests shows what a terminal shows")
struct ScreenModelTests {
    private static let sequences = [
        ("ab\u{1B}[1;3Hc", "abc"),
        ("abcdef\u{1B}[1;3H\u{1B}[K", "ab"),
        ("abcdef\u{1B}[1;3H\u{1B}[2P", "abef"),
        ("abcdef\u{1B}[1;3H\u{1B}[2@", "ab  cd"),
        ("abcdef\u{1B}[1;3H\u{1B}[2X", "ab  ef"),
        ("abcdefgh", "abcdef\ngh"),
        ("abcdef\rx", "xbcdef"),
        ("a\u{1B}[4bb", "aaaaab"),
        ("a\nb\r\nc", "a\n b\nc"),
        ("1\r\n2\r\n3\r\n4\u{1B}[1;3r\u{1B}[3;1H\n", "2\n3\n\n4"),
        ("1\r\n2\r\n3\u{1B}[H\u{1B}M", "\n1\n2\n3"),
        ("1\r\n2\r\n3\u{1B}[2;1H\u{1B}[L", "1\n\n2\n3"),
        ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[M", "2\n3"),
        ("\u{1B}(0qx\u{1B}(Bq", "─│q"),
        ("\u{1B})0\u{0E}q\u{0F}q", "─q"),
        ("a\tb", "a    b"),
        ("\u{1B}[2dx\u{1B}[5Gy", "\nx   y"),
        ("main\u{1B}[?1049h\u{1B}[Hother\u{1B}[?1049l", "main"),
        ("\u{1B}[31;1mé\u{1B}[m…", "é…"),
    ]

    @Test("What ncurses sends shows as on a terminal")
    func shown() {
        for (bytes, shows) in ScreenModelTests.sequences {
            var screen = ScreenModel(rows: 4, columns: 6)
            screen.feed(bytes.utf8)
            #expect(screen.text.trimmedAtEnd == shows, "\(bytes.debugDescription)")
            #expect(screen.unknown == [])
        }
    }

    @Test("What is not to be shown is noted")
    func noted() {
        var screen = ScreenModel(rows: 4, columns: 6)
        screen.feed("\u{1B}]0;title\u{07}\u{07}\u{1B}[?25l\u{1B}[?2004h\u{1B}[99y".utf8)
        #expect(screen.systemCommands == ["0;title"])
        #expect(screen.bells == 1)
        #expect(!screen.isCursorShown)
        #expect(screen.isPasteBracketed)
        #expect(screen.unknown == ["CSI 99y"])
    }
}

extension String {
    /// Without the empty lines at the end.
    fileprivate var trimmedAtEnd: String {
        String(self[..<(lastIndex { $0 != "\n" }.map { index(after: $0) } ?? startIndex)])
    }
}
