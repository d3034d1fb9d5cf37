import Testing
import TextUI
import Themes

/// The contrast of two colours by WCAG 2.2, "relative luminance": from 1 to 21.
private func contrast(_ one: Colour, _ other: Colour) -> Double {
    func luminance(_ colour: Colour) -> Double {
        let parts = colour.components
        let linear = [parts.red, parts.green, parts.blue].map { part in
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }
    let (high, low) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
}

/// A base between 0 and 1 to the power of 2.4, the fifth root of its twelfth power, by Newton's method.
private func power(_ base: Double) -> Double {
    let twelfth = (base * base * base * base * base * base) * (base * base * base * base * base * base)
    var root = 1.0
    for _ in 0..<100 { root = (4 * root + twelfth / (root * root * root * root)) / 5 }
    return root
}

@Suite("Themes")
struct ThemeTests {
    @Test("Text stands out from its ground by 4.5 to 1, borders by 3 to 1", arguments: ["dark", "light"])
    func standsOut(name: String) throws {
        let theme = try Themes.theme(named: name)
        let ground = try #require(theme.ground)
        for role in Role.allCases {
            let style = theme.sheet[role]
            let shown = (style.foreground, style.background ?? ground)
            guard let foreground = shown.0 else { continue }
            #expect(contrast(foreground, shown.1) >= (role == .border ? 3 : 4.5), "\(name), \(role)")
            // What a terminal of 256 colours makes of it must stand out too.
            let reduced = Colour.indexed(UInt8(foreground.nearest(of: 256)))
            let behind = Colour.indexed(UInt8(shown.1.nearest(of: 256)))
            #expect(contrast(reduced, behind) >= (role == .border ? 3 : 4.5), "\(name), \(role), 256 colours")
        }
    }

    @Test("The theme without colours is the one that terminals without colours get")
    func monochrome() throws {
        #expect(try Themes.named("monochrome") == .monochrome)
    }

    @Test("What must be told apart looks different in every theme", arguments: Themes.names)
    func distinct(name: String) throws {
        let sheet = try Themes.named(name)
        for role in [Role.selection, .title, .error, .blank, .control, .match, .accent] {
            #expect(sheet[role] != sheet[.body], "\(name), \(role)")
        }
        #expect(sheet[.error] != sheet[.warning] && sheet[.selection] != sheet[.match])
    }

    @Test(
        "An error names the file and the key",
        arguments: [
            ("name = ", "t.toml is not TOML, at line 1"), ("", "“name” is missing"),
            ("name = \"x\"", "“roles” is missing"),
            ("nmae = 1", "no key “nmae”"), ("name = 1", "“name” must be a text"),
            ("name = \"x\"\n[roles]\nbody = {}", "“roles.muted” is missing"),
            ("name = \"x\"\n[roles]\nboddy = {}", "no key “roles.boddy”"),
            ("name = \"x\"\n[roles]\nbody = {bold = 1}", "“roles.body.bold” must be true or false"),
            ("name = \"x\"\n[roles]\nbody = {foreground = \"rd\"}", "“roles.body.foreground” must be a colour"),
            ("name = \"x\"\nground = 256\n[roles]", "“ground” must be a colour"),
        ])
    func errors(text: String, message: String) {
        let error = #expect(throws: ThemeError.self) { try Theme(parsing: text, file: "t.toml") }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    }

    @Test("Colours are read and reduced", arguments: [("#ffffff", 231, 15, 7), ("#ff0000", 196, 9, 1), ("4", 4, 4, 4)])
    func colours(text: String, of256: Int, of16: Int, of8: Int) throws {
        let colour = try #require(Colour(parsing: text))
        #expect([256, 16, 8].map(colour.nearest) == [of256, of16, of8])
        #expect(Colour(parsing: "#fffff") == nil && Colour(parsing: "256") == nil && Colour(parsing: "red") == nil)
    }
}
