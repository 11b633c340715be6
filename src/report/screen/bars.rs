//! A small bar chart in the terminal: what the answers of each theme do.

use std::fmt::Write as _;

use unicode_segmentation::UnicodeSegmentation;

use crate::measure::Counts;
use crate::report::Language;
use crate::report::figures::groups::groups;
use crate::report::findings::Findings;

/// Where the summary is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// It shows block characters; a file or another program gets signs that every font has.
    pub blocks: bool,
}

impl Default for Screen {
    /// No terminal.
    fn default() -> Self {
        Self { width: 80, blocks: false }
    }
}

/// Rows at most, and one more where that is the last, so that the summary fits a screen.
const ROWS: usize = 12;

/// Columns of a label at most.
const LABEL: usize = 34;

/// The chart, or nothing where there is only one theme.
pub(in crate::report) fn bars(findings: &Findings, screen: Screen, language: Language) -> String {
    let (by, groups) = groups(&findings.totals, &findings.themes);
    let title = |label: String| if label.is_empty() { by.unnamed(false, language).to_owned() } else { label };
    let answered = groups.into_iter().filter(|(.., counts)| counts.answered > 0).map(|(label, _, counts)| (title(label), counts));
    let answered: Vec<(String, Counts)> = answered.collect();
    if answered.len() < 2 {
        return String::new();
    }
    let signs = if screen.blocks { ["█", "▒", "░", "?"] } else { ["#", "/", ".", "?"] };
    let names = [
        language.pick("uitgesteld", "deferred"),
        language.pick("doorverwezen", "referred"),
        language.pick("inhoudelijk", "substantive"),
        language.pick("onherleidbaar", "unresolved"),
    ];
    // A line that says that one is left out takes the room of that one.
    let rows = answered.get(..ROWS).filter(|rows| answered.len() > rows.len() + 1).unwrap_or(&answered);
    let unresolved = rows.iter().any(|(_, counts)| counts.unresolved > 0);
    let label = rows.iter().map(|(label, _)| label.graphemes(true).count()).max().unwrap_or(0).clamp(8, LABEL);
    let room = screen.width.saturating_sub(label + 10).max(10);
    let most = rows.iter().map(|(_, counts)| counts.answered as usize).max().unwrap_or(1);
    // A sign for each answer where they fit; else each stands for as many as it must.
    let each = most.div_ceil(room).max(1);
    let legend: Vec<String> =
        signs.iter().zip(names).take(3 + usize::from(unresolved)).map(|(sign, name)| format!("{sign} {name}")).collect();
    let scale = match (each, language) {
        (1, _) => String::new(),
        (each, Language::Dutch) => format!("; een teken is {each} antwoorden"),
        (each, Language::English) => format!("; a sign is {each} answers"),
    };
    let mut text = format!("\n  {}{scale}\n", legend.join("  "));
    for (title, counts) in rows {
        let bar = [counts.deferral, counts.external_reference, counts.substantive, counts.unresolved];
        let bar: String = bar.iter().zip(signs).map(|(count, sign)| sign.repeat((*count as usize).div_ceil(each))).collect();
        let _ = writeln!(text, "  {} {:>5}  {bar}", fitted(title, label), counts.answered);
    }
    if answered.len() > rows.len() {
        let more = answered.len() - rows.len();
        let _ = writeln!(text, "  {} {more} {}", language.pick("en nog", "and"), language.pick("(themes.csv)", "more (themes.csv)"));
    }
    text
}

/// A label of exactly so many characters; one that is too long ends with dots.
fn fitted(label: &str, width: usize) -> String {
    // What would move the cursor or turn the direction of writing has no place in a column.
    let clean = |text: &&str| {
        !text.chars().any(|c| c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
    };
    let letters: Vec<&str> = label.graphemes(true).filter(clean).collect();
    let short = if letters.len() > width { letters[..width - 1].concat() + "…" } else { letters.concat() };
    let missing = width.saturating_sub(short.graphemes(true).count());
    short + &" ".repeat(missing)
}

#[cfg(test)]
mod tests {
    use super::{Screen, bars};
    use crate::measure::Counts;
    use crate::report::Language;
    use crate::report::findings::Findings;
    use crate::report::findings::totals::Totals;
    use crate::report::findings::unit::ThemeCounts;

    fn theme(title: &str, [deferral, external_reference, substantive, unresolved]: [u32; 4]) -> ThemeCounts {
        let answered = deferral + external_reference + substantive + unresolved;
        let counts = Counts { questions: answered, answered, deferral, external_reference, substantive, unresolved, ..Counts::default() };
        ThemeCounts { letter: "a".to_owned(), title: title.to_owned(), counts }
    }

    fn of(themes: &[ThemeCounts]) -> Findings {
        Findings { totals: Totals { letters: 1, ..Totals::default() }, themes: themes.to_vec(), ..Findings::default() }
    }

    #[test]
    fn a_sign_for_each_answer() {
        let themes = [theme("Wonen", [2, 1, 3, 0]), theme("Een heel lange kop over verkeer en parkeren", [0, 0, 1, 1])];
        let expected = "\n  █ uitgesteld  ▒ doorverwezen  ░ inhoudelijk  ? onherleidbaar\n  \
             Wonen                                  6  ██▒░░░\n  \
             Een heel lange kop over verkeer e…     2  ░?\n";
        assert_eq!(bars(&of(&themes), Screen { width: 80, blocks: true }, Language::Dutch), expected);
        assert_eq!(bars(&of(&themes[..1]), Screen::default(), Language::Dutch), "", "one theme is compared with nothing");
    }

    #[test]
    fn many_answers_and_many_themes_fit() {
        let themes: Vec<ThemeCounts> = (0..40).map(|number| theme(&format!("Thema {number}"), [300, 20, 1, 0])).collect();
        let text = bars(&of(&themes), Screen { width: 60, blocks: false }, Language::English);
        assert!(text.contains("a sign is 8 answers") && text.contains("and 28 more (themes.csv)"), "{text}");
        assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
        assert_eq!(text.lines().count(), 15);
    }

    #[test]
    fn no_line_says_that_one_theme_is_left_out() {
        let themes: Vec<ThemeCounts> = (0..14).map(|number| theme(&format!("Thema {number}"), [1, 0, 1, 0])).collect();
        let shown = |themes| bars(&of(themes), Screen::default(), Language::English);
        assert!(shown(&themes[..13]).contains("Thema 12") && !shown(&themes[..13]).contains("themes.csv"));
        assert!(!shown(&themes).contains("Thema 12") && shown(&themes).contains("and 2 more (themes.csv)"));
    }

    #[test]
    fn a_label_cannot_steer_the_terminal() {
        let themes = [theme("\u{1b}[31mrood\u{202E}\n", [1, 0, 0, 0]), theme("", [1, 0, 0, 0])];
        let text = bars(&of(&themes), Screen::default(), Language::Dutch);
        assert!(text.contains("  [31mrood      ") && text.contains("(zonder thema)"), "{text:?}");
        assert!(!text.contains('\u{1b}') && !text.contains('\u{202E}'));
    }
}
