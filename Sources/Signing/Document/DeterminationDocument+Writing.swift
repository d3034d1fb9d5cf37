import CaseModel

extension DeterminationDocument {
    /// The bytes of `determination.json`, the same for the same values.
    package var bytes: [UInt8] { JSONWriter.bytes(json) }

    private var json: JSONValue {
        .fields([
            "schema": .string(DeterminationDocument.schema),
            "version": .integer(DeterminationDocument.version),
            "program": .fields(["name": .string("imr"), "version": .string(programVersion)]),
            "programme": .string(programme),
            "caseNumber": .string(caseNumber.text),
            "revision": .integer(revision),
            "replaces": .text(replaces?.hex),
            "determination": DeterminationJSON.value(determination),
            "ranks": .array(ranks.map(\.json)),
            "documentsReviewed": .array(documents.map(\.json)),
            "letters": .array(letters.map(\.json)),
            "reviewer": .fields([
                "id": .string(reviewer.text), "licensure": .texts(determination.reviewer.licensure),
                "specialties": .texts(determination.reviewer.specialties), "key": .string(keyFingerprint),
            ]),
            "allowedSigners": .string(allowedSigners.hex),
            "signedAt": .string(signedAt.iso),
            "meaning": .string(meaning),
            "overrides": .array(overrides.map(\.json)),
            "previousAudit": .text(previousAudit?.hex),
        ])
    }
}

extension ItemRank {
    fileprivate var json: JSONValue {
        .fields([
            "item": .integer(item), "rank": .string(rank),
            "inapplicable": .array(
                inapplicable.map { .fields(["rank": .string($0.rank), "reason": .string($0.reason)]) }),
        ])
    }
}

extension ReviewedDocument {
    fileprivate var json: JSONValue {
        .fields(["title": .string(title), "pages": .integer(pages), "sha256": .string(digest.hex)])
    }
}

extension SignedLetter {
    fileprivate var json: JSONValue {
        .fields([
            "name": .string(name), "mediaType": .string(mediaType), "sha256": .string(digest.hex),
            "size": .integer(size),
        ])
    }
}

extension StandingError {
    fileprivate var json: JSONValue {
        .fields(["rule": .string(rule), "item": .number(item), "reason": .string(reason)])
    }
}
