//! Files that come with a form: their names are names and no paths, and there are few enough of them to be held.

use axum::extract::Multipart;

use super::error::Problem;
use super::form::Typed;
use super::said::Said;
use super::taking_in::unread;
use super::work::LARGEST_UPLOAD;

/// So many files come with one form.
const MOST_FILES: usize = 64;

/// What a form with files sent.
pub(super) struct Uploaded {
    /// Its other fields.
    pub(super) typed: Typed,
    /// Its files: name and bytes, in the order in which they came.
    pub(super) files: Vec<(String, Vec<u8>)>,
}

impl Uploaded {
    /// Reads a form with files to its end.
    ///
    /// # Errors
    /// It is no such form, has too many files, or a file whose name is not one.
    pub(super) async fn read(mut form: Multipart) -> Result<Self, Problem> {
        let too_large = |error| unread(&error, LARGEST_UPLOAD as u64);
        let (mut given, mut files) = (Vec::new(), Vec::new());
        while let Some(field) = form.next_field().await.map_err(too_large)? {
            let name = field.name().unwrap_or_default().to_owned();
            let file = field.file_name().map(str::to_owned);
            let bytes = field.bytes().await.map_err(too_large)?;
            match file {
                // A browser sends a field for files without a name when none was chosen.
                Some(file) if file.is_empty() => {}
                // What is refused is read to its end: whoever sends it reads the answer after that.
                Some(file) => files.push((file, bytes.to_vec())),
                None => {
                    let text = String::from_utf8(bytes.to_vec());
                    let text =
                        text.map_err(|_| Problem::bad_request(Said::new("problem-no-text").of("name", &name)))?;
                    given.push((name, text));
                }
            }
        }
        if files.len() > MOST_FILES {
            return Err(Problem::unprocessable(Said::new("problem-many-files").of("most", MOST_FILES)));
        }
        let files = files.into_iter().map(|(name, bytes)| Ok((base_name(&name)?, bytes)));
        let files = files.collect::<Result<_, Problem>>()?;
        Ok(Self { typed: Typed::sent(given), files })
    }
}

/// The name of a file without the folders that some browsers put before it.
pub(super) fn base_name(name: &str) -> Result<String, Problem> {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let is_letter = |letter: char| letter.is_ascii_alphanumeric() || "._- ".contains(letter);
    let is_name = !base.is_empty() && base.len() <= 128 && !base.starts_with('.') && base.chars().all(is_letter);
    let refusal = || Problem::unprocessable(Said::new("problem-file-name").of("name", name));
    is_name.then(|| base.to_owned()).ok_or_else(refusal)
}
