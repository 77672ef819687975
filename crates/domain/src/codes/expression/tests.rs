use super::Expression;
use super::error::Fault;
use super::facts::{Fact, Facts};
use super::fixtures::{asked, compiled, day, facts, incident, number, result, vocabulary, word};
use super::trace::CameTo;
use super::value::Value;
use super::vocabulary::{NameType, Scalar};

fn without_facts(text: &str) -> String {
    result(text, &Facts::default())
}

/// The message, the hint and the text at the place of what is wrong.
fn refused(text: &str) -> (String, String, String) {
    let error = Expression::compile(text, &vocabulary()).expect_err(text);
    let place = text.get(error.span.clone()).unwrap_or_else(|| panic!("{text}: {:?}", error.span));
    assert!(!error.hint().is_empty());
    (error.to_string(), error.hint(), place.to_owned())
}

fn check_refused(cases: &[(&str, &str, &str)]) {
    for (text, message, place) in cases {
        let (found, _, at) = refused(text);
        assert_eq!((found.as_str(), at.as_str()), (*message, *place), "{text}");
    }
}

#[test]
fn arithmetic_is_exact_and_binds_as_in_cel() {
    let cases = [
        ("1 + 2 * 3", "7"),
        ("(1 + 2) * 3", "9"),
        ("7 - 2 - 1", "4"),
        ("7 - (2 - 1)", "6"),
        ("8 / 4 / 2", "1"),
        ("1 / 3", "1/3"),
        ("1 / 3 * 3 == 1", "true"),
        ("0.1 + 0.2 == 0.3", "true"),
        ("7 / 2", "3.5"),
        ("-2 * 3", "-6"),
        ("--2", "2"),
        ("2 - -3", "5"),
        ("1e25 + 1 > 1e25", "true"),
        ("1e25 > 1e25", "false"),
        ("3.8e25", "38e24"),
        ("100 * 0.5", "50"),
    ];
    for (text, expected) in cases {
        assert_eq!(without_facts(text), expected, "{text}");
    }
}

#[test]
fn conditions_bind_as_in_cel() {
    let cases = [
        ("true || false && false", "true"),
        ("(true || false) && false", "false"),
        ("!true || true", "true"),
        ("!(true || true)", "false"),
        ("1 < 2 == true", "true"),
        ("1 + 1 == 2 && 3 >= 3", "true"),
        ("false ? 1 : true ? 2 : 3", "2"),
        ("true ? false : true", "false"),
        ("'a' == \"a\"", "true"),
        ("'it' != \"it's\"", "true"),
        ("2 in [1, 2, 3]", "true"),
        ("-2 in [1, -2]", "true"),
        ("date('2026-01-31') in [date('2026-02-28')]", "false"),
        ("true in [false]", "false"),
        ("date('2026-01-31') < date('2026-02-01')", "true"),
        ("1 // one\n + 1", "2"),
    ];
    for (text, expected) in cases {
        assert_eq!(without_facts(text), expected, "{text}");
    }
}

#[test]
fn days_are_calendar_days_from_the_first_to_the_second() {
    assert_eq!(without_facts("days_between(date('2026-02-27'), date('2026-03-01'))"), "2");
    assert_eq!(without_facts("days_between(date('2028-02-27'), date('2028-03-01'))"), "3");
    assert_eq!(without_facts("days_between(date('2026-03-01'), date('2026-02-27'))"), "-2");
    assert_eq!(without_facts("days_between(date('0001-01-01'), date('9999-12-31'))"), "3652058");
}

#[test]
fn choices_are_compared_with_their_words() {
    let small = facts(&[("provider.size", word("small")), ("provider.name", word("Small"))], None);
    assert_eq!(result("provider.size in ['micro', 'small']", &small), "true");
    assert_eq!(result("'large' == provider.size", &small), "false");
    assert_eq!(result("(provider.size == 'small' ? 'x' : 'y') == 'x'", &small), "true");
    assert_eq!(result("true ? provider.size : 'large'", &small), "'small'");
    assert_eq!(result("provider.name == 'Small'", &small), "true");
}

#[test]
fn lists_are_counted_filtered_and_summed_up() {
    let facts = facts(&[], Some(vec![incident(10, Some(true)), incident(40, Some(false)), incident(16, Some(true))]));
    let cases = [
        ("incidents.size()", "3"),
        ("size(incidents)", "3"),
        ("incidents.filter(i, i.on_time).size() * 100 / incidents.size()", "200/3"),
        ("incidents.filter(i, i.on_time).filter(i, i.hours > 10).size()", "1"),
        ("incidents.filter(i, i.on_time).map(i, i.hours).sum()", "26"),
        ("incidents.map(i, i.hours).min()", "10"),
        ("incidents.map(i, i.hours).max()", "40"),
        ("incidents.map(i, i.hours).median()", "16"),
        ("incidents.filter(i, i.hours != 16).map(i, i.hours).median()", "25"),
        ("incidents.map(i, i.hours / 3).map(h, h * 3).filter(h, h > 10).size()", "2"),
        ("incidents.exists(i, i.hours > 30)", "true"),
        ("incidents.all(i, i.hours > 30)", "false"),
        ("incidents.all(i, i.hours * incidents.size() > 29)", "true"),
        ("incidents.filter(i, false).map(i, i.hours).sum()", "0"),
        ("incidents.filter(i, false).all(i, i.on_time)", "true"),
        ("incidents.filter(i, false).exists(i, i.on_time)", "false"),
    ];
    for (text, expected) in cases {
        assert_eq!(result(text, &facts), expected, "{text}");
    }
}

#[test]
fn what_is_not_known_is_asked_for_unless_the_rest_decides() {
    let known = facts(&[("model.open", Fact::Bool(true)), ("provider.size", word("large"))], None);
    let cases = [
        ("model.open || model.systemic_risk", "true"),
        ("model.systemic_risk || model.open", "true"),
        ("!model.open && model.systemic_risk", "false"),
        ("model.open && model.systemic_risk", "unknown: model.systemic_risk"),
        ("provider.size == 'micro' && model.compute < 1e25", "false"),
        ("model.compute + provider.staff > 0", "unknown: model.compute, provider.staff"),
        ("model.systemic_risk ? 1 : 1", "unknown: model.systemic_risk"),
        ("model.systemic_risk ? 1 : 2", "unknown: model.systemic_risk"),
        ("model.systemic_risk ? model.compute : 2", "unknown: model.compute, model.systemic_risk"),
        ("incidents.size()", "unknown: incidents"),
        ("incidents.exists(i, i.on_time)", "unknown: incidents"),
        ("days_between(model.placed, model.notified)", "unknown: model.notified, model.placed"),
    ];
    for (text, expected) in cases {
        assert_eq!(result(text, &known), expected, "{text}");
    }
}

#[test]
fn an_unknown_field_is_asked_for_under_the_name_of_its_list() {
    let facts = facts(&[], Some(vec![incident(10, None), incident(20, Some(true))]));
    assert_eq!(asked(&compiled("incidents.filter(i, i.on_time).size()").evaluate(&facts)), ["incidents.on_time"]);
    assert_eq!(result("incidents.exists(i, i.on_time)", &facts), "true");
    assert_eq!(result("incidents.all(i, i.on_time)", &facts), "unknown: incidents.on_time");
    let chained = "incidents.filter(i, i.hours > 5).map(i, days_between(i.aware, i.reported)).max()";
    assert_eq!(result(chained, &facts), "unknown: incidents.aware, incidents.reported");
    assert_eq!(result("incidents.map(i, i.on_time).size()", &facts), "2");
}

#[test]
fn what_has_no_value_says_why_and_where() {
    let none = facts(&[], Some(Vec::new()));
    let cases = [
        ("1 + 1 / 0", "undefined: division-by-zero", "1 / 0"),
        ("100 / incidents.size()", "undefined: division-by-zero", "100 / incidents.size()"),
        ("incidents.map(i, i.hours).median()", "undefined: nothing-to-choose", "incidents.map(i, i.hours).median()"),
        ("incidents.map(i, i.hours).min() > 1", "undefined: nothing-to-choose", "incidents.map(i, i.hours).min()"),
        ("incidents.map(i, i.hours).max()", "undefined: nothing-to-choose", "incidents.map(i, i.hours).max()"),
        ("1e20 * 1e20", "undefined: too-large", "1e20 * 1e20"),
        ("1 / 0 + model.compute", "undefined: division-by-zero", "1 / 0"),
    ];
    for (text, expected, place) in cases {
        assert_eq!(result(text, &none), expected, "{text}");
        let Value::Undefined(undefined) = compiled(text).evaluate(&none) else { panic!("{text}") };
        assert_eq!(text.get(undefined.span), Some(place));
    }
}

#[test]
fn what_has_no_value_is_absorbed_where_the_rest_decides() {
    let cases = [
        ("1 / 0 > 1 || true", "true"),
        ("false && 1 / 0 > 1", "false"),
        ("1 / 0 > 1 || false", "undefined: division-by-zero"),
        ("1 / 0 > 1 || model.open", "unknown: model.open"),
        ("model.open && 1 / 0 > 1", "unknown: model.open"),
        ("true ? 1 : 1 / 0", "1"),
        ("false ? 1 : 1 / 0", "undefined: division-by-zero"),
        ("model.open ? 1 / 0 : 1 / 0", "unknown: model.open"),
    ];
    for (text, expected) in cases {
        assert_eq!(without_facts(text), expected, "{text}");
    }
}

#[test]
fn mistakes_in_writing_are_told_with_their_place() {
    check_refused(&[
        ("", "expected a value, found the end", ""),
        ("1 +", "expected a value, found the end", ""),
        ("1 2", "expected an operator or the end, found `2`", "2"),
        ("(1", "expected `)`, found the end", ""),
        ("1)", "expected an operator or the end, found `)`", ")"),
        ("model.open = true", "the operator `=` is not part of the language", "="),
        ("model.open and true", "the operator `and` is not part of the language", "and"),
        ("(model.open or true)", "the operator `or` is not part of the language", "or"),
        ("7 % 2", "the operator `%` is not part of the language", "%"),
        ("true & false", "the operator `&` is not part of the language", "&"),
        ("true | false", "the operator `|` is not part of the language", "|"),
        ("model.compute ≥ 1", "the operator `≥` is not part of the language", "≥"),
        ("‘a’ == 'a'", "the operator `“` is not part of the language", "‘"),
        ("1 # 2", "`#` is not part of the language", "#"),
        ("'a", "the text in quotation marks does not end", "'a"),
        ("'a\n'", "the text in quotation marks does not end", "'a"),
        ("'a\\'b'", "texts have no escapes with a backslash", "\\"),
        ("12u", "`12u` is not a number", "12u"),
        ("0x1f", "`0x1f` is not a number", "0x1f"),
        ("1e39", "`1e39` is not a number", "1e39"),
        ("date('2026-02-30')", "`2026-02-30` is not a day", "'2026-02-30'"),
        ("date('2026-02-01T00:00')", "`2026-02-01T00:00` is not a day", "'2026-02-01T00:00'"),
        ("date(model.placed)", "expected a day in quotation marks, found `model`", "model"),
        ("[1, 2].size()", "expected a value; lists are written after `in` alone, found `[`", "["),
        ("1 in [model.compute]", "expected a number, a text, a date, true or false, found `model`", "model"),
        ("1 in []", "expected a number, a text, a date, true or false, found `]`", "]"),
        ("'a' in incidents", "expected a list in square brackets, found `incidents`", "incidents"),
        ("null == 1", "expected a value, found `null`", "null"),
        ("has(model.open)", "`has` is not a function", "has"),
        ("incidents.first()", "`first` is not a function", "first"),
        ("true ? 1", "expected `:`, found the end", ""),
        ("true ? true ? 1 : 2 : 3", "expected `:`, found `?`", "?"),
    ]);
}

#[test]
fn mistakes_in_meaning_are_told_with_their_place() {
    check_refused(&[
        ("modle.open", "`modle.open` is not in the vocabulary", "modle.open"),
        ("model", "`model` is not in the vocabulary", "model"),
        ("incidents.exists(i, i.hour > 1)", "`hour` is not a field of the record", "i.hour"),
        ("provider.size == 'tiny'", "`tiny` is not one of the words of this choice", "'tiny'"),
        (
            "provider.size in ['micro', 'smell']",
            "`smell` is not one of the words of this choice",
            "provider.size in ['micro', 'smell']",
        ),
        ("model.open > 3", "expected a number or a date, found true or false", "model.open"),
        ("1 < 2 < 3", "expected a number or a date, found true or false", "1 < 2"),
        ("'a' < 'b'", "expected a number or a date, found text", "'a'"),
        ("model.compute && true", "expected true or false, found a number", "model.compute"),
        ("'a' + 'b'", "expected a number, found text", "'a'"),
        ("!1", "expected true or false, found a number", "1"),
        ("-true", "expected a number, found true or false", "true"),
        ("model.placed == 1", "a date cannot be compared with a number", "model.placed == 1"),
        ("model.placed < 1", "a date cannot be compared with a number", "model.placed < 1"),
        ("provider.size == provider.name", "a choice cannot be compared with text", "provider.size == provider.name"),
        ("1 in ['a']", "a number cannot be compared with text", "1 in ['a']"),
        ("true ? 1 : 'a'", "a number cannot be compared with text", "true ? 1 : 'a'"),
        ("1 ? 2 : 3", "expected true or false, found a number", "1"),
        ("incidents", "expected a single value, found a list of records", "incidents"),
        ("incidents.map(i, i.hours)", "expected a single value, found a list", "incidents.map(i, i.hours)"),
        ("incidents.map(i, i)", "expected a single value, found a record", "i"),
        ("incidents == incidents", "expected a single value, found a list of records", "incidents"),
        ("incidents.sum()", "expected a list of numbers, made with `.map`, found a list of records", "incidents"),
        (
            "incidents.map(i, i.on_time).sum()",
            "expected a list of numbers, made with `.map`, found a list",
            "incidents.map(i, i.on_time)",
        ),
        ("size(provider.name)", "expected a list, found text", "provider.name"),
        ("model.compute.exists(i, i > 1)", "expected a list, found a number", "model.compute"),
        ("model.compute.map(i, true).size()", "expected a list, found a number", "model.compute"),
        ("incidents.filter(i, i.hours).size()", "expected true or false, found a number", "i.hours"),
        ("incidents.map(i, i.hours).all(h, h.x)", "expected a record, found a number", "h"),
        ("days_between(1, model.placed)", "expected a date, found a number", "1"),
        ("incidents.all(model, true)", "`model` cannot stand for an element of a list", "incidents.all(model, true)"),
        ("incidents.all(in, true)", "`in` cannot stand for an element of a list", "in"),
        (
            "incidents.all(i, incidents.all(j, true))",
            "`all` stands inside the brackets of another list function",
            "all",
        ),
    ]);
}

#[test]
fn hints_name_what_was_meant() {
    for (text, hint) in [
        ("modle.open", "did you mean `model.open`?"),
        ("model.flop", "names are those of the vocabulary; texts stand in quotation marks"),
        ("provider.size == 'smell'", "did you mean `small`?"),
        ("provider.size == 'enormous'", "write one of large, medium, micro, small, smc"),
        ("incidents.exists(i, i.on_times)", "did you mean `on_time`?"),
        ("model.open = true", "write `==`"),
        ("model.open and true", "write `&&`"),
    ] {
        assert_eq!(refused(text).1, hint, "{text}");
    }
}

#[test]
fn nesting_and_length_are_limited() {
    let nested = |levels: usize| format!("{}true{}", "(".repeat(levels), ")".repeat(levels));
    assert_eq!(without_facts(&nested(64)), "true");
    let error = Expression::compile(&nested(65), &vocabulary()).unwrap_err();
    assert_eq!(error.fault, Fault::TooDeep { limit: 64 });
    for text in ["!".repeat(4000), "-".repeat(4000), "true ? 1 : ".repeat(300), "size(".repeat(500)] {
        let error = Expression::compile(&text, &vocabulary()).unwrap_err();
        assert_eq!(error.fault, Fault::TooDeep { limit: 64 }, "{text}");
    }
    // What stands side by side is not nested.
    let long = vec!["1"; 1000].join(" + ");
    assert_eq!(without_facts(&long), "1000");
    let too_long = " ".repeat(4097);
    assert_eq!(Expression::compile(&too_long, &vocabulary()).unwrap_err().fault, Fault::TooLong { limit: 4096 });
    // Spaced out it would be longer than may be read again.
    let dense = vec!["1"; 2000].join("+");
    assert_eq!(Expression::compile(&dense, &vocabulary()).unwrap_err().fault, Fault::TooLong { limit: 4096 });
}

#[test]
fn the_canonical_text_leaves_out_what_means_nothing() {
    for (text, canonical) in [
        ("( 1+2 )*3 // three", "(1 + 2) * 3"),
        ("1+(2*3)", "1 + 2 * 3"),
        ("1-(2-3)", "1 - (2 - 3)"),
        ("(1-2)-3", "1 - 2 - 3"),
        ("1.50", "1.5"),
        ("10000000", "1e7"),
        ("0.0e5", "0"),
        ("\"a\"==\"it's\"", "'a' == \"it's\""),
        ("size(incidents)>0", "incidents.size() > 0"),
        ("!(model.open)", "!model.open"),
        ("!(model.open&&true)", "!(model.open && true)"),
        ("-(1+2)", "-(1 + 2)"),
        ("(true?1:2)==1", "(true ? 1 : 2) == 1"),
        ("true?1:(false?2:3)", "true ? 1 : false ? 2 : 3"),
        ("true?(false?2:3):1", "true ? (false ? 2 : 3) : 1"),
        ("(incidents).filter( i,(i.hours)>1 ).size()", "incidents.filter(i, i.hours > 1).size()"),
        ("model.placed==date(\"2026-01-31\")", "model.placed == date('2026-01-31')"),
        ("1 in[1,-2 , 3]", "1 in [1, -2, 3]"),
        ("days_between( model.placed,model.notified )", "days_between(model.placed, model.notified)"),
        ("(1<2)==true", "1 < 2 == true"),
        ("true==(1<2)", "true == (1 < 2)"),
    ] {
        let expression = compiled(text);
        assert_eq!(expression.to_string(), canonical);
        assert_eq!(compiled(canonical), expression, "{canonical}");
    }
    assert_ne!(compiled("1 - 2"), compiled("2 - 1"));
}

#[test]
fn a_trace_shows_each_part_and_each_element() {
    let text = "incidents.filter(i, i.on_time).size() * 100 / incidents.size()";
    let facts = facts(&[], Some(vec![incident(1, Some(true)), incident(2, Some(false))]));
    let trace = compiled(text).trace(&facts);
    let told: Vec<String> = trace
        .parts
        .iter()
        .map(|part| {
            let came_to = match &part.came_to {
                CameTo::Value(value) => value.to_string(),
                CameTo::List(length) => format!("list of {length}"),
            };
            let each: Vec<String> = part.of_elements.iter().map(ToString::to_string).collect();
            format!("{} = {came_to} {each:?}", text.get(part.span.clone()).unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "incidents = list of 2 []",
            "incidents.filter(i, i.on_time) = list of 1 [\"true\", \"false\"]",
            "incidents.filter(i, i.on_time).size() = 1 []",
            "100 = 100 []",
            "incidents.filter(i, i.on_time).size() * 100 = 100 []",
            "incidents = list of 2 []",
            "incidents.size() = 2 []",
            "incidents.filter(i, i.on_time).size() * 100 / incidents.size() = 50 []",
        ]
    );
}

#[test]
fn cost_grows_with_the_longest_list_and_no_faster() {
    let plain = compiled("model.compute > 1 && model.open");
    assert_eq!((plain.cost(0), plain.cost(1_000_000)), (5, 5));
    let filtered = compiled("incidents.filter(i, i.hours > 1).size()");
    assert_eq!((filtered.cost(0), filtered.cost(10), filtered.cost(100)), (3, 53, 503));
    let middle = compiled("incidents.map(i, i.hours).median()");
    assert_eq!(middle.cost(8), 3 + 8 * (2 + 1) + 8 * 4);
    assert_eq!(compiled("1 in [1, 2, 3]").cost(0), 5);
    assert!(compiled("incidents.map(i, i.hours).median()").cost(usize::MAX) == u64::MAX);
}

#[test]
fn an_expression_says_which_names_it_uses_and_what_it_comes_to() {
    let expression = compiled("incidents.exists(i, i.on_time) && (model.open || model.open)");
    let names: Vec<&str> = expression.names().map(|(name, _)| name).collect();
    assert_eq!(names, ["incidents", "model.open"]);
    assert!(matches!(expression.names().next(), Some((_, NameType::Records(_)))));
    assert_eq!(expression.result(), &Scalar::Bool);
    assert!(Expression::condition("true", &vocabulary()).is_ok());
    assert!(Expression::formula("1", &vocabulary()).is_ok());
    let error = Expression::formula("1 == 1", &vocabulary()).unwrap_err();
    assert_eq!((error.to_string().as_str(), error.span), ("expected a number, found true or false", 0..6));
    let error = Expression::condition("provider.size", &vocabulary()).unwrap_err();
    assert_eq!(error.to_string(), "expected true or false, found a choice");
}

#[test]
fn facts_of_another_vocabulary_give_no_value() {
    let mut other = super::vocabulary::Vocabulary::default();
    other.scalar("model.open", Scalar::Number).unwrap();
    other.scalar("incidents", Scalar::Date).unwrap();
    let mut facts = Facts::default();
    facts.set(&other, "model.open", number(1)).unwrap();
    facts.set(&other, "incidents", day("2026-01-01")).unwrap();
    assert_eq!(compiled("!model.open").evaluate(&facts).to_string(), "undefined: other-vocabulary");
    assert_eq!(compiled("model.open && true").evaluate(&facts).to_string(), "undefined: other-vocabulary");
    assert_eq!(compiled("model.open").evaluate(&facts).to_string(), "undefined: other-vocabulary");
    assert_eq!(compiled("incidents.size()").evaluate(&facts).to_string(), "undefined: other-vocabulary");
    assert_eq!(compiled("incidents.all(i, i.on_time)").evaluate(&facts).to_string(), "undefined: other-vocabulary");
}
