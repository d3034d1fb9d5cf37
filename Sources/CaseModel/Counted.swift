/// Numbers with their words, for sentences that people read.
public enum Counted {
    /// `1 record`, `2 records`; the plural is the word with an s unless another is given.
    public static func words(_ count: Int, _ word: String, plural: String? = nil) -> String {
        "\(count) \(count == 1 ? word : plural ?? word + "s")"
    }
}
