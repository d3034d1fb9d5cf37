/// A part of the body, and how cases about it go.
struct BodyRegion: Sendable {
    /// The part, as in "pain in the …".
    var part: String
    /// The specialties of those who review it.
    var specialties: [String]
    /// The chapter of the treatment schedule, with its year.
    var chapter: (name: String, year: Int)
    /// Ways of getting hurt, as in "while …".
    var mechanisms: [String]
    /// Complaints, as in "reports …".
    var symptoms: [String]
    /// Findings, as in "showed …".
    var findings: [String]
    /// Diagnoses.
    var diagnoses: [String]
    /// Requests peculiar to the part.
    var requests: [RequestKind]
}

extension BodyRegion {
    /// All parts that cases are made of.
    static let all: [BodyRegion] = [lowBack, neck, shoulder, knee, hand, ankle]

    private static let lowBack = BodyRegion(
        part: "low back",
        specialties: ["Physical Medicine and Rehabilitation", "Pain Medicine", "Orthopedic Surgery"],
        chapter: ("Low Back Complaints", 2004),
        mechanisms: [
            "lifting a crate from a low shelf", "pulling a loaded pallet jack", "moving a patient from bed to chair",
            "stepping down from a truck with a heavy box",
        ],
        symptoms: [
            "an aching low back pain", "pain that runs down the leg to the calf", "stiffness in the morning",
            "numbness of the outer foot", "pain that wakes the worker at night",
        ],
        findings: [
            "spasm of the paraspinal muscles", "flexion limited to 40 degrees",
            "a straight leg raise positive at 45 degrees",
            "decreased sensation over the outer calf", "full strength of the great toe", "tenderness at L4 to S1",
        ],
        diagnoses: ["lumbar strain", "lumbar radiculopathy", "lumbar disc displacement", "lumbar facet arthropathy"],
        requests: [
            .service("MRI of the lumbar spine without contrast", section: "Special Studies"),
            .service("Lumbar epidural steroid injection at L4-L5", section: "Physical Methods"),
            .service("Lumbar facet joint medial branch block at L3-L5", section: "Physical Methods"),
            .service("L5-S1 anterior lumbar interbody fusion", section: "Surgical Considerations"),
            .service("Lumbar support orthosis", section: "Physical Methods"),
        ])

    private static let neck = BodyRegion(
        part: "neck",
        specialties: ["Neurological Surgery", "Pain Medicine", "Physical Medicine and Rehabilitation"],
        chapter: ("Neck and Upper Back Complaints", 2004),
        mechanisms: [
            "driving a van that was struck from behind", "looking up to fit a ceiling panel",
            "carrying roofing material on one shoulder",
        ],
        symptoms: [
            "neck pain with turning of the head", "headache at the back of the head",
            "tingling of the thumb and index finger",
            "pain between the shoulder blades",
        ],
        findings: [
            "rotation limited to 50 degrees on the left", "a positive Spurling test", "a diminished biceps reflex",
            "tenderness of the trapezius", "normal grip strength on both sides",
        ],
        diagnoses: ["cervical strain", "cervical radiculopathy", "cervical spondylosis", "cervicogenic headache"],
        requests: [
            .service("MRI of the cervical spine without contrast", section: "Special Studies"),
            .service(
                "Electromyography and nerve conduction study of the upper extremities", section: "Special Studies"),
            .service("Cervical epidural steroid injection at C6-C7", section: "Initial Care"),
            .service("Cervical traction unit, purchase", section: "Physical Methods"),
        ])

    private static let shoulder = BodyRegion(
        part: "shoulder",
        specialties: ["Orthopedic Surgery", "Sports Medicine", "Physical Medicine and Rehabilitation"],
        chapter: ("Shoulder Complaints", 2004),
        mechanisms: [
            "catching a falling ladder", "stacking boxes above the head", "pulling a jammed gate open",
        ],
        symptoms: [
            "pain with reaching above the head", "weakness when lifting a pan", "pain when lying on the side",
            "a catching feeling in the joint",
        ],
        findings: [
            "abduction of 110 degrees", "a positive Neer sign", "a positive Hawkins sign",
            "weakness of external rotation, four of five", "tenderness over the acromioclavicular joint",
        ],
        diagnoses: ["rotator cuff tear", "impingement syndrome", "adhesive capsulitis", "shoulder sprain"],
        requests: [
            .service("MR arthrogram of the shoulder", section: "Special Studies"),
            .service(
                "Arthroscopic rotator cuff repair with subacromial decompression", section: "Surgical Considerations"),
            .service("Subacromial corticosteroid injection under ultrasound guidance", section: "Initial Care"),
            .service("Cold therapy unit, 14-day rental", section: "Initial Care"),
        ])

    private static let knee = BodyRegion(
        part: "knee",
        specialties: ["Orthopedic Surgery", "Sports Medicine", "Family Medicine"],
        chapter: ("Knee Complaints", 2004),
        mechanisms: [
            "twisting on a wet floor", "climbing down a scaffold", "kneeling on concrete for most of a shift",
        ],
        symptoms: [
            "pain on stairs", "swelling after a day of standing", "a feeling that the knee gives way",
            "locking when rising",
        ],
        findings: [
            "a small effusion", "tenderness along the inner joint line", "a positive McMurray test",
            "flexion of 115 degrees", "a stable joint to stress",
        ],
        diagnoses: ["medial meniscus tear", "patellofemoral pain", "osteoarthritis of the knee", "ligament sprain"],
        requests: [
            .service("MRI of the knee without contrast", section: "Special Studies"),
            .service("Arthroscopic partial medial meniscectomy", section: "Surgical Considerations"),
            .service("Hyaluronic acid injection, series of three", section: "Initial Care"),
            .service("Hinged knee brace", section: "Activity Alteration"),
        ])

    private static let hand = BodyRegion(
        part: "wrist and hand",
        specialties: ["Hand Surgery", "Occupational Medicine", "Orthopedic Surgery"],
        chapter: ("Forearm, Wrist, and Hand Complaints", 2004),
        mechanisms: [
            "entering data for ten hours a day", "using a pneumatic drill", "breaking a fall with the open hand",
        ],
        symptoms: [
            "numbness of three fingers at night", "dropping of small objects", "pain at the base of the thumb",
            "a weak grip",
        ],
        findings: [
            "a positive Phalen test", "a positive Tinel sign at the wrist", "a grip of 18 kilograms against 34",
            "tenderness of the first extensor compartment", "no wasting of the thenar muscles",
        ],
        diagnoses: ["carpal tunnel syndrome", "de Quervain tenosynovitis", "wrist sprain"],
        requests: [
            .service("Nerve conduction study of the upper extremity", section: "Special Studies"),
            .service("Open carpal tunnel release", section: "Surgical Considerations"),
            .service("Wrist splint for the night", section: "Initial Care"),
            .visits("Hand therapy", section: "Initial Care"),
        ])

    private static let ankle = BodyRegion(
        part: "ankle and foot",
        specialties: ["Podiatric Surgery", "Orthopedic Surgery", "Occupational Medicine"],
        chapter: ("Ankle and Foot Complaints", 2004),
        mechanisms: [
            "stepping into a hole in the yard", "jumping from a loading dock", "standing on ladders for years",
        ],
        symptoms: [
            "pain with the first steps of the day", "swelling at the outer ankle", "instability on uneven ground",
        ],
        findings: [
            "tenderness of the anterior talofibular ligament", "an anterior drawer with mild laxity",
            "tenderness at the origin of the plantar fascia", "a full range of motion",
        ],
        diagnoses: ["ankle sprain", "plantar fasciitis", "posterior tibial tendinitis"],
        requests: [
            .service("MRI of the ankle without contrast", section: "Special Studies"),
            .service("Custom foot orthoses, one pair", section: "Initial Care"),
            .service("Lateral ankle ligament reconstruction", section: "Surgical Considerations"),
        ])
}
