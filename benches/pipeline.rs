//! What each stage of a run costs on the letters of `corpus/`: the part of the register, say, is its time over that of the coder.
//!
//! The stages hold one another where the names say so: annotating is words, cues, times and documents named together, and
//! coding is annotating, the register and the decisions.

use std::hint::black_box;
use std::ops::Range;
use std::path::{Path, PathBuf};

use antwoordmeter::codebook::{Codebook, Cued, Memory};
use antwoordmeter::coder::{Coder, Judged, Scratch};
use antwoordmeter::documents::{self, Annotated, Ledger, Lens};
use antwoordmeter::letter::{self, Exchange, Letter, Passage};
use antwoordmeter::report::Language;
use antwoordmeter::report::cell::Style;
use antwoordmeter::report::tables::Rows;
use antwoordmeter::source::{self, Group, Input, Limits, Row, Source};
use antwoordmeter::text::{Reading, Span};
use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};

fn sources() -> Vec<Source> {
    let (inputs, _) = source::walk(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")], &|_| false);
    let read = |input| match input {
        Input::Letter { path, id } => source::read(&path, &id, &Limits::default()).ok(),
        Input::Table(_) => None,
    };
    inputs.into_iter().filter_map(read).collect()
}

/// The answers and questions of a letter.
fn passages(letter: &Letter) -> Vec<String> {
    let exchanges = letter.exchanges().map(|(_, exchange)| exchange);
    let texts = exchanges.flat_map(|exchange| exchange.questions.iter().map(|question| &question.text).chain([&exchange.answer]));
    texts.map(|passage| passage.text(&letter.text).into_owned()).collect()
}

fn stages(criterion: &mut Criterion) {
    let sources = sources();
    let letters: Vec<Letter> = sources.iter().map(letter::parse).collect();
    let codebook = Codebook::embedded().expect("the codebook");
    let lens = Lens::new(&codebook);
    let texts: Vec<Vec<String>> = letters.iter().map(passages).collect();
    let mut group = criterion.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(sources.iter().map(|source| source.text.len() as u64).sum()));

    group.bench_function("parsing the letters", |bencher| {
        bencher.iter(|| sources.iter().map(|source| letter::parse(black_box(source)).themes.len()).sum::<usize>());
    });
    group.bench_function("words and sentences", |bencher| {
        let mut reading = Reading::default();
        bencher.iter(|| {
            for text in texts.iter().flatten() {
                reading.read(black_box(text));
                black_box(reading.words());
            }
        });
    });
    group.bench_function("cues of the codebook", |bencher| {
        let readings: Vec<Reading> = texts.iter().flatten().map(|text| Reading::of(text)).collect();
        let (mut memory, mut cued) = (Memory::default(), Cued::default());
        bencher.iter(|| {
            for reading in &readings {
                codebook.read(black_box(reading), &mut memory, &mut cued);
                black_box(&cued.cues);
            }
        });
    });
    group.bench_function("annotating: words, cues, times, documents named", |bencher| {
        let (mut memory, mut annotated) = (Memory::default(), Annotated::default());
        bencher.iter(|| {
            for (letter, texts) in letters.iter().zip(&texts) {
                for text in texts {
                    annotated.read(black_box(text), &lens, &mut memory, letter.about.date);
                }
            }
            black_box(&annotated);
        });
    });
    group.bench_function("the register of documents", |bencher| {
        let mut memory = Memory::default();
        let mut annotated: Vec<Vec<Annotated>> = Vec::new();
        for (letter, texts) in letters.iter().zip(&texts) {
            let read = |text: &String| {
                let mut annotated = Annotated::default();
                annotated.read(text, &lens, &mut memory, letter.about.date);
                annotated
            };
            annotated.push(texts.iter().map(read).collect());
        }
        bencher.iter(|| {
            for (letter, texts) in letters.iter().zip(&mut annotated) {
                let register = documents::build(texts, &[], &lens, letter.about.date, |_, span: Span| span, |_| &[], |_| 0..0);
                black_box(register.documents.len());
            }
        });
    });
    group.bench_function("coding: annotating, register, decisions", |bencher| {
        let coder = Coder::new(&codebook);
        let mut scratch = Scratch::default();
        let code = |letters: Vec<Letter>| letters.into_iter().map(|letter| coder.judge(letter, &mut scratch)).collect::<Vec<Judged>>();
        bencher.iter_batched(|| letters.clone(), code, BatchSize::SmallInput);
    });
    group.bench_function("rows of the tables", |bencher| {
        let coder = Coder::new(&codebook);
        let judged: Vec<(Judged, Scratch)> = letters
            .iter()
            .map(|letter| {
                let mut scratch = Scratch::default();
                (coder.judge(letter.clone(), &mut scratch), scratch)
            })
            .collect();
        let named = [PathBuf::from("corpus")];
        let style = Style { codebook: &codebook, measured: true, raw: false, excel: false, language: Language::Dutch, named: &named };
        bencher.iter(|| {
            let mut rows = Rows::new(style, false);
            judged.iter().try_for_each(|(judged, scratch)| rows.letter(black_box(judged), scratch.answers())).expect("rows that fit");
            rows.into_page().expect("a page")
        });
    });
    group.finish();
}

/// So many question-answer pairs: what the register is measured on.
const PAIRS: usize = 20_000;

/// Rows of a table of pairs to a letter.
const ROWS: usize = 20;

/// The questions and answers of the corpus as a table of pairs, over and over until there are [`PAIRS`]; the letters of one corpus
/// letter have its sender and its date, so that documents come back.
fn pairs(letters: &[Letter]) -> Vec<Letter> {
    let mut made = Vec::new();
    for round in 0.. {
        for letter in letters {
            let exchanges: Vec<_> = letter.exchanges().map(|(_, exchange)| exchange).collect();
            for (part, exchanges) in exchanges.chunks(ROWS).enumerate() {
                let row = |exchange: &&Exchange| Row {
                    question: exchange.questions.iter().map(|question| question.text.text(&letter.text)).collect(),
                    answer: exchange.answer.text(&letter.text).into_owned(),
                    ..Row::default()
                };
                let name = format!("{} {round} {part}", letter.id);
                let group = Group { letter: name, date: letter.about.date, rows: exchanges.iter().map(row).collect(), ..Group::default() };
                let mut group = letter::from_group(group);
                group.about.sender.clone_from(&letter.about.sender);
                made.push(group);
            }
        }
        if made.iter().map(|letter| letter.exchanges().count()).sum::<usize>() >= PAIRS {
            break;
        }
    }
    made
}

/// The answers of a letter, its questions, and for each answer those that it answers.
type Asked = (Vec<Annotated>, Vec<Annotated>, Vec<Range<usize>>);

/// The register and the ledger beside all that a run on many pairs does between reading and writing.
fn many(criterion: &mut Criterion) {
    let codebook = Codebook::embedded().expect("the codebook");
    let lens = Lens::new(&codebook);
    let letters = pairs(&sources().iter().map(letter::parse).collect::<Vec<_>>());
    let coder = Coder::new(&codebook);
    let mut scratch = Scratch::default();
    let mut group = criterion.benchmark_group("pairs");
    group.sample_size(10);
    group.throughput(Throughput::Elements(letters.iter().map(|letter| letter.exchanges().count() as u64).sum()));

    group.bench_function("coding and rows", |bencher| {
        let style = Style { codebook: &codebook, measured: true, raw: false, excel: false, language: Language::Dutch, named: &[] };
        let run = |letters: Vec<Letter>| {
            let mut rows = Rows::new(style, false);
            for letter in letters {
                let judged = coder.judge(letter, &mut scratch);
                rows.letter(&judged, scratch.answers()).expect("rows that fit");
            }
            rows.into_page().expect("a page")
        };
        bencher.iter_batched(|| letters.clone(), run, BatchSize::PerIteration);
    });
    group.bench_function("the register of documents", |bencher| {
        let mut memory = Memory::default();
        let mut read = |text: &Passage, letter: &Letter| {
            let mut annotated = Annotated::default();
            annotated.read(&text.text(&letter.text), &lens, &mut memory, letter.about.date);
            annotated
        };
        let mut texts: Vec<Asked> = Vec::new();
        for letter in &letters {
            let exchanges = || letter.exchanges().map(|(_, exchange)| exchange);
            let answers = exchanges().map(|exchange| read(&exchange.answer, letter)).collect();
            let questions = exchanges().flat_map(|exchange| &exchange.questions).map(|question| read(&question.text, letter)).collect();
            let ranges = exchanges().scan(0, |at, exchange| {
                let first = *at;
                *at += exchange.questions.len();
                Some(first..*at)
            });
            texts.push((answers, questions, ranges.collect()));
        }
        bencher.iter(|| {
            for (letter, (answers, questions, asked)) in letters.iter().zip(&mut texts) {
                let asked = |at: usize| asked[at].clone();
                let register = documents::build(answers, questions, &lens, letter.about.date, |_, span: Span| span, |_| &[], asked);
                black_box(register.documents.len());
            }
        });
    });
    group.bench_function("the ledger of the run", |bencher| {
        let judged: Vec<Judged> = letters.iter().map(|letter| coder.judge(letter.clone(), &mut Scratch::default())).collect();
        bencher.iter(|| {
            let mut ledger = Ledger::default();
            for judged in &judged {
                ledger.add(&judged.letter, &judged.register);
            }
            ledger.courses().map(|course| course.dues.len()).sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, stages, many);
criterion_main!(benches);
