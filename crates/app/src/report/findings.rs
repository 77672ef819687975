//! Gaps, overdue items, scopes that are not allowed and open questions as SARIF.

use std::path::Path;

use adhere_domain::adherence::assessment::ModelAssessment;
use adhere_domain::adherence::due::DueStatus;
use adhere_domain::law::decision::DutyStatus;
use adhere_domain::law::truth::Truth;
use adhere_formats::provider_folder::{MODELS_FOLDER, PROVIDER_FILE};
use adhere_formats::sarif::{Finding, Level, sarif};

use super::due::due_view;
use super::measures::gap_text;
use super::model::{adherence_text, title};
use super::{Context, Outcome};

/// The findings of all models.
pub(crate) fn sarif_report(report: &Context<'_>, folder: &Path) -> anyhow::Result<(String, Outcome)> {
    let mut outcome = Outcome::default();
    let mut findings = Vec::new();
    for model in report.assessor.models() {
        outcome.count(&model, report.assessor);
        let of_provider = folder.join(PROVIDER_FILE).to_string_lossy().into_owned();
        let file = folder.join(MODELS_FOLDER).join(format!("{}.toml", model.id)).to_string_lossy().into_owned();
        scope(report, &model, of_provider, &mut findings);
        overdue(report, &model, &file, &mut findings);
        gaps(report, &model, &file, &mut findings);
        open(report, &model, &file, &mut findings);
    }
    Ok((sarif(env!("CARGO_PKG_VERSION"), &findings, |_| None)?, outcome))
}

fn scope(report: &Context<'_>, model: &ModelAssessment<'_>, file: String, findings: &mut Vec<Finding>) {
    if model.adherence.as_ref().is_some_and(|(_, scope)| scope.allowed.truth == Truth::No) {
        let message = format!("{}: {}", title(model.model), adherence_text(report, model));
        findings.push(Finding {
            rule: "scope-not-allowed".to_owned(),
            level: Level::Error,
            message,
            file,
            place: None,
        });
    }
}

fn overdue(report: &Context<'_>, model: &ModelAssessment<'_>, file: &str, findings: &mut Vec<Finding>) {
    for item in model.due.iter().filter(|item| item.status == DueStatus::Overdue) {
        let view = due_view(report, item);
        let message = format!("{} {}: {} ({}) {}", view.status_text, view.on, view.what, view.cite, view.details);
        let rule = format!("overdue/{}", item.what.id());
        findings.push(Finding { rule, level: Level::Error, message, file: file.to_owned(), place: None });
    }
}

fn gaps(report: &Context<'_>, model: &ModelAssessment<'_>, file: &str, findings: &mut Vec<Finding>) {
    for standing in &model.measures {
        let Some(gap) = standing.gap else { continue };
        let measure = standing.measure;
        let message = format!("{} {}: {}", measure.id, measure.title, gap_text(report, gap));
        let rule = format!("gap/{}", gap.id());
        findings.push(Finding { rule, level: Level::Warning, message, file: file.to_owned(), place: None });
    }
}

fn open(report: &Context<'_>, model: &ModelAssessment<'_>, file: &str, findings: &mut Vec<Finding>) {
    let (provider, facts) = (&report.assessor.undertaking.facts, &model.model.facts);
    for duty in model.decision.duties.iter().filter(|duty| duty.status(report.assessor.law) == DutyStatus::Open) {
        let cite = report.data.corpus.cite(duty.obligation.element());
        let key = format!("duty-open-{}", duty.binds.truth.id());
        let asked = model.decision.reasons.missing(duty.binds.node);
        let asked = asked.iter().filter(|fact| fact.is_missing(provider, facts)).map(|fact| fact.key());
        let message = report.words.with(
            &key,
            &[
                ("cite", cite.to_owned().into()),
                ("obligation", report.words.obligation(duty.obligation).into()),
                ("facts", asked.collect::<Vec<_>>().join(", ").into()),
            ],
        );
        findings.push(Finding {
            rule: "duty-open".to_owned(),
            level: Level::Note,
            message,
            file: file.to_owned(),
            place: None,
        });
    }
}
