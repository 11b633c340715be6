//! The tables of statistics: what they say of letters made by hand, and that neither order nor parts nor threads matter.

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coding::{Class, Coding, DeferralKind};
use antwoordmeter::measure::{About, Answer, Survey, Text};
use antwoordmeter::report::Language;
use antwoordmeter::report::cell::Style;
use antwoordmeter::report::tables::comparison::{Kind, Verdict, comparison, of_themes};
use antwoordmeter::report::tables::schema;
use antwoordmeter::report::tables::statistics::statistics;
use antwoordmeter::text::Reading;
use proptest::prelude::*;

const LONG: &str = "De gemeente heeft met alle bewoners van de wijk gesproken over de plannen voor het plein en de speeltuin.";

fn coding(letter: &str, number: usize, class: Class, deferral: Option<DeferralKind>, document: &str) -> Coding {
    Coding {
        id: format!("{letter}#{number}"),
        number: number.to_string(),
        class,
        via: Vec::new(),
        shared: false,
        deferral,
        document: document.to_owned(),
        due: None,
        external: None,
        internal: Vec::new(),
        no_information: false,
        refusal: false,
    }
}

/// A letter of which each answer is given as its theme, class and whether it waits for the annual report.
#[derive(Clone, Debug)]
struct Brief {
    about: About,
    answers: Vec<(String, Class, bool, String)>,
}

fn brief(letter: &str, sender: &str, year: i16, days: u32, answers: &[(&str, Class, bool)]) -> Brief {
    let text = |number: usize| if number == 0 { LONG.to_owned() } else { format!("Antwoord {number}.") };
    Brief {
        about: About { letter: letter.to_owned(), sender: sender.to_owned(), year: Some(year), days: Some(days), asks: false },
        answers: answers
            .iter()
            .enumerate()
            .map(|(number, (theme, class, waits))| ((*theme).to_owned(), *class, *waits, text(number)))
            .collect(),
    }
}

fn survey(briefs: &[Brief]) -> Survey {
    let mut survey = Survey::default();
    for Brief { about, answers } in briefs {
        let coded = |(number, (_, class, waits, _)): (usize, &(String, Class, bool, String))| {
            let document = if *waits { "jaarverslag 2024" } else { "" };
            coding(&about.letter, number, *class, waits.then_some(DeferralKind::Document), document)
        };
        let codings: Vec<Coding> = answers.iter().enumerate().map(coded).collect();
        let readings: Vec<Reading> = answers.iter().map(|(.., text)| Reading::of(text)).collect();
        let answers: Vec<Answer<'_>> = answers
            .iter()
            .zip(codings.iter().zip(&readings))
            .map(|((theme, _, _, text), (coding, read))| Answer { theme, coding, recurring: false, text: Some(Text::of(text, read)) })
            .collect();
        survey.add(about.clone(), &answers);
    }
    survey.sort();
    survey
}

fn written(survey: &Survey, language: Language) -> (String, String) {
    let codebook = Codebook::embedded().expect("the codebook");
    let style = Style { codebook: &codebook, measured: true, raw: false, excel: false, language, named: &[] };
    let mut rows = Vec::new();
    statistics(survey, survey.texts.reuse.reused(), style, |bytes| {
        rows.extend_from_slice(bytes);
        Ok(())
    })
    .expect("rows");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (text(rows), text(comparison(survey, style).expect("rows")))
}

use Class::{Deferral, ExternalReference, Substantive, Unanswered, Unresolved};

fn letters() -> Vec<Brief> {
    vec![
        brief(
            "a",
            "Gemeente X",
            2024,
            20,
            &[
                ("Wonen", Substantive, false),
                ("Wonen", Deferral, true),
                ("=Geld", Deferral, true),
                ("=Geld", Unresolved, false),
                ("=Geld", Unanswered, false),
                ("=Geld", Substantive, false),
            ],
        ),
        brief(
            "b",
            "gemeente x",
            2025,
            40,
            &[
                ("", ExternalReference, false),
                ("", Deferral, true),
                ("", Substantive, false),
                ("", Substantive, true),
                ("", Substantive, false),
            ],
        ),
        brief("c", "Provincie Y", 2025, 60, &[("", Substantive, false), ("", Substantive, false)]),
    ]
}

/// The cells of the rows that begin with these.
fn rows<'t>(table: &'t str, begin: &str, holds: &str) -> Vec<&'t str> {
    table.lines().filter(|line| line.starts_with(begin) && line.contains(holds)).collect()
}

#[test]
fn shares_are_told_apart_by_what_they_speak_of() {
    let (table, _) = written(&survey(&letters()), Language::English);
    let all = rows(&table, "share,,,defers_to_document,", ",all,");
    assert_eq!(all.len(), 4, "{all:#?}");
    assert!(all[0].starts_with("share,,,defers_to_document,4,12,0.333333,0.333333,0.333333,complete,"), "{all:#?}");
    assert!(all[1].starts_with("share,,,defers_to_document,4,13,,0.307692,0.384615,worst_case,"), "{all:#?}");
    assert!(all[2].starts_with("share,,,defers_to_document,4,12,0.333333,0.138120,0.609378,wilson,"), "{all:#?}");
    assert!(all[3].contains(",0.333333,,,bootstrap_letters,fewer than 5 letters") && all[3].contains(",all,,3,"), "{all:#?}");
    // Of the class, the unresolved answer may be one as well.
    assert!(rows(&table, "share,,,deferral,3,12,0.250000,0.250000,0.333333,complete,", ",all,").len() == 1);
    assert!(rows(&table, "share,,,deferral,3,13,,0.230769,0.384615,worst_case,", ",all,").len() == 1);
    // One sender, whatever the case of its name; its letters and its years.
    assert_eq!(rows(&table, "share,,,deferral,3,10,", ",sender,Gemeente X,").len(), 3);
    assert_eq!(rows(&table, "share,,,deferral,1,7,", ",year,2025,").len(), 3);
    // Fewer than five: no share.
    assert_eq!(rows(&table, "share,c,,deferral,0,2,,,,complete,", ",letter,").len(), 1);
    assert_eq!(rows(&table, "share,a,'=Geld,deferral,1,3,,,,complete,", ",theme,").len(), 1);
    for line in table.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        assert!(cells[6].is_empty() || !cells[4].is_empty() && !cells[5].is_empty(), "a share without k of n: {line}");
    }
}

/// Questions that nobody could have answered yet were among those of which none or every one counts.
#[test]
fn letters_that_only_ask_are_in_no_total() {
    let mut briefs = letters();
    let mut asks = brief("d", "Gemeente X", 2024, 0, &[("", Unanswered, false); 10]);
    asks.about.asks = true;
    briefs.push(asks);
    let (table, _) = written(&survey(&briefs), Language::Dutch);
    for scope in [(",all,", "4,13,"), (",sender,Gemeente X,", "4,11,"), (",year,2024,", "2,6,")] {
        let worst = rows(&table, &format!("share,,,defers_to_document,{}", scope.1), scope.0);
        assert!(worst.len() == 1 && worst[0].contains(",worst_case,\"van alle vragen, behalve in brieven die alleen vragen"), "{table}");
    }
    let open = rows(&table, "share,,,deferral,3,13,", ",all,");
    assert!(open.len() == 1 && open[0].contains("de bovengrens telt vragen zonder antwoord en onherleidbare antwoorden mee"), "{open:?}");
}

#[test]
fn what_hangs_together_is_told_beside_the_shares() {
    let (table, _) = written(&survey(&letters()), Language::Dutch);
    assert_eq!(rows(&table, "concentration,,,jaarverslag 2024,4,4,", ",all,,3,,1").len(), 1);
    assert_eq!(rows(&table, "concentration,a,,jaarverslag 2024,2,2,,,,complete,minder dan 5", ",letter,").len(), 1);
    assert_eq!(rows(&table, "reuse,,,same_across_letters,3,3,,,,complete,minder dan 5", ",all,").len(), 1);
    assert_eq!(rows(&table, "days,,,all_letters,,3,,,,median,", ",all,,3,,40.000000").len(), 1);
    assert_eq!(rows(&table, "days,,,letters_that_defer_to_document,,2,", ",all,,2,,30.000000").len(), 1);
    assert_eq!(rows(&table, "share_by_days,,,defers_to_document,4,10,0.400000,", ",all,≤ 40,2,,").len(), 1);
    assert_eq!(rows(&table, "answer_words,,,substantive,,7,,,,mean,gemiddelde", ",6.857143").len(), 1, "{table}");
    assert_eq!(rows(&table, "flesch_douma,", "").len(), 4);
}

/// The reading ease of a single answer of three words was 127.
#[test]
fn a_mean_of_few_answers_or_words_is_not_given() {
    let (table, _) = written(&survey(&letters()), Language::Dutch);
    for what in ["answer_words", "sentence_words", "flesch_douma"] {
        let begins = format!("{what},,,unresolved,,1,,,,mean,minder dan 5: alleen de aantallen,all,,,,");
        assert_eq!(rows(&table, &begins, "").iter().filter(|row| row.ends_with(",,,,")).count(), 1, "{table}");
    }
    // Seven answers of 48 words.
    let short = rows(&table, "flesch_douma,,,substantive,,7,,,,mean,minder dan 100 woorden", "");
    assert!(short.len() == 1 && short[0].ends_with(",all,,,,"), "{table}");
    let long: Vec<Brief> = (0..6).map(|letter| brief(&format!("brief{letter}"), "", 2025, 9, &[("", Deferral, false)])).collect();
    let (table, _) = written(&survey(&long), Language::Dutch);
    let said = rows(&table, "flesch_douma,,,deferral,,6,,,,mean,gemiddelde", "");
    assert!(said.len() == 1 && said[0].rsplit(',').next().is_some_and(|value| value.parse::<f64>().is_ok()), "{table}");
}

#[test]
fn comparisons_end_in_a_verdict() {
    let (_, table) = written(&survey(&letters()), Language::Dutch);
    let themes = rows(&table, "themes,a,defers_to_document,,,2,5,", "");
    assert_eq!(themes.len(), 1, "{table}");
    assert!(themes[0].contains("te weinig gegevens om thema's te vergelijken"), "{themes:?}");
    assert_eq!(rows(&table, "themes,a,defers_to_document,'=Geld,rest,1,3,1,2,,,,,", "fisher").len(), 1, "{table}");
    assert_eq!(rows(&table, "senders,,defers_to_document,Gemeente X,Provincie Y,4,10,0,2,", "te weinig gegevens").len(), 1, "{table}");
    assert_eq!(rows(&table, "years,,defers_at_all,,,4,12,", "te weinig gegevens om jaren te vergelijken").len(), 1, "{table}");

    let apart: Vec<(&str, Class, bool)> =
        (0..40).map(|number| if number % 2 == 0 { ("Wonen", Deferral, true) } else { ("Zorg", Substantive, number % 20 == 1) }).collect();
    let survey = survey(&[brief("d", "", 2025, 3, &apart)]);
    let (_, table) = written(&survey, Language::English);
    assert_eq!(rows(&table, "themes,d,defers_to_document,,,22,40,", "themes differ").len(), 1, "{table}");
    let wonen = rows(&table, "themes,d,defers_to_document,Wonen,rest,20,20,2,20,0.900000,", "differs from the rest");
    assert_eq!(wonen.len(), 1, "{table}");
    assert!(
        of_themes(&survey.members()[0], survey.seed).is_some_and(|(p, verdict)| p.is_some_and(|p| p < 0.001) && verdict == Verdict::Differ)
    );
    assert_eq!(Kind::Themes.says(Verdict::NotShown, Language::English), "no difference between themes shown");
}

/// One letter of each of eight senders, one of which defers in all of its twenty answers: letters dealt again can only change places, so
/// that nothing can be shown, however far the senders lie apart. It was told that no difference was shown, with p = 1.
#[test]
fn where_no_deal_of_letters_can_be_rare_nothing_is_said_to_be_shown_or_not() {
    let answers = |waits| vec![("", if waits { Deferral } else { Substantive }, waits); 20];
    let of = |senders: u32, letters: u32| {
        let one = |place: u32| {
            let sender = place / letters;
            brief(&format!("brief{place}"), &format!("Gemeente {sender}"), 2025, 9, &answers(sender == 0))
        };
        written(&survey(&(0..senders * letters).map(one).collect::<Vec<_>>()), Language::Dutch).1
    };
    let cells = |row: &str| row.split(',').map(str::to_owned).collect::<Vec<_>>();
    let table = of(8, 1);
    let all = rows(&table, "senders,,defers_to_document,,,20,160,", "te weinig gegevens om afzenders te vergelijken");
    let first = rows(&table, "senders,,defers_to_document,Gemeente 0,rest,20,20,0,140,1.000000,", "te weinig gegevens om te vergelijken");
    // p, p adjusted, and the smallest p.
    assert_eq!(cells(all[0])[13..16], ["", "", "1.000000"], "{table}");
    assert_eq!(cells(first[0])[13..16], ["", "", "0.125000"], "{table}");
    assert!(first[0].contains("kan p, aangepast voor het aantal toetsen, niet tot 0,05 dalen"), "{first:?}");
    assert!(!table.contains("aangetoond") && !table.contains("verschilt"), "{table}");
    // Of six senders with four letters each one can stand out, and does: 1 of C(24, 4) = 10,626 deals.
    let table = of(6, 4);
    let first = rows(&table, "senders,,defers_to_document,Gemeente 0,rest,80,80,0,400,", "verschilt van de rest");
    assert_eq!(rows(&table, "senders,,defers_to_document,,,80,480,", "afzenders verschillen").len(), 1, "{table}");
    assert!(cells(first[0])[13..16].iter().all(|p| p.parse::<f64>().is_ok_and(|p| p <= 0.002)), "{first:?}");
    assert_eq!(rows(&table, "senders,,defers_to_document,Gemeente 1,rest,0,80,80,400,", "geen verschil met de rest aangetoond").len(), 1);
}

#[test]
fn rows_have_the_columns_of_the_schema() {
    let (table, compared) = written(&survey(&letters()), Language::Dutch);
    for (name, rows) in [("statistics", table), ("comparison", compared)] {
        let columns = schema::tables().iter().find(|table| table.name == name).map(|table| table.columns.len()).expect("the table");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_bytes());
        let widths: Vec<usize> = reader.records().map(|record| record.expect("a row").len()).collect();
        assert!(!widths.is_empty() && widths.iter().all(|width| *width == columns), "{name}: {widths:?}");
    }
    assert_eq!(written(&Survey::default(), Language::Dutch).1, "");
}

fn any_brief(letter: usize) -> impl Strategy<Value = Brief> {
    let class = prop::sample::select(Class::ALL.to_vec());
    let answer = (prop::sample::select(vec!["Wonen", "Zorg", ""]), class, any::<bool>());
    (prop::collection::vec(answer, 0..7), 0..3_u8, 2023..2026_i16, 0..90_u32).prop_map(move |(answers, sender, year, days)| {
        brief(&format!("brief{letter}"), ["", "Gemeente X", "Provincie Y"][usize::from(sender)], year, days, &answers)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn parts_in_any_order_give_the_figures_of_the_whole(
        briefs in (0..9_usize).prop_flat_map(|letters| (0..letters).map(any_brief).collect::<Vec<_>>()), cut in 0..9_usize,
    ) {
        let whole = written(&survey(&briefs), Language::Dutch);
        let (one, two) = briefs.split_at(cut.min(briefs.len()));
        let mut parts = survey(two);
        parts += survey(one);
        parts.sort();
        prop_assert_eq!(written(&parts, Language::Dutch), whole.clone());
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a thread");
        prop_assert_eq!(pool.install(|| written(&survey(&briefs), Language::Dutch)), whole);
    }
}
