/// The columns of a case manifest, in both dialects in which the review organization writes it.
enum ManifestColumn: CaseIterable {
    case caseNumber, priority, injury, utilizationReview, treatment, received, notified
    case participant, examinerFirst, examinerLast, examinerSuffix, company
    case employeeFirst, employeeLast, employeeSuffix, provider, claim

    /// The names of the column, in letters and digits of lower case alone. Some are misspelt at their source, and are
    /// known as they ought to be spelt too.
    private var names: [String] {
        switch self {
        case .caseNumber: ["casenumber", "ccasenumber"]
        case .priority: ["priority", "prioritytype"]
        case .injury: ["dateofinjury", "cinjurydate"]
        case .utilizationReview: ["dateofurdecision", "curdecdate"]
        case .treatment: ["treatmentrequested", "ctxreq"]
        case .received: ["receivedate", "receiveddate", "crcvdate"]
        case .notified: ["systemdateiso", "systemdate"]
        case .participant: ["participanttype"]
        case .examinerFirst: ["claimsexaminerfirstname", "cparticipantcontactfname"]
        case .examinerLast: ["claimsexaminerlastname", "cparticipantcontactlname"]
        case .examinerSuffix: ["claimsexaminersuffix", "cparticipantcontactsuffix"]
        case .company: ["claimsadministratorcompanyname", "cparticipantorganname"]
        case .employeeFirst: ["injuredworkerfirstname", "iwfname"]
        case .employeeLast: ["injuredworkerlastname", "iwlname"]
        case .employeeSuffix: ["injuredworkrsuffix", "injuredworkersuffix", "iwsuffix"]
        case .provider: ["providername", "provider"]
        case .claim: ["claimnumber", "cclaimsnumber"]
        }
    }

    /// Columns that a manifest cannot be without.
    static let required: [ManifestColumn] = [.caseNumber, .priority, .treatment]

    /// What it is called in a sentence.
    var words: String {
        switch self {
        case .caseNumber: "caseNumber"
        case .priority: "priority"
        case .treatment: "treatmentRequested"
        case .injury: "dateOfInjury"
        case .utilizationReview: "dateofURDecision"
        case .received: "receiveDate"
        case .notified: "systemDateIso"
        case .participant, .examinerFirst, .examinerLast, .examinerSuffix, .company, .employeeFirst, .employeeLast,
            .employeeSuffix, .provider, .claim:
            names[0]
        }
    }

    /// The column of a heading, whatever its case and punctuation; nil for one that says nothing of the review, such
    /// as an address.
    init?(heading: String) {
        guard let column = ManifestColumn.byName[ManifestColumn.plain(heading)] else { return nil }
        self = column
    }

    /// Headings of columns that are known and say nothing of the review: addresses, barcodes, counts.
    static let otherNames: Set<String> = [
        "claimsadministratoraddress1", "claimsadministratoraddress2", "claimsadministratorcity",
        "claimsadministratorstate", "claimsadministratorzipcode", "caappealnumber", "cparticipant1ststreetaddre",
        "cparticipant2ndstreetaddre", "cparticipantcity", "cparticipantstate", "cparticipantpostalcode",
        "ccaappealnumber", "cacksentdate", "sequencenumber", "filename", "casecount", "oddeven", "doicount",
        "cbarcodecasenumber", "cbarcodeparttype", "cbarcodedoctype", "cdoctypemr",
    ]

    /// A heading in letters and digits of lower case alone.
    static func plain(_ heading: String) -> String {
        heading.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static let byName = Dictionary(
        uniqueKeysWithValues: allCases.flatMap { column in column.names.map { ($0, column) } })
}

/// The first row of a manifest: which column is where.
struct ManifestHeader {
    /// How many cells the row has.
    let width: Int
    /// The headings that are not known, in their order: what stands under them is not taken in.
    let unknown: [String]
    private let places: [ManifestColumn: Int]

    /// Reads a first row; nil when it is not that of a manifest. Of a column that stands twice the first counts
    /// and the others are unknown.
    init?(_ cells: [String]) {
        var places: [ManifestColumn: Int] = [:]
        var unknown: [String] = []
        for (index, heading) in cells.enumerated() {
            if let column = ManifestColumn(heading: heading), places[column] == nil {
                places[column] = index
            } else if !ManifestColumn.otherNames.contains(ManifestColumn.plain(heading)), !heading.trimmed.isEmpty {
                unknown.append(heading.trimmed)
            }
        }
        guard ManifestColumn.required.allSatisfy({ places[$0] != nil }) else { return nil }
        self.places = places
        self.unknown = unknown
        width = cells.count
    }

    /// The cell of a column without white space around it; empty when the manifest lacks the column.
    func text(_ column: ManifestColumn, in cells: [String]) -> String {
        guard let place = places[column], place < cells.count else { return "" }
        return cells[place].trimmed
    }

    /// Cells of several columns, those that hold something, with spaces between.
    func joined(_ columns: [ManifestColumn], in cells: [String]) -> String {
        columns.map { text($0, in: cells) }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension String {
    /// Without white space before and behind.
    var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
