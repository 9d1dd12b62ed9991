//! The sentence that a reader sees for a reason: made here and nowhere else.

use super::{Apart, Caveats, Detail, End, Likeness, Reason, Side};
use crate::model::{Kind, Span};

impl Reason {
    /// One sentence that a reader understands without seeing the code, without a full stop.
    pub fn sentence(&self, left: Side<'_>, right: Side<'_>) -> String {
        let told = Told { reason: self, left, right };
        told.detail() + &told.caveats(&self.caveats)
    }

    /// Whether what differs is given in quotation marks: words are, but a figure, a date or a name stands for itself.
    fn is_quoted(&self) -> bool {
        use Kind::{Date, Duration, Name, Number, Role, Rounding};
        !matches!(self.kind, Number | Date | Duration | Role | Name | Rounding)
    }
}

/// A reason with the two statements it is about.
struct Told<'a> {
    reason: &'a Reason,
    left: Side<'a>,
    right: Side<'a>,
}

impl Told<'_> {
    fn detail(&self) -> String {
        let [a, b] = [&self.left.name, &self.right.name];
        let [l, r] = [self.decides(End::Left), self.decides(End::Right)];
        match &self.reason.detail {
            Detail::Differ { what, left, right } => {
                let given = self.either(left.as_deref().unwrap_or(l), right.as_deref().unwrap_or(r));
                match what.as_deref() {
                    Some(what) if self.reason.kind == Kind::Date => format!("“{what}”: {given}"),
                    Some(what) => format!("{}: {given}", capitalised(what)),
                    None => given,
                }
            }
            Detail::Same { what } => match (what, self.reason.kind) {
                (Some(what), _) => format!("Both say {what}: {l} / {r}"),
                (None, Kind::Date) => format!("Both date it: {l} / {r}"),
                (None, Kind::Number) => format!("Both give the figure: {l} / {r}"),
                (None, _) => format!("Both say so: {l} / {r}"),
            },
            &Detail::Denies { by } => {
                format!("{} denies {}", self.quoted(by), self.quoted(by.other()))
            }
            &Detail::LeavesOpen { by } => {
                let other = by.other();
                let asserted = self.decides(other);
                format!("{} leaves open what {} asserts: “{asserted}”", self.quoted(by), self.name(other))
            }
            &Detail::PlannedOnly { by } => {
                format!("Done: {} or only planned: {}", self.quoted(by.other()), self.quoted(by))
            }
            Detail::RuleOut => format!("“{l}” and “{r}” seem to rule each other out"),
            Detail::Update { first, revised, when } => {
                let what =
                    if *revised { "The later report says that the figure was revised" } else { "The figure grew" };
                let figure = |end: End| {
                    let when = &when[usize::from(end == End::Right)];
                    format!("{} ({}, {when})", self.decides(end), self.name(end))
                };
                format!("{what}: {}, then {}", figure(*first), figure(first.other()))
            }
            &Detail::Earlier { by, now } => {
                let (then, now) = (self.decides(by), self.words(by, now));
                format!("{} gives {then} as the earlier figure and {now} as the later one", self.name(by))
            }
            &Detail::Apart { why } => format!("{}: {}", apart(why), self.plain(l, r)),
            Detail::Speakers { left, right, denied_by } => self.speakers(left, right, *denied_by),
            Detail::Contested { left, right } => self.contested(left.as_deref(), right.as_deref()),
            Detail::QuotedAlike { speaker, likeness } => {
                format!("{} is quoted by both {}", who(speaker.as_ref()), self.likeness(likeness))
            }
            Detail::QuotedApart { speaker, change } => {
                let change = change.map_or_else(String::new, |[x, y]| {
                    format!(": “{}” or “{}”", self.words(End::Left, x), self.words(End::Right, y))
                });
                format!("{} is quoted as “{l}” ({a}) and as “{r}” ({b}){change}", who(speaker.as_ref()))
            }
            Detail::Speak { words } if words.is_empty() => "Close in meaning, in other words".to_owned(),
            Detail::Speak { words } => format!("Both speak of {}", words.join(", ")),
        }
    }

    fn caveats(&self, caveats: &Caveats) -> String {
        let mut all = String::new();
        let flags = [
            (caveats.assumed_date, "; rests on an assumed publication date"),
            (caveats.hedged, "; one of them is hedged"),
            (caveats.undated, "; which figure is the later one is not known"),
        ];
        all.extend(flags.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words));
        if let Some([one, other]) = &caveats.speakers {
            all += &format!("; said by {one} ({}) and by {other} ({})", self.left.name, self.right.name);
        }
        all
    }

    fn speakers(&self, left: &str, right: &str, denied_by: Option<End>) -> String {
        if self.reason.kind == Kind::Attribution {
            return format!("Who said “{}”: {}", self.decides(End::Left), self.plain(left, right));
        }
        let (a, b) = (&self.left.name, &self.right.name);
        let Some(denied_by) = denied_by else {
            return format!("Two speakers say opposite things: {left} ({a}), {right} ({b})");
        };
        let one = |name: &str, or: &str| if name.is_empty() { or.to_owned() } else { name.to_owned() };
        let says = |end: End| if end == denied_by { "denies it" } else { "says so" };
        let (first, second) = (capitalised(&one(left, "somebody")), one(right, "somebody"));
        format!("{first} {} ({a}), {second} {} ({b})", says(End::Left), says(End::Right))
    }

    fn contested(&self, left: Option<&[String]>, right: Option<&[String]>) -> String {
        let parties = |parties: &[String], end: End| match parties {
            [] => format!("named by {}", self.name(end)),
            [one] => format!("{one} against others ({})", self.name(end)),
            [one, other, ..] => format!("{one} and {other} ({})", self.name(end)),
        };
        let one =
            |of: &[String], end: End| format!("{} gives both sides of a dispute: {}", self.name(end), parties(of, end));
        match (left, right) {
            (Some(l), Some(r)) => {
                let (l, r) = (parties(l, End::Left), parties(r, End::Right));
                format!("Each report gives both sides of a dispute: {l}, {r}")
            }
            (Some(l), None) => one(l, End::Left),
            (None, Some(r)) => one(r, End::Right),
            (None, None) => "Both sides of a dispute are given".to_owned(),
        }
    }

    /// How near the words of two quotations are, and which of them differ.
    fn likeness(&self, likeness: &Likeness) -> String {
        let (a, b) = (&self.left.name, &self.right.name);
        match likeness {
            Likeness::Same => "in the same words".to_owned(),
            &Likeness::Longer { by } => format!("in the same words, at greater length by {}", self.name(by)),
            Likeness::Partly => "partly in the same words".to_owned(),
            Likeness::Nearly { change } => {
                let nearly = "in nearly the same words";
                match change {
                    Some([l, r]) if l.is_empty() => format!("{nearly}, with “{r}” in {b}"),
                    Some([l, r]) if r.is_empty() => format!("{nearly}, with “{l}” in {a}"),
                    Some([l, r]) => format!("{nearly}: “{l}” ({a}), “{r}” ({b})"),
                    None => nearly.to_owned(),
                }
            }
        }
    }

    /// What each side gives: "12 people (A) or 15 people (B)".
    fn plain(&self, left: &str, right: &str) -> String {
        format!("{left} ({}) or {right} ({})", self.left.name, self.right.name)
    }

    /// The same, in quotation marks where it is words: "“in Moscow” (A) or “in Miami” (B)".
    fn either(&self, left: &str, right: &str) -> String {
        if self.reason.is_quoted() {
            self.plain(&format!("“{left}”"), &format!("“{right}”"))
        } else {
            self.plain(left, right)
        }
    }

    fn side(&self, end: End) -> &Side<'_> {
        match end {
            End::Left => &self.left,
            End::Right => &self.right,
        }
    }

    fn name(&self, end: End) -> &str {
        &self.side(end).name
    }

    fn words(&self, end: End, span: Span) -> &str {
        span.of(self.side(end).text)
    }

    /// The words of a side that decide.
    fn decides(&self, end: End) -> &str {
        let span = match end {
            End::Left => self.reason.left,
            End::Right => self.reason.right,
        };
        self.words(end, span)
    }

    /// The same with the name of the side: "“will close” (A)".
    fn quoted(&self, end: End) -> String {
        format!("“{}” ({})", self.decides(end), self.name(end))
    }
}

impl End {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

fn who(speaker: Option<&String>) -> String {
    speaker.map_or_else(|| "The speaker".to_owned(), |name| capitalised(name))
}

fn apart(why: Apart) -> &'static str {
    match why {
        Apart::Occasions => "The figures may be for two different occasions",
        Apart::Times => "The figures may be for two different times",
        Apart::Things => "The figures may be for two different things",
        Apart::Forecast => "One of the figures is a forecast",
        Apart::Bases => "The figures rest on different numbers of cases",
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
