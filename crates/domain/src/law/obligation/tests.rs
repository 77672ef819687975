use super::{Obligation, Obligations};

#[test]
fn a_set_holds_what_was_put_into_it() {
    let set: Obligations = [Obligation::Cooperation, Obligation::CopyrightPolicy].into_iter().collect();
    assert_eq!(set.iter().collect::<Vec<_>>(), [Obligation::CopyrightPolicy, Obligation::Cooperation]);
    assert!(!set.is_empty() && Obligations::NONE.is_empty());
    assert_eq!(set.without(set), Obligations::NONE);
    assert_eq!(set.with(Obligation::Cooperation), set);
    assert_eq!(set.union(set), set);
    assert_eq!(set.union(Obligations::ART_53_1).intersection(Obligations::ART_53_1), Obligations::ART_53_1);
    assert_eq!(Obligations::ART_53_1.without(set).iter().count(), 3);
}

#[test]
fn the_sets_of_the_law_hold_its_points() {
    let names = |set: Obligations| set.iter().map(Obligation::element).collect::<Vec<_>>();
    assert_eq!(
        names(Obligations::ART_53_1),
        ["art_53__para_1__point_a", "art_53__para_1__point_b", "art_53__para_1__point_c", "art_53__para_1__point_d"]
    );
    assert_eq!(
        names(Obligations::ART_55_1),
        ["art_55__para_1__point_a", "art_55__para_1__point_b", "art_55__para_1__point_c", "art_55__para_1__point_d"]
    );
    assert_eq!(
        names(Obligations::SECTIONS_2_AND_3.without(Obligations::DEMONSTRABLE)),
        ["art_53__para_3", "art_54__para_1"]
    );
    assert_eq!(Obligation::ALL.len(), Obligation::COUNT);
    assert!(Obligation::ALL.is_sorted());
}
