//! Wordings as they stand in the law and in copies of it.

use proptest::prelude::{ProptestConfig, any, prop_assert, prop_assert_eq, proptest};

use super::{Change, Redline, reads_same, redline};

/// The redline as text: `[-removed-]` and `{+added+}`.
fn marked(redline: &Redline) -> String {
    let mark = |piece: &super::Piece| match piece.change {
        Change::Kept => piece.text.clone(),
        Change::Removed => format!("[-{}-]", piece.text),
        Change::Added => format!("{{+{}+}}", piece.text),
    };
    redline.pieces.iter().map(mark).collect()
}

#[test]
fn changed_words_are_marked_and_kept_words_are_not() {
    let check = |old, new, expected: &str| assert_eq!(marked(&redline(old, new)), expected);
    check("one two three", "one two three", "one two three");
    check("take the steps, including", "take steps including", "take[- the-] steps[-,-] including");
    check("by 2 May 2025", "by May 2nd", "by[- 2-] May[- 2025-]{+ 2nd+}");
    check("", "new", "{+new+}");
    check("old", "", "[-old-]");
    check("", "", "");
}

#[test]
fn quotation_marks_dashes_and_spaces_do_not_count() {
    assert!(reads_same("the ‘provider’\u{a0}is  here — now", "the 'provider' is here\n- now"));
    assert!(reads_same("stake\u{ad}holders’ views", "stakeholders' views"));
    assert!(!reads_same("the provider", "The provider"));
    assert!(!reads_same("10 000", "10000"));
}

#[test]
fn similarity_counts_words_kept_in_both() {
    assert_eq!(redline("a b c d", "a b c d").similarity(), 1000);
    assert_eq!(redline("a b", "c d").similarity(), 0);
    assert_eq!(redline("a b", "a c").similarity(), 500);
    assert_eq!(redline("", "").similarity(), 1000);
}

#[test]
fn wordings_too_long_to_compare_are_shown_whole() {
    let (old, new) = ("old ".repeat(21_000), "new ".repeat(21_000));
    let redline = redline(&format!("same {old}"), &format!("same {new}"));
    let changes: Vec<_> = redline.pieces.iter().map(|piece| piece.change).collect();
    assert_eq!(changes, [Change::Kept, Change::Removed, Change::Added]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_wordings_can_be_read_back(old in "[a-c ,.]{0,40}", new in "[a-c ,.]{0,40}") {
        let redline = redline(&old, &new);
        let side = |without: Change| -> String {
            redline.pieces.iter().filter(|piece| piece.change != without).map(|piece| piece.text.as_str()).collect()
        };
        prop_assert!(reads_same(&side(Change::Added), &old));
        prop_assert!(reads_same(&side(Change::Removed), &new));
        prop_assert_eq!(redline.is_unchanged(), reads_same(&old, &new));
    }

    #[test]
    fn any_text_reads_the_same_as_itself(text in any::<String>()) {
        prop_assert!(redline(&text, &text).is_unchanged());
    }
}

#[test]
fn words_kept_by_chance_are_read_with_the_changes_around_them() {
    let (old, new) = ("one two three four five of six seven eight nine ten", "a b c d e of f g h i j");
    let redline = redline(old, new);
    assert_eq!(marked(&redline), format!("[-{old}-]{{+{new}+}}"));
    assert!(redline.similarity() > 0, "they still count as kept");
}

#[test]
fn paragraphs_of_the_new_wording_stay_paragraphs() {
    assert_eq!(marked(&redline("One. Two.", "One.\n\nTwo, changed.")), "One.\n\nTwo{+, changed+}.");
}
