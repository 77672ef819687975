//! Gists are in adhere's own words: no run of fourteen words is that of an official text.

use std::collections::BTreeSet;
use std::path::Path;

use crate::reference::{code_files, gpai, law, parse_code, shared_data, text};

/// How many words in a row count as copied.
const RUN: usize = 14;

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn runs(words: &[String]) -> impl Iterator<Item = String> {
    words.windows(RUN).map(|run| run.join(" "))
}

/// The text between the tags.
fn without_tags(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text = parts.collect::<Vec<_>>().join(" ");
    ["&nbsp;", "&#160;", "&amp;", "&lt;", "&gt;", "&quot;"].iter().fold(text, |text, entity| text.replace(entity, " "))
}

/// Every text below a folder.
fn official_texts(folder: &Path, texts: &mut Vec<Vec<String>>) {
    let mut paths: Vec<_> = folder.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            official_texts(&path, texts);
            continue;
        }
        match path.extension().and_then(|end| end.to_str()) {
            Some("md" | "txt") => texts.push(words(&text(&path))),
            Some("html") => texts.push(words(&without_tags(&text(&path)))),
            _ => {}
        }
    }
}

/// Every text that ships and says what others say, with where it stands; published titles are not among them.
fn own_texts() -> Vec<(String, String)> {
    let law = law();
    let provisions = law.corpus.acts.iter().flat_map(|act| act.provisions.values());
    let mut texts: Vec<(String, String)> = provisions
        .flat_map(|provision| provision.versions.iter().map(|version| (provision.id.to_string(), version.gist.clone())))
        .collect();
    for reading in &law.reading_texts {
        let options = reading.options.values().cloned().collect::<Vec<_>>().join("\n");
        texts.push((reading.id.id().to_owned(), [reading.question.as_str(), &reading.because, &options].join("\n")));
    }
    let conduct = parse_code(&code_files("conduct-template"), &law.corpus).unwrap().code;
    for code in [gpai(), conduct] {
        texts.extend(code.left_out.iter().map(|left_out| (left_out.provision.to_string(), left_out.reason.clone())));
        texts.extend(code.objectives.iter().map(|objective| (objective.id.to_string(), objective.text.clone())));
        for (_, commitment) in code.commitments() {
            texts.push((commitment.id.to_string(), commitment.summary.clone()));
        }
        for (_, _, measure) in code.measures() {
            let notes = measure.exemptions.iter().map(|exemption| exemption.note.as_str());
            let notes = notes.chain(measure.variants.iter().map(|variant| variant.note.as_str()));
            let notes = notes.chain(measure.deadlines.iter().filter_map(|deadline| deadline.note.as_deref()));
            let all = std::iter::once(measure.summary.as_str()).chain(notes).collect::<Vec<_>>();
            texts.push((measure.id.to_string(), all.join("\n")));
        }
    }
    texts.extend(crate::lineage::reasons());
    texts
}

#[test]
fn no_gist_repeats_fourteen_words_of_an_official_text() {
    let mut official = Vec::new();
    for part in ["law", "code", "forms"] {
        official_texts(&shared_data(part), &mut official);
    }
    let own: Vec<(String, Vec<String>)> = own_texts().into_iter().map(|(id, text)| (id, words(&text))).collect();
    let wanted: BTreeSet<String> = own.iter().flat_map(|(_, words)| runs(words)).collect();
    assert!(wanted.len() > 10_000, "there is something to compare: {}", wanted.len());
    let copied: BTreeSet<String> =
        official.iter().flat_map(|words| runs(words)).filter(|run| wanted.contains(run)).collect();
    let found: Vec<_> =
        own.iter().filter_map(|(id, words)| Some((id, runs(words).find(|run| copied.contains(run))?))).collect();
    assert_eq!(found, []);
}
