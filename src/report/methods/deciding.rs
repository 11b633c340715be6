//! The sections of the note on method that show what settles a class: the rows of the decision table, and how content is weighed against
//! pointers, both from the coder's own tables.

use std::fmt::Write;

use crate::coder::{Features, Reason};
use crate::report::Language;
use crate::report::words::{decimals, number, share_of};

/// The rows of the decision table; `measured`: with how often each was right, which is known of the embedded codebook.
pub(super) fn rows(measured: bool, language: Language) -> String {
    let say = |dutch: &'static str, english: &'static str| language.pick(dutch, english);
    let mut text = say(
        "De eerste rij die past, bepaalt de klasse. Verwijst een antwoord ergens heen en past geen rij daarvoor, dan beslissen punten tussen \
         rij 10 en de rijen 11 en 12 (zie “Wegen”).",
        "The first row that applies settles the class. Where an answer points away and no row before applies, points decide between row 10 \
         and rows 11 and 12 (see “Weighing”).",
    )
    .to_owned();
    if measured {
        let all = number(Reason::all().map(|reason| reason.measured().1).sum::<u32>(), language);
        let held = match language {
            Language::Dutch => format!(
                " Erachter: hoe vaak de rij juist was, op {all} gecodeerde antwoorden, de meeste uit brieven die voor dit project zijn \
                 geschreven; met de meeste zijn ook de regels gemaakt, op andere brieven is dat lager."
            ),
            Language::English => format!(
                " Behind it: how often the row was right, on {all} coded answers, most of them from letters that were written for this \
                 project; with most of them the rules were made too, on other letters it is lower."
            ),
        };
        text += &held;
    }
    text += "\n\n";
    for (place, reason) in Reason::all().enumerate() {
        let (right, all) = reason.measured();
        let share = if measured && all > 0 { format!(" {}.", share_of(right, all, language)) } else { String::new() };
        let _ = writeln!(text, "{}. {} (`{}`){share}", place + 1, language.pick(reason.dutch(), reason.english()), reason.code());
    }
    text
}

/// When answers are weighed, on what the points rest, and the points.
pub(super) fn weighing(language: Language) -> String {
    let of = |(right, all)| share_of(right, all, language);
    let (held, later, first) = (of(Features::HELD), of(Features::HELD_LATER), of(Features::HELD_AT_FIRST));
    let mut text = match language {
        Language::Dutch => format!(
            "Een antwoord dat ergens heen verwijst, wordt gewogen als geen van de rijen 4 tot en met 9 past. Ieder kenmerk hieronder telt zijn \
             punten voor zover het geldt; met de constante erbij is het antwoord boven nul inhoudelijk (rij 10), en anders uitgesteld of \
             doorverwezen (rij 11 of 12). Wie een opsomming vraagt en in de eerste zin delen met hun getallen krijgt, of naar de stappen vraagt \
             en ze na elkaar krijgt, komt zonder wegen in rij 10, en wie één ding vraagt en leest dat juist dat nog openligt in rij 11. De punten \
             zijn die van een logistische regressie (Cox, 1958) op gecodeerde antwoorden met een verwijzing, afgerond, en liggen vast; die van \
             `takes_up_the_question` zijn later met de hand gekozen. In twaalf gecodeerde sets, waaronder die van de regressie, was de beslissing \
             juist in {held} gewogen antwoorden; in de brieven daarvan die na de regressie zijn geschreven in {later}; in 450 losse antwoorden, \
             voor de helft grensgevallen, op het eerste gezicht in {first}. De punten zijn samen bepaald: een teken zegt wat een kenmerk toevoegt \
             aan de andere, niet wat het alleen zou zeggen. Zo is `content_before` negatief: een eerste zin met inhoud en het aantal woorden \
             tellen elders al mee, en nog meer zinnen vooraf zijn dan vaker een aanloop naar de verwijzing.\n\n\
             | kenmerk | geldt voor zover | punten |\n|---|---|--:|\n"
        ),
        Language::English => format!(
            "An answer that points away is weighed where none of rows 4 to 9 applies. Each feature below counts its points as far as it holds; \
             with the constant the answer is substantive (row 10) above zero, and otherwise deferred or referred (row 11 or 12). Who asks for an \
             enumeration and gets parts with their figures in the first sentence, or asks for the steps and gets them in their order, comes into \
             row 10 without weighing, and who asks one thing and reads that just this is still open into row 11. The points are those of a \
             logistic regression (Cox, 1958) on coded answers with a pointer, rounded, and are fixed; those of `takes_up_the_question` were set \
             by hand later. In twelve coded sets, those of the regression among them, the decision was right in {held} weighed answers; in those \
             of their letters that were written after the regression, in {later}; in 450 single answers, half of them near misses, at first sight \
             in {first}. The points were fitted together: a sign tells what a feature adds to the others, not what it would say alone. So \
             `content_before` is negative: a first sentence of content and the number of words count elsewhere already, and still more sentences \
             before are then more often the run-up to the pointer.\n\n\
             | feature | holds as far as | points |\n|---|---|--:|\n"
        ),
    };
    let points = |tenths: i16| {
        let sign = if tenths < 0 { "−" } else { "+" };
        format!("{sign}{}", decimals(f64::from(tenths.unsigned_abs()) / 10.0, 1, language))
    };
    for row in Features::table() {
        let _ = writeln!(text, "| `{}` | {} | {} |", row.name, language.pick(row.dutch, row.english), points(row.tenths));
    }
    let always = language.pick("altijd", "always");
    let _ = writeln!(text, "| `constant` | {always} | {} |", points(Features::CONSTANT));
    text
}

#[cfg(test)]
mod tests {
    use super::weighing;
    use crate::coder::{Features, Reason};
    use crate::report::Language;

    #[test]
    fn every_feature_has_a_row_with_its_points() {
        let text = weighing(Language::English);
        assert_eq!(text.lines().filter(|line| line.starts_with("| `")).count(), Features::table().count() + 1);
        let row = Features::table().find(|row| row.name == "content_before").expect("a feature");
        let points = format!("−{:.1}", f64::from(-row.tenths) / 10.0);
        assert!(text.lines().any(|line| line.starts_with("| `content_before`") && line.ends_with(&format!("| {points} |"))), "{text}");
        assert!(
            text.contains("557 of 616 (90.4 %)") && text.contains("216 of 242 (89.3 %)") && text.contains("146 of 219 (66.7 %)"),
            "{text}"
        );
        assert!(weighing(Language::Dutch).contains("557 van 616 (90,4 %)"));
    }

    #[test]
    fn the_rows_that_are_named_by_number_are_those() {
        let row = |reason| Reason::all().position(|other| other == reason).map(|place| place + 1);
        let named = [Reason::SaysWhen, Reason::OnlySupported, Reason::ContentOutweighs, Reason::Defers, Reason::RefersElsewhere];
        assert_eq!(named.map(row), [4, 9, 10, 11, 12].map(Some));
    }
}
