use crate::codes::id::PartId;

use super::*;

fn id<Of>(text: &str) -> Id<Of> {
    Id::parse(text).unwrap()
}

fn comment(name: &str, text: &str) -> Comment {
    let part = |text| PartId::parse(text).unwrap();
    let subject =
        Subject { provider: id("acme"), code: part("gpai"), version: part("1"), measure: part("T.M1"), model: None };
    Comment { id: id(name), subject, author: id("jo"), text: NonEmptyText::parse(text).unwrap() }
}

fn after(commands: &[Comment]) -> Comments {
    commands.iter().fold(Comments::default(), |comments, comment| {
        let events = comments.make(comment.clone()).unwrap();
        events.into_iter().fold(comments, |comments, event| comments.apply(event).unwrap())
    })
}

fn rule<T: std::fmt::Debug>(outcome: Result<T, CommentRefusal>) -> &'static str {
    outcome.unwrap_err().rule().id
}

#[test]
fn a_comment_is_made_once_and_withdrawn_by_its_author_alone() {
    let comments = after(&[comment("c1", "Is this all?")]);
    assert_eq!(comments.make(comment("c1", "Is this all?")), Ok(Vec::new()));
    assert_eq!(rule(comments.make(comment("c1", "Another."))), "comment-new");
    assert_eq!(rule(comments.withdraw(&id("c1"), &id("al"))), "comment-by-author");
    assert_eq!(rule(comments.withdraw(&id("c2"), &id("jo"))), "comment-known");
    let events = comments.withdraw(&id("c1"), &id("jo")).unwrap();
    let comments = events.into_iter().fold(comments, |comments, event| comments.apply(event).unwrap());
    assert_eq!(comments.withdraw(&id("c1"), &id("jo")), Ok(Vec::new()));
}

#[test]
fn a_comment_has_room_for_a_page_and_no_more() {
    let comments = Comments::default();
    assert!(comments.make(comment("c1", &"x".repeat(LONGEST))).is_ok());
    assert_eq!(rule(comments.make(comment("c1", &"x".repeat(LONGEST + 1)))), "comment-short");
}
