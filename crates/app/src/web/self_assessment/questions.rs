//! The questions of the self-assessment, one thing a page: fields with their words, and what may be answered.

use adhere_domain::law::compute::Compute;
use adhere_domain::law::country::Country;
use adhere_domain::law::euro::Euro;
use adhere_domain::text::NonEmptyText;
use jiff::civil::Date;

/// One page of the sequence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Question {
    /// Its name in addresses.
    pub(super) id: &'static str,
    pub(super) title: &'static str,
    /// Why it is asked, with the provision.
    pub(super) why: &'static str,
    pub(super) fields: &'static [Field],
}

/// One thing that is asked.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: Option<&'static str>,
    pub(super) kind: Kind,
}

/// How something is answered. Everything may be left out: what is not known stays open.
#[derive(Clone, Copy, Debug)]
pub(super) enum Kind {
    /// In words or figures, as a rule has it.
    Text(Check),
    /// With a day.
    Day,
    /// With yes, no, or that it is not known.
    YesNo,
    /// With one of some choices: name and key of its words.
    One(&'static [(&'static str, &'static str)]),
    /// With any of some choices.
    Any(&'static [(&'static str, &'static str)]),
    /// With any of the chapters of the code of practice that can be adhered to.
    Chapters,
}

/// What a text must be, with the key of the words that say so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Check {
    pub(super) expected: &'static str,
    pub(super) is_met: fn(&str) -> bool,
}

const NAME: Check = Check { expected: "web-expected-name", is_met: |text| NonEmptyText::parse(text).is_some() };
const OPERATIONS: Check = Check { expected: "web-expected-operations", is_met: |text| Compute::parse(text).is_ok() };
const COUNTRY: Check = Check { expected: "web-expected-country", is_met: |text| Country::parse(text).is_some() };
const EURO: Check = Check { expected: "web-expected-euro", is_met: |text| Euro::parse(text).is_ok() };
const COUNT: Check = Check { expected: "web-expected-count", is_met: |text| text.parse::<u32>().is_ok() };

/// Whether a text is a day.
pub(super) fn is_day(text: &str) -> bool {
    text.parse::<Date>().is_ok()
}

const fn field(name: &'static str, label: &'static str, kind: Kind) -> Field {
    Field { name, label, hint: None, kind }
}

const fn hinted(name: &'static str, label: &'static str, hint: &'static str, kind: Kind) -> Field {
    Field { name, label, hint: Some(hint), kind }
}

/// The question about the licence.
pub(super) const LICENCE: &str = "licence";

/// The question about adherence.
pub(super) const ADHERENCE: &str = "adherence";

/// All questions, in the order in which they are asked.
pub(super) const QUESTIONS: &[Question] = &[
    Question {
        id: "name",
        title: "web-ask-name",
        why: "web-why-name",
        fields: &[
            field("provider", "web-field-provider", Kind::Text(NAME)),
            field("model", "web-field-model", Kind::Text(NAME)),
        ],
    },
    Question {
        id: "generates",
        title: "web-ask-generates",
        why: "web-why-generates",
        fields: &[field(
            "generates",
            "web-field-generates",
            Kind::Any(&[
                ("text", "web-generates-text"),
                ("speech", "web-generates-speech"),
                ("image-from-text", "web-generates-image"),
                ("video-from-text", "web-generates-video"),
                ("other", "web-generates-other"),
            ]),
        )],
    },
    Question {
        id: "compute",
        title: "web-ask-compute",
        why: "web-why-compute",
        fields: &[
            hinted("compute", "web-field-compute", "web-hint-compute", Kind::Text(OPERATIONS)),
            hinted("parameters", "web-field-parameters", "web-hint-parameters", Kind::Text(OPERATIONS)),
            hinted("tokens", "web-field-tokens", "web-hint-tokens", Kind::Text(OPERATIONS)),
        ],
    },
    Question {
        id: "placing",
        title: "web-ask-placing",
        why: "web-why-placing",
        fields: &[
            field(
                "placed",
                "web-field-placed",
                Kind::One(&[("yes", "web-placed-yes"), ("not-yet", "web-placed-not-yet")]),
            ),
            field("placed_on", "web-field-placed-on", Kind::Day),
        ],
    },
    Question {
        id: "modification",
        title: "web-ask-modification",
        why: "web-why-modification",
        fields: &[
            field("modified", "web-field-modified", Kind::YesNo),
            hinted("original_compute", "web-field-original", "web-hint-compute", Kind::Text(OPERATIONS)),
            hinted("modification_compute", "web-field-modification", "web-hint-compute", Kind::Text(OPERATIONS)),
            field("original_risk", "web-field-original-risk", Kind::YesNo),
        ],
    },
    Question {
        id: LICENCE,
        title: "web-ask-licence",
        why: "web-why-licence",
        fields: &[
            field("access", "web-field-access", Kind::YesNo),
            field("use", "web-field-use", Kind::YesNo),
            field("modify", "web-field-modify", Kind::YesNo),
            field("distribute", "web-field-distribute", Kind::YesNo),
            field("weights", "web-field-weights", Kind::YesNo),
            field("architecture", "web-field-architecture", Kind::YesNo),
            field("usage", "web-field-usage", Kind::YesNo),
            field("monetised", "web-field-monetised", Kind::YesNo),
        ],
    },
    Question {
        id: "commission",
        title: "web-ask-commission",
        why: "web-why-commission",
        fields: &[
            field("notified_on", "web-field-notified", Kind::Day),
            field("designated_on", "web-field-designated", Kind::Day),
        ],
    },
    Question {
        id: "provider",
        title: "web-ask-provider",
        why: "web-why-provider",
        fields: &[
            hinted("country", "web-field-country", "web-hint-country", Kind::Text(COUNTRY)),
            field("representative", "web-field-representative", Kind::YesNo),
        ],
    },
    Question {
        id: "size",
        title: "web-ask-size",
        why: "web-why-size",
        fields: &[
            hinted("persons", "web-field-persons", "web-hint-persons", Kind::Text(COUNT)),
            hinted("turnover", "web-field-turnover", "web-hint-euro", Kind::Text(EURO)),
            hinted("balance", "web-field-balance", "web-hint-euro", Kind::Text(EURO)),
            field("public_body", "web-field-public-body", Kind::YesNo),
            hinted("worldwide", "web-field-worldwide", "web-hint-euro", Kind::Text(EURO)),
        ],
    },
    Question {
        id: ADHERENCE,
        title: "web-ask-adherence",
        why: "web-why-adherence",
        fields: &[
            field(
                "scope",
                "web-field-scope",
                Kind::One(&[
                    ("none", "web-adheres-none"),
                    ("full", "web-adheres-full"),
                    ("art-53", "web-adheres-article"),
                    ("chapters", "web-adheres-chapters"),
                ]),
            ),
            field("chapters", "web-field-chapters", Kind::Chapters),
            field("since", "web-field-since", Kind::Day),
        ],
    },
];

/// A question by its name, with its place.
pub(super) fn question(id: &str) -> Option<(usize, &'static Question)> {
    QUESTIONS.iter().enumerate().find(|(_, question)| question.id == id)
}
