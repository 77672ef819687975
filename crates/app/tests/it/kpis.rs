//! What `adhere kpi` prints, writes and refuses.

use std::fs;

use crate::command::{adhere, argument, assert_text, folder_with};

const SIZES: [&str; 5] = ["micro", "small", "medium", "smc", "large"];

#[test]
fn a_set_is_listed_and_an_indicator_shown() {
    assert_text("kpi_list_gpai", &adhere(&["kpi", "list", "gpai"]).well());
    assert_text("kpi_show", &adhere(&["kpi", "show", "gpai", "S.K9.1"]).well());
    assert_text("kpi_show_choice", &adhere(&["kpi", "show", "gpai", "S.K10.2"]).well());
}

#[test]
fn shipped_sets_compile() {
    for code in ["gpai", "conduct-template"] {
        let told = adhere(&["kpi", "check", code]).well();
        assert!(told.contains("indicators\nsha256 "), "{told}");
    }
}

#[test]
fn a_set_that_does_not_compile_is_told_in_every_form() {
    let folder = folder_with(&[("kpis.toml", b"id = \"x\"\ncode = \"gpai@2025-07-10\"\n[[kpi]]\nid = \"a\"\n")]);
    let file = folder.path().join("kpis.toml");
    for format in ["text", "json", "sarif"] {
        let ended = adhere(&["kpi", "check", "gpai", "--kpis", argument(&file), "--format", format]);
        assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""), "{}", ended.out);
        assert!(ended.out.contains("kpi-method-missing"), "{format}: {}", ended.out);
    }
    adhere(&["kpi", "template", "gpai", "--kpis", argument(&file), "--period", "2026"]).refused(3);
}

#[test]
fn templates_for_all_sizes_are_written_the_same_each_time() {
    let folder = folder_with(&[]);
    for size in SIZES {
        for format in ["csv", "xlsx", "json-schema"] {
            let write = |name: &str| {
                let file = folder.path().join(name);
                let named = ["--size", size, "--period", "2026", "--format", format, "-o", argument(&file)];
                adhere(&[["kpi", "template", "gpai"].as_slice(), &named].concat()).well();
                fs::read(&file).unwrap()
            };
            assert_eq!(write("first"), write("second"), "{size} {format}");
        }
    }
}

/// The template as CSV with every row that stands for a period filled by a reason, and the others left empty.
fn filled(size: &str) -> String {
    let template = adhere(&["kpi", "template", "gpai", "--size", size, "--period", "2026"]).well();
    let line = |line: &str| match line.strip_suffix(",,,,,") {
        Some(head) if line.contains("report.provider") => format!("{head}Example SA,,,,,"),
        _ if line.contains(",model,") || line.contains(",system,") => line.to_owned(),
        _ if line.ends_with(",,,,,,") && line.contains(",2026") => format!("{line}not counted"),
        _ => line.to_owned(),
    };
    template.split("\r\n").map(line).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn a_filled_template_is_valid_and_is_written_as_json_that_is_valid() {
    for size in SIZES {
        let folder = folder_with(&[("report.csv", filled(size).as_bytes())]);
        let (report, output) = (folder.path().join("report.csv"), folder.path().join("report.json"));
        let named = ["--code", "gpai", "--output", argument(&output)];
        let told = adhere(&[["kpi", "validate", argument(&report)].as_slice(), &named].concat()).well();
        assert!(told.contains("Example SA, 2026: "), "{told}");
        let again = adhere(&["kpi", "validate", argument(&output), "--code", "gpai"]).well();
        assert_eq!(again, told, "{size}");
    }
}

#[test]
fn an_empty_template_is_refused_in_every_form_and_nothing_is_written() {
    let folder = folder_with(&[]);
    let (template, output) = (folder.path().join("report.xlsx"), folder.path().join("report.json"));
    let named = ["--size", "micro", "--period", "2026-H1", "--format", "xlsx", "-o", argument(&template)];
    adhere(&[["kpi", "template", "gpai"].as_slice(), &named].concat()).well();
    for format in ["text", "json", "sarif"] {
        let named = ["--code", "gpai", "--format", format, "--output", argument(&output)];
        let ended = adhere(&[["kpi", "validate", argument(&template)].as_slice(), &named].concat());
        assert_eq!((ended.code, ended.err.as_str()), (Some(1), ""), "{}", ended.out);
        assert!(ended.out.contains("report-provider"), "{format}: {}", ended.out);
        if format == "sarif" {
            assert!(ended.out.contains("## `report-provider`\\n\\n"), "{}", ended.out);
        }
        assert!(!output.exists());
    }
}

#[test]
fn what_is_not_there_is_refused() {
    adhere(&["kpi", "list", "gdpr"]).refused(5);
    adhere(&["kpi", "show", "gpai", "S.K99"]).refused(5);
    adhere(&["kpi", "validate", "absent.csv", "--code", "gpai"]).refused(3);
    adhere(&["kpi", "list", "gpai", "--kpis", "absent.toml"]).refused(3);
    adhere(&["kpi", "template", "gpai", "--period", "last year"]).refused(2);
    adhere(&["kpi", "template", "gpai", "--period", "2026", "--size", "tiny"]).refused(2);
}
