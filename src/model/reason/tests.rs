use super::*;

const LEFT: &str = "At least 12 people died, officials said, and may have been warned.";
const RIGHT: &str = "The blast killed 15 people, who had not been warned.";

fn side<'a>(text: &'a str, name: &str) -> Side<'a> {
    Side { text, name: name.to_owned() }
}

fn reason(kind: Kind, words: [&str; 2], detail: Detail) -> Reason {
    let span = |text: &str, words: &str| {
        let start = text.find(words).expect("the words are there");
        Span::new(start, start + words.len())
    };
    let (left, right) = (span(LEFT, words[0]), span(RIGHT, words[1]));
    Reason { checker: CheckerId::Number, kind, left, right, detail, caveats: Caveats::default() }
}

fn sentence(reason: &Reason) -> String {
    reason.sentence(side(LEFT, "A"), side(RIGHT, "B"))
}

#[test]
fn figures_stand_for_themselves_and_words_are_quoted() {
    let differ = |what: &str| Detail::Differ { what: Some(what.to_owned()), left: None, right: None };
    let number = reason(Kind::Number, ["12 people", "15 people"], differ("number of people"));
    assert_eq!(sentence(&number), "Number of people: 12 people (A) or 15 people (B)");
    let outcome = reason(Kind::Outcome, ["may have been warned", "not been warned"], differ("people"));
    assert_eq!(sentence(&outcome), "People: “may have been warned” (A) or “not been warned” (B)");
    let place = Detail::Differ { what: None, left: Some("in Moscow".to_owned()), right: Some("in Miami".to_owned()) };
    assert_eq!(sentence(&reason(Kind::Place, ["12", "15"], place)), "“in Moscow” (A) or “in Miami” (B)");
}

#[test]
fn caveats_follow_in_one_order() {
    let detail = Detail::Differ { what: Some("number of people".to_owned()), left: None, right: None };
    let mut number = reason(Kind::Number, ["12", "15"], detail);
    assert!(!number.caveats.any());
    let speakers = Some(["police".to_owned(), "the mayor".to_owned()]);
    number.caveats = Caveats { hedged: true, assumed_date: true, undated: true, speakers };
    assert!(number.caveats.any());
    assert_eq!(
        sentence(&number),
        "Number of people: 12 (A) or 15 (B); rests on an assumed publication date; one of them is hedged; which figure is \
         the later one is not known; said by police (A) and by the mayor (B)"
    );
}

#[test]
fn the_side_that_denies_or_leaves_open_comes_first() {
    let words = ["may have been warned", "not been warned"];
    let denies = reason(Kind::Negation, words, Detail::Denies { by: End::Right });
    assert_eq!(sentence(&denies), "“not been warned” (B) denies “may have been warned” (A)");
    let open = reason(Kind::Hedge, words, Detail::LeavesOpen { by: End::Left });
    assert_eq!(sentence(&open), "“may have been warned” (A) leaves open what B asserts: “not been warned”");
    let update = Detail::Update { first: End::Right, revised: false, when: ["on Friday".into(), "on Monday".into()] };
    let update = reason(Kind::Update, ["12 people", "15 people"], update);
    assert_eq!(sentence(&update), "The figure grew: 15 people (B, on Monday), then 12 people (A, on Friday)");
}

#[test]
fn statements_of_one_source_are_told_apart_by_paragraph() {
    let detail = Detail::Speakers { left: String::new(), right: "the owner".to_owned(), denied_by: Some(End::Right) };
    let dispute = reason(Kind::Dispute, ["officials", "who"], detail);
    let told = dispute.sentence(side(LEFT, "A, paragraph 1"), side(RIGHT, "A, paragraph 3"));
    assert_eq!(told, "Somebody says so (A, paragraph 1), the owner denies it (A, paragraph 3)");
}

#[test]
fn checkers_are_named_as_they_are_serialised() {
    use CheckerId::*;
    let all = [
        Place,
        Date,
        Duration,
        Number,
        Role,
        Name,
        Quotation,
        Outcome,
        Status,
        Negation,
        Antonym,
        Attribution,
        Order,
        Hedge,
        Wording,
        Relation,
        Dispute,
    ];
    for id in all {
        assert_eq!(serde_json::to_value(id).expect("serialises"), id.name());
    }
}

#[test]
fn a_reason_survives_being_saved() {
    let detail = Detail::QuotedApart { speaker: None, change: Some([Span::new(0, 2), Span::new(3, 4)]) };
    let mut saved = reason(Kind::Quotation, ["12", "15"], detail);
    saved.caveats.hedged = true;
    let text = serde_json::to_string(&saved).expect("serialises");
    assert_eq!(serde_json::from_str::<Reason>(&text).expect("is read again"), saved);
}
