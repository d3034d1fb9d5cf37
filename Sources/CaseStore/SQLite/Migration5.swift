/// Who reviews, how far a case has come, and what was signed.
enum Migration5 {
    /// Adds reviewers, the staff, assignments, notices, notes, the states after the decision, and what was signed.
    ///
    /// What was signed is kept by triggers: not only commands of this program write to a file. `INSERT OR REPLACE`
    /// fires no trigger for a row that it removes, so insertions are looked at too.
    static let sql = states + people + course + signed + signedCase + "PRAGMA user_version = 5;"

    private static let states = """
        INSERT INTO case_state (id, name, words) VALUES
            (50, 'quality-review', 'quality review'), (60, 'signed', 'signed'), (82, 'delivered', 'delivered'),
            (84, 'withdrawn', 'withdrawn'), (86, 'consolidated', 'consolidated');

        ALTER TABLE review_case ADD COLUMN decided_on TEXT
            CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');
        ALTER TABLE review_case ADD COLUMN suspended_since TEXT
            CHECK (suspended_since GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]');
        UPDATE review_case SET decided_on = (SELECT decision FROM determination WHERE case_id = review_case.id)
            WHERE state = 40;

        -- How many cases on the shelf of work were decided after their due day.
        CREATE TABLE late_tally (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            cases INTEGER NOT NULL CHECK (cases >= 0)
        ) STRICT;
        INSERT INTO late_tally (id, cases)
            SELECT 1, count(*) FROM review_case WHERE state < 80 AND decided_on > due;
        CREATE TRIGGER late_insert AFTER INSERT ON review_case WHEN NEW.state < 80 AND NEW.decided_on > NEW.due BEGIN
            UPDATE late_tally SET cases = cases + 1;
        END;
        CREATE TRIGGER late_delete AFTER DELETE ON review_case WHEN OLD.state < 80 AND OLD.decided_on > OLD.due BEGIN
            UPDATE late_tally SET cases = cases - 1;
        END;
        CREATE TRIGGER late_update AFTER UPDATE OF state, due, decided_on ON review_case
        WHEN coalesce(OLD.state < 80 AND OLD.decided_on > OLD.due, 0)
            <> coalesce(NEW.state < 80 AND NEW.decided_on > NEW.due, 0) BEGIN
            UPDATE late_tally SET cases = cases + coalesce(NEW.state < 80 AND NEW.decided_on > NEW.due, 0)
                - coalesce(OLD.state < 80 AND OLD.decided_on > OLD.due, 0);
        END;

        """

    private static let people = """
        CREATE TABLE reviewer (
            id TEXT PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 32),
            name TEXT NOT NULL CHECK (name <> ''),
            licences TEXT NOT NULL CHECK (licences GLOB '[[]*]'),
            certifications TEXT NOT NULL CHECK (certifications GLOB '[[]*]'),
            years_of_practice INTEGER NOT NULL CHECK (years_of_practice >= 0),
            weekly_hours INTEGER NOT NULL CHECK (weekly_hours BETWEEN 0 AND 168),
            conflicts TEXT NOT NULL CHECK (conflicts GLOB '[[]*]'),
            signing_keys TEXT NOT NULL CHECK (signing_keys GLOB '[[]*]'),
            capacity INTEGER CHECK (capacity >= 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE staff (
            actor TEXT PRIMARY KEY CHECK (length(actor) BETWEEN 1 AND 64),
            role TEXT NOT NULL CHECK (role IN ('coordinator', 'reviewer', 'quality', 'auditor')),
            reviewer TEXT REFERENCES reviewer (id),
            CHECK ((role = 'reviewer') = (reviewer IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE assignment (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            reviewer TEXT NOT NULL REFERENCES reviewer (id),
            reasons TEXT NOT NULL CHECK (reasons GLOB '[[]*]'),
            at INTEGER NOT NULL,
            ended_at INTEGER,
            -- Whether it ended because he has a conflict: he never gets the case again.
            is_conflict INTEGER NOT NULL DEFAULT 0 CHECK (is_conflict IN (0, 1)),
            -- What he attested: the parties that he was shown, and when.
            parties TEXT CHECK (parties GLOB '[[]*]'),
            attested_at INTEGER,
            CHECK ((parties IS NULL) = (attested_at IS NULL))
        ) STRICT;
        CREATE UNIQUE INDEX assignment_of_case ON assignment (case_id) WHERE ended_at IS NULL;
        CREATE INDEX assignment_by_case ON assignment (case_id);
        CREATE INDEX assignment_by_reviewer ON assignment (reviewer) WHERE ended_at IS NULL;

        CREATE TABLE notice (
            case_id INTEGER PRIMARY KEY REFERENCES review_case (id) ON DELETE CASCADE,
            employee TEXT NOT NULL,
            employer TEXT NOT NULL,
            claims_administrator TEXT NOT NULL,
            claims_examiner TEXT NOT NULL,
            requesting_physician TEXT NOT NULL,
            claim_number TEXT NOT NULL,
            treatment_requested TEXT NOT NULL,
            requested TEXT CHECK (requested GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            documents_received TEXT CHECK (documents_received GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
            other_parties TEXT NOT NULL CHECK (other_parties GLOB '[[]*]')
        ) STRICT;

        """

    private static let course = """
        CREATE TABLE case_note (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id) ON DELETE CASCADE,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            step TEXT NOT NULL CHECK (step <> ''),
            text TEXT NOT NULL CHECK (text <> '')
        ) STRICT;
        CREATE INDEX note_by_case ON case_note (case_id);

        -- The leading case is named by its number: it may be filed again.
        CREATE TABLE consolidation (
            case_id INTEGER PRIMARY KEY REFERENCES review_case (id) ON DELETE CASCADE,
            leading TEXT NOT NULL
        ) STRICT;
        CREATE INDEX consolidation_by_leading ON consolidation (leading);

        """

    private static let signed = """
        CREATE TABLE signed_determination (
            id INTEGER PRIMARY KEY,
            case_id INTEGER NOT NULL REFERENCES review_case (id),
            sequence INTEGER NOT NULL CHECK (sequence >= 1),
            revision INTEGER NOT NULL CHECK (revision >= 1),
            bytes BLOB NOT NULL CHECK (length(bytes) > 0),
            signature TEXT NOT NULL CHECK (signature <> ''),
            key_fingerprint TEXT NOT NULL CHECK (key_fingerprint <> ''),
            reviewer TEXT NOT NULL CHECK (length(reviewer) BETWEEN 1 AND 32),
            at INTEGER NOT NULL,
            digest TEXT NOT NULL UNIQUE CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
            replaces TEXT UNIQUE REFERENCES signed_determination (digest),
            UNIQUE (case_id, sequence)
        ) STRICT;
        CREATE TABLE signed_letter (
            id INTEGER PRIMARY KEY,
            signed_id INTEGER NOT NULL REFERENCES signed_determination (id),
            name TEXT NOT NULL CHECK (name NOT IN ('', '.', '..') AND instr(name, '/') = 0),
            bytes BLOB NOT NULL,
            UNIQUE (signed_id, name)
        ) STRICT;
        -- A signed determination that is to be replaced by another one.
        CREATE TABLE amendment (
            digest TEXT PRIMARY KEY REFERENCES signed_determination (digest),
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER signed_no_update BEFORE UPDATE ON signed_determination BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_no_delete BEFORE DELETE ON signed_determination BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_no_replace BEFORE INSERT ON signed_determination
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE id = NEW.id OR digest = NEW.digest)
            OR NEW.sequence <> (SELECT count(*) + 1 FROM signed_determination WHERE case_id = NEW.case_id)
            OR NEW.replaces IS NOT (
                SELECT digest FROM signed_determination WHERE case_id = NEW.case_id ORDER BY sequence DESC LIMIT 1) BEGIN
            SELECT RAISE(ABORT, 'a signed determination names the one before it');
        END;
        CREATE TRIGGER letter_no_update BEFORE UPDATE ON signed_letter BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER letter_no_delete BEFORE DELETE ON signed_letter BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER letter_no_replace BEFORE INSERT ON signed_letter
        WHEN EXISTS (
            SELECT 1 FROM signed_letter WHERE id = NEW.id OR (signed_id = NEW.signed_id AND name = NEW.name)) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER amendment_no_update BEFORE UPDATE ON amendment BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER amendment_no_delete BEFORE DELETE ON amendment BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;

        """

    /// The case under a signature: 60 is signed, 82 delivered.
    private static let signedCase = """
        CREATE TRIGGER signed_case_enter BEFORE UPDATE OF state ON review_case
        WHEN NEW.state = 60 AND OLD.state <> 60 AND NOT EXISTS (
            SELECT 1 FROM signed_determination WHERE case_id = NEW.id AND revision = NEW.revision) BEGIN
            SELECT RAISE(ABORT, 'nothing of this revision is signed');
        END;
        CREATE TRIGGER signed_case_leave BEFORE UPDATE OF state ON review_case
        WHEN OLD.state IN (60, 82) AND NEW.state <> OLD.state AND NOT (OLD.state = 60 AND NEW.state = 82)
            AND NOT EXISTS (SELECT 1 FROM amendment WHERE digest = (
                SELECT digest FROM signed_determination WHERE case_id = OLD.id ORDER BY sequence DESC LIMIT 1)) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_case_update BEFORE UPDATE OF id, number, priority, due, specialty, item_count,
            decided_count, is_blind, revision, decided_on, suspended_since ON review_case
        WHEN OLD.state IN (60, 82) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_case_delete BEFORE DELETE ON review_case
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = OLD.id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_case_replace BEFORE INSERT ON review_case
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = NEW.id)
            OR EXISTS (SELECT 1 FROM signed_determination AS s JOIN review_case AS c ON c.id = s.case_id
                WHERE c.number = NEW.number) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;

        CREATE TRIGGER signed_header_update BEFORE UPDATE ON determination
        WHEN (SELECT state FROM review_case WHERE id = OLD.case_id) IN (60, 82) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_header_delete BEFORE DELETE ON determination
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = OLD.case_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_header_replace BEFORE INSERT ON determination
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = NEW.case_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;

        CREATE TRIGGER signed_item_update BEFORE UPDATE ON item
        WHEN (SELECT state FROM review_case WHERE id = OLD.case_id) IN (60, 82) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_item_delete BEFORE DELETE ON item
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = OLD.case_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_item_insert BEFORE INSERT ON item
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = NEW.case_id)
            OR EXISTS (SELECT 1 FROM item AS i JOIN signed_determination AS s ON s.case_id = i.case_id
                WHERE i.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;

        -- The records that were relied on.
        CREATE TRIGGER signed_record_update BEFORE UPDATE ON record
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = OLD.case_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_record_delete BEFORE DELETE ON record
        WHEN EXISTS (SELECT 1 FROM signed_determination WHERE case_id = OLD.case_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_record_replace BEFORE INSERT ON record
        WHEN EXISTS (SELECT 1 FROM record AS r JOIN signed_determination AS s ON s.case_id = r.case_id
            WHERE r.id = NEW.id OR (r.case_id = NEW.case_id AND r.position = NEW.position)) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_page_update BEFORE UPDATE ON record_page
        WHEN EXISTS (SELECT 1 FROM record AS r JOIN signed_determination AS s ON s.case_id = r.case_id
            WHERE r.id = OLD.record_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_page_delete BEFORE DELETE ON record_page
        WHEN EXISTS (SELECT 1 FROM record AS r JOIN signed_determination AS s ON s.case_id = r.case_id
            WHERE r.id = OLD.record_id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;
        CREATE TRIGGER signed_page_replace BEFORE INSERT ON record_page
        WHEN EXISTS (SELECT 1 FROM record AS r JOIN signed_determination AS s ON s.case_id = r.case_id
                WHERE r.id = NEW.record_id)
            OR EXISTS (SELECT 1 FROM record_page AS p JOIN record AS r ON r.id = p.record_id
                JOIN signed_determination AS s ON s.case_id = r.case_id WHERE p.id = NEW.id) BEGIN
            SELECT RAISE(ABORT, 'what is signed stays');
        END;

        """
}
