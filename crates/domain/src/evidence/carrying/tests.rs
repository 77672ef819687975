use jiff::civil::date;

use super::Carrying;
use crate::adherence::fixtures::part;
use crate::adherence::statements::Subject;
use crate::evidence::archive::{Archive, Attachment, EvidenceCommand, EvidenceEvent};
use crate::evidence::fixtures::{add, archive, attachment, subject, then, withdraw};
use crate::evidence::passage::Passage;

fn next() -> Subject {
    Subject { version: part("2"), ..subject() }
}

fn told(archive: &Archive) -> Vec<String> {
    let told = archive.carried(&subject(), &next()).into_iter();
    told.map(|(attachment, carrying)| {
        assert_eq!(attachment.subject, next());
        let place = attachment.passage.map(|passage| format!(" “{}”", passage.exact())).unwrap_or_default();
        format!("{}{place} {}", attachment.item, carrying.id())
    })
    .collect()
}

#[test]
fn what_is_attached_is_carried_once_and_what_was_detached_there_stays_so() {
    let passage = Passage::new("We keep logs.", "", "", None);
    let attach = |id: &str, passage| EvidenceCommand::Attach(attachment(id, passage));
    let before = [
        add("policy", None),
        add("report", None),
        attach("policy", None),
        attach("policy", passage.clone()),
        attach("report", None),
        withdraw("report", date(2026, 3, 1)),
    ];
    let archive = archive(&before);
    assert_eq!(told(&archive), ["policy attachable", "policy “We keep logs.” attachable", "report withdrawn"]);
    let events = archive.carry(&subject(), &next());
    assert!(events.iter().all(|event| matches!(event, EvidenceEvent::Carried { from, .. } if *from == subject())));
    let carried = events.into_iter().fold(archive, |archive, event| archive.apply(event).unwrap());
    assert_eq!(told(&carried), ["policy attached", "policy “We keep logs.” attached", "report withdrawn"]);
    assert_eq!(carried.carry(&subject(), &next()), []);
    assert_eq!(carried.attached(&next()).count(), 2);
    let there = Attachment { subject: next(), ..attachment("policy", passage) };
    let detached = then(carried, &EvidenceCommand::Detach(there));
    assert_eq!(told(&detached), ["policy attached", "policy “We keep logs.” detached", "report withdrawn"]);
    assert_eq!(detached.carry(&subject(), &next()), []);
    assert_eq!(Carrying::Attached.id(), "attached");
}
