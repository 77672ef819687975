use super::NonEmptyText;

#[test]
fn a_text_says_something_and_has_an_end() {
    let text = |text: &str| NonEmptyText::parse(text).map(|text| text.to_string());
    assert_eq!(text(" In two\nlines. "), Some("In two\nlines.".to_owned()));
    assert_eq!(text(&"a".repeat(32_768)).map(|text| text.len()), Some(32_768));
    for wrong in ["", " \n", "a\u{0}b", "a\rb", &"a".repeat(32_769)] {
        assert_eq!(text(wrong), None, "{} bytes", wrong.len());
    }
}
