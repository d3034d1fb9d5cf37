import CNcurses
import TextUI

/// The roles of a style sheet as this terminal can show them.
struct Palette {
    /// Attributes and colour pair of one role.
    struct Look: Equatable {
        var attributes: attr_t
        var pair: Int32
    }

    private var looks: [Look]
    /// The sequences that set the same looks by themselves.
    private var renditions: [String]

    subscript(role: Role) -> Look { looks[Int(role.rawValue)] }

    /// Defines the colour pairs that a sheet needs; without at least 8 colours the monochrome sheet serves instead.
    ///
    /// - Parameter firstDirect: where colours are red, green and blue, the lowest value that is none of the palette.
    init(_ sheet: StyleSheet, colours: Int32, firstDirect: Int32, hasDefaults: Bool) {
        let isMonochrome = colours < 8
        let sheet = isMonochrome ? StyleSheet.monochrome : sheet.reduced(to: Int(colours))
        renditions = Role.allCases.map {
            Palette.rendition(of: sheet[$0], isMonochrome ? 0 : colours, firstDirect)
        }
        var pairs: [[Int32]: Int32] = [:]
        looks = Role.allCases.map { role in
            let style = sheet[role]
            var look = Look(attributes: Palette.attributes(of: style), pair: 0)
            guard !isMonochrome else { return look }
            let plain: (Int32, Int32) = hasDefaults ? (-1, -1) : (7, 0)
            let wanted = [
                Palette.number(of: style.foreground, colours, firstDirect) ?? plain.0,
                Palette.number(of: style.background, colours, firstDirect) ?? plain.1,
            ]
            if wanted == [-1, -1] { return look }
            if let pair = pairs[wanted] {
                look.pair = pair
            } else {
                let pair = Int32(pairs.count + 1)
                guard pair < imr_pair_limit(), imr_define_pair(pair, wanted[0], wanted[1]) else { return look }
                pairs[wanted] = pair
                look.pair = pair
            }
            return look
        }
    }

    /// The sequence that sets the look of a role, whatever was set before (ECMA-48, 8.3.117).
    func rendition(of role: Role) -> String { renditions[Int(role.rawValue)] }

    private static func rendition(of style: Style, _ colours: Int32, _ firstDirect: Int32) -> String {
        var codes = ["0"]
        for (isSet, code) in [
            (style.bold, "1"), (style.dim, "2"), (style.italic, "3"), (style.underline, "4"), (style.reverse, "7"),
        ] where isSet {
            codes.append(code)
        }
        func add(_ colour: Colour?, first: Int32) {
            guard colours >= 8, let number = number(of: colour, colours, firstDirect) else { return }
            switch number {
            case ..<8: codes.append("\(first + number)")
            case ..<16 where colours < 0x10000 || number < firstDirect: codes.append("\(first + 60 + number - 8)")
            case _ where colours < 0x10000 || number < firstDirect: codes.append("\(first + 8);5;\(number)")
            default: codes.append("\(first + 8);2;\(number >> 16);\(number >> 8 & 255);\(number & 255)")
            }
        }
        add(style.foreground, first: 30)
        add(style.background, first: 40)
        return "\u{1B}[" + codes.joined(separator: ";") + "m"
    }

    private static func number(of colour: Colour?, _ colours: Int32, _ firstDirect: Int32) -> Int32? {
        guard let colour else { return nil }
        // A terminal of direct colours takes the value itself; its lowest are the palette's.
        if colours > 0xFFFF {
            if case .indexed(let index) = colour, Int32(index) < firstDirect { return Int32(index) }
            let parts = colour.components
            let value = Int32(parts.red << 16 | parts.green << 8 | parts.blue)
            return value < firstDirect ? value | firstDirect : value
        }
        return Int32(colour.nearest(of: Int(colours)))
    }

    private static func attributes(of style: Style) -> attr_t {
        let can = imr_attributes()
        var attributes: attr_t = 0
        if style.bold { attributes |= imr_bold() }
        if style.dim { attributes |= imr_dim() }
        if style.underline { attributes |= imr_underline() }
        if style.reverse { attributes |= imr_reverse() }
        if style.italic { attributes |= imr_italic() }
        // What the terminal lacks would come out as something else.
        return attributes & can
    }
}
