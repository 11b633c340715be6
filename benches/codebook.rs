//! What a rule costs: the same text read with 100, 400 and 1,600 rules.
//!
//! Rules and text are made from one list of Dutch words in which, as in language, few words are very frequent
//! (Zipf), so that many rules share words and the text holds the words of the rules. One sentence in ten is built around a
//! pattern, so that rules do fire. Of the first text these are patterns of all 1,600 rules: more rules find more cues in it, and what a
//! cue costs is counted too. Of the second they are patterns of the first 100 rules: what is left is the search for the others, and the
//! cues that they find by chance.

use std::fmt::Write;
use std::hint::black_box;

use antwoordmeter::codebook::{Codebook, Cued, Memory};
use antwoordmeter::text::Reading;
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

const FREQUENT: &str = "de het van en in een is dat op te voor met zijn die aan er niet om wij ook door worden als wordt bij deze \
    dit over of naar uit tot heeft we hebben u ik zie kan wel nog geen hierover antwoord vraag meer kunnen onze ons uw zal zoals daar hier \
    dan maar want zich was waren werd werden waar al onder na binnen tussen jaar gemeente college minister kamer raad mijn welke \
    wat hoe zo ja nee hun zij hij alle andere moet moeten zullen zou gaat staat per tijdens daarom omdat indien wanneer sinds";
const PLAIN: &str = "opgenomen beschikbaar bekend onderzocht geregistreerd informeren verschijnt gepubliceerd vastgesteld verwachten \
    volgend voorjaar najaar zomer kwartaal begin eind bijlage website pagina cijfers gegevens overzicht aantal inwoners wijken \
    scholen ouders leerlingen bewoners organisaties instellingen vergunning aanvraag subsidie kosten budget euro procent uitvoering \
    planning besluit motie toezegging wet regeling verordening voorstel advies gesprek overleg bespreking partners aanbieders \
    medewerkers toezicht handhaving controle klachten meldingen veiligheid verkeer wonen zorg jeugd onderwijs cultuur sport milieu \
    energie klimaat afval water groen natuur economie werk inkomen armoede schulden integratie opvang woningen huur bouw grond \
    termijn periode maanden weken moment inmiddels momenteel vooralsnog uiterlijk mogelijk nodig duidelijk zorgvuldig gezamenlijk \
    landelijk lokaal regionaal jaarlijks maandelijks eerder later opnieuw verder graag helaas namelijk echter overigens bovendien";
const HEADS: &str = "jeugd zorg woon verkeers milieu energie onderwijs sport cultuur veiligheids armoede schuld afval water natuur economie \
    werk inkomens bouw grond wijk gebieds jaar voortgangs bestuurs raads subsidie huisvestings integratie opvang";
const TAILS: &str = "beleid verslag rapportage nota plan monitor begroting onderzoek programma regeling voorziening aanpak agenda visie \
    budget project overleg commissie dienst team evaluatie brief verordening organisatie toezicht cijfers kosten partners locatie ontwikkeling";

/// A small generator of the same numbers in every run (xorshift).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }

    /// A word, the first of the list the most often: the chance of rank `r` falls as `1 / r`.
    fn word<'w>(&mut self, words: &[&'w str]) -> &'w str {
        let part = self.below(1 << 20) as f64 / f64::from(1 << 20);
        let rank = (words.len() as f64 + 1.0).powf(part);
        words[(1..words.len()).take_while(|next| *next as f64 + 1.0 <= rank).count()]
    }
}

struct Words<'w> {
    frequent: Vec<&'w str>,
    content: Vec<&'w str>,
    all: Vec<&'w str>,
}

/// A pattern of two to five words, two of them words of content (or one of two words side by side), and words
/// that it finds.
fn pattern(dice: &mut Dice, words: &Words<'_>) -> (String, String) {
    let (mut pattern, mut found) = (String::new(), String::new());
    let length = 2 + dice.below(4);
    let side_by_side = length == 2 && dice.below(2) == 0;
    let content = [dice.below(length), if side_by_side { length } else { dice.below(length - 1) }];
    for at in 0..length {
        if at > 0 && !side_by_side && dice.below(3) == 0 {
            pattern += "... ";
            (0..dice.below(4)).for_each(|_| found = format!("{found}{} ", dice.word(&words.all)));
        }
        let of_content = at == content[0] || at == content[1] + usize::from(content[1] >= content[0]);
        let (step, word) = match dice.below(if of_content { 10 } else { 1 }) {
            1..7 => plain(dice, &words.content, 2),
            7 => (format!("@lijst{}", dice.below(12)), dice.word(&words.content).to_owned()),
            8 => {
                let word = dice.word(&words.content);
                (format!("{}*", &word[..word.len().min(7)]), word.to_owned())
            }
            9 => {
                let word = dice.word(&words.content);
                (format!("*{}", &word[word.len().saturating_sub(7)..]), word.to_owned())
            }
            _ if of_content => plain(dice, &words.content, 4),
            _ => plain(dice, &words.frequent, 3),
        };
        let _ = write!(pattern, "{step} ");
        let _ = write!(found, "{word} ");
    }
    (pattern.trim().to_owned(), found)
}

fn plain(dice: &mut Dice, words: &[&str], most: usize) -> (String, String) {
    let word = dice.word(words);
    let more = (0..dice.below(most)).map(|_| format!("|{}", dice.word(words)));
    (more.fold(word.to_owned(), |step, more| step + &more), word.to_owned())
}

/// The lists and `count` rules as TOML, and a sentence for each rule.
fn rules(count: usize, words: &Words<'_>) -> (String, Vec<String>) {
    let mut dice = Dice(7);
    let mut toml = format!("[[common]]\nwords = {:?}\n", words.frequent);
    for list in 0..12 {
        let members: Vec<_> = (0..20).map(|_| words.content[dice.below(words.content.len())]).collect();
        let _ = write!(toml, "[[list]]\nname = \"lijst{list}\"\nmeaning = \"Woorden.\"\nwords = {members:?}\n");
    }
    let mut sentences = Vec::new();
    for rule in 0..count {
        let made: Vec<_> = (0..=dice.below(3)).map(|_| pattern(&mut dice, words)).collect();
        let patterns: Vec<_> = made.iter().map(|(pattern, _)| format!("\"{pattern}\"")).collect();
        let unless = if dice.below(3) == 0 { format!("unless = [\"{}\"]\n", pattern(&mut dice, words).0) } else { String::new() };
        let _ = write!(
            toml,
            "[[rule]]\nid = \"cited/{rule}\"\nfacet = \"cited\"\nmeaning = \"Regel.\"\npatterns = [{}]\n{unless}examples = [\"-\"]\ncounterexamples = [\"-\"]\n",
            patterns.join(", ")
        );
        sentences.extend(made.into_iter().map(|(_, found)| found));
    }
    (toml, sentences)
}

/// Answers of eight sentences each.
fn answers(sentences: &[String], words: &Words<'_>) -> Vec<String> {
    let mut dice = Dice(11);
    let mut answers = Vec::new();
    for _ in 0..400 {
        let mut answer = String::new();
        for _ in 0..8 {
            answer += "Wij ";
            let planted = dice.below(10) == 0;
            for word in 0..7 + dice.below(15) {
                if planted && word == 4 {
                    answer += &sentences[dice.below(sentences.len())];
                }
                let _ = write!(answer, "{} ", dice.word(&words.all));
            }
            answer.pop();
            answer += ". ";
        }
        answers.push(answer);
    }
    answers
}

fn reading_with_rules(criterion: &mut Criterion) {
    let compounds: Vec<String> =
        HEADS.split_whitespace().flat_map(|head| TAILS.split_whitespace().map(move |tail| format!("{head}{tail}"))).collect();
    let frequent: Vec<&str> = FREQUENT.split_whitespace().collect();
    let content: Vec<&str> = PLAIN.split_whitespace().chain(compounds.iter().map(String::as_str)).collect();
    // What no rule asks for: the long tail of a language.
    let tail: Vec<String> = ["en", "plannen"].iter().flat_map(|end| compounds.iter().map(move |word| format!("{word}{end}"))).collect();
    let all = frequent.iter().chain(&content).copied().chain(tail.iter().map(String::as_str)).collect();
    let words = Words { frequent, content, all };
    for (text, planted) in [("", 1_600), (", those of 100 planted", 100)] {
        measured(criterion, text, &answers(&rules(planted, &words).1, &words), &words);
    }
}

fn measured(criterion: &mut Criterion, text: &str, answers: &[String], words: &Words<'_>) {
    let readings: Vec<Reading> = answers.iter().map(|answer| Reading::of(answer)).collect();
    let mut group = criterion.benchmark_group("codebook");
    group.throughput(Throughput::Bytes(answers.iter().map(String::len).sum::<usize>() as u64));
    for count in [100, 400, 1_600] {
        let dir = tempfile::tempdir().expect("a folder");
        std::fs::write(dir.path().join("rules.toml"), rules(count, words).0).expect("the rules");
        let codebook = Codebook::from_dir(dir.path()).unwrap_or_else(|errors| panic!("{}", errors[0]));
        let (mut memory, mut cued) = (Memory::default(), Cued::default());
        let mut found = 0;
        for reading in &readings {
            codebook.read(reading, &mut memory, &mut cued);
            found += cued.cues.len();
        }
        let size: usize = readings.iter().map(|reading| reading.words().len()).sum();
        println!("{count} rules{text}: {found} cues in {size} words");
        group.bench_function(format!("finding the cues of {count} rules{text}"), |bencher| {
            bencher.iter(|| {
                for reading in &readings {
                    codebook.read(black_box(reading), &mut memory, &mut cued);
                    black_box(&cued.cues);
                }
            });
        });
        group.bench_function(format!("splitting the words and finding the cues of {count} rules{text}"), |bencher| {
            let mut reading = Reading::default();
            bencher.iter(|| {
                for answer in answers {
                    reading.read(black_box(answer));
                    codebook.read(&reading, &mut memory, &mut cued);
                    black_box(&cued.cues);
                }
            });
        });
    }
    group.finish();
}

criterion_group!(benches, reading_with_rules);
criterion_main!(benches);
