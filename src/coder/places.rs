//! Where the numbers that a letter refers to stand.

use std::collections::HashMap;

use crate::letter::Letter;

/// Where each numbered question stands in the list of judgements.
pub(super) struct Places {
    /// Ids of the questions, in the order of the judgements.
    pub ids: Vec<String>,
    by_number: HashMap<String, Vec<usize>>,
    theme_of: Vec<usize>,
    themes: Vec<String>,
    exchange_theme: Vec<usize>,
}

impl Places {
    pub fn of(letter: &Letter) -> Self {
        let mut places =
            Self { ids: Vec::new(), by_number: HashMap::new(), theme_of: Vec::new(), themes: Vec::new(), exchange_theme: Vec::new() };
        for (theme, part) in letter.themes.iter().enumerate() {
            places.themes.push(part.title.trim_start().to_uppercase());
            for exchange in &part.exchanges {
                places.exchange_theme.push(theme);
                for question in &exchange.questions {
                    places.by_number.entry(plain(&question.number)).or_default().push(places.ids.len());
                    places.ids.push(question.id.clone());
                    places.theme_of.push(theme);
                }
            }
        }
        places
    }

    /// The questions that a reference to this number is to: the parts of a question that has no answer of its own ("1" where "1a" and "1b"
    /// are answered), else the one; nothing where the letter has none.
    pub fn targets(&self, number: &str, exchange: usize) -> Vec<Option<usize>> {
        let found = self.find(number, exchange);
        let parts = || (b'a'..=b'z').map_while(|letter| self.find(&format!("{number}{}", char::from(letter)), exchange)).map(Some);
        match found {
            None if number.ends_with(|c: char| c.is_ascii_digit()) => {
                let parts: Vec<_> = parts().collect();
                if parts.is_empty() { vec![None] } else { parts }
            }
            found => vec![found],
        }
    }

    /// The question with this number: where numbers restart, the one of the same theme; "B3" is number 3 of theme B.
    fn find(&self, number: &str, exchange: usize) -> Option<usize> {
        let own = self.exchange_theme.get(exchange).copied();
        if let Some(found) = self.by_number.get(&plain(number)) {
            return found.iter().find(|place| Some(self.theme_of[**place]) == own).or_else(|| found.first()).copied();
        }
        let mut letters = number.chars();
        let letter = letters.next().filter(char::is_ascii_alphabetic)?.to_ascii_uppercase();
        let rest = plain(letters.as_str().trim_start_matches('-'));
        let lettered = |theme: usize| {
            let mut title = self.themes[theme].chars();
            title.next() == Some(letter) && title.next().is_none_or(|c| !c.is_alphanumeric())
        };
        self.by_number.get(&rest)?.iter().find(|place| lettered(self.theme_of[**place])).copied()
    }
}

/// A number without blanks and leading zeros, in capitals: how two spellings of one number are compared.
fn plain(number: &str) -> String {
    let number: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    number.trim_start_matches('0').to_uppercase()
}
