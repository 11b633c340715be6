//! How long the tables of statistics take for 200,000 codings in 10,000 letters, every bootstrap of 2,000 resamples included.
//!
//! ```text
//! cargo bench --bench statistics
//! ```

use std::hint::black_box;

use antwoordmeter::codebook::Codebook;
use antwoordmeter::coding::{Class, Coding, DeferralKind};
use antwoordmeter::measure::{About, Answer, Survey, Text};
use antwoordmeter::report::Language;
use antwoordmeter::report::cell::Style;
use antwoordmeter::report::tables::comparison::comparison;
use antwoordmeter::report::tables::statistics::statistics;
use antwoordmeter::text::Reading;
use criterion::{Criterion, criterion_group, criterion_main};

const LETTERS: usize = 10_000;
const ANSWERS: usize = 20;

/// A letter of twenty answers under four headings; how often it defers depends on its sender and its number.
fn codings(letter: usize) -> Vec<Coding> {
    let coding = |number: usize| {
        let defers = (letter * 31 + number * 17) % 100 < letter % 40;
        Coding {
            id: format!("brief{letter}#{number}"),
            number: number.to_string(),
            class: if defers { Class::Deferral } else { Class::Substantive },
            via: Vec::new(),
            shared: false,
            deferral: defers.then_some(DeferralKind::Document),
            document: if defers { "jaarverslag 2025".to_owned() } else { String::new() },
            due: None,
            external: None,
            internal: Vec::new(),
            no_information: false,
            refusal: false,
        }
    };
    (0..ANSWERS).map(coding).collect()
}

fn survey() -> Survey {
    let themes = ["Wonen", "Zorg", "Verkeer", "Cultuur"];
    let mut survey = Survey::default();
    for letter in 0..LETTERS {
        let codings = codings(letter);
        let text =
            |number: usize| format!("Wij hebben in wijk {letter} over punt {number} met de bewoners gesproken en delen de uitkomst.");
        let texts: Vec<String> = (0..ANSWERS).map(text).collect();
        let readings: Vec<Reading> = texts.iter().map(|text| Reading::of(text)).collect();
        let answers: Vec<Answer<'_>> = codings
            .iter()
            .zip(texts.iter().zip(&readings))
            .enumerate()
            .map(|(number, (coding, (text, read)))| {
                let theme = themes[number % themes.len()];
                Answer { theme, coding, recurring: false, text: Some(Text::of(text, read)) }
            })
            .collect();
        let year = i16::try_from(2016 + letter % 10).ok();
        let days = u32::try_from(letter % 90).ok();
        let about = About { letter: format!("brief{letter:05}"), sender: format!("Gemeente {}", letter % 50), year, days, asks: false };
        survey.add(about, &answers);
    }
    survey.sort();
    survey
}

fn tables(criterion: &mut Criterion) {
    let codebook = Codebook::embedded().expect("the codebook");
    let style = Style { codebook: &codebook, measured: true, raw: false, excel: false, language: Language::Dutch, named: &[] };
    let survey = survey();
    let mut group = criterion.benchmark_group("200,000 codings");
    group.sample_size(10);
    group.bench_function("statistics.csv", |bencher| {
        bencher.iter(|| {
            let mut bytes = 0;
            statistics(&survey, survey.texts.reuse.reused(), style, |rows| {
                bytes += rows.len();
                Ok(())
            })
            .expect("rows");
            black_box(bytes)
        });
    });
    group.bench_function("comparison.csv", |bencher| bencher.iter(|| black_box(comparison(&survey, style).expect("rows").len())));
    group.finish();
    let mut group = criterion.benchmark_group("reading texts of 200,000 codings");
    group.sample_size(10);
    group.bench_function("survey", |bencher| bencher.iter(|| black_box(self::survey().members().len())));
    group.finish();
}

criterion_group!(benches, tables);
criterion_main!(benches);
