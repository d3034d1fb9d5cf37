import Testing
import TextUI
import Themes

@Suite("Themes")
struct ThemeTests {
    @Test(
        "Text stands out from its ground by 4.5 to 1, in the themes of high contrast by 7 to 1, borders by 3 to 1",
        arguments: Themes.names.filter { $0 != "monochrome" })
    func standsOut(name: String) throws {
        let theme = try Themes.theme(named: name)
        let least = name.hasPrefix("high-contrast") ? 7 : 4.5
        let ground = try #require(theme.ground)
        for role in Role.allCases {
            let style = theme.sheet[role]
            let shown = (style.foreground, style.background ?? ground)
            guard let foreground = shown.0 else { continue }
            #expect(foreground.contrast(with: shown.1) >= (role == .border ? 3 : least), "\(name), \(role)")
            // What a terminal of 256 colours makes of it must stand out too.
            let reduced = Colour.indexed(UInt8(foreground.nearest(of: 256)))
            let behind = Colour.indexed(UInt8(shown.1.nearest(of: 256)))
            #expect(reduced.contrast(with: behind) >= (role == .border ? 3 : least), "\(name), \(role), 256 colours")
        }
    }

    @Test(
        "With few colours every text stands out as much, the hue of what is told by colour stays, and backgrounds are seen",
        arguments: Themes.names, [8, 16])
    func reduced(name: String, count: Int) throws {
        let whole = try Themes.named(name)
        let sheet = whole.reduced(to: count)
        let ground = sheet.ground ?? .indexed(0)
        let least = name.hasPrefix("high-contrast") ? 7 : 4.5
        for role in Role.allCases {
            let style = sheet[role]
            if let foreground = style.foreground {
                let contrast = foreground.contrast(with: style.background ?? ground)
                #expect(contrast >= (role == .border ? 3 : least), "\(name), \(role)")
                // What many palettes have as dark as the ground is no colour for a text.
                #expect(role == .border || foreground != .indexed(8), "\(name), \(role)")
            }
            #expect(style.background != .indexed(8), "\(name), \(role)")
            for colour in [style.foreground, style.background].compactMap({ $0 }) {
                #expect(colour.nearest(of: count) < count && colour == .indexed(UInt8(colour.nearest(of: count))))
            }
            let stoodOut = whole[role].background != nil && whole[role].background != whole.ground
            let back = style.background ?? ground
            #expect(!stoodOut || style.reverse || back != ground, "\(name), \(role)")
        }
    }

    @Test(
        "With sixteen colours what is late is red or as near as is read, and not grey",
        arguments: [
            ("dark", UInt8(9)), ("light", 1), ("solar-dark", 9), ("solar-light", 1), ("blue-orange", 3),
            ("red-cyan", 9), ("sixteen", 9),
        ])
    func hues(name: String, late: UInt8) throws {
        #expect(try Themes.named(name).reduced(to: 16)[.late].foreground == .indexed(late))
    }

    @Test("A painted theme has its ground behind every role without a background of its own")
    func painted() throws {
        let sheet = try Themes.named("solar-dark")
        #expect(Role.allCases.allSatisfy { sheet[$0].background != nil && sheet[$0].foreground != nil })
        #expect(sheet[.body].background == sheet.ground)
        #expect(try Themes.named("dark")[.body].background == nil)
    }

    @Test(
        "Contrast is that of WCAG 2.2",
        arguments: [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#000000", 5.25)])
    func contrasts(one: String, other: String, ratio: Double) throws {
        let colours = (try #require(Colour(parsing: one)), try #require(Colour(parsing: other)))
        #expect(abs(colours.0.contrast(with: colours.1) - ratio) < 0.01)
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
        let named = [Role.date, .amount, .bodyPart, .match, .body].map { sheet[$0] }
        #expect(Set(named).count == named.count, "\(name)")
    }

    @Test(
        "An error names the file and the key",
        arguments: [
            ("name = ", "t.toml:1: this is not TOML"), ("", "“name” is missing"),
            ("name = \"x\"", "“roles” is missing"),
            ("nmae = 1", "t.toml:1: a theme has no key “nmae”"), ("name = 1", "“name” must be a text"),
            ("name = \"x\"\n[roles]\nbody = {}", "“roles.muted” is missing"),
            ("name = \"x\"\n[roles]\nboddy = {}", "t.toml:3: a theme has no key “roles.boddy”"),
            ("name = \"x\"\n[roles]\nbody = {bold = 1}", "t.toml:3: “roles.body.bold” must be true or false"),
            ("name = \"x\"\n[roles]\nbody = {foreground = \"rd\"}", "“roles.body.foreground” must be a colour"),
            ("name = \"x\"\nground = 256\n[roles]", "t.toml:2: “ground” must be a colour"),
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
