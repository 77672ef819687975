//! What becomes of adherence when the next version is published.

use adhere_actions::ActionError;
use adhere_domain::adherence::record::Scope;
use adhere_domain::adherence::register::event::{Declaration, RegisterCommand};
use adhere_domain::adherence::register::life::Terms;
use adhere_domain::codes::publication::{Basis, Follows, Succession};

use crate::fixtures::{Files, World, day, declaration, id, on_each_engine, part, shipped_files, text};

const END: &str = "2026-12-31T00:00:00Z";

/// The conduct template as a version published on a day.
fn version(version: &str, published: &str) -> Files {
    let mut files = shipped_files("conduct-template");
    let lines = files[0].1.lines().map(|line| match line.split_once(" = ").map(|(key, _)| key) {
        Some("version") => format!("version = \"{version}\""),
        Some("published") => format!("published = {published}"),
        _ => line.to_owned(),
    });
    files[0].1 = lines.collect::<Vec<_>>().join("\n");
    // Its indicators name the version that they are for.
    files[2].1 = files[2].1.replace("conduct-template@2026-11-22", &format!("conduct-template@{version}"));
    files
}

/// The second version, after the first.
fn second() -> Files {
    version("2", "2026-09-01")
}

/// A world in which the first version is published and adhered to.
fn adhered(world: &World) {
    world.publish("2026-06-01", &version("1", "2026-06-01"), None).unwrap();
    adhere(world, "a1", "1", "2026-06-02").unwrap();
}

fn adhere(world: &World, id_of: &str, version: &str, since: &str) -> Result<Vec<&'static str>, ActionError> {
    let terms = Terms { version: part(version), scope: Scope::Full, models: None };
    let code = part("conduct-template");
    let declaration = Declaration { id: id(id_of), code, terms, ..declaration(Scope::Full, since) };
    world.register(since, RegisterCommand::Declare(declaration))
}

fn version_on(world: &World, on: &str) -> Option<String> {
    let standing = world.standing(on, END).remove(&(id("maker"), part("conduct-template")))?;
    standing.declared.first().map(|declared| declared.terms.version.to_string())
}

fn follow(succession: Succession) -> Follows {
    Follows { version: part("1"), succession }
}

#[test]
fn adherence_ends_with_the_next_version_where_that_one_says_so() {
    on_each_engine(|world| {
        adhered(world);
        let succession = Succession::Ends { on: day("2026-10-01"), basis: Basis::Code(text("last page")) };
        world.publish("2026-09-01", &second(), Some(&follow(succession.clone()))).unwrap();
        assert_eq!(version_on(world, "2026-09-30").as_deref(), Some("1"));
        assert_eq!(version_on(world, "2026-10-01"), None);
        let head = world.store.head().unwrap();
        world.publish("2026-09-02", &second(), Some(&follow(succession))).unwrap();
        assert_eq!(world.store.head().unwrap(), head, "published again, nothing ends again");
    });
}

#[test]
fn adherence_passes_to_the_next_version_where_nothing_material_changed() {
    on_each_engine(|world| {
        adhered(world);
        let basis = Basis::Operator(text("only the version changed"));
        let succession = Succession::Passes { on: day("2026-10-01"), basis };
        world.publish("2026-09-01", &second(), Some(&follow(succession))).unwrap();
        assert_eq!(version_on(world, "2026-09-30").as_deref(), Some("1"));
        assert_eq!(version_on(world, "2026-10-01").as_deref(), Some("2"));
    });
}

#[test]
fn adherence_declared_when_the_next_version_is_known_already_ends_as_that_one_says() {
    on_each_engine(|world| {
        world.publish("2026-06-01", &version("1", "2026-06-01"), None).unwrap();
        let succession = Succession::Ends { on: day("2026-10-01"), basis: Basis::Code(text("last page")) };
        world.publish("2026-09-01", &second(), Some(&follow(succession))).unwrap();
        let kinds = adhere(world, "a1", "1", "2026-09-15").unwrap();
        assert_eq!(kinds, ["adherence.declared", "adherence.ended"]);
        assert_eq!(version_on(world, "2026-09-30").as_deref(), Some("1"));
        assert_eq!(version_on(world, "2026-10-01"), None);
    });
}
