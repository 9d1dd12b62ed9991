//! Whom and what a document names, under which names.

use std::collections::{HashMap, HashSet};

use super::super::role;
use super::super::token::{Token, Tokens, is_plain};
use super::key;
use super::lists::{ORGANISATIONS, is_given_name, is_no_name};
use super::nation;
use super::run::{Evidence, Run};
use crate::lexicon;
use crate::model::{EntityKind, EntityMention, Span};

/// The names of a document.
#[derive(Default)]
pub(super) struct Register {
    /// Longest form of the name of each person, by key.
    people: HashMap<String, String>,
    /// Key of each organisation and its longest name, by the folded words of the name and by its acronym.
    organisations: HashMap<String, (String, String)>,
    /// Family names that stand first: "Xi Jinping".
    first_families: HashSet<String>,
}

/// Family names that stand before the given name.
const FIRST_FAMILIES: [&str; 20] = [
    "xi", "wang", "li", "zhang", "liu", "yang", "zhao", "huang", "zhou", "xu", "zhu", "guo", "deng", "mao", "kim",
    "yoon", "nguyen", "tran", "pham", "lai",
];

impl Register {
    /// Takes in what a run shows of itself.
    pub(super) fn learn(&mut self, tokens: &Tokens<'_>, run: Run) {
        let name = name_span(tokens, run.from, run.to).of(tokens.text).to_owned();
        if let Some(known) = run.known {
            let longest =
                self.organisations.entry(known.to_owned()).or_insert_with(|| (known.to_owned(), name.clone()));
            if longest.1.len() < name.len() {
                longest.1 = name;
            }
            return;
        }
        if is_organisation(tokens, run) {
            self.learn_organisation(tokens, run, &name);
        } else if is_person(tokens, run) {
            if is_first_family(tokens, run) {
                self.first_families.insert(tokens.folded(run.from).to_owned());
            }
            let longest = self.people.entry(self.person_key(tokens, run)).or_default();
            if longest.len() < name.len() {
                *longest = name;
            }
        }
    }

    /// Takes in a bare name that is named in one breath with a person: "Zelensky and Putin".
    pub(super) fn learn_beside(&mut self, tokens: &Tokens<'_>, run: Run) {
        let word = tokens.folded(run.from);
        let single =
            run.to - run.from == 1 && run.known.is_none() && !lexicon::is_word(word) && !nation::is_place(word);
        let bound = |k: usize| tokens.get(k).is_some_and(|t| is_plain(t.gap));
        let person = |k: usize| self.people.contains_key(&key::family(tokens.folded(k)));
        let and = |k: usize| tokens.get(k).is_some_and(|t| t.is(&["and"])) && bound(k) && bound(k + 1);
        let before = run.from > 1 && and(run.from - 1) && person(run.from - 2);
        let after = and(run.to) && person(run.to + 1);
        if single
            && (before || after)
            && !is_organisation(tokens, run)
            && !is_no_name(word)
            && !self.organisations.contains_key(word)
        {
            let name = name_span(tokens, run.from, run.to).of(tokens.text).to_owned();
            self.people.entry(key::family(word)).or_insert(name);
        }
    }

    fn learn_organisation(&mut self, tokens: &Tokens<'_>, run: Run, name: &str) {
        let mut key = key::organisation(tokens, run.from, run.to);
        let acronym = acronym_after(tokens, run.to);
        let known = acronym.and_then(|k| ORGANISATIONS.known_at(tokens, k)).map(|(_, known)| known);
        if let Some(known) = known {
            key = known.to_owned();
        }
        let entry = (key.clone(), name.to_owned());
        if let Some(k) = acronym {
            self.organisations.insert(tokens.folded(k).to_owned(), entry.clone());
        }
        let short = tokens.folded(run.from).to_owned();
        let words = key.split(' ').count();
        if words > 1
            && run.to - run.from == 2
            && !lexicon::is_word(&short)
            && ORGANISATIONS.is_head(tokens.folded(run.to - 1))
        {
            self.organisations.entry(short).or_insert_with(|| entry.clone());
        }
        let longest = self.organisations.entry(key).or_insert(entry);
        if longest.1.len() < name.len() {
            longest.1 = name.to_owned();
        }
    }

    /// Key of the person that a run names.
    fn person_key(&self, tokens: &Tokens<'_>, run: Run) -> String {
        if run.to - run.from > 1 && self.first_families.contains(tokens.folded(run.from)) {
            return key::family(tokens.folded(run.from));
        }
        let mut to = run.to;
        while to - run.from > 1 && tokens.get(to - 1).is_some_and(|t| t.is(&["jr", "sr", "ii", "iii", "iv"])) {
            to -= 1;
        }
        let start = key::family_start(tokens, run.from, to);
        let words: Vec<&str> = (start..to).map(|k| tokens.folded(k)).collect();
        key::family(&words.join(" "))
    }

    /// The mentions that a run makes: one, none, or several for names tied by a hyphen ("Zelensky-Macron").
    pub(super) fn mentions(&self, tokens: &Tokens<'_>, run: Run, evidence: &Evidence) -> Vec<EntityMention> {
        if run.known.is_none() && run.to - run.from > 1 {
            let tied = (run.from + 1..run.to).any(|k| tokens.get(k).is_some_and(|t| !t.gap.contains(' ')));
            let parts = || (run.from..run.to).map(|k| (k, self.known(tokens, k, k + 1)));
            if tied && parts().all(|(k, m)| m.is_some() || nation::is_place(tokens.folded(k))) {
                return parts().filter_map(|(_, m)| m).collect();
            }
        }
        self.mention(tokens, run, evidence).into_iter().collect()
    }

    fn mention(&self, tokens: &Tokens<'_>, run: Run, evidence: &Evidence) -> Option<EntityMention> {
        if let Some(known) = run.known {
            let full = self.organisations.get(known).map(|(_, full)| full.clone());
            return Some(plain(tokens, run.from, run.to, EntityKind::Organisation, known.to_owned(), full));
        }
        if is_person(tokens, run) {
            return Some(self.person(tokens, run.from, run.to, self.person_key(tokens, run)));
        }
        if let Some(found) = self.known(tokens, run.from, run.to) {
            return Some(found);
        }
        let (first, last) = (tokens.folded(run.from), tokens.folded(run.to - 1));
        let words = run.to - run.from;
        let placed = words == 1 && nation::is_place(first);
        if is_organisation(tokens, run) && !placed {
            let key = key::organisation(tokens, run.from, run.to);
            let full = self.organisations.get(&key).map(|(_, full)| full.clone());
            return Some(plain(tokens, run.from, run.to, EntityKind::Organisation, key, full));
        }
        // "Issues Zelensky", where a label runs into the sentence: only the last word is the name.
        let label = words > 1 && (run.from..run.to - 1).all(|k| evidence.is_common(tokens.folded(k)));
        if label
            && !is_given_name(first)
            && let Some(found) = self.known(tokens, run.to - 1, run.to)
        {
            return Some(found);
        }
        // "Lena Ortiz" where only "Ortiz" was shown to be a person.
        if words > 1
            && words <= 4
            && self.people.contains_key(&self.person_key(tokens, run))
            && !holds_no_name(tokens, run)
        {
            return Some(self.person(tokens, run.from, run.to, self.person_key(tokens, run)));
        }
        // "the Cedar Gap fire": a thing named by the word behind it.
        let behind =
            tokens.get(run.to).filter(|t| is_plain(t.gap) && !t.is_capital()).map_or("", |t| t.folded.as_str());
        let named = (run.from..run.to - 1).any(|k| !evidence.is_common(tokens.folded(k)));
        let thing = ORGANISATIONS.is_thing(last) && named;
        let placed = placed || nation::is_place(name_span(tokens, run.from, run.to).of(tokens.text));
        if !thing && (placed || holds_no_name(tokens, run)) {
            return None;
        }
        if thing || (words > 1 && ORGANISATIONS.is_thing(behind)) {
            let key = key::organisation(tokens, run.from, if thing { run.to - 1 } else { run.to });
            return Some(plain(tokens, run.from, run.to, EntityKind::Other, key, None));
        }
        let common = |k: usize| evidence.is_common(tokens.folded(k));
        let sure = if words == 1 {
            evidence.is_capitalised(first) && !common(run.from)
        } else {
            !(run.from..run.to).all(common)
        };
        sure.then(|| {
            plain(tokens, run.from, run.to, EntityKind::Other, key::organisation(tokens, run.from, run.to), None)
        })
    }

    /// The mention that words `from..to` make if the document knows just these words as a name.
    pub(super) fn known(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<EntityMention> {
        if !tokens.get(from)?.is_capital() || (from + 1..to).any(|k| tokens.get(k).is_none_or(|t| !is_plain(t.gap))) {
            return None;
        }
        if let Some((length, known)) = ORGANISATIONS.known_at(tokens, from)
            && length == to - from
        {
            return Some(plain(tokens, from, to, EntityKind::Organisation, known.to_owned(), None));
        }
        let folded = key::organisation(tokens, from, to);
        if let Some((key, full)) = self.organisations.get(&folded) {
            return Some(plain(tokens, from, to, EntityKind::Organisation, key.clone(), Some(full.clone())));
        }
        let words: Vec<&str> = (from..to).map(|k| tokens.folded(k)).collect();
        let family = key::family(&words.join(" "));
        if self.people.contains_key(&family) {
            return Some(self.person(tokens, from, to, family));
        }
        let run = Run { from, to, known: None };
        let whole = to - from > 1
            && self
                .people
                .get(&self.person_key(tokens, run))
                .is_some_and(|full| full.eq_ignore_ascii_case(name_span(tokens, from, to).of(tokens.text)));
        whole.then(|| self.person(tokens, from, to, self.person_key(tokens, run)))
    }

    fn person(&self, tokens: &Tokens<'_>, from: usize, to: usize, key: String) -> EntityMention {
        let full = self.people.get(&key).cloned();
        let mut roles = role::around(tokens, from, to).into_iter();
        let mut mention = plain(tokens, from, to, EntityKind::Person, key, full);
        mention.role = roles.next();
        mention.also = roles.collect();
        mention
    }
}

fn plain(
    tokens: &Tokens<'_>,
    from: usize,
    to: usize,
    kind: EntityKind,
    key: String,
    full: Option<String>,
) -> EntityMention {
    let span = name_span(tokens, from, to);
    let name = span.of(tokens.text);
    let full_name = full.filter(|full| full.len() >= name.len()).unwrap_or_else(|| name.to_owned());
    EntityMention { span, kind, key, full_name, role: None, also: Vec::new() }
}

/// The words `from..to` without a possessive, with the full stop of an abbreviation that ends them.
fn name_span(tokens: &Tokens<'_>, from: usize, to: usize) -> Span {
    let span = tokens.span(from, to);
    let end = tokens.get(to - 1).map_or(span.end, Token::bare_end);
    let dot = tokens.folded(to - 1).contains('.') && tokens.text[end..].starts_with('.');
    Span::new(span.start, end + usize::from(dot))
}

/// Whether the words of a run, or what stands beside them, show an organisation.
fn is_organisation(tokens: &Tokens<'_>, run: Run) -> bool {
    let (words, last) = (run.to - run.from, tokens.folded(run.to - 1));
    let headed = words > 1 && (ORGANISATIONS.is_head(last) || ORGANISATIONS.is_suffix(last));
    let of = (run.from + 1..run.to).any(|k| {
        tokens.get(k).is_some_and(|t| t.is(&["of", "for", "on"])) && ORGANISATIONS.takes_of(tokens.folded(k - 1))
    });
    let spoken = acronym_after(tokens, run.to).is_some() && words > 1;
    let behind =
        tokens.get(run.to).is_some_and(|t| is_plain(t.gap) && !t.is_capital() && ORGANISATIONS.is_group(&t.folded));
    let owned = tokens.get(run.to - 1).is_some_and(|t| t.possessive);
    let grouped = behind && !owned && !is_given_name(tokens.folded(run.from)) && !holds_no_name_alone(tokens, run);
    let acronym = words == 1 && is_acronym(tokens, run.from);
    headed || of || spoken || grouped || acronym
}

fn holds_no_name_alone(tokens: &Tokens<'_>, run: Run) -> bool {
    run.to - run.from == 1 && (is_no_name(tokens.folded(run.from)) || nation::is_place(tokens.folded(run.from)))
}

/// Whether a word is two to five capitals within a sentence that is not all capitals.
fn is_acronym(tokens: &Tokens<'_>, i: usize) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    let shouted =
        tokens.get(i + 1).or_else(|| i.checked_sub(1).and_then(|k| tokens.get(k))).is_some_and(Token::is_all_caps);
    token.is_all_caps()
        && (2..=5).contains(&token.raw.len())
        && token.raw.bytes().all(|b| b.is_ascii_uppercase())
        && !shouted
        && !is_no_name(&token.folded)
        && !(i == 0 && tokens.gap_after(0).contains(['–', '—', ',', '-', ':', '|']))
        && tokens.len() > 2
}

/// The word of an acronym in brackets that follows word `to - 1`: "the Eastern Front (EF)".
fn acronym_after(tokens: &Tokens<'_>, to: usize) -> Option<usize> {
    let token = tokens.get(to)?;
    let short = (2..=8).contains(&token.raw.len()) && token.is_all_caps();
    (short && token.gap == " (" && tokens.gap_after(to).starts_with(')')).then_some(to)
}

/// Whether a run holds a word that no name of a person has: a weekday, a compass point, a nation, a common place.
fn holds_no_name(tokens: &Tokens<'_>, run: Run) -> bool {
    (run.from..run.to).any(|k| is_no_name(tokens.folded(k)) || nation::is_adjective(tokens.folded(k)))
}

/// Whether the words of a run, or what stands beside them, show a person.
fn is_person(tokens: &Tokens<'_>, run: Run) -> bool {
    let (words, first, last) = (run.to - run.from, tokens.folded(run.from), tokens.folded(run.to - 1));
    if run.known.is_some() || words > 5 || holds_no_name(tokens, run) || is_organisation(tokens, run) {
        return false;
    }
    let thing = ORGANISATIONS.is_thing(last) && words > 1;
    let behind = tokens.get(run.to).is_some_and(|t| is_plain(t.gap) && ORGANISATIONS.is_thing(&t.folded));
    let place = nation::is_place(name_span(tokens, run.from, run.to).of(tokens.text));
    if thing || (place && !role::introduces(tokens, run.from)) {
        return false;
    }
    let given = words > 1 && is_given_name(first) && !behind;
    let initial = words > 1 && first.chars().count() == 1 && tokens.gap_after(run.from).starts_with('.');
    given
        || initial
        || role::introduces(tokens, run.from) && !place
        || aged(tokens, run.to)
        || appositive(tokens, run)
        || is_first_family(tokens, run)
        || (words > 1 && !behind && speaks(tokens, run))
}

/// "Strand, 58,"; "Seabra (19)": an age behind word `to - 1`.
pub(super) fn aged(tokens: &Tokens<'_>, to: usize) -> bool {
    tokens.get(to).is_some_and(|t| {
        let age = t.folded.parse::<u32>().is_ok_and(|age| (5..=105).contains(&age));
        let after = tokens.gap_after(to);
        age && (t.gap == ", " && after.starts_with([',', '.']) || t.gap == " (" && after.starts_with(')'))
    })
}

/// "Solheim, Norway's foreign minister".
fn appositive(tokens: &Tokens<'_>, run: Run) -> bool {
    let comma = tokens.get(run.to).is_some_and(|t| t.gap.starts_with(','));
    // "The Lions, who have won": several.
    let several = ["are", "were", "have", "play", "meet"].contains(&tokens.folded(run.to + 1));
    let who = comma && tokens.folded(run.to) == "who" && !several;
    // "Hartwell's, the market leader": companies lead, too.
    let vague = ["leader", "head", "owner", "founder", "boss", "chief", "manager", "author", "forward", "chair"];
    let described = comma
        && role::around(tokens, run.from, run.to).iter().any(|r| {
            r.span.start > tokens.span(run.from, run.to).end
                && (run.to - run.from > 1 || !vague.contains(&r.title.as_str()))
        });
    who && !nation::is_place(tokens.folded(run.from)) || described
}

/// "said Jo Marchetti", "Jo Marchetti said".
fn speaks(tokens: &Tokens<'_>, run: Run) -> bool {
    let verbs = ["said", "says", "told", "added"];
    let after = tokens.get(run.to).is_some_and(|t| is_plain(t.gap) && t.is(&verbs));
    let before = tokens.get(run.from).is_some_and(|t| t.gap == " ") && verbs.contains(&tokens.before(run.from, 1));
    let owned = tokens.get(run.to - 1).is_some_and(|t| t.possessive);
    (after || before) && !owned
}

/// "Xi Jinping": the family name stands first.
fn is_first_family(tokens: &Tokens<'_>, run: Run) -> bool {
    let words = run.to - run.from;
    (2..=3).contains(&words)
        && FIRST_FAMILIES.contains(&tokens.folded(run.from))
        && !is_given_name(tokens.folded(run.to - 1))
        && tokens.folded(run.to - 1).len() < 10
        && !ORGANISATIONS.is_head(tokens.folded(run.to - 1))
}
