//! Paths written short: most of an SVG is the outlines of its letters.

use std::fmt::Write as _;

/// The same SVG with every path relative to where it is, which takes half the room; a path with anything but whole numbers
/// and the commands `M L Q C Z` stays as it is.
pub(super) fn shortened(svg: &str) -> String {
    const PATH: &str = " d=\"";
    let mut short = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, path)) = rest.split_once(PATH) {
        short.push_str(before);
        short.push_str(PATH);
        let end = path.find('"').unwrap_or(path.len());
        match relative(&path[..end]) {
            Some(path) => short.push_str(&path),
            None => short.push_str(&path[..end]),
        }
        rest = &path[end..];
    }
    short.push_str(rest);
    short
}

/// A path relative to its own points.
fn relative(path: &str) -> Option<String> {
    let mut written = String::with_capacity(path.len());
    let (mut at, mut start) = ((0, 0), (0, 0));
    let mut words = path.split_ascii_whitespace();
    while let Some(command) = words.next() {
        let points = match command {
            "Z" => 0,
            "M" | "L" => 1,
            "Q" => 2,
            "C" => 3,
            _ => return None,
        };
        written.push_str(&command.to_ascii_lowercase());
        let mut last = if points == 0 { start } else { at };
        for index in 0..points {
            let (x, y): (i64, i64) = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
            push(&mut written, x - at.0, index > 0);
            push(&mut written, y - at.1, true);
            last = (x, y);
        }
        at = last;
        if command == "M" {
            start = at;
        }
    }
    Some(written)
}

/// A number, with a blank before it where it would run into the one before.
fn push(path: &mut String, number: i64, follows: bool) {
    if follows && number >= 0 {
        path.push(' ');
    }
    let _ = write!(path, "{number}");
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn paths_become_relative_and_others_stay() {
        let table = [
            ("<path d=\"M 10 20 L 30 10 Q 31 11 32 9 Z M 5 5 L 6 6\"/>", "<path d=\"m10 20l20-10q1 1 2-1zm-5-15l1 1\"/>"),
            ("<path id=\"d\" d=\"M 1 1 C 1 2 3 4 5 6 Z\"/><g/>", "<path id=\"d\" d=\"m1 1c0 1 2 3 4 5z\"/><g/>"),
            ("<path d=\"M 1.5 1 L 2 2\"/>", "<path d=\"M 1.5 1 L 2 2\"/>"),
            ("<path d=\"M 1\"/>", "<path d=\"M 1\"/>"),
            ("<path d=\"A 1 1\"/>", "<path d=\"A 1 1\"/>"),
            ("<path d=\"", "<path d=\""),
            ("", ""),
        ];
        let wrong: Vec<_> =
            table.iter().map(|(given, expected)| (shortened(given), expected)).filter(|(got, expected)| got != *expected).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}
