import Testing

@testable import ReviewTool

@Test(
    "A line is a command by its word or an unambiguous beginning of it",
    arguments: [
        ("open CM17-1", LinearCommand.Reading.command(.open, "CM17-1")), ("  UPH ", .command(.uphold, "")),
        ("page 2  3 ", .command(.page, "2  3")), ("", .nothing), ("dance", .unknown("dance")),
        ("item 2", .command(.item, "2")), ("wr", .command(.write, "")),
        ("over", .ambiguous([.overturn, .override])), ("sig", .command(.sign, "")),
        ("override 2 The brand is meant.", .command(.override, "2 The brand is meant.")),
        ("tem", .ambiguous([.templates, .template])),
    ])
func linearCommands(line: String, reading: LinearCommand.Reading) {
    #expect(LinearCommand.read(line) == reading)
}
