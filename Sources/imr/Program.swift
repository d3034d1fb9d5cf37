import ArgumentParser
import ReviewTool

@main
struct Program {
    static func main() async { await ReviewTool.main() }
}
