//! What a moment says beside its days: its words, its preposition, back or ahead, and the days in the past.

use crate::text::Reading;
use crate::time::{Direction, Relation, moments};
use proptest::prelude::*;

#[test]
fn words_relation_and_direction() {
    use Direction::{Future, Past, Unsaid};
    use Relation::{After, Before, By, For, From, In, Of, Over};
    let table = [
        ("Het jaarverslag verschijnt in mei 2025.", "mei 2025", In, Unsaid),
        ("Uiterlijk op 1 juli a.s. volgt het.", "Uiterlijk op 1 juli a.s", By, Future),
        ("Het volgt nog voor de zomer.", "voor de zomer", Before, Unsaid),
        ("Het volgt na het zomerreces.", "na het zomerreces", After, Unsaid),
        ("Het volgt na 1 juli 2025.", "na 1 juli 2025", After, Unsaid),
        ("Dat loopt vanaf 2026.", "vanaf 2026", From, Unsaid),
        ("Dat loopt sinds 1 maart.", "sinds 1 maart", From, Past),
        ("Dat geldt met ingang van 1 juli.", "met ingang van 1 juli", From, Unsaid),
        ("Het jaarverslag over 2023 is er.", "2023", Over, Unsaid),
        ("De cijfers over het vierde kwartaal van 2024.", "vierde kwartaal van 2024", Over, Unsaid),
        ("De brief van 4 november jl. is bekend.", "4 november jl", Of, Past),
        ("De raadsvergadering van 12 juni.", "12 juni", In, Unsaid),
        ("In de vergadering van de commissie Wonen van 12 juni.", "12 juni", In, Unsaid),
        ("Wij komen erop terug in de commissie Ruimte en Wonen van 13 juni.", "13 juni", In, Unsaid),
        ("Het gaat naar de commissie Haven, vermoedelijk die van 13 juni.", "13 juni", In, Unsaid),
        ("Lees in de commissie ook de brief van 13 juni.", "13 juni", Of, Unsaid),
        ("Het is de brief van de schipper en niet die van 13 juni.", "13 juni", Of, Unsaid),
        ("U krijgt het uiterlijk met de havenbrief van dit najaar.", "dit najaar", By, Unsaid),
        ("De begroting voor 2026.", "2026", For, Unsaid),
        ("De behandeling is gepland voor mei.", "mei", For, Unsaid),
        ("Dat geldt tot en met 2028.", "tot en met 2028", By, Unsaid),
        ("Dat volgt binnen zes weken.", "binnen zes weken", By, Future),
        ("Dat volgt over twee maanden.", "over twee maanden", In, Future),
        ("Dat volgt volgende week.", "volgende week", In, Future),
        ("Dat was vorig jaar.", "vorig jaar", In, Past),
        ("Dat was afgelopen zomer.", "afgelopen zomer", In, Past),
        ("Dat komt begin volgend jaar.", "begin volgend jaar", In, Future),
        ("Het ligt van 1 mei tot en met 12 juni 2025 ter inzage.", "1 mei tot en met 12 juni 2025", In, Unsaid),
        ("Voor het einde van de maand volgt het.", "Voor het einde van de maand", By, Future),
    ];
    let letter = "2025-04-08".parse().ok();
    let wrong: Vec<_> = table
        .iter()
        .filter_map(|(text, words, relation, direction)| {
            let reading = Reading::of(text);
            let found: Vec<_> = moments(&reading, letter)
                .iter()
                .map(|moment| (reading.span(&moment.words).of(text), moment.relation, moment.direction))
                .collect();
            (found != [(*words, *relation, *direction)]).then_some((text, found))
        })
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_time_without_a_year_also_tells_the_last_one() {
    let previous = |text: &str| {
        let found = moments(&Reading::of(text), "2025-04-08".parse().ok());
        found.first().and_then(|moment| moment.previous).map(|days| days.to_string())
    };
    assert_eq!(previous("Op 7 april is daarover gesproken.").as_deref(), Some("2025-04-07/2025-04-07"));
    assert_eq!(previous("In december is geteld.").as_deref(), Some("2024-12-01/2024-12-31"));
    assert_eq!(previous("In december 2024 is geteld."), None);
    assert_eq!(previous("U kreeg het donderdag.").as_deref(), Some("2025-04-03/2025-04-03"));
    assert_eq!(previous("Volgend jaar wordt geteld."), None);
}

#[test]
fn whole_dates_and_printed_years_are_told_apart() {
    let flags = |text: &str| {
        let found = moments(&Reading::of(text), "2025-04-08".parse().ok());
        found.first().map(|moment| (moment.full_date, moment.year_printed))
    };
    assert_eq!(flags("Op 8 april 2025."), Some((true, true)));
    assert_eq!(flags("Op 16-06-2010."), Some((true, true)));
    assert_eq!(flags("In april 2025."), Some((false, true)));
    assert_eq!(flags("Op 8 april."), Some((false, false)));
    assert_eq!(flags("Dit jaar."), Some((false, false)));
}

/// Words of which expressions of time are made, in any order.
fn words() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "mei",
        "juni",
        "dec.",
        "voorjaar",
        "winter",
        "zomerreces",
        "kwartaal",
        "Q2",
        "half",
        "jaar",
        "maand",
        "maanden",
        "week",
        "weken",
        "dagen",
        "helft",
        "eerste",
        "tweede",
        "laatste",
        "begin",
        "medio",
        "eind",
        "einde",
        "ultimo",
        "van",
        "voor",
        "vóór",
        "na",
        "tot",
        "en",
        "met",
        "t/m",
        "of",
        "-",
        "/",
        ",",
        "uiterlijk",
        "binnen",
        "over",
        "tussen",
        "vanaf",
        "sinds",
        "in",
        "op",
        "de",
        "het",
        "dit",
        "volgend",
        "komende",
        "afgelopen",
        "jl.",
        "a.s.",
        "1",
        "12",
        "31",
        "2024",
        "2025",
        "’25",
        "29",
        "16-06-2010",
        "zes",
        "een",
        "anderhalf",
        "dinsdag",
        "derde",
        "niet",
        "later",
        "eerder",
        "dan",
        "kerst",
        "Pasen",
        "€",
        "dat",
        "elk",
        "morgen",
        "vandaag",
        "nu",
        "termijn",
        "ingang",
        "periode",
        "jaren",
        "2099",
        "1900",
        ".",
        "\n",
    ]);
    prop::collection::vec(word, 0..14).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_ordered_intervals_and_words(text in prop_oneof![4 => words(), 1 => any::<String>()], letter in prop::option::of((-9999i16..=9999, 1i8..=12, 1i8..=28))) {
        let letter = letter.and_then(|(year, month, day)| jiff::civil::Date::new(year, month, day).ok());
        let reading = Reading::of(&text);
        let mut floor = 0;
        for moment in moments(&reading, letter) {
            prop_assert!(moment.interval.from <= moment.interval.to, "{text:?}: {moment:?}");
            prop_assert!(moment.words.start >= floor && moment.words.start < moment.words.end && moment.words.end <= reading.words().len(), "{text:?}: {moment:?}");
            prop_assert!(letter.is_some() || moment.year_printed, "{text:?}: {moment:?}");
            floor = moment.words.end;
        }
        for (words, _) in crate::time::full_dates(&reading) {
            prop_assert!(words.start < words.end && words.end <= reading.words().len());
        }
    }
}
