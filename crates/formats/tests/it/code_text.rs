//! What of a chapter's text is part of the code: titles without their numbers, texts without comments.

use adhere_formats::code_source::{CodeFiles, code};
use adhere_formats::compiled_code::compiled_digest;

use crate::reference::{law, told};

const MANIFEST: &str = "id = \"x\"\ntitle = \"X\"\nversion = \"1\"\npublished = 2026-01-01\nprofile = \"aia-95\"\n\
                        chapters = [\"chapter.md\"]\nsource = \"Written for tests.\"\n";

/// The title and the text of the measure of a chapter, and the digest of the code.
fn measure(heading: &str, body: &str) -> (String, String, String) {
    let chapter = format!(
        "# A {{#A}}\n\n## C {{#A.C1}}\n- binds: provider\n- objective: x\n\nx\n\n### {heading} {{#A.M1}}\n{body}"
    );
    let files = CodeFiles { manifest: ("code.toml", MANIFEST), named: vec![("chapter.md", &chapter)] };
    let code = code(&files, &law().corpus).unwrap_or_else(|findings| panic!("{}", told(&findings))).code;
    let (_, _, measure) = code.measures().next().unwrap();
    (measure.title.clone(), measure.summary.clone(), compiled_digest(&code).to_string())
}

#[test]
fn a_number_is_no_part_of_a_title_and_a_colon_is() {
    for (heading, title) in [
        ("Measure 1.1: Title", "Title"),
        ("Measure 12: Risk: a register", "Risk: a register"),
        ("Risk: a register", "Risk: a register"),
        ("M1.1a: Title", "Title"),
        ("Title", "Title"),
        ("`Code` and *stress*", "Code and stress"),
    ] {
        assert_eq!(measure(heading, "- covers: art_9\n\nText.\n").0, title, "{heading}");
    }
}

#[test]
fn comments_and_white_space_change_nothing_that_is_compiled() {
    let plain = measure("M", "- covers: art_9\n\nOne.\n\nTwo.\n");
    assert_eq!(plain.1, "One.\n\nTwo.");
    for body in [
        "<!-- above the list -->\n- covers: art_9\n\nOne.\n\nTwo.\n",
        "<!-- of two\n     lines -->\n\n- covers: art_9\n\nOne.\n\n<!-- between -->\nTwo.\n",
        "- covers: art_9\n\n<!-- first -->\n<!-- second -->\nOne.\n\nTwo.\n<!-- last -->\n",
        "* covers:   art_9\n\n\nOne.\n\nTwo.\n\n\n",
    ] {
        assert_eq!(measure("M", body), plain, "{body}");
    }
}

#[test]
fn a_comment_with_text_behind_it_is_text() {
    let body = "- covers: art_9\n\n<!-- a --> One.\n";
    assert_eq!(measure("M", body).1, "<!-- a --> One.");
}
