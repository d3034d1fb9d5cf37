/// The schema as first released. It is never edited: what changes later is a migration of its own.
enum Migration1 {
    /// Makes everything a store consists of.
    ///
    /// `review_case` holds what a worklist shows and nothing longer, so that a page of it reads few pages of the file.
    /// States are rows, so that a later version adds one by `INSERT`: below 40 a case waits for a decision, from 80 on
    /// it is off the shelf of work, and the numbers stand in the order of the work. JSON is checked by its brackets:
    /// an untrusted schema may not call `json_valid`.
    static let sql = tables + indexes + tallies + search + audit + identity

    private static let tables = """
        CREATE TABLE case_state (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            words TEXT NOT NULL
        ) STRICT;
        INSERT INTO case_state (id, name, words) VALUES
            (10, 'received', 'received'), (20, 'assigned', 'assigned'), (30, 'in-review', 'in review'),
            (40, 'decided', 'decided'), (80, 'published', 'published');

        CREATE TABLE letter_form (
            id INTEGER PRIMARY KEY,
            organization TEXT NOT NULL,
            guideline_label TEXT NOT NULL,
            methodology TEXT NOT NULL,
            UNIQUE (organization, guideline_label, methodology)
        ) STRICT;

        CREATE TABLE review_case (
            id INTEGER PRIMARY KEY,
            number TEXT NOT NULL UNIQUE CHECK (length(number) BETWEEN 1 AND 64),
            state INTEGER NOT NULL REFERENCES case_state (id),
            priority TEXT CHECK (priority IN ('standard', 'expedited')),
            due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            -- '~' follows every digit: cases without a due day come last.
            due_order TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due, '~')) VIRTUAL,
            specialty TEXT NOT NULL,
            item_count INTEGER NOT NULL CHECK (item_count >= 0),
            decided_count INTEGER NOT NULL CHECK (decided_count BETWEEN 0 AND item_count),
            is_blind INTEGER NOT NULL CHECK (is_blind IN (0, 1)),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            filed_at INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE determination (
            case_id INTEGER PRIMARY KEY REFERENCES review_case (id) ON DELETE CASCADE,
            header_number TEXT,
            injury TEXT CHECK (injury GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            utilization_review TEXT CHECK (utilization_review GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            application_received TEXT CHECK (application_received GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            assigned TEXT CHECK (assigned GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            decision TEXT CHECK (decision GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            decision_as_filed TEXT CHECK (decision_as_filed GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            licensure TEXT NOT NULL CHECK (licensure GLOB '[[]*]'),
            specialties TEXT NOT NULL CHECK (specialties GLOB '[[]*]'),
            form_id INTEGER NOT NULL REFERENCES letter_form (id),
            summary TEXT NOT NULL
        ) STRICT;

        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            text TEXT NOT NULL,
            original TEXT,
            authorized TEXT,
            remaining TEXT,
            claims_guideline TEXT NOT NULL,
            reviewer_guideline TEXT NOT NULL,
            citations TEXT NOT NULL CHECK (citations GLOB '[[]*]'),
            decision TEXT CHECK (decision IN ('upheld', 'overturned')),
            rationale TEXT NOT NULL,
            UNIQUE (case_id, position)
        ) STRICT;

        -- What an item said when it was filed, kept from its first change on.
        CREATE TABLE item_as_filed (
            item_id INTEGER PRIMARY KEY REFERENCES item (id) ON DELETE CASCADE,
            reviewer_guideline TEXT NOT NULL,
            citations TEXT NOT NULL CHECK (citations GLOB '[[]*]'),
            decision TEXT CHECK (decision IN ('upheld', 'overturned')),
            rationale TEXT NOT NULL
        ) STRICT;

        -- What a published letter had decided, held back during a blind review.
        CREATE TABLE published_item (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            decision TEXT NOT NULL CHECK (decision IN ('upheld', 'overturned')),
            reviewer_guideline TEXT NOT NULL,
            rationale TEXT NOT NULL,
            UNIQUE (case_id, position)
        ) STRICT;

        CREATE TABLE record (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            position INTEGER NOT NULL CHECK (position >= 1),
            title TEXT NOT NULL,
            page_count INTEGER NOT NULL CHECK (page_count >= 0),
            UNIQUE (case_id, position)
        ) STRICT;

        CREATE TABLE record_page (
            id INTEGER PRIMARY KEY,
            record_id INTEGER NOT NULL REFERENCES record (id) ON DELETE CASCADE,
            page INTEGER NOT NULL CHECK (page >= 1),
            text TEXT NOT NULL,
            UNIQUE (record_id, page)
        ) STRICT;

        CREATE TABLE draft (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            item INTEGER NOT NULL CHECK (item >= 1),
            rationale TEXT NOT NULL,
            reviewer_guideline TEXT NOT NULL,
            decision TEXT CHECK (decision IN ('upheld', 'overturned')),
            cursor INTEGER NOT NULL,
            revision INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            UNIQUE (case_id, item)
        ) STRICT;

        """

    private static let indexes = """
        CREATE INDEX case_by_due ON review_case (due_order, number);
        CREATE INDEX case_by_specialty ON review_case (specialty, due_order, number);
        CREATE INDEX case_by_state ON review_case (state, due_order, number);
        CREATE INDEX work_by_due ON review_case (due_order, number) WHERE state < 80;
        CREATE INDEX work_by_number ON review_case (number) WHERE state < 80;
        CREATE INDEX work_by_specialty ON review_case (specialty, due_order, number) WHERE state < 80;

        """

    /// How many cases are in each state, and how many wait for a decision on each due day: counting them again for
    /// every frame would grow with the store.
    private static let tallies = """
        CREATE TABLE state_tally (
            state INTEGER PRIMARY KEY REFERENCES case_state (id),
            cases INTEGER NOT NULL CHECK (cases >= 0)
        ) STRICT;
        CREATE TABLE waiting_tally (
            due TEXT PRIMARY KEY,
            cases INTEGER NOT NULL CHECK (cases >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER tally_insert AFTER INSERT ON review_case BEGIN
            INSERT INTO state_tally (state, cases) VALUES (NEW.state, 1)
                ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
            INSERT INTO waiting_tally (due, cases) SELECT NEW.due_order, 1 WHERE NEW.state < 40
                ON CONFLICT (due) DO UPDATE SET cases = cases + 1;
        END;
        CREATE TRIGGER tally_delete AFTER DELETE ON review_case BEGIN
            UPDATE state_tally SET cases = cases - 1 WHERE state = OLD.state;
            UPDATE waiting_tally SET cases = cases - 1 WHERE due = OLD.due_order AND OLD.state < 40;
        END;
        CREATE TRIGGER tally_update AFTER UPDATE OF state, due ON review_case
        WHEN OLD.state <> NEW.state OR OLD.due_order <> NEW.due_order BEGIN
            UPDATE state_tally SET cases = cases - 1 WHERE state = OLD.state;
            UPDATE waiting_tally SET cases = cases - 1 WHERE due = OLD.due_order AND OLD.state < 40;
            INSERT INTO state_tally (state, cases) VALUES (NEW.state, 1)
                ON CONFLICT (state) DO UPDATE SET cases = cases + 1;
            INSERT INTO waiting_tally (due, cases) SELECT NEW.due_order, 1 WHERE NEW.state < 40
                ON CONFLICT (due) DO UPDATE SET cases = cases + 1;
        END;

        """

    /// `columnsize = 0`: matches come in the order of the worklist and are never ranked. No trigger keeps it: an
    /// untrusted schema may not write to a virtual table, so ``WordsFilter`` does.
    private static let search = """
        CREATE VIRTUAL TABLE case_words USING fts5 (
            words, state, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3', columnsize = 0
        );

        """

    /// The case is named by its number and not by its row: the log outlives what it tells about.
    private static let audit = """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY CHECK (sequence >= 1),
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            case_number TEXT,
            item INTEGER,
            detail TEXT NOT NULL CHECK (detail GLOB '{*}')
        ) STRICT;
        CREATE INDEX audit_by_case ON audit (case_number, sequence);
        CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit log only grows');
        END;
        CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN
            SELECT RAISE(ABORT, 'the audit log only grows');
        END;
        -- Also what keeps INSERT OR REPLACE, which fires no trigger for the row it removes, from rewriting history.
        CREATE TRIGGER audit_no_gap BEFORE INSERT ON audit
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
            OR NEW.at < (SELECT at FROM audit ORDER BY sequence DESC LIMIT 1) BEGIN
            SELECT RAISE(ABORT, 'the audit log has no gaps and its time never runs back');
        END;

        """

    /// See ``StoreIdentity``: 1229804147 is `IMRs`.
    private static let identity = """
        PRAGMA application_id = 1229804147;
        PRAGMA user_version = 1;
        """
}
