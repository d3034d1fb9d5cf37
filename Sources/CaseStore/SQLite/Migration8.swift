/// The bookmarks of reviewers.
enum Migration8 {
    /// Adds the bookmarks.
    ///
    /// A bookmark is of one person, on a line of a record or on a character of the summary. It goes with what it is on:
    /// a case that is replaced has other text.
    static let sql = """
        CREATE TABLE bookmark (
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            actor TEXT NOT NULL CHECK (actor <> ''),
            record INTEGER,
            page INTEGER CHECK (page >= 1),
            line INTEGER CHECK (line >= 1),
            character INTEGER CHECK (character >= 0),
            note TEXT NOT NULL CHECK (length(note) <= 2000),
            at INTEGER NOT NULL,
            FOREIGN KEY (case_id, record) REFERENCES record (case_id, position) ON DELETE CASCADE,
            CHECK ((record IS NULL) = (page IS NULL)),
            CHECK ((record IS NULL) = (line IS NULL)),
            CHECK ((record IS NULL) = (character IS NOT NULL))
        ) STRICT;

        -- NULLs are all different to a key.
        CREATE UNIQUE INDEX bookmark_once
            ON bookmark (case_id, actor, coalesce(record, 0), coalesce(page, 0), coalesce(line, character));

        PRAGMA user_version = 8;
        """
}
