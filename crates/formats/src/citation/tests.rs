use super::citations;

fn cited(text: &str) -> Vec<String> {
    citations(text).into_iter().map(|citation| citation.element.to_string()).collect()
}

#[test]
fn citations_are_read_as_they_are_written() {
    for (text, elements) in [
        ("Article 55", "art_55"),
        ("Article 53(1)(c) AI Act", "art_53__para_1__point_c"),
        ("Articles 53(1), point (a)", "art_53__para_1__point_a"),
        ("Article 53(1), points (a) and (b), AI Act", "art_53__para_1__point_a art_53__para_1__point_b"),
        ("53(1)(a), without its word", ""),
        ("Article 53(1)(a), (b)", "art_53__para_1__point_a art_53__para_1__point_b"),
        ("Article 55(1)(b)", "art_55__para_1__point_b"),
        ("Article 55(1)(b) and (c) AI Act", "art_55__para_1__point_b art_55__para_1__point_c"),
        ("Article 55(1)(b) and 56(2)(d) AI Act", "art_55__para_1__point_b art_56__para_2__point_d"),
        (
            "Articles 52(1), 53(3), 56(2)(d) and 56(5)",
            "art_52__para_1 art_53__para_3 art_56__para_2__point_d art_56__para_5",
        ),
        (
            "Articles 53(1)(a), 53(1)(b), 53(2), 53(7), and Annexes XI and XII AI Act",
            "art_53__para_1__point_a art_53__para_1__point_b art_53__para_2 art_53__para_7 anx_XI anx_XII",
        ),
        (
            "Article 55(1), Article 56(2)(c) and (d) and Recital 110 AI Act",
            "art_55__para_1 art_56__para_2__point_c art_56__para_2__point_d rec_110",
        ),
        ("Article 55(1), and recitals 114 and 115 AI Act", "art_55__para_1 rec_114 rec_115"),
        (
            "Articles 55(1) and 56(5), and recitals 110, 114, and 115",
            "art_55__para_1 art_56__para_5 rec_110 rec_114 rec_115",
        ),
        ("Annex XI, Section 2, point 1", "anx_XI__sec_2__point_1"),
        ("Annex XI, Section 1, point 2(a)", "anx_XI__sec_1__point_2__point_a"),
        (
            "Articles 53(1)(a) to (d)",
            "art_53__para_1__point_a art_53__para_1__point_b art_53__para_1__point_c art_53__para_1__point_d",
        ),
        ("Articles 53 to 55", "art_53 art_54 art_55"),
        ("Articles 53–55", "art_53 art_54 art_55"),
        ("Art. 53(1)c) AI Act", "art_53__para_1__point_c"),
        ("Article 3(65) AI Act", "art_3__point_65"),
        ("Article 75a(2)", "art_75a__para_2"),
        ("Article 53(1)(b)(i) and (ii)", "art_53__para_1__point_b__point_i art_53__para_1__point_b__point_ii"),
        ("Article 53(1)(a) and (2)", "art_53__para_1__point_a art_53__para_2"),
    ] {
        assert_eq!(cited(text).join(" "), elements, "{text}");
    }
}

#[test]
fn other_acts_and_other_numbers_are_passed_over() {
    for text in [
        "Article 4(3) of Directive (EU) 2019/790",
        "Article 6(3) of Directive (EC) 2001/29",
        "Article 3, point (j), of Regulation (EU) 2022/2065",
        "Article 191 TFEU",
        "an article of 2025",
        "the annex below",
        "",
    ] {
        assert_eq!(cited(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(cited("Article 55 and 3 annexes"), ["art_55"]);
    assert_eq!(cited("Article 53 of Regulation (EU) 2024/1689"), ["art_53"]);
    assert_eq!(cited("Article 53(1)(c) AI Act and Article 4(3) Directive (EU) 2019/790"), ["art_53__para_1__point_c"]);
}

#[test]
fn a_citation_knows_where_it_stands() {
    let text = "see Articles 53(1)(a) and 55(1) AI Act";
    let found = citations(text);
    let cited: Vec<&str> = found.iter().map(|citation| text.get(citation.span.clone()).unwrap()).collect();
    assert_eq!(cited, ["Articles 53(1)(a)", "Articles 53(1)(a) and 55(1)"]);
}
