//! Long names in a narrow column.

use super::font::{Weight, shown};

/// The lines of `text` in a column of `width`, at most `lines`; a text that is longer ends with `…`.
///
/// A line ends at a blank, after a hyphen or slash, or, where a single word is too long, inside it with a hyphen.
pub(super) fn wrap(text: &str, weight: Weight, size: f64, width: f64, lines: usize) -> Vec<String> {
    let text = shown(text);
    let fits = |line: &str| weight.width(line.trim_end(), size) <= width;
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words(&text) {
        if fits(&format!("{line}{word}")) {
            line.push_str(word);
            continue;
        }
        if !line.trim().is_empty() {
            wrapped.push(std::mem::take(&mut line));
        }
        for c in word.chars() {
            if !fits(&format!("{line}{c}-")) && line.chars().count() > 1 && c != ' ' {
                line.push('-');
                wrapped.push(std::mem::take(&mut line));
            }
            line.push(c);
        }
        if wrapped.len() > lines {
            break;
        }
    }
    wrapped.push(line);
    wrapped.retain(|line| !line.trim().is_empty());
    let longer = wrapped.len() > lines;
    wrapped.truncate(lines);
    if let (true, Some(last)) = (longer, wrapped.last_mut()) {
        while !fits(&format!("{}…", last.trim_end())) && last.pop().is_some() {}
        *last = format!("{}…", last.trim_end_matches([' ', ',', '-', ':', ';', '.']));
    }
    wrapped.iter().map(|line| line.trim().to_owned()).collect()
}

/// Words with the blank, hyphen or slash that follows them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '/'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_fit_and_nothing_is_lost() {
        let texts = [
            "Jeugdhulp en Wmo",
            "Verkeers- en vervoersplan/parkeren",
            "Arbeidsongeschiktheidsverzekeringsmaatschappijen in de gemeente",
            &"x".repeat(300),
            "",
            "a",
        ];
        for text in texts {
            for width in [20.0, 60.0, 200.0] {
                let lines = wrap(text, Weight::Regular, 9.0, width, 1_000);
                assert!(lines.iter().all(|line| Weight::Regular.width(line, 9.0) <= width), "{lines:?}");
                let bare = |text: &str| text.replace([' ', '-'], "");
                assert_eq!(bare(&lines.concat()), bare(text), "{lines:?}");
            }
        }
    }

    #[test]
    fn what_is_too_long_ends_with_dots() {
        let lines = wrap(&"wijkgericht werken ".repeat(20), Weight::Regular, 9.0, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with("werken…") || lines[1].ends_with("wijkgericht…") || lines[1].ends_with('…'), "{lines:?}");
        assert!(Weight::Regular.width(&lines[1], 9.0) <= 100.0);
        assert_eq!(wrap("kort", Weight::Regular, 9.0, 100.0, 2), ["kort"]);
    }
}
