//! Made-up reports to measure with: the same facts told by two papers, with names, figures and dates, a statement each.

use std::sync::Arc;

use counterpoint::import;
use counterpoint::model::Document;

const PEOPLE: [&str; 8] = [
    "Marta Lindqvist",
    "Oscar Penhale",
    "Yusuf Demirel",
    "Chidi Okafor",
    "Ines Valdares",
    "Piotr Zielinski",
    "Hana Mori",
    "Tom Ashgrove",
];
const BODIES: [&str; 6] = [
    "the harbour board",
    "the city council",
    "the rail union",
    "the health ministry",
    "Norvik Energy",
    "the coast guard",
];
const CITIES: [&str; 8] = ["Lisbon", "Oslo", "Vienna", "Leeds", "Genoa", "Denver", "Nairobi", "Gdansk"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const THINGS: [[&str; 2]; 6] = [
    ["houses", "homes"],
    ["workers", "employees"],
    ["ships", "vessels"],
    ["patients", "people in hospital"],
    ["trains", "rail services"],
    ["farms", "holdings"],
];
const EVENTS: [[&str; 2]; 6] = [
    ["were damaged by the storm", "suffered in the gale"],
    ["will be moved by June", "are to be relocated before summer"],
    ["have been inspected", "underwent checks"],
    ["were left without power", "lost electricity"],
    ["will receive new funds", "are to get fresh money"],
    ["had to be evacuated", "were cleared"],
];

/// The statement that a paper makes of a fact. The first two papers keep to one wording each, the others mix the two.
/// Every paper but the first gives some figures otherwise.
fn statement(fact: usize, paper: usize) -> String {
    // A fixed, cheap scramble: facts differ, and each run measures the same.
    let scramble = |number: usize, salt: usize| (number * 2_654_435_761 + salt * 40_503) / 97;
    let pick = |salt: usize, of: usize| scramble(fact, salt) % of;
    let (person, body) = (PEOPLE[pick(1, PEOPLE.len())], BODIES[pick(2, BODIES.len())]);
    let (city, day) = (CITIES[pick(3, CITIES.len())], DAYS[pick(4, DAYS.len())]);
    let wording = |salt: usize| if paper < 2 { paper } else { scramble(fact * 31 + paper, salt) % 2 };
    let (thing, event) = (THINGS[pick(5, THINGS.len())][wording(8)], EVENTS[pick(6, EVENTS.len())][wording(9)]);
    let count = 12 + pick(7, 4_000) + usize::from(paper > 0 && fact % 7 == (paper - 1) % 7) * 55;
    match (fact % 3, wording(10)) {
        (0, 0) => format!("About {count} {thing} in {city} {event}, {person} of {body} said on {day}."),
        (0, _) => format!("In {city}, some {count} {thing} {event}, according to {person}, who speaks for {body}."),
        (1, 0) => format!("{person} told {body} on {day} that {count} {thing} {event} near {city}."),
        (1, _) => format!("On {day} {body} heard from {person} that around {city} {count} {thing} {event}."),
        (_, 0) => {
            format!("“We did not expect that {count} {thing} {event},” said {person}, head of {body}, in {city}.")
        }
        (_, _) => format!("{person}, who leads {body}, said it was a surprise that {count} {thing} {event} in {city}."),
    }
}

/// A report of so many statements, four a paragraph. Two papers share two facts of three, or all of them.
pub(crate) fn report(statements: usize, paper: usize) -> Arc<Document> {
    let facts = (0..).filter(|fact| fact % 3 != 1 || (fact / 3) % 2 == paper % 2).take(statements);
    let sentences: Vec<String> = facts.map(|fact| statement(fact, paper)).collect();
    let paragraphs: Vec<String> = sentences.chunks(4).map(|four| four.join(" ")).collect();
    let title = match paper {
        0 => "A week of storms".to_owned(),
        1 => "What the gales left behind".to_owned(),
        _ => format!("The storm, part {paper}"),
    };
    let document = import::paste(&title, &paragraphs.join("\n\n"));
    Arc::new(document.unwrap_or_else(|error| panic!("plain text is read: {error}")))
}
