/// Where a determination is being signed: what is said there of the reviewer and the key names what can be done there.
enum SigningPlace: Sendable {
    /// By `imr sign`, which has options for both.
    case command
    /// On a screen, or line by line.
    case session

    /// Who signs is not known.
    var namesNobody: String {
        let reason = "It is not known who signs: no reviewer is registered, so name yourself "
        return switch self {
        case .command: reason + "with --reviewer R-1, or under [signature] in config.toml."
        case .session: reason + "under [signature] in \(Place.configuration)/config.toml: reviewer = \"R-1\"."
        }
    }

    /// Nothing signs for a reviewer who is not registered.
    var hasNoKey: String {
        let reason = "There is no key to sign with: "
        return switch self {
        case .command:
            reason
                + "give --key FILE, set one under [signature] in config.toml, or add one to the SSH agent with ssh-add."
        case .session:
            reason
                + "name its file under [signature] in \(Place.configuration)/config.toml: key = \"FILE\", or add one to "
                + "the SSH agent with ssh-add."
        }
    }
}
