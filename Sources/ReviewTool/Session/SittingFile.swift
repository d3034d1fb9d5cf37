internal import CaseModel
internal import Foundation
internal import Workstation

/// Where a session keeps the place of its reviewer, for the next one to go on from should it break off.
///
/// A file for each session that runs at a time, in the folder of state; whose lock is held belongs to a living session.
/// It names a case and a place in it and holds no words. Where it cannot be kept, sessions begin at the list.
final class SittingFile {
    private let descriptor: Int32
    /// The place that the last session was at when it broke off; nil when it was left.
    let found: Sitting?
    private var kept: Sitting?

    /// How many sessions of a reviewer on a store keep their places.
    private static let most = 8
    /// No place needs so many bytes.
    private static let limit = 4096

    /// Opens the first file that no living session has.
    init?(store: String, actor: Actor, in folder: String = Place.state) {
        let sessions = folder + "/sessions"
        try? FileManager.default.createDirectory(
            atPath: sessions, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let name = SittingFile.name(store: URL(filePath: store).standardizedFileURL.path, actor: actor)
        for number in 1...SittingFile.most {
            let path = "\(sessions)/\(name)-\(number).json"
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { return nil }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.descriptor = descriptor
                found = SittingFile.read(descriptor)
                kept = found
                return
            }
            close(descriptor)
        }
        return nil
    }

    deinit { close(descriptor) }

    /// Notes a place; nothing is written while it stays the same.
    func keep(_ sitting: Sitting?) {
        guard sitting != kept else { return }
        kept = sitting
        guard let sitting, let data = try? JSONEncoder().encode(sitting), data.count <= SittingFile.limit else {
            ftruncate(descriptor, 0)
            return
        }
        let written = data.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        ftruncate(descriptor, written == data.count ? off_t(data.count) : 0)
    }

    private static func read(_ descriptor: Int32) -> Sitting? {
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = pread(descriptor, &bytes, limit, 0)
        guard count > 0 else { return nil }
        return try? JSONDecoder().decode(Sitting.self, from: Data(bytes.prefix(count)))
    }

    /// A name for a store and an actor: both may hold what no name of a file does.
    private static func name(store: String, actor: Actor) -> String {
        // FNV-1a; that two meet costs no more than a wrong place, which the store then does not have.
        let hash = (store + "\0" + actor.name).utf8.reduce(UInt64(0xCBF2_9CE4_8422_2325)) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        return String(hash, radix: 16)
    }
}
