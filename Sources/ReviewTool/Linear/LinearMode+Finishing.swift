internal import CaseModel
internal import CaseStore
internal import Exports
internal import Foundation
internal import Letters
internal import Workstation

/// What stands between a decision and the letter that goes out: the attestation, the signature, the files.
extension LinearMode {
    /// Attests that there is no conflict with the parties of the case, or declares one.
    mutating func attest() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        let access = try await CaseDoor(store: store, actor: actor, today: clock.today()).access(to: desk.reviewCase)
        guard access.obstacle == nil, let assignment = desk.reviewCase.assignment, let parties = access.parties else {
            talk.say(access.obstacle ?? "Nothing is to be attested about the case as it stands.")
            return
        }
        for party in parties { talk.say("\(party.words): \(party.party.name)") }
        let answer = try await talk.answer(
            to: "Have you an affiliation with one of them, or a previous involvement? yes or no: ")
        switch answer.lowercased() {
        case "no", "n":
            let attestation = Attestation(reviewer: assignment.reviewer, parties: parties.map(\.party), at: 0)
            try await store.attest(attestation, in: number, by: actor)
            let changed = try await store.open(number)
            let drafts = try await store.drafts(of: number)
            self.desk?.know(changed, drafts: drafts)
            talk.say("Attested: no affiliation, no previous involvement.")
        case "yes", "y":
            let name = try await talk.answer(to: "With whom? ")
            let reason = try await talk.answer(to: "What is it? ")
            guard !Prose.normalized(reason).isEmpty else {
                talk.say("A conflict is declared with what it is; nothing was recorded.")
                return
            }
            let party = parties.map(\.party).first { $0.name.lowercased() == name.lowercased() || $0.kind == name }
            try await store.declareConflict(
                party ?? Party(kind: "other", name: name), reason: reason, in: number, by: actor)
            leaveCase()
            talk.say("The conflict is recorded, and the case goes to somebody else.")
        default: talk.say("Nothing was recorded; the answer is yes or no.")
        }
    }

    /// Signs the determination, once nothing stands before that and the reviewer says yes.
    mutating func sign() async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        let revision = try await store.open(number).revision
        let service = SigningService(store: store, actor: actor)
        let (document, obstacles) = try await service.letter(of: number)
        guard obstacles.isEmpty else {
            talk.say("\(number) cannot be signed yet.")
            for obstacle in obstacles { talk.say(obstacle) }
            return
        }
        let lines = SpokenText.lines(ofLetter: TextRendering(width: 95).text(of: document))
        talk.say("The letter has \(Counted.words(lines.count, "line")); it is signed once it was said to its end.")
        guard await recite(lines), try await talk.agrees(to: "Sign this letter?") else {
            talk.say("Nothing was signed.")
            return
        }
        guard try await store.open(number).revision == revision else { throw CaseStoreError.changedMeanwhile(number) }
        for line in try await service.sign(number, keyPath: nil, asRead: document).lines { talk.say(line) }
        try await reread()
        self.desk?.forgetSteps()
        talk.say("Nothing of it is changed any more. “export” and a folder writes what was signed.")
    }

    /// Writes a folder with every form of the letter: of a signed case the files as they were signed.
    mutating func export(to path: String) async throws {
        guard let desk else { return }
        let number = desk.reviewCase.number
        guard !path.isEmpty else {
            talk.say("Where to? “export” and a folder.")
            return
        }
        let source = ExportSource(
            store: store, assembly: LetterAssembly(profile: try CurrentProgramme.profile(), form: form),
            today: clock.today(), isPublication: false)
        let folder = try OutputFolder(Place.expanded(path))
        let files: [Rendering] =
            switch try await source.content(of: number) {
            case .parts(let parts): try Renderings().bundle(of: parts)
            case .signed(let files): files
            }
        try folder.write(folder: number.text, files)
        try await store.recordOpening(of: [number], by: actor)
        tell(
            ["\(Counted.words(files.count, "file")) in \(folder.path)/\(number):"]
                + files.map { "\(folder.path)/\(number)/\($0.name)" })
    }
}
