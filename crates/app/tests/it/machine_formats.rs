//! What machines read is what their formats ask for.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarComponent, Component, DatePerhapsTime};
use serde_json::Value;

use crate::command::{EXAMPLES, assess, example};

fn sarif(name: &str) -> Value {
    serde_json::from_str(&assess(&example(name), &["--format", "sarif"]).well()).unwrap()
}

fn json(name: &str) -> Value {
    serde_json::from_str(&assess(&example(name), &["--format", "json"]).well()).unwrap()
}

fn list<'a>(value: &'a Value, key: &str) -> &'a Vec<Value> {
    value[key].as_array().unwrap_or_else(|| panic!("`{key}` is no list"))
}

#[test]
fn sarif_has_the_shape_of_its_schema() {
    for name in EXAMPLES {
        let sarif = sarif(name);
        assert_eq!(sarif["version"], "2.1.0");
        assert!(sarif["$schema"].as_str().unwrap().contains("sarif-2.1.0"));
        assert_eq!(list(&sarif, "runs").len(), 1);
        let driver = &sarif["runs"][0]["tool"]["driver"];
        assert_eq!(driver["name"], "adhere");
        let declared: BTreeSet<&str> = list(driver, "rules").iter().filter_map(|rule| rule["id"].as_str()).collect();
        assert_eq!(declared.len(), list(driver, "rules").len(), "rule ids are unique");
        for result in list(&sarif["runs"][0], "results") {
            assert!(declared.contains(result["ruleId"].as_str().unwrap()), "{result}");
            assert!(["error", "warning", "note"].contains(&result["level"].as_str().unwrap()), "{result}");
            assert!(!result["message"]["text"].as_str().unwrap().is_empty(), "{result}");
            let location = &list(result, "locations")[0]["physicalLocation"];
            let file = location["artifactLocation"]["uri"].as_str().unwrap();
            assert!(adhere_testing::repository().join(file).is_file(), "{file}");
            assert!(location["region"]["startLine"].as_u64() != Some(0), "{result}");
        }
    }
}

/// How many items of a model have a status.
fn count(model: &Value, key: &str, is: impl Fn(&Value) -> bool) -> usize {
    list(model, key).iter().filter(|item| is(item)).count()
}

#[test]
fn sarif_has_a_result_for_everything_that_check_counts() {
    for name in EXAMPLES {
        let (json, sarif) = (json(name), sarif(name));
        let results = list(&sarif["runs"][0], "results");
        let of =
            |rule: &str| results.iter().filter(|result| result["ruleId"].as_str().unwrap().starts_with(rule)).count();
        let sum = |of_model: &dyn Fn(&Value) -> usize| list(&json, "models").iter().map(of_model).sum::<usize>();
        assert_eq!(of("overdue/"), sum(&|model| count(model, "due", |item| item["status"] == "overdue")), "{name}");
        assert_eq!(of("gap/"), sum(&|model| count(model, "measures", |measure| !measure["gap"].is_null())), "{name}");
        assert_eq!(of("duty-open"), sum(&|model| count(model, "duties", |duty| duty["status"] == "open")), "{name}");
    }
}

#[test]
fn what_may_not_bind_is_neither_overdue_nor_a_gap() {
    let mut open = 0;
    for name in EXAMPLES {
        for model in list(&json(name), "models") {
            for measure in list(model, "measures").iter().filter(|measure| measure["binds"]["truth"] != "yes") {
                let is_overdue = |item: &Value| item["measure"] == measure["id"] && item["status"] == "overdue";
                assert_eq!(count(model, "due", is_overdue), 0, "{name}: {}", measure["id"]);
                assert!(measure["gap"].is_null(), "{name}: {}", measure["id"]);
                open += 1;
            }
        }
    }
    assert!(open > 0, "an example has measures of which it is open whether they bind");
}

#[test]
fn a_calendar_has_an_event_for_everything_open_that_is_due() {
    for name in EXAMPLES {
        let text = assess(&example(name), &["--format", "icalendar"]).well();
        assert!(text.ends_with("END:VCALENDAR\r\n"), "{name}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{name}: long or bare lines");
        let calendar: Calendar = text.parse().unwrap();
        let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
        assert_eq!(events.len(), calendar.components.len());
        let ids: BTreeSet<&str> = events.iter().filter_map(|event| event.get_uid()).collect();
        assert_eq!(ids.len(), events.len(), "{name}: every event has its own id");
        let mut days: Vec<String> = events
            .iter()
            .map(|event| match event.get_start() {
                Some(DatePerhapsTime::Date(day)) => day.to_string(),
                other => panic!("{name}: {other:?} is no whole day"),
            })
            .collect();
        days.sort();
        assert!(events.iter().all(|event| event.get_summary().is_some() && event.get_timestamp().is_some()));
        // RFC 5545, 3.6.1: without an end, an event that begins on a day lasts that day.
        assert!(events.iter().all(|event| event.get_end().is_none()), "{name}");
        let json = json(name);
        let items = list(&json, "models").iter().flat_map(|model| list(model, "due"));
        let open = items.filter(|item| ["overdue", "due", "earliest"].contains(&item["status"].as_str().unwrap()));
        let mut expected: Vec<String> = open.map(|item| item["on"].as_str().unwrap().to_owned()).collect();
        expected.sort();
        assert_eq!(days, expected, "{name}");
    }
}

#[test]
fn json_names_its_form_the_days_and_the_readings() {
    for name in EXAMPLES {
        let json = json(name);
        assert_eq!(json["format"], "adhere-assessment/1");
        assert_eq!([&json["as_of"], &json["known_at"]], ["2026-11-22", "2026-11-22"]);
        assert_eq!(json["readings"].as_object().unwrap().len(), 8);
        let schema: Value = serde_json::from_str(&crate::command::adhere(&["schema", "assessment"]).well()).unwrap();
        for key in list(&schema, "required") {
            assert!(json.get(key.as_str().unwrap()).is_some(), "{name}: {key}");
        }
    }
}
