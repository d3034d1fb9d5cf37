import CaseModel
import Testing

@testable import Checks

@Suite("Dates")
struct DateTests {
    @Test(
        "Every form of a day is read",
        arguments: [
            ("seen on 12/23/2016 for pain", "2016-12-23"), ("seen 12-6-16.", "2016-12-06"),
            ("On December 9, 2016, a request", "2016-12-09"), ("Dec. 9 2016 note", "2016-12-09"),
            ("the 9th of December, 2016 visit", "2016-12-09"), ("dated 01- 05-2017", "2017-01-05"),
        ])
    func days(_ text: String, _ iso: String) {
        let dates = DateScanner.dates(in: SectionText(text, .summary))
        #expect(dates.map { $0.day?.iso } == [iso])
    }

    @Test(
        "What only looks like a date is none",
        arguments: [
            "Norco 10/325mg", "capsule 320.5/30/16mg", "pain 7/10", "grade 4/5", "L4-5-S1", "2x6", "5/5 strength",
        ])
    func none(_ text: String) {
        #expect(DateScanner.dates(in: SectionText(text, .summary)).isEmpty)
    }

    @Test("A day that does not exist is impossible", arguments: ["02/30/2016", "13/45/2016", "June 31, 2016"])
    func impossible(_ text: String) {
        #expect(DateScanner.dates(in: SectionText(text, .summary)).map(\.value) == [.impossible])
    }

    @Test(
        "The words around a date tell its role",
        arguments: [
            ("She sustained an industrial injury on 10-13-16.", DateRole.injury),
            ("The worker has a date of injury of 10/25/2016.", .injury),
            ("This involves an occupational claim from 10/23/2016.", .injury),
            ("He had a prior injury on 10/25/2010.", .other),
            ("A note two weeks after the injury on 11/16/16 was read.", .other),
            ("On 12-16-2016, utilization review non-certified the request.", .utilizationReview),
            ("The Utilization Review report, with a decision date of 01-05-2017, denied it.", .utilizationReview),
            ("The request was denied by utilization review on January 23, 2017.", .utilizationReview),
            ("In its report of 01-02-17 utilization review found that neither was certified.", .utilizationReview),
            ("In his report of 01-02-17 Dr. A asked what utilization review had denied.", .other),
            ("The request was previously non-certified on 12/01/2016.", .utilizationReview),
            ("An earlier request for the scan had been non-certified on 12/21/2015.", .other),
            ("A report reviewed by Utilization Review (UR) was dated 12-01-2016.", .besideUtilizationReview),
            ("On 1/2/2017, the worker submitted an application for IMR.", .application),
            ("The request for authorization is dated 11/02/2016.", .request),
            ("She is off work until 11/24/2016.", .planned), ("He was seen on 11/24/2016.", .other),
        ])
    func roles(_ text: String, _ role: DateRole) {
        let section = SectionText(text, .summary)
        #expect(DateRoles.assigned(to: DateScanner.dates(in: section), in: section).map(\.role) == [role])
    }
}
