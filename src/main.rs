//! Arguments, the run, the exit status. The only place that prints.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::panic;
use std::process::ExitCode;
use std::time::Duration;

use antwoordmeter::cli::{Analyse, Annex, Checked, Cli, Code, Command, Evaluate, Explain, Read, Sample};
use antwoordmeter::codebook::Codebook;
use antwoordmeter::codings;
use antwoordmeter::error::{Error, Problem, printable};
use antwoordmeter::evaluation::design;
use antwoordmeter::measure::Counts;
use antwoordmeter::pipeline;
use antwoordmeter::report::findings::totals::Totals;
use antwoordmeter::report::screen::bars::Screen;
use antwoordmeter::report::screen::{alone, summary};
use antwoordmeter::report::{evaluation, sheet};
use clap::{CommandFactory, Parser};
use indicatif::{ProgressBar, ProgressStyle};
use terminal_size::{Width, terminal_size_of};

/// Done, but with `--strict` something was not understood.
const NOT_UNDERSTOOD: u8 = 1;
/// It could not be done.
const FAILED: u8 = 2;

const NOTHING_READ: &str = "no letter was read, and nothing was written";

fn main() -> ExitCode {
    // A panic is reported below in a line of its own; who asks for a backtrace still gets it.
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        panic::set_hook(Box::new(|_| {}));
    }
    let done = panic::catch_unwind(|| match Cli::parse().command {
        None => print(&Cli::command().render_help().to_string()),
        Some(Command::Analyse(arguments)) => analyse(arguments),
        Some(Command::Code(arguments)) => code(arguments),
        Some(Command::Annex(arguments)) => annex(arguments),
        Some(Command::Measure(arguments)) => print(&pipeline::measure(&arguments.options())?),
        Some(Command::Compare(arguments)) => print(&pipeline::compare(&arguments.options())?),
        Some(Command::Explain(arguments)) => explain(arguments),
        Some(Command::Read(arguments)) => read(&arguments),
        Some(Command::Sample(arguments)) => sample(&arguments),
        Some(Command::Evaluate(arguments)) => evaluate(&arguments),
        Some(Command::Codebook(arguments)) => codebook(&arguments),
    });
    match done {
        Ok(Ok(status)) => status,
        Ok(Err(errors)) => fail(errors.iter().map(ToString::to_string)),
        Err(_) => fail(["stopped by a mistake in the program; please report it, with the input".to_owned()]),
    }
}

type Done = Result<ExitCode, Vec<Error>>;

fn analyse(arguments: Analyse) -> Done {
    let strict = arguments.strict;
    // The process ends after this: the system takes memory back at once, piece by piece it takes as long as the page does.
    let codebook = ManuallyDrop::new(arguments.reading.codebook()?);
    let options = arguments.options()?;
    let bar = spinner();
    let findings = pipeline::analyse(&options, &codebook, |totals| bar.set_message(progress(totals.letters, totals.counts)));
    bar.finish_and_clear();
    let findings = ManuallyDrop::new(findings.map_err(|error| vec![error])?);
    let totals = &findings.totals;
    tell_skipped(totals);
    if totals.letters == 0 {
        return Ok(fail([NOTHING_READ.to_owned()]));
    }
    print(&summary::summary(&findings, &options.out, screen(), options.writing.language))?;
    Ok(ended(strict, totals.is_understood()))
}

fn code(arguments: Code) -> Done {
    let Code { strict, quiet, .. } = arguments;
    let codebook = ManuallyDrop::new(arguments.reading.codebook()?);
    let options = arguments.options()?;
    // A spinner would stand among the rows, or among what the program behind a pipe shows.
    let bar = if quiet || options.out.is_none() { ProgressBar::hidden() } else { spinner() };
    let mut unread = false;
    let print = |rows: &[u8]| {
        let mut stdout = io::stdout().lock();
        stdout.write_all(rows).and_then(|()| stdout.flush()).map_err(|error| {
            unread = error.kind() == ErrorKind::BrokenPipe;
            Error::io("stdout".as_ref(), "print", &error)
        })
    };
    let mut told = Told::default();
    let figures = pipeline::code(&options, &codebook, print, |figures, problems| {
        bar.suspend(|| problems.iter().for_each(|problem| told.tell(problem)));
        bar.set_message(progress(figures.letters, figures.counts));
    });
    bar.finish_and_clear();
    // Who reads the table may stop when it has enough, as `head` does.
    if unread {
        return Ok(ExitCode::SUCCESS);
    }
    told.rest();
    let figures = figures.map_err(|error| vec![error])?;
    if figures.letters == 0 {
        return Ok(fail([NOTHING_READ.to_owned()]));
    }
    if !quiet {
        let _ = io::stderr().write_all(alone::figures(&figures, options.out.as_deref(), options.writing.language).as_bytes());
    }
    Ok(ended(strict, figures.is_understood()))
}

fn annex(arguments: Annex) -> Done {
    let codebook = arguments.reading.codebook()?;
    print(&pipeline::annex(&arguments.options()?, &codebook).map_err(|error| vec![error])?)
}

/// The terminal that the summary goes to, if it goes to one.
fn screen() -> Screen {
    match terminal_size_of(io::stdout()) {
        Some((Width(width), _)) if io::stdout().is_terminal() => Screen { width: usize::from(width), blocks: true },
        _ => Screen::default(),
    }
}

fn explain(arguments: Explain) -> Done {
    let codebook = arguments.reading.codebook()?;
    let Explain { path, number, reading, language } = arguments;
    print(&pipeline::explain(&reading.inputs(vec![path])?, &codebook, &number, language).map_err(|error| vec![error])?)
}

fn read(arguments: &Read) -> Done {
    print(&pipeline::reading(&arguments.path, &arguments.bounds.limits()).map_err(|error| vec![error])?)
}

fn sample(arguments: &Sample) -> Done {
    let Sample { codings, out, coders, language, .. } = arguments;
    let sample = design::draw(&codings::table(codings), arguments.size(), arguments.draws.seed)?;
    let files = sheet::write(out, &sample, *coders, *language).map_err(|error| vec![error])?;
    print(&sheet::summary(&sample, &files, *language))
}

fn evaluate(arguments: &Evaluate) -> Done {
    let (request, codebook) = (arguments.request(), arguments.codebook()?);
    evaluation::spare(&arguments.out, &request).map_err(|error| vec![error])?;
    let found = antwoordmeter::evaluation::evaluate(&request)?;
    let (language, raw) = (arguments.language, arguments.text.raw);
    let matter = evaluation::Matter { evaluation: &found, request: &request, codebook: &codebook, language, raw };
    evaluation::write(&arguments.out, &matter).map_err(|error| vec![error])?;
    print(&evaluation::summary(&matter, &arguments.out))
}

fn codebook(arguments: &Checked) -> Done {
    let Some(folder) = &arguments.codebook else {
        let codebook = Codebook::embedded().map_err(|error| vec![error])?;
        return print(&if arguments.page { codebook.page() } else { codebook.to_toml() });
    };
    let codebook = Codebook::from_dir(folder)?;
    let mistakes = codebook.check();
    if !mistakes.is_empty() {
        return Err(mistakes);
    }
    if arguments.page {
        return print(&codebook.page());
    }
    let examples: usize = codebook.rules().iter().map(|rule| rule.examples.len() + rule.counterexamples.len()).sum();
    print(&format!(
        "{}: {} rules do what their {examples} examples say; hash {}\n",
        folder.display(),
        codebook.rules().len(),
        codebook.hash()
    ))
}

/// The status of a run that was done.
fn ended(strict: bool, is_understood: bool) -> ExitCode {
    if strict && !is_understood { ExitCode::from(NOT_UNDERSTOOD) } else { ExitCode::SUCCESS }
}

/// What turns while a run goes on; nothing off a terminal.
fn spinner() -> ProgressBar {
    let bar = ProgressBar::new_spinner()
        .with_style(ProgressStyle::with_template("{spinner} {msg}").unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

fn progress(letters: u32, counts: Counts) -> String {
    format!("{letters} letters, {} questions", counts.questions)
}

/// A problem, on stderr: of a letter in a table with its name.
fn tell(Problem { file, letter, what, remedy, .. }: &Problem) {
    let name = if file.contains(letter.as_str()) { String::new() } else { format!(" ({letter})") };
    let remedy = if remedy.is_empty() { String::new() } else { format!("; {remedy}") };
    let _ = writeln!(io::stderr(), "antwoordmeter: {}: {what}{remedy}", printable(&(file.clone() + &name)));
}

/// What was skipped: the first few, and how many more there are.
fn tell_skipped(totals: &Totals) {
    totals.skipped.iter().for_each(tell);
    let skipped: u32 = totals.problems.iter().filter(|(stage, _)| **stage != "parse").map(|(_, count)| count).sum();
    if let Some(more) = skipped.checked_sub(totals.skipped.len() as u32).filter(|more| *more > 0) {
        let _ = writeln!(io::stderr(), "antwoordmeter: and {more} more: see problems.csv");
    }
}

/// So many problems of one file are told.
const TOLD: usize = 10;

/// How much was told of the file that is being read: a table can have something wrong in every row.
#[derive(Default)]
struct Told {
    file: String,
    problems: usize,
}

impl Told {
    fn tell(&mut self, problem: &Problem) {
        if problem.file != self.file {
            self.rest();
            *self = Self { file: problem.file.clone(), problems: 0 };
        }
        self.problems += 1;
        if self.problems <= TOLD {
            tell(problem);
        }
    }

    /// How many were not told.
    fn rest(&self) {
        if let Some(more) = self.problems.checked_sub(TOLD).filter(|more| *more > 0) {
            let _ =
                writeln!(io::stderr(), "antwoordmeter: {}: and {more} more: `analyse` lists them in problems.csv", printable(&self.file));
        }
    }
}

/// Prints to stdout. That nobody reads it to the end is no mistake.
fn print(text: &str) -> Done {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(vec![Error::io("stdout".as_ref(), "print", &error)]),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn fail(messages: impl IntoIterator<Item = String>) -> ExitCode {
    let mut stderr = io::stderr().lock();
    for message in messages {
        let _ = writeln!(stderr, "antwoordmeter: {message}");
    }
    ExitCode::from(FAILED)
}
