/// The schema as first released. It is never edited: what changes later is a migration of its own.
enum Migration1 {
    /// Makes everything a library consists of.
    ///
    /// The number of a passage tells its edition and its place, newest edition first; see ``PassageNumber``. The index
    /// of shingles is described at ``ShingleIndex``.
    static let sql = """
        CREATE TABLE edition (
            id INTEGER PRIMARY KEY CHECK (id BETWEEN 1 AND 4095),
            name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 128),
            publisher TEXT NOT NULL CHECK (publisher <> ''),
            title TEXT NOT NULL CHECK (title <> ''),
            year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
            in_force_from TEXT CHECK (in_force_from GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            in_force_to TEXT CHECK (in_force_to GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            rank TEXT NOT NULL CHECK (rank IN ('A', 'B', 'C', 'D', 'E', 'F')),
            is_demonstration INTEGER NOT NULL CHECK (is_demonstration IN (0, 1)),
            digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 16),
            first_passage INTEGER NOT NULL UNIQUE,
            passage_count INTEGER NOT NULL CHECK (passage_count BETWEEN 1 AND 1048576),
            CHECK (in_force_to >= in_force_from)
        ) STRICT;

        CREATE TABLE chapter (
            edition_id INTEGER NOT NULL REFERENCES edition (id),
            position INTEGER NOT NULL CHECK (position >= 1),
            title TEXT NOT NULL CHECK (title <> ''),
            PRIMARY KEY (edition_id, position)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE section (
            id INTEGER PRIMARY KEY,
            edition_id INTEGER NOT NULL REFERENCES edition (id),
            position INTEGER NOT NULL CHECK (position >= 1),
            path TEXT NOT NULL,
            parent TEXT,
            depth INTEGER NOT NULL CHECK (depth >= 0),
            number TEXT,
            title TEXT NOT NULL,
            first_passage INTEGER NOT NULL,
            passage_count INTEGER NOT NULL CHECK (passage_count >= 0),
            UNIQUE (edition_id, position),
            UNIQUE (edition_id, path)
        ) STRICT;

        CREATE TABLE passage (
            id INTEGER PRIMARY KEY,
            section_id INTEGER NOT NULL REFERENCES section (id),
            text TEXT NOT NULL CHECK (text <> ''),
            digest BLOB NOT NULL CHECK (length(digest) = 16)
        ) STRICT;

        -- A passage is found by the title of its section too, which it often does not repeat.
        CREATE VIEW passage_content (id, text, title) AS
            SELECT p.id, p.text, s.title FROM passage AS p JOIN section AS s ON s.id = p.section_id;

        CREATE VIRTUAL TABLE passage_words USING fts5 (
            text, title, content = 'passage_content', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
        );

        CREATE TABLE shingle_segment (
            id INTEGER PRIMARY KEY,
            bits INTEGER NOT NULL CHECK (bits BETWEEN 0 AND 20),
            entries INTEGER NOT NULL CHECK (entries >= 0)
        ) STRICT;

        CREATE TABLE shingle (
            segment_id INTEGER NOT NULL REFERENCES shingle_segment (id),
            bucket INTEGER NOT NULL CHECK (bucket >= 0),
            postings BLOB NOT NULL CHECK (length(postings) % 8 = 0),
            PRIMARY KEY (segment_id, bucket)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE generation (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            number INTEGER NOT NULL
        ) STRICT;
        INSERT INTO generation (id, number) VALUES (1, 0);

        PRAGMA application_id = 0x494D5267;
        PRAGMA user_version = 1;
        """
}
