package import CaseModel
package import Letters

extension LetterParts {
    /// The public copy: the determination alone, without a name or number of anybody.
    ///
    /// What goes to the parties only is left out: the list of documents, notices, letters that go with it. The signature
    /// is of other bytes, so it is left out too.
    package func published(without names: KnownNames) -> LetterParts {
        var parts = LetterParts(determination: determination, number: number, title: title, wording: wording)
        let removal = NameRemoval(names)
        parts = parts.mapping { removal.text(without: $0) }
        return parts
    }

    /// The copy for the parties, in which the reviewer is not named (LC 4610.6(f)).
    ///
    /// His whole name is taken out, his family name and the numbers of his licences. The signed bytes stay what they are: what is signed was read before it was signed.
    package func withoutName(of reviewer: Reviewer) -> LetterParts {
        let removal = NameRemoval(KnownNames(wholeNameOf: reviewer))
        return mapping { removal.text(without: $0) }
    }
}
