//! The head of a mail, in the way a Dutch mail program prints it.

use mail_parser::{Addr, Address, Message};

use crate::source::draft::Draft;

/// The months as a date names them.
const MONTHS: [&str; 12] =
    ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

/// Receivers beyond these are not printed.
const MOST_RECEIVERS: usize = 20;

/// Writes sender, day, receivers and subject, a line each.
pub(super) fn write(message: &Message, draft: &mut Draft) {
    let day = message.date().and_then(|date| {
        let month = MONTHS.get(usize::from(date.month).checked_sub(1)?)?;
        Some(format!("{} {month} {}", date.day, date.year))
    });
    let lines = [
        ("Van", message.from().map(addresses)),
        ("Verzonden", day),
        ("Aan", message.to().map(addresses)),
        ("Onderwerp", message.subject().map(str::to_owned)),
    ];
    for (name, value) in lines {
        let value = value.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if !value.is_empty() {
            draft.push(&format!("{name}: {value}"));
            draft.line();
        }
    }
}

fn addresses(all: &Address) -> String {
    all.iter().take(MOST_RECEIVERS).map(address).collect::<Vec<_>>().join("; ")
}

fn address(one: &Addr) -> String {
    match (&one.name, &one.address) {
        (Some(name), Some(address)) if name != address => format!("{name} <{address}>"),
        (Some(name), _) => name.to_string(),
        (None, address) => address.as_deref().unwrap_or_default().to_owned(),
    }
}
