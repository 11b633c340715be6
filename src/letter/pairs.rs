//! Rows of a table of pairs become a letter: no parsing, the table says what is what.

use std::collections::HashSet;

use super::unanswered;
use super::{About, Exchange, Letter, LetterKind, Part, PartKind, Passage, Question, Theme};
use crate::source::Group;
use crate::text::Span;

/// The letter of a group of rows: its text is their questions and answers one after another, as given, each on lines of
/// its own; consecutive rows with one theme are a theme.
///
/// A question's id is that of its row; without one it is `letter#number`, with the place of its theme before the number
/// (`letter#2.1`) where the number was met before. A row without number is `u1`, `u2`, …
pub fn from_group(group: Group) -> Letter {
    let mut letter = Letter { file: group.file, from_table: true, ..Letter::default() };
    let answered = group.rows.iter().any(|row| !row.answer.trim().is_empty() && !unanswered::is_note(&row.answer));
    let kind = if answered { LetterKind::Answer } else { LetterKind::Questions };
    letter.about = About { kind, date: group.date, ..About::default() };
    letter.warnings.extend(group.warning);
    letter.text.reserve(group.rows.iter().map(|row| row.question.len() + row.answer.len() + 2 * END.len()).sum());
    let mut taken = HashSet::new();
    let mut unnumbered = 0;
    for row in group.rows {
        if letter.themes.last().is_none_or(|theme| theme.title != row.theme) {
            letter.themes.push(Theme { title: row.theme, ..Theme::default() });
        }
        let number = row.number.unwrap_or_else(|| {
            unnumbered += 1;
            format!("u{unnumbered}")
        });
        let id = row.id.unwrap_or_else(|| unit(&group.letter, letter.themes.len(), &number, &taken));
        taken.insert(id.clone());
        let text = append(&mut letter, &row.question, PartKind::Question);
        let answer = append(&mut letter, &row.answer, PartKind::Answer);
        let answer = if unanswered::is_note(&row.answer) { Passage::default() } else { answer };
        let questions = vec![Question { number, id, text, theme: None }];
        if let Some(theme) = letter.themes.last_mut() {
            theme.exchanges.push(Exchange { questions, answer });
        }
    }
    letter.id = group.letter;
    letter
}

/// The shortest unit id that the letter has not used.
fn unit(letter: &str, theme: usize, number: &str, taken: &HashSet<String>) -> String {
    let plain = format!("{letter}#{number}");
    let with_theme = format!("{letter}#{theme}.{number}");
    let numbered = (2..).map(|time| format!("{letter}#{theme}.{number}.{time}"));
    [plain, with_theme].into_iter().chain(numbered).find(|id| !taken.contains(id)).unwrap_or_default()
}

/// What stands after a cell.
const END: &str = "\n\n";

/// Adds a cell to the text, with an empty line after it as part of the same [`Part`]; a blank cell holds no passage.
fn append(letter: &mut Letter, cell: &str, kind: PartKind) -> Passage {
    let start = letter.text.len();
    letter.text.push_str(cell);
    let span = Span::new(start, letter.text.len());
    if !cell.is_empty() {
        letter.text.push_str(END);
        letter.parts.push(Part { span: Span::new(start, letter.text.len()), kind });
    }
    if cell.trim().is_empty() { Passage::default() } else { Passage::whole(span) }
}
