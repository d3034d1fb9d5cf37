/// What sentences of a rationale rest on.
enum Migration2 {
    /// Adds the links of items.
    ///
    /// A link is of one kind and has the columns of that kind and no other. The record it leads to is a row of the
    /// same case; the guideline library is another file, so a passage is named and its digest kept.
    ///
    /// Links are numbered by the lines of the log that tell of them, so that the number of a link that was removed, or
    /// went with a case that was replaced, is never given again: a screen that is behind removes nothing else.
    static let sql = """
        CREATE TABLE evidence_link (
            case_id INTEGER NOT NULL,
            position INTEGER NOT NULL,
            id INTEGER NOT NULL CHECK (id >= 1),
            sentence TEXT NOT NULL CHECK (sentence <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('record', 'passage', 'search')),
            record INTEGER,
            page INTEGER CHECK (page >= 1),
            first_line INTEGER CHECK (first_line >= 1),
            last_line INTEGER CHECK (last_line >= first_line),
            passage TEXT CHECK (passage <> ''),
            span_start INTEGER CHECK (span_start >= 0),
            span_end INTEGER CHECK (span_end >= span_start),
            digest TEXT,
            words TEXT CHECK (words <> ''),
            found INTEGER CHECK (found >= 0),
            PRIMARY KEY (case_id, position, id),
            FOREIGN KEY (case_id, position) REFERENCES item (case_id, position) ON DELETE CASCADE,
            FOREIGN KEY (case_id, record) REFERENCES record (case_id, position) ON DELETE CASCADE,
            CHECK ((kind = 'record') = (record IS NOT NULL)),
            CHECK ((kind = 'record') = (page IS NOT NULL)),
            CHECK ((kind = 'record') = (first_line IS NOT NULL)),
            CHECK ((kind = 'record') = (last_line IS NOT NULL)),
            CHECK ((kind = 'passage') = (passage IS NOT NULL)),
            CHECK ((kind = 'passage') = (span_start IS NOT NULL)),
            CHECK ((kind = 'passage') = (span_end IS NOT NULL)),
            CHECK ((kind = 'passage') = (digest IS NOT NULL)),
            CHECK ((kind = 'search') = (words IS NOT NULL)),
            CHECK ((kind = 'search') = (found IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX audit_of_links ON audit (case_number, item) WHERE action = 'link.added';

        PRAGMA user_version = 2;
        """
}
