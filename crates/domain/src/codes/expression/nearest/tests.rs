use super::{distance, nearest};

#[test]
fn distance_counts_letters_added_removed_changed_or_swapped() {
    for (from, to, expected) in [
        ("", "", 0),
        ("", "abc", 3),
        ("abc", "abc", 0),
        ("abc", "ab", 1),
        ("ab", "abc", 1),
        ("abc", "axc", 1),
        ("modle", "model", 1),
        ("ca", "abc", 3),
        ("é", "e", 1),
    ] {
        assert_eq!(distance(from, to), expected, "{from} {to}");
    }
}

#[test]
fn the_nearest_word_is_offered_and_a_distant_one_is_not() {
    let words = ["model.open", "model.compute", "provider.size"];
    assert_eq!(nearest("modle.open", words.into_iter()).as_deref(), Some("model.open"));
    assert_eq!(nearest("provider.sizes", words.into_iter()).as_deref(), Some("provider.size"));
    assert_eq!(nearest("turnover", words.into_iter()), None);
    assert_eq!(nearest("ab", ["xy"].into_iter()), None);
    assert_eq!(nearest("aa", ["ab", "ac"].into_iter()).as_deref(), Some("ab"));
}
