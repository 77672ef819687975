use adhere_domain::law::comparison::Skip;

use super::passages;

/// Line, label, skip and text of each passage.
fn read(text: &str) -> Vec<(usize, Option<String>, Option<Skip>, String)> {
    passages(text).into_iter().map(|passage| (passage.line, passage.label, passage.skip, passage.text)).collect()
}

fn check(text: &str, expected: &[(usize, Option<&str>, Option<Skip>, &str)]) {
    let expected: Vec<_> = expected
        .iter()
        .map(|(line, label, skip, text)| (*line, label.map(str::to_owned), *skip, (*text).to_owned()))
        .collect();
    assert_eq!(read(text), expected);
}

#[test]
fn list_items_have_numbers_and_bullets_have_none() {
    check(
        "1. One of these:\n   * this is a thing;\n   * that is a thing.\n2. Two ends here.\n",
        &[
            (1, Some("1."), None, "One of these:"),
            (2, Some(""), None, "this is a thing;"),
            (3, Some(""), None, "that is a thing."),
            (4, Some("2."), None, "Two ends here."),
        ],
    );
}

#[test]
fn bullets_that_continue_a_sentence_belong_to_it() {
    let text = "3. Codes may be drawn up by both,\n   * including stakeholders,\n   * including academia.\n";
    check(text, &[(1, Some("3."), None, "Codes may be drawn up by both, including stakeholders, including academia.")]);
    assert_eq!(passages(text)[0].parts, 3);
}

#[test]
fn a_number_within_the_item_counts_more_than_that_of_the_list() {
    check("1. a) de middelen om dit te doen;\n", &[(1, Some("a)"), None, "de middelen om dit te doen;")]);
}

#[test]
fn lines_with_letters_of_their_own_are_passages() {
    check(
        "2. The following issues:\n(a) the means;\n(b) the level.\n",
        &[
            (1, Some("2."), None, "The following issues:"),
            (2, Some("(a)"), None, "the means;"),
            (3, Some("(b)"), None, "the level."),
        ],
    );
}

#[test]
fn numbers_of_sentences_are_no_words() {
    check(
        "It may invite providers. 2 Others may help. 3 Both may.",
        &[(1, None, None, "It may invite providers. Others may help. Both may.")],
    );
    check(
        "By 2 May it is ready. 7 days later it is not.",
        &[(1, None, None, "By 2 May it is ready. 7 days later it is not.")],
    );
}

#[test]
fn links_headings_and_front_matter_are_kept_with_a_reason() {
    check(
        "---\ntitle: x\n---\n\n# Head\n\n[Cookies](/c)\n\n![Logo](l.png)\n\n**Summary**\n\nText that ends.\n",
        &[
            (2, None, Some(Skip::Metadata), "title: x"),
            (5, None, Some(Skip::Heading), "Head"),
            (7, None, Some(Skip::Link), "Cookies"),
            (9, None, Some(Skip::Picture), "Logo"),
            (11, None, Some(Skip::Heading), "Summary"),
            (13, None, None, "Text that ends."),
        ],
    );
}

#[test]
fn a_link_that_says_something_of_a_provision_is_compared() {
    let text = "[(120) Obligation to identify systemic risks for models](https://example.org/recital/120/)";
    check(text, &[(1, Some("(120)"), None, "Obligation to identify systemic risks for models")]);
}

#[test]
fn a_text_in_a_code_fence_is_taken_out_of_it_and_lines_count_from_the_file() {
    check("```markdown\n\nText that ends.\n```", &[(3, None, None, "Text that ends.")]);
}

#[test]
fn remains_of_html_are_read_as_they_show() {
    check(
        "<h2>Article 1</h2>\n<ol><li>Text &amp; more.</li></ol>\n<script>alert(1)</script>\n",
        &[(1, None, Some(Skip::Heading), "Article 1"), (1, Some(""), None, "Text & more.")],
    );
    check("Text with <b>markup</b><br>that ends.", &[(1, None, None, "Text with markup that ends.")]);
}
