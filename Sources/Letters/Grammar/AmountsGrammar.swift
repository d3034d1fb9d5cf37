public import CaseModel

/// Reads the three amounts out of the head of a split request.
///
///     head       = original "was the original request." authorized remaining
///     authorized = words "was authorized by the Claims Administrator" ("." / ", leaving …")
///                / "The Claims Administrator authorized" words (", leaving the original request IMR eligible." / ".")
///     remaining  = "The remaining IMR eligible portion of the original request," words ["is"]
///                / "The original request," words ["is"]
///
/// "were" and "are" stand for "was" and "is". Each of the words may hold several sentences. A head of any other form
/// is not split and has no amounts.
public enum AmountsGrammar {
    /// The amounts of a head, without its decision; all nil when it is not split.
    public static func parse(_ head: String) -> Amounts {
        let bytes = Array(head.utf8)
        guard let original = first(["was the original request", "were the original request"], in: bytes[...])
        else { return Amounts() }
        var amounts = Amounts(original: words(bytes[..<original.lowerBound]))
        let rest = bytes[original.upperBound...]
        var last = rest.startIndex
        if let by = first(
            ["was authorized by the claims administrator", "were authorized by the claims administrator"], in: rest)
        {
            amounts.authorized = words(rest[..<by.lowerBound])
            last = by.upperBound
        } else if let verb = first(["the claims administrator authorized"], in: rest) {
            let tail = rest[verb.upperBound...]
            let end = first([", leaving the", ". the remaining", ". the original request"], in: tail)
            amounts.authorized = words(tail[..<(end?.lowerBound ?? tail.endIndex)])
            last = end?.lowerBound ?? tail.endIndex
        }
        if let mark = remainder(rest[last...]) {
            var tail = ASCII.trimmed(rest[mark...], of: " ,;:.")
            for verb in [" is", " are"] as [StaticString] where ASCII.ends(tail, with: verb) {
                tail = ASCII.trimmed(tail.dropLast(verb.utf8CodeUnitCount), of: " ,;:")
            }
            if !tail.isEmpty { amounts.remaining = String(utf8: tail) }
        }
        guard amounts.original != nil, amounts.authorized != nil || amounts.remaining != nil else { return Amounts() }
        return amounts
    }

    /// Whether a text is the head of a split request from its first word to its last.
    ///
    /// A rationale may retell a split request; then a sentence ends inside the original or the remaining amount.
    static func isSplitRequest(_ text: String) -> Bool {
        let amounts = parse(text)
        guard let original = amounts.original, let remaining = amounts.remaining else { return false }
        return !holdsSentenceEnd(original) && !holdsSentenceEnd(remaining)
    }

    /// Where the words of what remains begin: after "portion of the original request" or "The original request,".
    private static func remainder(_ text: ArraySlice<UInt8>) -> Int? {
        if let portion = ASCII.find("portion of the original request", in: text) { return portion.upperBound }
        return ASCII.find("the original request,", in: text)?.upperBound
    }

    private static func first(_ phrases: [StaticString], in text: ArraySlice<UInt8>) -> Range<Int>? {
        phrases.compactMap { ASCII.find($0, in: text) }.min { $0.lowerBound < $1.lowerBound }
    }

    private static func words(_ bytes: ArraySlice<UInt8>) -> String? {
        let trimmed = ASCII.trimmed(bytes, of: " ,;.")
        return trimmed.isEmpty ? nil : String(utf8: trimmed)
    }

    private static func holdsSentenceEnd(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.dropLast(2).contains {
            bytes[$0] == 46 && (bytes[$0 + 1] == 32 && ASCII.isCapital(bytes[$0 + 2]) || bytes[$0 + 1] == 10)
        }
    }
}
