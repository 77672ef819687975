//! What a folder names must exist: a typo must not silently mean "nothing".

use std::path::Path;

use adhere_domain::adherence::record::{Adherence, Done, ModelRecord, Scope, Statement, Undertaking};
use adhere_domain::codes::code::{Code, Measure};
use adhere_domain::codes::id::PartId;
use adhere_domain::codes::profile::Profile;
use adhere_formats::diagnostic::{Diagnostic, Findings, Severity};
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use adhere_formats::source_file::read_text;
use jiff::civil::Date;

/// Checks every code, chapter, model, measure and deadline that a folder names; what comes back are warnings.
///
/// What is said to have happened and lies after today is warned of: it counts from its day on.
pub(super) fn check_references(
    folder: &Path,
    undertaking: &Undertaking,
    codes: &[Code],
    today: Date,
) -> Result<Findings, Findings> {
    let file = folder.join(PROVIDER_FILE);
    let mut checker = Checker { codes, undertaking, today, file, found: Findings::default() };
    undertaking.adherences.iter().for_each(|adherence| checker.adherence(adherence));
    checker.begin_together();
    undertaking.statements.iter().for_each(|statement| checker.statement(statement));
    for (id, model) in &undertaking.models {
        checker.file = folder.join(MODELS_FOLDER).join(format!("{id}.toml"));
        model.statements.iter().for_each(|statement| checker.statement(statement));
        model.done.iter().for_each(|done| checker.done(done));
        model.done.iter().for_each(|done| checker.incident(done, model));
        model.events.iter().for_each(|event| checker.not_ahead("an event", Some(event.on)));
        checker.not_ahead("a notification", model.facts.classification.notified_on);
        checker.not_ahead("a designation", model.facts.classification.designated_on);
    }
    if checker.found.has_errors() { Err(checker.found) } else { Ok(checker.found) }
}

struct Checker<'a> {
    codes: &'a [Code],
    undertaking: &'a Undertaking,
    today: Date,
    file: std::path::PathBuf,
    found: Findings,
}

impl Checker<'_> {
    fn refuse(&mut self, rule: &'static str, written: &str, message: String, hint: String) {
        self.push((rule, Severity::Error), written, message, hint);
    }

    /// Tells of something at the first place where the file has it.
    fn push(&mut self, (rule, severity): (&'static str, Severity), written: &str, message: String, hint: String) {
        let file = self.file.to_string_lossy().into_owned();
        if self.found.text(&file).is_none()
            && let Ok(text) = read_text(&self.file)
        {
            self.found.texts.push((file.clone(), text));
        }
        let start = self.found.text(&file).and_then(|text| find_outside_comments(text, written));
        let span = start.map(|start| start..start + written.len());
        self.found.diagnostics.push(Diagnostic { file, span, rule, severity, message, hint: Some(hint), basis: None });
    }

    /// Of two adherences to one code that begin on one day for one model nothing says which one counts.
    fn begin_together(&mut self) {
        let adherences = &self.undertaking.adherences;
        for (place, one) in adherences.iter().enumerate() {
            let Some(other) = adherences.iter().skip(place + 1).find(|other| begin_together(one, other)) else {
                continue;
            };
            let message = format!("two adherences to `{}` begin on {}", one.code, other.since);
            let hint = "keep one of them, give them different days, or say in `models` which models each is for";
            self.refuse("adherence-twice", &one.since.to_string(), message, hint.to_owned());
        }
    }

    fn incident(&mut self, done: &Done, model: &ModelRecord) {
        let Some(incident) = &done.incident else { return };
        if !model.events.iter().any(|event| event.incident.as_ref() == Some(incident)) {
            let message = format!("no event is about an incident `{incident}`");
            let hint = "add the `[[event]]` with this `incident`, or correct the name".to_owned();
            self.refuse("unknown-incident", &format!("\"{incident}\""), message, hint);
        }
    }

    fn not_ahead(&mut self, what: &str, on: Option<Date>) {
        if let Some(on) = on.filter(|on| self.today < *on) {
            let hint = "check the date; it counts from that day on".to_owned();
            let message = format!("{what} is dated {on}, after today");
            self.push(("future-dated", Severity::Warning), &on.to_string(), message, hint);
        }
    }

    fn adherence(&mut self, adherence: &Adherence) {
        let name = format!("{}@{}", adherence.code, adherence.version);
        let code = self.codes.iter().find(|code| code.id == adherence.code && code.version == adherence.version);
        match code {
            None => {
                let known: Vec<String> =
                    self.codes.iter().map(|code| format!("{}@{}", code.id, code.version)).collect();
                let hint = format!("there are {}", known.join(", "));
                let written = format!("\"{}\"", adherence.version);
                self.refuse("unknown-code", &written, format!("there is no code `{name}`"), hint);
            }
            Some(code) if code.profile != Profile::Aia56 => {
                let hint = "only codes of practice under Art. 56 are assessed: remove this adherence".to_owned();
                let written = format!("\"{}\"", adherence.code);
                self.refuse("code-not-assessed", &written, format!("adherence to `{name}` is not assessed"), hint);
            }
            Some(code) => {
                if adherence.since < code.published {
                    let message = format!("adherence since {}, before the code was published", adherence.since);
                    let hint = format!("`{name}` was published on {}", code.published);
                    self.refuse("adherence-before-code", &adherence.since.to_string(), message, hint);
                }
                self.chapters(adherence, code);
            }
        }
        for model in adherence.models.iter().flatten() {
            if !self.undertaking.models.contains_key(model) {
                let hint = format!("add `{MODELS_FOLDER}/{model}.toml`, or name a model that is there");
                let message = format!("an adherence names the model `{model}`, which is not there");
                self.refuse("unknown-model", &format!("\"{model}\""), message, hint);
            }
        }
    }

    fn chapters(&mut self, adherence: &Adherence, code: &Code) {
        let Scope::Chapters(chapters) = &adherence.scope else { return };
        for unknown in chapters.iter().filter(|id| !code.chapters.iter().any(|chapter| chapter.id == **id)) {
            let known: Vec<&str> = code.chapters.iter().map(|chapter| chapter.id.as_str()).collect();
            let hint = format!("there are {}", known.join(", "));
            let message = format!("`{}` has no chapter `{unknown}`", code.id);
            self.refuse("unknown-chapter", &format!("\"{unknown}\""), message, hint);
        }
    }

    fn statement(&mut self, statement: &Statement) {
        for evidence in &statement.evidence {
            self.not_ahead("evidence", evidence.speaks_for);
        }
        if self.measure(&statement.measure).is_none() {
            self.unknown_measure(&statement.measure);
        }
    }

    fn done(&mut self, done: &Done) {
        self.not_ahead("something done", Some(done.on));
        let Some(measure) = self.measure(&done.measure) else {
            self.unknown_measure(&done.measure);
            return;
        };
        if !measure.deadlines.iter().any(|deadline| deadline.name == done.deadline) {
            let known: Vec<&str> = measure.deadlines.iter().map(|deadline| deadline.name.as_str()).collect();
            let hint =
                if known.is_empty() { "it has none".to_owned() } else { format!("there are {}", known.join(", ")) };
            let message = format!("`{}` has no deadline `{}`", done.measure, done.deadline);
            self.refuse("unknown-deadline", &format!("\"{}\"", done.deadline), message, hint);
        }
    }

    fn measure(&self, id: &PartId) -> Option<&Measure> {
        let mut measures = self.codes.iter().flat_map(Code::measures).map(|(_, _, measure)| measure);
        measures.find(|measure| measure.id == *id)
    }

    fn unknown_measure(&mut self, id: &PartId) {
        let hint = "see `adhere code show gpai` for the ids".to_owned();
        self.refuse("unknown-measure", &format!("\"{id}\""), format!("`{id}` is not a measure of any code"), hint);
    }
}

fn find_outside_comments(text: &str, written: &str) -> Option<usize> {
    let mut places = text.match_indices(written).map(|(start, _)| start);
    places.find(|start| {
        let line = text.get(..*start).and_then(|before| before.rsplit('\n').next());
        !line.is_some_and(|line| line.trim_start().starts_with('#'))
    })
}

fn begin_together(one: &Adherence, other: &Adherence) -> bool {
    let share_models = match (&one.models, &other.models) {
        (Some(one), Some(other)) => !one.is_disjoint(other),
        _ => true,
    };
    one.code == other.code && one.since == other.since && share_models
}
