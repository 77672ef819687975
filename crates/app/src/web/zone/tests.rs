//! Zones by name, and moments in them.

use axum::http::HeaderValue;

use super::*;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn of_cookies(cookies: &'static str) -> Zone {
    Zone::of_browser(&[(header::COOKIE, HeaderValue::from_static(cookies))].into_iter().collect(), false)
}

#[test]
fn the_cookie_names_the_zone() {
    let zone = of_cookies("adhere_session=x; adhere_zone=America/New_York");
    assert_eq!((zone.name(), zone.is_chosen()), ("America/New_York", true));
}

#[test]
fn whoever_chose_no_zone_reads_times_of_brussels() {
    for cookies in ["", "adhere_zone=", "adhere_zone=Europe/Nowhere", "adhere_zone=../../etc/passwd", "adhere_zone=+01"]
    {
        let zone = of_cookies(cookies);
        assert_eq!((zone.name(), zone.is_chosen()), ("Europe/Brussels", false), "{cookies}");
    }
}

#[test]
fn a_moment_is_shown_with_its_offset_and_zone_in_summer_and_winter() {
    let (summer, winter) = (at("2026-07-27T22:30:00Z"), at("2026-12-31T23:30:00Z"));
    let zone = |name: &str| Zone::named(name).unwrap();
    let told = |name: &str| [summer, winter].map(|at| zone(name).spoken(at));
    assert_eq!(
        told("Europe/Brussels"),
        ["2026-07-28 00:30 (+02:00, Europe/Brussels)", "2027-01-01 00:30 (+01:00, Europe/Brussels)"]
    );
    assert_eq!(
        told("America/New_York"),
        ["2026-07-27 18:30 (-04:00, America/New_York)", "2026-12-31 18:30 (-05:00, America/New_York)"]
    );
    assert_eq!(told("UTC"), ["2026-07-27 22:30 (UTC)", "2026-12-31 23:30 (UTC)"]);
}

/// On 25 October 2026 an hour is there twice in Brussels, and on 29 March 2026 one is left out.
#[test]
fn what_is_typed_around_the_changes_of_the_clock_is_one_moment() {
    let brussels = Zone::named("Europe/Brussels").unwrap();
    let read = |text: &str| brussels.read_typed(text).unwrap();
    assert_eq!(read("2026-10-25T02:30"), at("2026-10-25T00:30:00Z"));
    assert_eq!(read("2026-10-25T03:30"), at("2026-10-25T02:30:00Z"));
    assert_eq!(read("2026-03-29T02:30"), at("2026-03-29T01:30:00Z"));
    assert_eq!(brussels.spoken(at("2026-10-25T00:30:00Z")), "2026-10-25 02:30 (+02:00, Europe/Brussels)");
    assert_eq!(brussels.spoken(at("2026-10-25T01:30:00Z")), "2026-10-25 02:30 (+01:00, Europe/Brussels)");
}

#[test]
fn what_is_typed_reads_back_as_it_was_written() {
    for name in ["Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham", "UTC"] {
        let (zone, moment) = (Zone::named(name).unwrap(), at("2026-11-22T10:15:00Z"));
        assert_eq!(zone.read_typed(&zone.typed(moment)), Some(moment), "{name}");
    }
}

#[test]
fn every_zone_that_is_offered_can_be_chosen() {
    let all = Zone::all();
    assert!(all.len() > 300, "the database of zones has {} zones", all.len());
    for name in all {
        assert!(Zone::named(&name).is_some(), "{name}");
    }
}

#[test]
fn a_page_shows_a_moment_to_people_and_to_machines() {
    let moment = Zone::named("Asia/Tokyo").unwrap().moment(at("2026-07-27T22:30:00Z"));
    assert_eq!(
        moment.to_string(),
        "<time datetime=\"2026-07-27T22:30:00Z\">2026-07-28 07:30 (+09:00, Asia/Tokyo)</time>"
    );
}

#[test]
fn the_cookie_is_kept_for_a_year_and_sent_over_tls_alone_where_there_is_tls() {
    let zone = Zone::named("Europe/Amsterdam").unwrap();
    let cookie = "adhere_zone=Europe/Amsterdam; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000";
    assert_eq!(zone.cookie(false), cookie);
    assert_eq!(zone.cookie(true), format!("__Host-{cookie}; Secure"));
}

#[test]
fn over_tls_a_cookie_counts_that_only_this_site_can_set() {
    let read = |cookies: &'static str| {
        let headers = [(header::COOKIE, HeaderValue::from_static(cookies))].into_iter().collect();
        Zone::of_browser(&headers, true).is_chosen()
    };
    assert!(read("__Host-adhere_zone=Asia/Tokyo"));
    assert!(!read("adhere_zone=Asia/Tokyo"), "another site of the same domain can set it");
}
