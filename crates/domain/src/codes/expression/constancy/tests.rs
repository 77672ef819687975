use super::Constancy;
use crate::codes::expression::fixtures::compiled;

fn constancy(text: &str) -> &'static str {
    let expression = compiled(text);
    match expression.constancy() {
        Constancy::AlwaysTrue => "always",
        Constancy::NeverTrue => "never",
        Constancy::Varies { when_true, when_not } => {
            assert_eq!(expression.evaluate(&when_true).to_string(), "true", "{text}");
            assert_ne!(expression.evaluate(&when_not).to_string(), "true", "{text}");
            "varies"
        }
        Constancy::NotShown => "not shown",
    }
}

#[test]
fn conditions_that_say_nothing_are_found() {
    for (text, expected) in [
        ("true", "always"),
        ("1 > 2", "never"),
        ("1 / 0 > 1", "never"),
        ("model.open || !model.open", "always"),
        ("model.open && !model.open", "never"),
        ("model.open", "varies"),
        ("provider.size == 'micro' && provider.size == 'small'", "never"),
        ("provider.size in ['micro', 'small', 'medium', 'smc', 'large']", "always"),
        ("provider.size != 'micro' || provider.size != 'small'", "always"),
        ("provider.size in ['micro', 'small'] && model.systemic_risk", "varies"),
    ] {
        assert_eq!(constancy(text), expected, "{text}");
    }
}

#[test]
fn what_depends_on_more_than_choices_is_left_open_unless_it_does_not_matter() {
    for (text, expected) in [
        ("model.compute > 1", "not shown"),
        ("model.compute > model.compute", "not shown"),
        ("model.compute > 1 && model.open", "not shown"),
        ("model.compute > 1 || model.open || !model.open", "always"),
        ("model.compute > 1 && model.open && !model.open", "never"),
        ("incidents.exists(i, i.on_time)", "not shown"),
        ("model.compute + 1", "not shown"),
    ] {
        assert_eq!(constancy(text), expected, "{text}");
    }
}
