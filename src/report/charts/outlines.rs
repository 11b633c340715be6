//! What plotters draws, written short.

use std::fmt::Write as _;

/// The shapes of an SVG of plotters: lines that follow one another in one ink become one path.
pub(super) fn shortened(svg: &str) -> String {
    let mut short = String::with_capacity(svg.len() / 2);
    let mut open: Option<(String, Path)> = None;
    for line in svg.lines().filter(|line| !(line.starts_with("<svg") || line.starts_with("</svg"))) {
        let drawn = line.strip_prefix("<polyline").and_then(|_| {
            let pen = format!("stroke=\"{}\" stroke-width=\"{}\"", attribute(line, "stroke")?, attribute(line, "stroke-width")?);
            Some((pen, points(attribute(line, "points")?)?))
        });
        if let (Some((pen, path)), Some((next, points))) = (&mut open, &drawn)
            && pen == next
        {
            path.add(points);
            continue;
        }
        if let Some((pen, path)) = open.take() {
            let _ = write!(short, "<path fill=\"none\" {pen} d=\"{}\"/>", path.text);
        }
        match drawn {
            Some((pen, points)) => open.insert((pen, Path::default())).1.add(&points),
            None => short.push_str(&line.replace(" opacity=\"1\"", "").replace(" stroke=\"none\"", "")),
        }
    }
    if let Some((pen, path)) = open {
        let _ = write!(short, "<path fill=\"none\" {pen} d=\"{}\"/>", path.text);
    }
    short
}

fn attribute<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    line.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn points(text: &str) -> Option<Vec<(i64, i64)>> {
    let point = |pair: &str| pair.split_once(',').and_then(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?)));
    text.split_ascii_whitespace().map(point).collect()
}

/// A path relative to its own points.
#[derive(Default)]
struct Path {
    text: String,
    at: (i64, i64),
}

impl Path {
    fn add(&mut self, points: &[(i64, i64)]) {
        for (place, (x, y)) in points.iter().enumerate() {
            self.text.push(if place == 0 { 'm' } else { 'l' });
            let (across, down) = (x - self.at.0, y - self.at.1);
            let blank = if down < 0 { "" } else { " " };
            let _ = write!(self.text, "{across}{blank}{down}");
            self.at = (*x, *y);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn lines_of_one_ink_become_one_path() {
        let line = |ink: &str, points: &str| {
            format!("<polyline fill=\"none\" opacity=\"1\" stroke=\"{ink}\" stroke-width=\"4\" points=\"{points}\"/>\n")
        };
        let svg = format!(
            "<svg width=\"1\">\n<rect x=\"1\" opacity=\"1\" fill=\"#FFF\" stroke=\"none\"/>\n{}{}{}</svg>\n",
            line("#000", "10,20 30,10 "),
            line("#000", "5,5 6,6 7,5"),
            line("#111", "1,1 2,2"),
        );
        let expected = "<rect x=\"1\" fill=\"#FFF\"/><path fill=\"none\" stroke=\"#000\" stroke-width=\"4\" d=\"m10 20l20-10m-25-5l1 1l1-1\"/>\
                        <path fill=\"none\" stroke=\"#111\" stroke-width=\"4\" d=\"m1 1l1 1\"/>";
        assert_eq!(shortened(&svg), expected);
        assert_eq!(shortened(""), "");
        assert_eq!(shortened("<polyline points=\"x\"/>"), "<polyline points=\"x\"/>");
    }
}
