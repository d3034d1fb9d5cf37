import CaseModel
import Foundation

/// Licences, certifications and parties as JSON text, whatever becomes of the types in memory.
enum PeopleJSON {
    private struct StoredLicence: Codable {
        var state: String
        var number: String
        var expires: String?
        var restricted: Bool
    }

    private struct StoredCertification: Codable {
        var specialty: String
        var board: String
        var expires: String?
    }

    private struct StoredParty: Codable {
        var kind: String
        var name: String
    }

    static func text(_ licences: [Licence]) throws -> String {
        try JSONText.encode(
            licences.map {
                StoredLicence(
                    state: $0.state, number: $0.number, expires: $0.expires?.iso, restricted: $0.isRestricted)
            })
    }

    static func text(_ certifications: [Certification]) throws -> String {
        try JSONText.encode(
            certifications.map {
                StoredCertification(specialty: $0.specialty, board: $0.board, expires: $0.expires?.iso)
            })
    }

    static func text(_ parties: [Party]) throws -> String {
        try JSONText.encode(parties.map { StoredParty(kind: $0.kind, name: $0.name) })
    }

    static func licences(_ json: String) throws -> [Licence] {
        try JSONDecoder().decode([StoredLicence].self, from: Data(json.utf8)).map {
            Licence(
                state: $0.state, number: $0.number, expires: $0.expires.flatMap { Day(iso: $0) },
                isRestricted: $0.restricted)
        }
    }

    static func certifications(_ json: String) throws -> [Certification] {
        try JSONDecoder().decode([StoredCertification].self, from: Data(json.utf8)).map {
            Certification(specialty: $0.specialty, board: $0.board, expires: $0.expires.flatMap { Day(iso: $0) })
        }
    }

    static func parties(_ json: String) throws -> [Party] {
        try JSONDecoder().decode([StoredParty].self, from: Data(json.utf8)).map {
            Party(kind: $0.kind, name: $0.name)
        }
    }
}
