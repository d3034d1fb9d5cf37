internal import CaseModel
internal import TextUI

extension Workstation {
    /// Asks for the letter to record under, or ends the recording.
    mutating func recordKeys() -> [Effect] {
        guard let recorder else { return ask(LetterQuestion(purpose: .record)) }
        self.recorder = nil
        guard let macro = recorder.macro else { return note("nothing was recorded") }
        macros?[macro.letter] = macro
        let play = keymap.label(of: .playKeys, in: place) ?? ":play-keys "
        let count = macro.pressed.count
        return [.saveMacro(macro)]
            + note("\(count == 1 ? "1 key" : "\(count) keys") recorded; \(play)\(macro.letter) plays them")
    }

    /// Asks for the letter whose keys are played.
    mutating func playKeys(count: Int? = nil) -> [Effect] {
        guard recorder == nil else { return refuse("recorded keys play no others") }
        return ask(LetterQuestion(purpose: .play, count: count))
    }

    private mutating func ask(_ question: LetterQuestion) -> [Effect] {
        letterQuestion = question
        return macros == nil ? [.loadMacros] : []
    }

    mutating func macrosLoaded(_ macros: [KeyMacro]) -> [Effect] {
        self.macros = Dictionary(macros.map { ($0.letter, $0) }, uniquingKeysWith: { $1 })
        return letterQuestion == nil ? [] : takeTypedAhead()
    }

    /// Takes the letter that was asked for; before it, digits say how often.
    mutating func handle(_ key: Key, in question: LetterQuestion) -> [Effect] {
        letterQuestion = nil
        guard case .character(let typed) = key else {
            return key == .named(.escape) ? [] : refuse("\(key.label) is no letter, a to z")
        }
        if question.purpose == .play, let digit = typed.wholeNumberValue, typed.isASCII,
            digit > 0 || question.count != nil
        {
            letterQuestion = question
            letterQuestion?.count = min((question.count ?? 0) * 10 + digit, WorklistScreen.largestCount)
            return []
        }
        let letter = question.purpose == .play && KeySequence(key) == playSequence ? lastPlayed ?? typed : typed
        switch question.purpose {
        case .record:
            guard KeyMacro(letter: letter, keys: "x") != nil else { return refuse("\(key.label) is no letter, a to z") }
            recorder = KeyRecorder(letter: letter)
            let end = keymap.label(of: .recordKeys, in: place) ?? ":record-keys"
            return note("keys are recorded under \(letter) from now on; \(end) ends it")
        case .play:
            guard let macro = macros?[letter] else { return refuse("nothing is recorded under \(key.label)") }
            let keys = macro.pressed
            let times = question.count ?? 1
            guard keys.count * times <= KeyPlayer.most else {
                return refuse("these are \(keys.count * times) keys; \(KeyPlayer.most) are played at most")
            }
            lastPlayed = letter
            player = KeyPlayer(
                letter: letter, keys: Array(repeatElement(keys, count: times).joined()), refusals: refusals)
            return []
        }
    }

    /// The key that asks to play, pressed once more for the letter played last.
    private var playSequence: KeySequence? { keymap.rows(in: place).first { $0.id == .playKeys }?.keys.first }

    /// Keeps a key that a person pressed, while keys are recorded; the letter that begins it is none of them.
    mutating func record(_ key: Key) {
        guard recorder != nil else { return }
        guard recorder?.isFull == false else {
            _ = recordKeys()
            return
        }
        let isInField =
            caseFile == nil
            ? worklist.isFiltering : caseFile?.isTyping == true || caseFile?.isTypingInItem == true
        recorder?.take(
            key, beginsCommand: overlay == nil && prefix == nil && count == nil && letterQuestion == nil && !isInField)
    }

    /// The next key that is played, when all before it is done; nil when none is, or when what it would do is a person's.
    mutating func nextPlayed() -> Key? {
        guard var playing = player else { return nil }
        if refusals > playing.refusals {
            stopPlaying(because: notice?.text ?? "")
            return nil
        }
        guard isAtRest else { return nil }
        switch overlay {
        case .attestation, .signing, .question:
            stopPlaying(because: "this is for you to answer")
            return nil
        default: break
        }
        guard let key = playing.take() else {
            player = nil
            return nil
        }
        player = playing
        return key
    }

    /// Stops playing, and says at which key and why.
    mutating func stopPlaying(because reason: String) {
        guard let playing = player else { return }
        player = nil
        let kind = notice?.kind ?? .information
        notice = Notice(
            kind: kind, text: "\(playing.letter) stopped at key \(playing.next) of \(playing.keys.count): \(reason)")
    }

    /// Whether nothing is on its way that the next key would have to wait for.
    private var isAtRest: Bool {
        opening == nil && !wantsTemplates && bulk == nil && caseFile?.undo.awaited ?? 0 == 0
            && caseFile?.undo.underWay == nil && worklist.marks.underWay == nil && worklist.marks.viewsSent == 0
            && !isReadingViews && (caseFile != nil || isListAtRest)
    }

    private var isListAtRest: Bool {
        !isListAwaited && !worklist.isStale && !worklist.isAwaited(.length) && !worklist.isAwaited(.row)
    }

    /// What no keys do that are played: it needs the person.
    static let personal: Set<CommandID> = [.sign, .attest, .takeOver, .lock]

    /// Draws the letters that can follow.
    func draw(_ question: LetterQuestion, in frame: inout Frame) {
        let known = (macros ?? [:]).values.sorted { $0.letter < $1.letter }
        var lines = known.suffix(max(0, frame.rows - 6)).map { HintBox.Line(key: String($0.letter), words: $0.label) }
        if lines.isEmpty {
            lines = [
                HintBox.Line(key: "", words: macros == nil ? "reading …" : "nothing is recorded yet", isMuted: true)
            ]
        }
        let title =
            switch question.purpose {
            case .record: "record under"
            case .play: question.count.map { "play \($0) times" } ?? "play"
            }
        HintBox(title: title, lines: lines).draw(in: &frame)
        let digits: [(key: String, word: String)] = question.purpose == .play ? [("1-9", "how often")] : []
        Chrome.footer([("a-z", "the letter")] + digits + [("Esc", "forget it")], notice: nil, right: "", in: &frame)
    }
}

extension CaseScreen {
    /// Whether the rationale or the guideline line has the keyboard.
    fileprivate var isTypingInItem: Bool {
        guard let item = itemNumber else { return false }
        return desks[item - 1].isWriting || desks[item - 1].citationField != nil
    }
}
