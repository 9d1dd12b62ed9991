//! Candidates: runs of capitalised words that may be names.

use std::collections::{HashMap, HashSet};

use super::super::role;
use super::super::token::{Token, Tokens, is_plain};
use super::lists::{ORGANISATIONS, is_given_name, is_no_name};
use super::{nation, register};
use crate::lexicon;

/// Words `from..to` of a statement that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Run {
    /// First word.
    pub(super) from: usize,
    /// One past the last word.
    pub(super) to: usize,
    /// Key of an organisation known by name.
    pub(super) known: Option<&'static str>,
}

/// What the whole document shows of its words.
#[derive(Default)]
pub(super) struct Evidence {
    /// How often a word has a capital where it need not.
    capital: HashMap<String, usize>,
    /// Words that are seen in lower case.
    lower: HashSet<String>,
}

impl Evidence {
    /// Gathers it.
    pub(super) fn of(statements: &[Tokens<'_>]) -> Self {
        let mut out = Self::default();
        for tokens in statements {
            let title = tokens.is_headline();
            for (i, token) in tokens.iter().enumerate() {
                if !token.is_capital() {
                    out.lower.insert(token.folded.clone());
                } else if !title && !tokens.begins_sentence(i) {
                    *out.capital.entry(token.folded.clone()).or_default() += 1;
                }
            }
        }
        out
    }

    /// Whether a word is written with a capital within sentences.
    pub(super) fn is_capitalised(&self, folded: &str) -> bool {
        self.capital.contains_key(folded)
    }

    /// Whether a word is written with a capital within sentences more than once.
    fn is_often_capitalised(&self, folded: &str) -> bool {
        self.capital.get(folded).is_some_and(|&count| count > 1)
    }

    /// Whether a word is one of the language, used in this document or elsewhere as no name.
    pub(super) fn is_common(&self, folded: &str) -> bool {
        self.lower.contains(folded) || lexicon::is_stopword(folded) || lexicon::is_word(&lexicon::lemma(folded))
    }

    /// Whether a word that begins a sentence can begin a name.
    fn may_begin(&self, token: &Token<'_>, next_capital: bool) -> bool {
        if OPENERS.contains(&token.folded.as_str())
            || lexicon::is_stopword(&token.folded)
            || token.folded.contains("n't")
        {
            return false;
        }
        if self.is_capitalised(&token.folded) || is_given_name(&token.folded) {
            return true;
        }
        let common = self.lower.contains(&token.folded)
            || lexicon::lemma(&token.folded) != token.folded
            || token.folded.ends_with("ly");
        next_capital && !common && !lexicon::is_word(&token.folded)
    }
}

/// Words that often begin a sentence just before a name.
const OPENERS: [&str; 44] = [
    "later",
    "earlier",
    "meanwhile",
    "moreover",
    "furthermore",
    "however",
    "despite",
    "amid",
    "although",
    "though",
    "since",
    "once",
    "perhaps",
    "maybe",
    "instead",
    "overall",
    "afterwards",
    "nevertheless",
    "nonetheless",
    "thus",
    "hence",
    "therefore",
    "indeed",
    "besides",
    "young",
    "old",
    "new",
    "big",
    "little",
    "poor",
    "great",
    "brave",
    "yesterday",
    "today",
    "tomorrow",
    "tonight",
    "like",
    "unlike",
    "following",
    "given",
    "including",
    "according",
    "even",
    "teenage",
];

const PARTICLES: [&str; 21] = [
    "de", "van", "von", "der", "den", "da", "dos", "do", "del", "della", "di", "du", "la", "le", "bin", "ibn", "al",
    "el", "ter", "ten", "e",
];

/// The runs of a statement, in order.
pub(super) fn find(tokens: &Tokens<'_>, evidence: &Evidence) -> Vec<Run> {
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(token) = tokens.get(i) {
        if let Some((length, key)) = ORGANISATIONS.known_at(tokens, i) {
            out.push(Run { from: i, to: i + length, known: Some(key) });
            i += length;
            continue;
        }
        if let Some(found) = role::title_at(tokens, i)
            && (!token.is_capital() || !is_given_name(&token.folded))
            && !titled_organisation(tokens, i, found.length)
        {
            i += found.length;
            continue;
        }
        if !begins(tokens, i, evidence) {
            i += 1;
            continue;
        }
        let to = end(tokens, i);
        // "Regional Governor Ivan Petrov": the first word only qualifies the title.
        let qualifies = to == i + 1
            && !token.possessive
            && role::introduces_name(tokens, to)
            && !evidence.is_often_capitalised(&token.folded);
        if !qualifies {
            out.push(Run { from: i, to, known: None });
        }
        i = to;
    }
    out
}

/// "General Motors", "Justice Department": a title that begins the name of an organisation.
fn titled_organisation(tokens: &Tokens<'_>, i: usize, length: usize) -> bool {
    let last = (i + length..tokens.len())
        .take_while(|&k| tokens.get(k).is_some_and(|t| t.is_capital() && is_plain(t.gap)))
        .take(3)
        .last();
    tokens.get(i).is_some_and(Token::is_capital) && last.is_some_and(|k| ORGANISATIONS.is_head(tokens.folded(k)))
}

/// Whether a name can begin at word `i`.
fn begins(tokens: &Tokens<'_>, i: usize, evidence: &Evidence) -> bool {
    let Some(token) = tokens.get(i) else { return false };
    if token.is_capital() && is_no_name(&token.folded) && !is_weekday(&token.folded) && leads_to_head(tokens, i) {
        return true;
    }
    if !token.is_capital() || is_no_name(&token.folded) || token.folded.len() < 2 && !initial(tokens, i) {
        return false;
    }
    if nation::is_adjective(&token.folded)
        || (nation::country(&token.folded).is_some() && !is_given_name(&token.folded))
    {
        // "American Airlines": what makes the organisation says nothing without its nation.
        let (next, after) = (tokens.folded(i + 1), tokens.get(i + 2));
        let alone = !after.is_some_and(|t| t.is_capital() && is_plain(t.gap));
        let plain = tokens.get(i + 1).is_some_and(|t| t.is_capital() && is_plain(t.gap));
        return plain && alone && ORGANISATIONS.is_head(next) && !token.possessive;
    }
    if lexicon::is_stopword(&token.folded) && !token.is_all_caps() {
        return false;
    }
    let next_capital = tokens.get(i + 1).is_some_and(|t| t.is_capital() && is_plain(t.gap));
    // "Strand, 58," and "Tanaka, who": only a person is told of like that.
    let uncommon = !lexicon::is_word(&token.folded) || register::aged(tokens, i + 1);
    let told = tokens.get(i + 1).is_some_and(|t| t.gap == ", ") && tokens.folded(i + 1) == "who"
        || register::aged(tokens, i + 1);
    if told && uncommon {
        return true;
    }
    let organisation = next_capital && leads_to_head(tokens, i) && !OPENERS.contains(&token.folded.as_str());
    !tokens.begins_sentence(i) || evidence.may_begin(token, next_capital) || initial(tokens, i) || organisation
}

/// "Eastern Front", "Pacific Bloc": whether the capitalised words that follow word `i` end as an organisation's name.
fn leads_to_head(tokens: &Tokens<'_>, i: usize) -> bool {
    let last = (i + 1..tokens.len().min(i + 5))
        .take_while(|&k| tokens.get(k).is_some_and(|t| t.is_capital() && is_plain(t.gap)))
        .last();
    last.is_some_and(|k| ORGANISATIONS.is_head(tokens.folded(k)))
}

/// "J. Smith": one letter, a full stop, and a capitalised word.
fn initial(tokens: &Tokens<'_>, i: usize) -> bool {
    tokens.folded(i).chars().count() == 1
        && tokens.gap_after(i).starts_with('.')
        && tokens.get(i + 1).is_some_and(|t| t.is_capital() && t.folded.len() > 1)
}

/// One past the last word of the name that begins at word `from`.
fn end(tokens: &Tokens<'_>, from: usize) -> usize {
    let mut end = from + 1;
    while let (Some(before), Some(token)) = (tokens.get(end - 1), tokens.get(end)) {
        let dotted = token.gap.trim() == "." && (before.folded.chars().count() == 1 || before.is(&["st", "jr", "sr"]));
        if before.possessive || !(is_plain(token.gap) || dotted || token.gap == " & ") || token.gap.contains('\n') {
            break;
        }
        let next = tokens.get(end + 1).filter(|t| t.is_capital() && is_plain(t.gap));
        let organisation = (from..end).any(|k| ORGANISATIONS.takes_of(tokens.folded(k)));
        if token.is_capital() && !is_weekday(&token.folded) {
            // "Zelensky US Peace Talks": a nation within is no part of a name of a person.
            if is_nation(tokens, end) && !is_given_name(tokens.folded(from)) && !leads_to_head(tokens, end) {
                break;
            }
            // "Regional Governor Ivan Petrov": a title within, with a name behind it, begins anew.
            let named = role::introduces_name(tokens, end);
            if (named && !is_given_name(tokens.folded(from)))
                || ORGANISATIONS.known_at(tokens, end).is_some_and(|(n, _)| n > 1)
            {
                break;
            }
            end += 1;
        } else if token.raw == "plc" {
            end += 1;
        } else if PARTICLES.contains(&token.raw) && next.is_some() {
            end += 2;
        } else if PARTICLES.contains(&token.raw)
            && tokens.get(end + 1).is_some_and(|t| PARTICLES.contains(&t.raw))
            && tokens.get(end + 2).is_some_and(Token::is_capital)
        {
            end += 3;
        } else if organisation && token.is(&["of", "for", "on"]) && next.is_some() {
            end += 2;
        } else if organisation
            && token.is(&["of", "for", "on"])
            && tokens.folded(end + 1) == "the"
            && tokens.get(end + 2).is_some_and(Token::is_capital)
        {
            end += 3;
        } else if token.folded == "and"
            && organisation
            && next.is_some()
            && (from..end).any(|k| tokens.get(k).is_some_and(|t| t.is(&["of", "for"])))
        {
            end += 2;
        } else {
            break;
        }
    }
    end.min(tokens.len())
}

fn is_nation(tokens: &Tokens<'_>, i: usize) -> bool {
    nation::is_adjective(tokens.folded(i)) || nation::country(tokens.folded(i)).is_some()
}

fn is_weekday(folded: &str) -> bool {
    matches!(folded, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}
