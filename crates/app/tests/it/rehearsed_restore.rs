//! A backup of a server that is written to, restored elsewhere, and served again.

use crate::command::adhere;
use crate::server::{Answer, Server};
use crate::sides::Sides;

/// How many entries the journal that is served has.
fn size(server: &Server) -> u64 {
    server.data("/checkpoint").well().lines().nth(1).unwrap().parse().unwrap()
}

fn post(server: &Server, letter: &[u8]) -> Answer {
    let client = reqwest::blocking::Client::new();
    Answer::of(client.post(format!("{}/packages", server.url)).body(letter.to_vec()))
}

#[test]
fn what_was_backed_up_under_writes_is_restored_answers_the_same_and_signs_nothing_until_confirmed() {
    let sides = Sides::begin();
    let letters: Vec<Vec<u8>> = (0..8)
        .map(|number| {
            let file = format!("letter-{number}");
            sides.send_until(&file, &format!("2100-01-0{}T00:00:00Z", number + 1));
            std::fs::read(sides.path(&file)).unwrap()
        })
        .collect();
    let (store, backup, restored) = (sides.path("office"), sides.path("backup"), sides.path("restored"));
    let server = Server::start(&store);
    std::thread::scope(|scope| {
        let writing =
            scope.spawn(|| letters.iter().take(7).map(|letter| post(&server, letter).status).collect::<Vec<_>>());
        adhere(&["store", "backup", &backup, "--store", &store]).well();
        assert_eq!(writing.join().unwrap(), [200; 7]);
    });
    let keys = format!("{store}/keys");
    adhere(&["store", "restore", &backup, "--keys", &keys, "--store", &restored]).well();
    std::fs::copy(format!("{store}/policy"), format!("{restored}/policy")).unwrap();
    let again = Server::start(&restored);
    let entries = size(&again);
    assert!((5..=size(&server)).contains(&entries), "{entries}");
    for entry in 0..entries {
        let path = format!("/journal/entries/{entry}/bytes");
        assert_eq!(again.data(&path).well(), server.data(&path).well());
        let page = format!("/journal/entries/{entry}?as-of=2026-11-22");
        assert_eq!(again.page(&page).status, 200);
    }
    assert_eq!(again.page("/register").well(), server.page("/register").well());
    let refused = post(&again, &letters[7]);
    assert_eq!((refused.status, size(&again)), (500, entries), "{}", refused.text);
    drop(again);
    adhere(&["store", "confirm", "--nothing-came-after", "--store", &restored]).well();
    let again = Server::start(&restored);
    assert_eq!(post(&again, &letters[7]).status, 200);
    assert!(size(&again) > entries);
    drop((again, server));
    adhere(&["store", "audit", "--store", &restored]).well();
    sides.is_audited();
}
