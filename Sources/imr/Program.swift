import ArgumentParser
import ReviewTool

@main
struct Program {
    static func main() async {
        ReviewTool.makeFileLimitsErrors()
        ReviewTool.refuseUnknownCommand(in: Array(CommandLine.arguments.dropFirst()))
        await ReviewTool.main()
    }
}
