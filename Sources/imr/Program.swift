import ArgumentParser
import ReviewTool

@main
struct Program {
    static func main() async {
        ReviewTool.makeFileLimitsErrors()
        await ReviewTool.main()
    }
}
