use super::{ReadingId, Readings};

#[test]
fn every_reading_can_be_chosen_and_is_then_the_chosen_one() {
    for id in ReadingId::ALL {
        for option in id.options() {
            let readings = Readings::FIRST.choose(id, option).unwrap();
            assert_eq!(readings.chosen(id), option);
            for other in ReadingId::ALL.into_iter().filter(|other| *other != id) {
                assert_eq!(readings.chosen(other), Readings::FIRST.chosen(other));
            }
        }
        assert_eq!(Readings::FIRST.chosen(id), id.options()[0]);
        assert_eq!(Readings::FIRST.choose(id, "neither-of-them"), None);
    }
}

#[test]
fn names_of_questions_are_distinct() {
    let mut names = ReadingId::ALL.map(ReadingId::id);
    names.sort_unstable();
    assert!(names.windows(2).all(|pair| pair[0] < pair[1]));
}
