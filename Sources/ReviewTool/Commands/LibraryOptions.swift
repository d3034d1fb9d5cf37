internal import ArgumentParser

/// Which guideline library a command works on.
struct LibraryOptions: ParsableArguments {
    @Option(
        name: .customLong("guidelines"),
        help: "The guideline library (default: $IMR_GUIDELINES, else $XDG_DATA_HOME/imr/guidelines.db).",
        completion: .file())
    var library: String?

    var path: String { library ?? Place.guidelines }
}
