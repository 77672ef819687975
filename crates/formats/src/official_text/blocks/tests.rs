use super::{is_label, label_id, split_label, squeeze};

#[test]
fn numbers_of_lists_are_told_from_words() {
    for label in ["(a)", "a)", "(14a)", "1.", "3.1.", "(iv)", "(viii)", "—", "‘(68)", "(68)", "ba)", "xviii)"] {
        assert!(is_label(label), "{label}");
    }
    for word in ["", "a", "(Paragraphs", "Article", "terrorism,", "rape,", "licence.", "Regulation.", "(OJ", "…"] {
        assert!(!is_label(word), "{word}");
    }
}

#[test]
fn a_label_is_cut_from_its_text() {
    assert_eq!(split_label("1. The AI Office"), Some(("1.", "The AI Office")));
    assert_eq!(split_label("The AI Office"), None);
    assert_eq!(split_label("1."), None);
}

#[test]
fn labels_become_parts_of_ids() {
    for (label, id) in [("(a)", "a"), ("3.1.", "3_1"), ("14a.", "14a"), ("‘(68)", "68"), ("—", "")] {
        assert_eq!(label_id(label), id);
    }
}

#[test]
fn white_space_is_drawn_together() {
    assert_eq!(squeeze(" 1.\u{a0}\u{a0} The\n  text "), "1. The text");
}
