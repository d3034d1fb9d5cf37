/// A kind of request, from which disputed items are made.
enum RequestKind: Sendable {
    /// Something that is done or supplied once.
    case service(String, section: String)
    /// So many visits, over some weeks.
    case visits(String, section: String)
    /// So many pieces of a medication.
    case medication(String, section: String)

    /// Requests that occur with every part of the body.
    static let general: [RequestKind] = [
        .visits("Physical therapy", section: "Physical Medicine"),
        .visits("Acupuncture", section: "Acupuncture"),
        .visits("Chiropractic manipulation", section: "Manual therapy & manipulation"),
        .visits("Psychotherapy", section: "Behavioral interventions"),
        .medication("Hydrocodone/acetaminophen 10/325 mg", section: "Opioids, criteria for use"),
        .medication("Cyclobenzaprine 7.5 mg", section: "Cyclobenzaprine (Flexeril)"),
        .medication("Naproxen 550 mg", section: "NSAIDs (non-steroidal anti-inflammatory drugs)"),
        .medication("Gabapentin 300 mg", section: "Anti-epilepsy drugs (AEDs)"),
        .medication("Omeprazole 20 mg", section: "NSAIDs, GI symptoms & cardiovascular risk"),
        .medication("Lidocaine 5% patch", section: "Topical Analgesics"),
        .service("Urine drug screen", section: "Drug testing"),
        .service("TENS unit, one-month trial", section: "Transcutaneous electrotherapy"),
        .service("Functional capacity evaluation", section: "Work conditioning, work hardening"),
        .service("Functional restoration program evaluation", section: "Functional restoration programs (FRPs)"),
        .service("Follow-up visit with the treating physician", section: "Introduction"),
    ]
}
