//! Which of the words there are is most like the one that was written.

/// Words further away than this are no help.
const FURTHEST: usize = 3;

/// The most similar word, if one is similar enough; of two, the one that comes first.
pub(super) fn nearest<'a>(written: &str, words: impl Iterator<Item = &'a str>) -> Option<String> {
    let limit = FURTHEST.min(written.chars().count().div_ceil(3));
    let near = words.filter(|word| word.len().abs_diff(written.len()) <= limit * 4);
    let near = near.map(|word| (distance(written, word), word)).filter(|(distance, _)| *distance <= limit);
    near.min_by_key(|(distance, _)| *distance).map(|(_, word)| word.to_owned())
}

/// How many letters must be added, removed, changed or swapped with their neighbour to get from one to the other.
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut previous = None;
    for (row, letter) in from.chars().enumerate() {
        let mut current = vec![row + 1];
        let mut left = row + 1;
        let pairs = last.iter().zip(last.iter().skip(1)).zip(&to);
        for (column, ((diagonal, above), other)) in pairs.enumerate() {
            let changed = diagonal + usize::from(letter != *other);
            let mut fewest = changed.min(above + 1).min(left + 1);
            let before = column.checked_sub(1).and_then(|index| Some((to.get(index)?, before_last.get(index)?)));
            if let Some((_, swapped)) = before.filter(|(before, _)| **before == letter && previous == Some(*other)) {
                fewest = fewest.min(swapped + 1);
            }
            current.push(fewest);
            left = fewest;
        }
        previous = Some(letter);
        before_last = std::mem::replace(&mut last, current);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests;
