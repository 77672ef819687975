//! Sets of indicators: what ships compiles, and each fault is told at its place.

use adhere_domain::codes::indicator::IndicatorSet;
use adhere_formats::diagnostic::Findings;
use adhere_formats::indicators::indicators;

use crate::reference::{assert_text, code_files, gpai, law, parse_code, repository, text, told};

/// A sound set for the Code of Practice, with one indicator and reasons for the rest.
fn sound(kpi: &str) -> String {
    let mut set =
        "id = \"k\"\ntitle = \"K\"\nversion = \"1\"\ncode = \"gpai@2025-07-10\"\nsource = \"tests\"\n".to_owned();
    let commitments = ["C.C1", "S.C1", "S.C2", "S.C3", "S.C4", "S.C5", "S.C6", "S.C7", "S.C8", "S.C9", "S.C10"];
    for commitment in commitments {
        set.extend(["[[without]]\npart = \"", commitment, "\"\nreason = \"tests\"\n"]);
    }
    let record = "[[record]]\nid = \"items\"\ntitle = \"Items\"\nfields = [{ id = \"done\", kind = \"bool\", title = \"Done\" }]\n";
    set + record + "[[kpi]]\n" + kpi
}

const KPI: &str = "id = \"a\"\ntitle = \"A\"\nserves = [\"T.M1.1\"]\nkind = \"share\"\ndirection = \"higher\"\n\
                   period = \"yearly\"\nmethod = \"Count.\"\nnumerator = \"n\"\ndenominator = \"d\"\n\
                   not-available = \"Nothing.\"\n";

const SHARE: &str = "100 * items.filter(i, i.done).size() / items.size()";
const HALF: &str = "items = [{done: true}, {done: false}] -> 50";
const NONE: &str = "items = [] -> undefined";

fn formula(text: &str, examples: &[&str]) -> String {
    format!("formula = \"{text}\"\nexamples = {examples:?}\n")
}

fn parse(set: &str) -> Result<(IndicatorSet, Findings), Findings> {
    indicators(("kpis.toml", set), &gpai())
}

/// The set is refused by one rule, and the finding stands at a text.
fn expect(set: &str, rule: &str, at: &str) {
    let findings = parse(set).expect_err(rule);
    let rules: Vec<_> = findings.diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(rules, [rule], "{}", told(&findings));
    let span = findings.diagnostics[0].span.clone().unwrap_or_default();
    let place = set.get(span).unwrap();
    assert!(place.contains(at), "{rule} stands at `{place}`");
}

/// The sound set with one line of the indicator replaced.
fn with(line: &str, other: &str) -> String {
    assert!(KPI.contains(line), "{line}");
    sound(&KPI.replace(line, other))
}

#[test]
fn shipped_sets_compile_and_serve_every_commitment() {
    for folder in ["gpai", "conduct-template"] {
        let path = format!("data/codes/{folder}/kpis.toml");
        let code =
            parse_code(&code_files(folder), &law().corpus).unwrap_or_else(|found| panic!("{}", told(&found))).code;
        let set = text(&repository(&path));
        let (set, findings) = indicators((&path, &set), &code).unwrap_or_else(|found| panic!("{}", told(&found)));
        assert!(findings.diagnostics.is_empty(), "{}", told(&findings));
        assert!(set.without.is_empty());
        let indicated = set.indicated();
        let lacking: Vec<_> = code.measures().filter(|(_, _, measure)| !indicated.contains(&measure.id)).collect();
        assert!(lacking.is_empty(), "each measure has an indicator: {lacking:?}");
        assert!(
            set.indicators.iter().all(|indicator| indicator.formula.as_ref().is_none_or(|it| it.examples().len() >= 2))
        );
    }
}

#[test]
fn a_sound_set_is_read() {
    let (set, findings) = parse(&sound(KPI)).unwrap_or_else(|found| panic!("{}", told(&found)));
    assert!(findings.diagnostics.is_empty(), "{}", told(&findings));
    assert_eq!((set.name(), set.code_name()), ("k@1".to_owned(), "gpai@2025-07-10".to_owned()));
    assert_eq!(set.indicators[0].unit(), Some("%"));
}

#[test]
fn what_reports_lack_most_often_has_rules_of_its_own() {
    for (line, rule) in [
        ("method = \"Count.\"\n", "kpi-method-missing"),
        ("period = \"yearly\"\n", "kpi-period-missing"),
        ("not-available = \"Nothing.\"\n", "kpi-not-available-missing"),
    ] {
        expect(&with(line, ""), rule, "");
    }
    expect(&with("method = \"Count.\"", "method = \" \""), "kpi-method-missing", "\" \"");
}

#[test]
fn faults_are_told_at_their_places() {
    let more = |text: &str| sound(&format!("{KPI}{text}"));
    for (set, rule, at) in [
        (sound(KPI).replace("gpai@2025-07-10", "gpai@2024"), "kpi-other-code", "gpai@2024"),
        (with("T.M1.1\"", "T.M1.1\", \"T.M1.9\""), "kpi-unknown-part", "T.M1.9"),
        (format!("{}[[kpi]]\n{KPI}", sound(KPI)), "kpi-id-twice", "a"),
        (more("unit = \"per mille\"\n"), "kpi-unit", "per mille"),
        (more("target = \">= 101\"\n"), "kpi-target", ">= 101"),
        (with("numerator = \"n\"\n", ""), "kpi-ratio", "share"),
        (more("rounding = { places = 9 }\n"), "kpi-rounding", "places"),
        (more("sizes = []\n"), "kpi-asked-of-nobody", "[]"),
        (more("breakdowns = [{ id = \"m\", title = \"M\", values = [] }]\n"), "kpi-list", "M"),
        (more("[[kpi.variant]]\nsizes = [\"micro\"]\nnote = \"x\"\n"), "kpi-variant-idle", "micro"),
        (
            more(&"[[kpi.variant]]\nsizes = [\"micro\"]\ntarget = \"= 1\"\nnote = \"x\"\n".repeat(2)),
            "kpi-variant-overlap",
            "micro",
        ),
        (
            more("sizes = [\"large\"]\n[[kpi.variant]]\nsizes = [\"micro\"]\ntarget = \"= 1\"\nnote = \"x\"\n"),
            "kpi-variant-unasked",
            "micro",
        ),
        (
            more("[[kpi.variant]]\nsizes = [\"micro\"]\nbreakdowns = [\"x\"]\nnote = \"x\"\n"),
            "kpi-variant-breakdown",
            "x",
        ),
        (sound(KPI).replace("id = \"items\"", "id = \"in\""), "kpi-record-name", "in"),
        (
            sound(KPI).replacen("[[without]]\npart = \"C.C1\"\nreason = \"tests\"\n", "", 1),
            "kpi-commitment-without",
            "",
        ),
        (more("frobnicate = 1\n"), "unknown-key", "frobnicate"),
        (more("minimum = 1\n"), "invalid-value", "1"),
        (more("target = \"95\"\n"), "invalid-value", "95"),
        (more("examples = [\"-> 1\"]\n"), "invalid-value", "->"),
        (more(&formula("lost.size()", &[HALF, NONE])), "kpi-formula", "lost"),
        (more(&formula("items.exists(i, i.done)", &[HALF, NONE])), "kpi-formula", "items.exists"),
        (more(&formula(SHARE, &[HALF, "items = [{lost: true}] -> 1", NONE])), "kpi-example", "lost"),
        (more(&formula(SHARE, &[HALF, "items = [{done: true}] -> 99", NONE])), "kpi-example", "-> 99"),
        (more(&formula(SHARE, &[NONE])), "kpi-examples-few", SHARE),
        (more(&formula(SHARE, &[HALF, HALF])), "kpi-examples-few", SHARE),
    ] {
        expect(&set, rule, at);
    }
    let idle = sound(KPI).replace("part = \"C.C1\"", "part = \"T.C1\"");
    let rules: Vec<_> = parse(&idle).unwrap_err().diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["kpi-without-idle", "kpi-commitment-without"]);
    let serves_nothing = with("serves = [\"T.M1.1\"]\n", "");
    let rules: Vec<_> = parse(&serves_nothing).unwrap_err().diagnostics.iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["kpi-serves-nothing", "kpi-commitment-without"]);
    let bounds = with("kind = \"share\"", "kind = \"number\"\nunit = \"t\"\nminimum = 2\nmaximum = 1");
    let bounds = bounds.replace("numerator = \"n\"\ndenominator = \"d\"\n", "");
    expect(&bounds, "kpi-bounds", "2");
}

#[test]
fn many_faults_are_told_at_once() {
    let kpis = "id = \"b c\"\nkind = \"shares\"\nperiod = \"weekly\"\nsizes = [\"tiny\"]\n\
                breakdowns = [{ id = \"m\", title = \"M\", list = \"some\" }]\n[[kpi.variant]]\nsizes = [\"tiny\"]\n";
    assert_text("bad_indicators", &told(&parse(&sound(kpis)).unwrap_err()));
}
