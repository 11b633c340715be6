//! What lies outside the sheet of a chart.

/// The shapes and texts of an SVG that reach beyond its view box.
pub fn outside(svg: &str) -> Vec<String> {
    let view: Vec<f64> = attribute(svg, "viewBox").split(' ').filter_map(|number| number.parse().ok()).collect();
    let [_, _, width, height] = view[..] else { panic!("no view box") };
    let within = |(x, y): (f64, f64)| (-1.0..=width + 1.0).contains(&x) && (-1.0..=height + 1.0).contains(&y);
    let mut found = Vec::new();
    let mut place = (0.0, 0.0, 1.0);
    for element in svg.split('<').skip(1) {
        let number = |name: &str| attribute(element, name).parse().unwrap_or(0.0);
        let points = match element.split([' ', '>', '/']).next() {
            Some("g") => {
                let transform = attribute(element, "transform");
                let numbers: Vec<f64> = transform.split(['(', ')', ' ']).filter_map(|number| number.parse().ok()).collect();
                let [x, y, scale] = numbers[..] else { panic!("{transform}") };
                place = (x, y, scale);
                continue;
            }
            Some("use") => {
                let name = attribute(element, "xlink:href").trim_start_matches('#');
                let glyph = svg.split(&format!("id=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("{name} is nowhere"));
                let (x, y, scale) = place;
                let at = |(px, py): (f64, f64)| (x + scale * (number("x") + px), y + scale * (number("y") + py));
                walked(attribute(glyph, "d")).into_iter().map(at).collect()
            }
            Some("path") if !element.contains("id=\"") => walked(attribute(element, "d")),
            Some("rect") => vec![(number("x"), number("y")), (number("x") + number("width"), number("y") + number("height"))],
            Some("circle") => {
                let (x, y, radius) = (number("cx"), number("cy"), number("r"));
                vec![(x - radius, y - radius), (x + radius, y + radius)]
            }
            _ => continue,
        };
        assert!(!points.is_empty(), "{element}");
        if !points.into_iter().all(within) {
            found.push(element.to_owned());
        }
    }
    found
}

fn attribute<'s>(element: &'s str, name: &str) -> &'s str {
    element.split_once(&format!(" {name}=\"")).and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default()
}

/// The points of a path that is relative to its own points.
fn walked(path: &str) -> Vec<(f64, f64)> {
    let (mut points, mut at, mut start) = (Vec::new(), (0.0, 0.0), (0.0, 0.0));
    let commands: Vec<(usize, char)> = path.char_indices().filter(|(_, c)| c.is_ascii_alphabetic()).collect();
    for (place, (from, command)) in commands.iter().enumerate() {
        let to = commands.get(place + 1).map_or(path.len(), |(next, _)| *next);
        let spaced = path[from + 1..to].replace('-', " -");
        let numbers: Vec<f64> = spaced.split_ascii_whitespace().map(|number| number.parse().expect("a number")).collect();
        let before = at;
        for pair in numbers.chunks(2) {
            let [x, y] = pair else { panic!("{path}") };
            at = (before.0 + x, before.1 + y);
            points.push(at);
        }
        match command {
            'm' => start = at,
            'z' => at = start,
            _ => {}
        }
    }
    points
}
