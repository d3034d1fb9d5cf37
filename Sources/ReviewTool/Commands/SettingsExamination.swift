internal import CaseModel
internal import CaseStore
internal import Foundation
internal import Programmes
internal import Signing
internal import Themes
internal import Workstation

/// What `imr doctor` says of what a person set: the configuration, what signs, the templates, the keys.
enum SettingsExamination {
    /// A line each; nothing is changed, and no key is used.
    static func remarks(in folder: String = Place.configuration) -> [StoreExamination.Remark] {
        let configuration: Configuration
        do {
            configuration = try Configuration.read(from: folder)
        } catch {
            // What signs stands in the file that cannot be read.
            return [.init(.fail, "config", error.description), templates, keymap(in: folder)]
        }
        return [
            config(in: folder), programme(in: folder), theme(configuration, in: folder), key(configuration.signer),
            agent(configuration.signer), templates, keymap(in: folder),
        ]
    }

    private static func config(in folder: String) -> StoreExamination.Remark {
        let path = folder + "/config.toml"
        return .init(
            .ok, "config", FileManager.default.fileExists(atPath: path) ? path : "none is there; all is as usual.")
    }

    private static func programme(in folder: String) -> StoreExamination.Remark {
        do {
            return .init(.ok, "program", try CurrentProgramme.read(from: folder).id)
        } catch {
            return .init(.fail, "program", Sentence.of(error))
        }
    }

    private static func theme(_ configuration: Configuration, in folder: String) -> StoreExamination.Remark {
        let name = configuration.theme ?? "dark"
        do {
            _ = try ThemeShelf.theme(named: name, in: folder)
            return .init(.ok, "theme", name)
        } catch {
            return .init(.fail, "theme", error.description)
        }
    }

    /// Whether the key that the configuration names can sign.
    private static func key(_ choice: SignerChoice) -> StoreExamination.Remark {
        guard choice.key != nil else {
            return .init(.ok, "signing key", "none is set under [signature] in config.toml; the SSH agent signs.")
        }
        do {
            if let file = choice.keyFile {
                return .init(.ok, "signing key", "\(file), \(try PrivateKey(contentsOf: file).key.fingerprint)")
            }
            let key = try SSHPublicKey(line: choice.publicKey ?? "")
            return .init(.ok, "signing key", "\(key.fingerprint), whose private key the SSH agent holds")
        } catch {
            return .init(.fail, "signing key", Sentence.of(error))
        }
    }

    /// Whether the agent answers; it need not where a key file signs.
    private static func agent(_ choice: SignerChoice) -> StoreExamination.Remark {
        let isNeeded = choice.keyFile == nil
        do {
            let keys = try SSHAgent(
                path: ProcessInfo.processInfo.environment["SSH_AUTH_SOCK"], timeout: .seconds(2)
            ).keys()
            if let line = choice.publicKey, let wanted = try? SSHPublicKey(line: line), !keys.contains(wanted) {
                return .init(
                    .fail, "agent",
                    "it does not hold the key \(wanted.fingerprint) of config.toml; add it with ssh-add.")
            }
            guard keys.isEmpty, isNeeded else {
                return .init(.ok, "agent", "it holds \(Counted.words(keys.count, "\(SSHPublicKey.kind) key"))")
            }
            return .init(.warn, "agent", "it holds no \(SSHPublicKey.kind) key, so nothing can be signed; use ssh-add.")
        } catch {
            return isNeeded
                ? .init(.warn, "agent", error.description) : .init(.ok, "agent", "none answers; the key file signs.")
        }
    }

    private static var templates: StoreExamination.Remark {
        let all = TemplateFolder.all()
        guard let first = all.problems.first else {
            return .init(.ok, "templates", "\(all.templates.count), all of them can be used")
        }
        let more = all.problems.count > 1 ? " And \(all.problems.count - 1) more." : ""
        return .init(.warn, "templates", first + more)
    }

    /// Whether the keymap of the person can be used, and what it leaves without a key.
    private static func keymap(in folder: String) -> StoreExamination.Remark {
        do {
            let remarks = try KeymapFile.read(from: folder).remarks
            guard let first = remarks.first else {
                let isThere = FileManager.default.fileExists(atPath: KeymapFile.path(in: folder))
                return .init(
                    .ok, "keymap", isThere ? KeymapFile.path(in: folder) : "the keys that come with the program")
            }
            let more = remarks.count > 1 ? " And \(remarks.count - 1) more: imr keys names them." : ""
            return .init(.warn, "keymap", "\(KeymapFile.path(in: folder)):\(first.line): \(first.description)\(more)")
        } catch {
            return .init(.fail, "keymap", error.description)
        }
    }
}
