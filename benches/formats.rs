//! What reading costs by format: the letters of `tests/formats` on all cores, pages a second for PDF, bytes a second for others.
//!
//! Each file is read [`TIMES`] times over, so that every core has work. `pdftotext` on the same files is measured outside:
//! `for file in tests/formats/*.pdf; do pdftotext "$file" -; done`.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use antwoordmeter::source::{self, Limits, MarkKind, Source};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rayon::prelude::*;

const TIMES: usize = 8;

fn read(path: &Path) -> Source {
    source::read(path, "letter", &Limits::default()).unwrap_or_else(|error| panic!("{error}"))
}

fn pages(path: &Path) -> u64 {
    let source = read(path);
    source.marks.iter().filter_map(|mark| if let MarkKind::Page(page) = mark.kind { Some(page) } else { None }).max().unwrap_or(1).into()
}

fn reading(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/formats");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("the letters").map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut group = criterion.benchmark_group("reading");
    for format in ["pdf", "docx", "odt", "html"] {
        let letters: Vec<&PathBuf> = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == format)).collect();
        let work: Vec<&PathBuf> = letters.iter().copied().cycle().take(letters.len() * TIMES).collect();
        group.throughput(if format == "pdf" {
            Throughput::Elements(work.iter().map(|path| pages(path)).sum())
        } else {
            Throughput::Bytes(work.iter().map(|path| fs::metadata(path).map_or(0, |about| about.len())).sum())
        });
        group.bench_function(format, |bencher| {
            bencher.iter(|| work.par_iter().for_each(|path| drop(black_box(read(path)))));
        });
    }
    group.finish();
}

criterion_group!(benches, reading);
criterion_main!(benches);
