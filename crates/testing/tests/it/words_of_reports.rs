//! No message is missing, and none is left over.

use std::collections::{BTreeMap, BTreeSet};

use adhere_domain::adherence::carry_over::Review;
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::adherence::invitations::InvitationState;
use adhere_domain::adherence::record::ImplementationState;
use adhere_domain::adherence::standing::Gap;
use adhere_domain::cases::clock::ClockStatus;
use adhere_domain::cases::matter::{CaseKind, Harm};
use adhere_domain::cases::step::StepKind;
use adhere_domain::codes::code::{Addressee, CodeEventKind, Ground, TextKind};
use adhere_domain::codes::coverage::Coverage;
use adhere_domain::codes::deadline::EventKind;
use adhere_domain::codes::difference::{PartFate, PartKind};
use adhere_domain::codes::indicator::kind::{Direction, KINDS};
use adhere_domain::codes::indicator::period::Frequency;
use adhere_domain::codes::indicator::value::Quality;
use adhere_domain::codes::profile::{Profile, RequirementKind};
use adhere_domain::codes::rule::Rule;
use adhere_domain::evidence::item::Confidentiality;
use adhere_domain::law::comparison::{Condition, Skip};
use adhere_domain::law::corpus::Standing;
use adhere_domain::law::decision::DutyStatus;
use adhere_domain::law::facts::FactId;
use adhere_domain::law::obligation::Obligation;
use adhere_domain::law::period::Unit;
use adhere_domain::law::rules::pathway::{PathwayKind, PathwayState, Worth};
use adhere_domain::law::size::SizeClass;
use adhere_domain::law::truth::Truth;
use adhere_domain::parties::organisation::OrganisationKind;
use adhere_domain::parties::permission::Permission;
use adhere_domain::parties::role::Role;
use adhere_formats::code_import::left::{RemarkKind, Why};
use adhere_formats::code_text::TextStanding;
use adhere_formats::indicator_report::column::{Column, HeadLine};
use adhere_formats::official_text::Reason;
use jiff::civil::Date;

use crate::repository::{SourceFile, expect_none, files_below, messages, read};

/// Literals of the program that look like keys, and are neither keys nor parts of them nor rules of findings.
const NOT_KEYS: &[(&str, &str)] = &[
    ("my-model", "the id that `adhere init` gives"),
    ("art-53", "a scope of adherence, as commands take it"),
    ("no-cache", "a value of a header of HTTP"),
    ("same-origin", "a value of headers of HTTP"),
    ("sec-fetch-site", "a header of HTTP"),
    ("cross-origin-opener-policy", "a header of HTTP"),
    ("cross-origin-resource-policy", "a header of HTTP"),
    ("permissions-policy", "a header of HTTP"),
    ("x-request-id", "a header of HTTP"),
    ("x-forwarded-for", "a header of HTTP"),
    ("no-store", "a value of a header of HTTP"),
    ("not-yet", "a value in a provider's files"),
    ("image-from-text", "a value in a provider's files"),
    ("video-from-text", "a value in a provider's files"),
    ("art-56", "a kind of code that `adhere init` starts"),
    ("art-50-7", "a kind of code that `adhere init` starts"),
    ("art-95", "a kind of code that `adhere init` starts"),
    ("no-store", "a value of a header of HTTP"),
    ("current-password", "what a browser may fill in"),
    ("new-password", "what a browser may fill in"),
    ("one-time-code", "what a browser may fill in"),
    ("openid-unlinked", "what was done, in an address"),
    ("password-set", "what was done, in an address"),
    ("second-factor-set", "what was done, in an address"),
    ("second-factor-removed", "what was done, in an address"),
    ("second-factor-demanded", "what was done, in an address"),
    ("second-factor-left", "what was done, in an address"),
    ("no-account", "why somebody is not let in, in the log"),
    ("too-many-guesses", "why somebody is not let in, in the log"),
    ("recovery-code", "with what somebody is let in, in the log"),
    ("session-ended", "what was done, in an address"),
    ("token-revoked", "what was done, in an address"),
    ("role-revoked", "what was done, in an address"),
    ("zone-kept", "what was done, in an address"),
    ("at-once", "a value of a setting"),
    ("by-hand", "a value of a setting"),
    ("letter-asked", "what was done, in an address"),
    ("audit-begun", "what was done, in an address"),
    ("letter-sent", "what was done, in an address"),
    ("speaks-for", "a field of a form, as files of providers call it"),
    ("complaint-lodged", "what was done, in an address"),
    ("aware-at", "a field of a form"),
    ("done-at", "a field of a form"),
    ("step-note", "a field of a form"),
    ("datetime-local", "the type of a field in HTML"),
    ("idempotency-key", "a header of HTTP"),
    ("content-digest", "a header of HTTP"),
    ("bytes-missing", "an outcome in an answer of the API"),
    ("clear-site-data", "a header of HTTP"),
    ("kebab-case", "how names are spelled in JSON"),
    ("x-permission", "a field of the description of the API"),
    ("signed-in", "what is asked for, in the description of the API"),
    ("shared-with-authority", "a class of confidentiality"),
];

/// What can have happened to organisations and what is theirs: the kinds of entries, with hyphens for dots, as the form
/// of each was looked at.
fn happened() -> Vec<String> {
    let forms = read(
        "crates/store/src/event/snapshots/adhere_store__event__tests__the_form_of_what_was_recorded_never_changes.snap",
    );
    let kinds: BTreeSet<&str> = forms.lines().filter_map(|line| line.split(' ').next()).collect();
    let is_kind = |kind: &&str| kind.contains('.') && !kind.starts_with("instance.") && !kind.starts_with("witness.");
    kinds.into_iter().filter(is_kind).map(|kind| kind.replace('.', "-")).collect()
}

/// The keys that the program builds from a prefix and a name, all of them, by prefix.
fn built() -> BTreeMap<&'static str, Vec<String>> {
    let truths = || owned(Truth::ALL.map(Truth::id));
    [
        // Parts of an instance that do their work or do not.
        ("admin-part-", owned(["database", "journal", "keys", "evidence"])),
        // What the server does on its own, and how it ended.
        ("job-", owned(["audit", "letters", "tidying", "audit-about", "letters-about", "tidying-about"])),
        ("job-state-", owned(["under-way", "broken-off", "failed", "done"])),
        // How far an audit is.
        ("audit-at-", owned(["journal", "tables", "files"])),
        // Whom a commitment binds, in a code as shown.
        ("addressee-", owned(Addressee::ALL.map(|(_, name)| name))),
        // When something falls due.
        ("timing-", owned(["within", "before", "every", "by", "keep", "unstated"])),
        // Whether a measure binds.
        ("binds-", truths()),
        // Cases: their kinds with what each is, whether they are open, harms, steps, and where clocks stand.
        ("case-kind-", owned(CaseKind::ALL.map(|(_, name)| name))),
        ("case-lead-", owned(CaseKind::ALL.map(|(_, name)| name))),
        ("case-state-", owned(["open", "closed"])),
        ("case-harm-", owned(Harm::ALL.map(|(_, name)| name))),
        ("case-step-", owned(StepKind::ALL.map(|(_, name)| name))),
        ("case-status-", clock_statuses()),
        // Where invitations stand, and what the law says of inviting to a kind of code.
        ("invitation-state-", owned(InvitationState::ALL.map(|(_, name)| name))),
        ("invitation-law-", owned(Profile::ALL.map(|(_, name)| name))),
        // What happened to a code.
        ("code-event-", owned(CodeEventKind::ALL.map(|(_, name)| name))),
        // What became of evidence as an answer was carried over.
        ("carried-evidence-", owned(["attachable", "attached", "detached", "withdrawn"])),
        // Rules that a code is compiled by.
        ("check-", owned(Rule::ALL.map(Rule::id))),
        // Whether a requirement is covered.
        ("coverage-", coverages()),
        // What changed, by kind of part.
        ("difference-", owned(PartKind::ALL.map(PartKind::id))),
        // Where a due item stands.
        ("due-status-", due_statuses()),
        // What the law says of models on record.
        ("model-risk-", truths()),
        // What settings are for.
        ("setting-", settings()),
        // Obligations by status, in the summary.
        ("duties-", duty_statuses()),
        // Why an obligation is open, in SARIF: only the truths that are open.
        ("duty-open-", owned([Truth::NeedsFact, Truth::NeedsJudgment].map(Truth::id))),
        // Where an obligation stands.
        ("duty-status-", duty_statuses()),
        // Events that deadlines run from.
        ("event-", owned(EventKind::ALL.map(|(_, name)| name))),
        // What became of a part of a code.
        ("fate-", owned(PartFate::ALL.map(PartFate::id))),
        // Facts by their keys in files.
        ("fact-", FactId::ALL.iter().map(|fact| fact.key().replace('.', "-")).collect()),
        // What roles allow.
        ("permission-", owned(Permission::ALL.map(|(_, name)| name))),
        // What is missing from a measure.
        ("gap-", gaps()),
        // Grounds of exemption.
        ("ground-", owned(Ground::ALL.map(|(_, name)| name))),
        // What organisations are.
        ("organisation-kind-", owned(OrganisationKind::ALL.map(|(_, name)| name))),
        // What happened, by kind of entry.
        ("happened-", happened()),
        // Who may see an item of evidence.
        ("confidentiality-", owned(Confidentiality::ALL.map(|(_, name)| name))),
        // Why a section of a published code is not in the source.
        ("left-", owned(Why::ALL.map(Why::id))),
        // What the columns of a reporting template hold.
        ("kpi-column-", owned(Column::ALL.map(Column::id))),
        // Which way of an indicator is better.
        ("kpi-direction-", owned(Direction::ALL.map(|(_, name)| name))),
        // What the head of a reporting template asks for.
        ("kpi-head-", owned(HeadLine::ALL.map(HeadLine::key))),
        // Kinds of value of indicators.
        ("kpi-kind-", owned(KINDS)),
        // How often an indicator is reported.
        ("kpi-period-", owned(Frequency::ALL.map(|(_, name)| name))),
        // How good a reported value is.
        ("kpi-quality-", owned(Quality::ALL.map(|(_, name)| name))),
        // The mark of a truth in a tree of reasons.
        ("mark-", truths()),
        // Obligations by the element ids of their provisions.
        ("obligation-", Obligation::ALL.iter().map(|it| it.element().replace("__", "-").replace('_', "-")).collect()),
        // What the law has no value for on a day before it.
        ("parameter-", owned(PARAMETERS)),
        // Legal profiles.
        ("profile-", owned(Profile::ALL.map(|(_, name)| name))),
        // What to look at after an import.
        ("remark-", owned(RemarkKind::ALL.map(RemarkKind::id))),
        // Kinds of requirement in the coverage proof.
        ("requirement-", requirements()),
        // Why an answer to an earlier version is to be looked at.
        ("review-", owned(Review::ALL.map(|(_, name)| name))),
        // What a person may do for an organisation.
        ("role-", owned(Role::ALL.map(|(_, name)| name))),
        // Whether the scope of an adherence is allowed.
        ("scope-allowed-", truths()),
        // What else a comparison says of passages.
        ("condition-", owned(Condition::ALL.map(|(_, name)| name))),
        // What a comparison found of passages.
        ("found-", owned(["identical", "reworded", "not-in-law", "not-compared"])),
        // Why a piece of a file was not imported.
        ("left-out-", owned(Reason::ALL.map(|(_, name)| name))),
        // Why a passage was not compared.
        ("skip-", owned(Skip::ALL.map(|(_, name)| name))),
        // Size classes.
        ("size-", owned(SizeClass::ALL.map(SizeClass::id))),
        // How much a text can be relied on.
        ("standing-", owned([Standing::OfficialCopy, Standing::HandCopy, Standing::Secondary].map(Standing::id))),
        // What is stated of a measure.
        ("state-", owned(ImplementationState::ALL.map(ImplementationState::id))),
        // How far the imported text of a code can be relied on.
        ("code-text-standing-", owned(TextStanding::ALL.map(|(_, name)| name))),
        // Whether a code's text is its own, on pages.
        ("web-text-", owned(TextKind::ALL.map(|(_, name)| name))),
        // Lengths of time.
        ("unit-", units()),
        // Ways to show compliance.
        ("way-", ways()),
        // Whether a way can be gone.
        (
            "way-state-",
            owned([PathwayState::Open, PathwayState::OnAdhering, PathwayState::Closed].map(PathwayState::id)),
        ),
        // What a way is worth.
        ("worth-", worths()),
    ]
    .into()
}

fn owned<const N: usize>(names: [&str; N]) -> Vec<String> {
    names.map(str::to_owned).into()
}

/// The names of the fields of `Parameters` that have a value on a day, as messages spell them.
const PARAMETERS: [&str; 8] = [
    "presumption-threshold",
    "chapter-v-applies",
    "legacy-before",
    "legacy-comply-by",
    "enforcement-applies",
    "fine-percent",
    "fine-amount",
    "code-regime",
];

fn coverages() -> Vec<String> {
    let statuses = [Coverage::Covered(Vec::new()), Coverage::LeftOut(""), Coverage::Missing];
    // Missing without being asked for is a status of its own in reports.
    statuses.iter().map(Coverage::id).chain(["not-asked"]).map(str::to_owned).collect()
}

fn clock_statuses() -> Vec<String> {
    let day = jiff::civil::date(2026, 1, 1);
    let statuses = [
        ClockStatus::Overdue,
        ClockStatus::Running,
        ClockStatus::Keep,
        ClockStatus::DoneLate(day),
        ClockStatus::Done(day),
        ClockStatus::Missed,
        ClockStatus::Stopped(day),
    ];
    owned(statuses.map(ClockStatus::id))
}

fn due_statuses() -> Vec<String> {
    use DueStatus::{BeforeAdherence, Done, DoneLate, Due, Earliest, Keep, Lifted, MissedBeforeEnd, Overdue};
    let day = Date::ZERO;
    let lifted = Lifted(Ground::SimilarlySafe);
    let all = [Overdue, Due, Earliest, Keep, lifted, Done(day), DoneLate(day), BeforeAdherence, MissedBeforeEnd(day)];
    owned(all.map(DueStatus::id))
}

fn duty_statuses() -> Vec<String> {
    owned([DutyStatus::Binds, DutyStatus::Ahead, DutyStatus::DoesNotBind, DutyStatus::Open].map(DutyStatus::id))
}

fn gaps() -> Vec<String> {
    use Gap::{EvidenceExpired, HeldNotApplicable, NoEvidence, NoStatement, Partial, Planned};
    owned([NoStatement, HeldNotApplicable, Planned, Partial, NoEvidence, EvidenceExpired(Date::ZERO)].map(Gap::id))
}

fn requirements() -> Vec<String> {
    use RequirementKind::{Beyond, Issue, Obligation, Topic, Voluntary};
    owned([Obligation, Issue, Beyond, Voluntary, Topic].map(RequirementKind::id))
}

fn units() -> Vec<String> {
    owned([Unit::Days, Unit::WorkingDays, Unit::Weeks, Unit::Months, Unit::Years].map(Unit::id))
}

const WAYS: [PathwayKind; 6] = [
    PathwayKind::HarmonisedStandard,
    PathwayKind::CommonSpecification,
    PathwayKind::CodeOfPractice,
    PathwayKind::GeneralValidity,
    PathwayKind::CommonRules,
    PathwayKind::AlternativeMeans,
];

fn ways() -> Vec<String> {
    owned(WAYS.map(PathwayKind::id))
}

fn worths() -> Vec<String> {
    let worths: BTreeSet<&str> = WAYS.map(PathwayKind::worth).map(Worth::id).into();
    worths.into_iter().map(str::to_owned).collect()
}

fn program() -> Vec<SourceFile> {
    files_below("crates/app/src", ".rs").into_iter().filter(|file| !file.is_test()).collect()
}

fn templates() -> Vec<SourceFile> {
    let files = [".html", ".txt", ".svg"].into_iter().flat_map(|end| files_below("crates/app/templates", end));
    files.collect()
}

/// The string literals of Rust code, comments left out.
fn literals(text: &str) -> Vec<&str> {
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    // Every second part between quotes stands inside them; the quote as a character would put this out of step.
    code.flat_map(|line| line.split('"').skip(1).step_by(2)).collect()
}

/// What stands between the given text and the next quote, wherever it occurs.
fn after<'a>(text: &'a str, begin: &str) -> Vec<&'a str> {
    let ends = text.split(begin).skip(1).filter_map(|rest| rest.split_once('"'));
    ends.map(|(literal, _)| literal).collect()
}

/// The keys that are asked for by name.
fn called(text: &str) -> impl Iterator<Item = &str> {
    [".text(\"", ".with(\"", ".attribute(\""].into_iter().flat_map(|call| after(text, call))
}

/// Names of values that messages take: `{ $name }`.
fn placeables() -> BTreeSet<String> {
    let letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let mut names = BTreeSet::new();
    for file in files_below("locales/en", ".ftl") {
        let after_dollar = file.text.split('$').skip(1);
        names.extend(after_dollar.map(|rest| rest.chars().take_while(|c| letter(*c)).collect::<String>()));
    }
    names
}

/// The ids of the rules of findings, as their reference tells them.
fn rules_of_findings() -> BTreeSet<String> {
    let reference = read("docs/reference/diagnostics.md");
    reference.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The names of all settings, as keys have them.
fn settings() -> Vec<String> {
    let table = read("crates/store/src/home/setting.rs");
    let named = |begin: &'static str| {
        let names = table.split(begin).skip(1).filter_map(|rest| rest.split('"').next());
        names.map(|name| name.replace('.', "-")).collect::<Vec<_>>()
    };
    [named("setting(\""), named("secret(\"")].concat()
}

fn looks_like_a_key(literal: &str) -> bool {
    let letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    literal.contains('-')
        && literal.chars().all(letter)
        && literal.starts_with(|first: char| first.is_ascii_lowercase())
        && literal.ends_with(|last: char| last != '-')
}

#[test]
fn every_key_that_the_program_names_has_words() {
    let (messages, placeables, rules) = (messages(), placeables(), rules_of_findings());
    let built_from: BTreeSet<String> = built().into_values().flatten().collect();
    let is_other = |literal: &str| {
        placeables.contains(literal)
            || rules.contains(literal)
            || built_from.contains(literal)
            || NOT_KEYS.iter().any(|(known, _)| *known == literal)
    };
    let mut broken = Vec::new();
    let mut lost = |file: &SourceFile, keys: BTreeSet<&str>| {
        let lost = keys.into_iter().filter(|key| !messages.contains_key(*key));
        broken.extend(lost.map(|key| format!("{} names `{key}`", file.path)));
    };
    for file in program() {
        let named = literals(&file.text).into_iter().filter(|literal| looks_like_a_key(literal) && !is_other(literal));
        lost(&file, called(&file.text).chain(named).collect());
    }
    for file in templates() {
        lost(&file, called(&file.text).collect());
    }
    let rule = "what the program names has words in locales/en, or is a rule told in docs/reference/diagnostics.md";
    expect_none(rule, &broken);
}

#[test]
fn every_key_that_the_program_builds_has_words() {
    let messages = messages();
    let keys =
        built().into_iter().flat_map(|(prefix, names)| names.into_iter().map(move |name| format!("{prefix}{name}")));
    let broken: Vec<String> = keys.filter(|key| !messages.contains_key(key)).collect();
    expect_none("every key that the program builds has words in locales/en", &broken);
}

#[test]
fn every_prefix_that_the_program_builds_keys_from_is_declared_here() {
    let built = built();
    let mut broken = Vec::new();
    for file in program() {
        for format in after(&file.text, "format!(\"") {
            let Some((prefix, _)) = format.split_once('{') else { continue };
            let is_prefix = prefix.ends_with('-') && looks_like_a_key(&format!("{prefix}x"));
            if is_prefix && prefix != "rule-" && !built.contains_key(prefix) {
                broken.push(format!("{} builds `{format}`", file.path));
            }
        }
    }
    expect_none("every prefix that the program builds keys from is declared in this test", &broken);
}

#[test]
fn every_message_is_used() {
    let (program, templates, built) = (program(), templates(), built());
    let mut used: BTreeSet<String> = BTreeSet::new();
    used.extend(program.iter().flat_map(|file| literals(&file.text)).map(str::to_owned));
    used.extend(templates.iter().flat_map(|file| called(&file.text)).map(str::to_owned));
    for (prefix, names) in built {
        used.extend(names.into_iter().map(|name| format!("{prefix}{name}")));
    }
    let messages = messages();
    let unused = messages.keys().filter(|key| !key.starts_with("rule-") && !used.contains(*key));
    let broken: Vec<String> = unused.map(|key| format!("`{key}` is used nowhere")).collect();
    expect_none("every message of locales/en is used", &broken);
}
