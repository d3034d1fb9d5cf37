import CaseModel
import GRDB

/// A filter as conditions of SQL over `review_case AS c`, with its values bound.
///
/// The text is put together from literals of this folder alone; everything that a person typed is an argument.
struct FilterSQL {
    /// The search of the index of words that all bare words come to; nil when there are none.
    private(set) var words: String?
    /// The other conditions, each true or false for a case.
    private(set) var conditions: [String] = []
    /// The values of the conditions and, as `words`, of the search.
    private(set) var arguments: [String: (any DatabaseValueConvertible)?] = [:]

    private let query: WorklistQuery
    private var count = 0

    /// Understands the filter of a query.
    /// - Throws: ``CaseStoreError/filter(_:)``.
    init(_ query: WorklistQuery, in db: Database) throws {
        self.query = query
        do {
            let filter = try WorklistFilter(parsing: query.words)
            var searches: [String] = []
            for term in filter.terms {
                if case .words(let phrases) = term.condition {
                    guard let search = WordsFilter.expression(anyOf: phrases) else { continue }
                    if term.isNegated {
                        conditions.append("c.id NOT IN " + matches(search))
                    } else {
                        searches.append(search)
                    }
                } else {
                    let condition = try condition(of: term, in: db)
                    conditions.append(term.isNegated ? "NOT (" + condition + ")" : condition)
                }
            }
            guard !searches.isEmpty else { return }
            let search = searches.joined(separator: " AND ")
            words = search
            arguments["words"] = search
        } catch CaseModelError.notAFilter(let problem) {
            throw CaseStoreError.filter(problem)
        }
    }

    /// Whether it lists all cases.
    var isEmpty: Bool { words == nil && conditions.isEmpty }

    /// All conditions but the search, to follow others; empty when there are none.
    var andConditions: String { conditions.map { " AND (" + $0 + ")" }.joined() }

    /// All conditions, to follow others. The plus keeps the search from being what the rows are found by.
    var andAll: String {
        (words == nil ? "" : " AND +c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH :words)")
            + andConditions
    }
}

// MARK: - Conditions

extension FilterSQL {
    private mutating func condition(of term: FilterTerm, in db: Database) throws -> String {
        switch term.condition {
        case .words(let phrases):
            return WordsFilter.expression(anyOf: phrases).map { "c.id IN " + matches($0) } ?? "1"
        case .wordsOrNumber(let text):
            guard let search = WordsFilter.expression(anyOf: [text]) else { return try numbered([text], in: db) }
            return try numbered([text], or: search, in: db)
        case .number(let parts):
            return try numbered(parts, in: db)
        case .standing(let standings):
            return any(try standings.map { try standing($0, term) })
        case .state(let states):
            return any(states.map { "c.state = " + bind($0.stored) })
        case .priority(let priorities):
            return any(priorities.map { "c.priority IS " + bind($0.rawValue) })
        case .specialty(let words):
            let found = try WorklistReading.specialties(in: db).filter { specialty in
                words.contains { FoldedPage.hasWords($0, in: specialty) }
            }
            return found.isEmpty ? "0" : "c.specialty IN (" + found.map { bind($0) }.joined(separator: ", ") + ")"
        case .has(let belongings):
            return any(belongings.map { FilterSQL.holders(of: $0) })
        case .items(let comparison, let number):
            return "c.item_count " + FilterSQL.sign(comparison) + bind(number)
        case .decidedItems(let comparison, let number):
            return "c.decided_count " + FilterSQL.sign(comparison) + bind(number)
        case .due(let comparison, let day):
            return "c.due_order " + FilterSQL.sign(comparison) + bind(try resolved(day, term).iso)
                + " AND c.due_order <> '~'"
        case .decisionDay(let comparison, let day):
            // By an index of its own, for the row of a determination holds its summary.
            return "c.id IN (SELECT d.case_id FROM determination AS d INDEXED BY determination_by_decision"
                + " WHERE d.decision IS NOT NULL AND d.decision " + FilterSQL.sign(comparison)
                + bind(try resolved(day, term).iso) + ")"
        case .tag(let tags):
            return "c.id IN (SELECT case_id FROM case_tag WHERE " + any(tags.map { tagged($0) }) + ")"
        case .assigned(let reviewers):
            return any(reviewers.map { assigned(to: $0) })
        }
    }

    /// A value bound under a name of its own.
    mutating func bind(_ value: some DatabaseValueConvertible) -> String {
        count += 1
        let name = "f\(count)"
        arguments[name] = value
        return ":" + name
    }

    private mutating func matches(_ search: String) -> String {
        "(SELECT rowid FROM case_words WHERE case_words MATCH " + bind(search) + ")"
    }

    private func any(_ conditions: [String]) -> String {
        conditions.map { "(" + $0 + ")" }.joined(separator: " OR ")
    }

    private mutating func standing(_ standing: FilterStanding, _ term: FilterTerm) throws -> String {
        switch standing {
        case .open: "c.state < 40"
        // What was decided late stays late until it is off the shelf of work, as the top line counts it.
        case .late:
            "c.state < 40 AND c.due_order < " + bind(try resolved(.fromToday(0), term).iso)
                + " OR c.state < 80 AND c.decided_on > c.due"
        case .decided: "c.state = " + bind(CaseState.decided.stored)
        case .published: "c.state = " + bind(CaseState.published.stored)
        case .signed: signed
        case .suspended: suspended
        case .mine: query.reviewer.map { assigned(to: $0) } ?? "0"
        }
    }

    /// A range of the index of tags, which are ordered by their bytes: nothing sorts behind the last code point.
    private mutating func tagged(_ tag: FilterTag) -> String {
        tag.isWhole
            ? "word = " + bind(tag.stored)
            : "word >= " + bind(tag.stored) + " AND word < " + bind(tag.stored + "\u{10FFFF}")
    }

    private func resolved(_ day: FilterDay, _ term: FilterTerm) throws -> Day {
        guard let resolved = day.day(today: query.today) else {
            throw CaseStoreError.filter(
                FilterProblem(
                    span: term.span, sentence: "This filter counts from today, and no day was given to count from."))
        }
        return resolved
    }

    private static func sign(_ comparison: FilterComparison) -> String {
        switch comparison {
        case .less: "< "
        case .atMost: "<= "
        case .more: "> "
        case .atLeast: ">= "
        case .equal: "= "
        }
    }

    private static func holders(of belonging: FilterBelonging) -> String {
        switch belonging {
        case .draft: "c.id IN (SELECT case_id FROM draft)"
        case .records: "c.id IN (SELECT case_id FROM record)"
        }
    }
}
