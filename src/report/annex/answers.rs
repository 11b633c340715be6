//! The questions and answers of an annex, by theme.

use super::choice::{Choice, listed, short};
use super::compose::Page;
use super::draft::{Block, Run};
use super::quoted::{CUT, WHOLE, answer, flowing};
use crate::report::Language;
use crate::report::findings::quotation::Quotation;
use crate::report::words::codes;
use crate::report::words::due;

impl Page<'_> {
    /// The chosen answers, by theme.
    pub fn answers(&self, chosen: &[&Quotation], choice: &Choice) -> Vec<Block> {
        let mut quoted = Vec::new();
        let (mut cut, mut theme) = (false, "");
        let mut rest = chosen;
        while let [first, after @ ..] = rest {
            // One answer to several questions is quoted once.
            let same =
                after.iter().take_while(|next| first.coding.shared && next.answer == first.answer && next.theme == first.theme).count();
            let (together, others) = rest.split_at(same + 1);
            if first.theme != theme {
                theme = &first.theme;
                quoted.push(Block::Heading(2, Run::plain(theme).within(Language::Dutch)));
            }
            let (blocks, was_cut) = self.quoted(together);
            quoted.extend(blocks);
            cut |= was_cut;
            rest = others;
        }
        let mut blocks = vec![self.heading(1, "Vragen en antwoorden", "Questions and answers")];
        blocks.push(Block::Paragraph(vec![Run::plain(self.selection(chosen.len(), choice, cut))]));
        blocks.extend(quoted);
        blocks
    }

    /// Which answers stand here, and how they are shown.
    fn selection(&self, chosen: usize, choice: &Choice, cut: bool) -> String {
        let all = self.letter.quotations.len();
        let which = match (choice.only, self.language) {
            (None, _) => String::new(),
            (Some(only), Language::Dutch) => format!(" (gekozen: {})", only.words(self.language)),
            (Some(only), Language::English) => format!(" (chosen: {})", only.words(self.language)),
        };
        let mut text = match (chosen, self.language) {
            (_, Language::Dutch) if all == 1 => "Hier staat de vraag met haar antwoord.".to_owned(),
            (_, Language::English) if all == 1 => "Here stands the question with its answer.".to_owned(),
            (_, Language::Dutch) if chosen == all => format!("Hier staan alle {all} vragen met hun antwoord."),
            (_, Language::English) if chosen == all => format!("All {all} questions stand here with their answers."),
            (1, Language::Dutch) => format!("Hier staat 1 van de {all} vragen met haar antwoord{which}; de andere staan in de brief."),
            (_, Language::Dutch) => {
                format!("Hier staan {chosen} van de {all} vragen met hun antwoord{which}; de andere staan in de brief.")
            }
            (_, Language::English) => {
                format!("Of the {all} questions, {chosen} stand here with their answers{which}; the others are in the letter.")
            }
        };
        text += self
            .say(" Vet en onderstreept zijn de woorden waarop de code berust.", " The words that a code rests on are bold and underlined.");
        if cut {
            let (longer, left_out) = match self.language {
                Language::Dutch => (
                    format!(" Van antwoorden van meer dan {WHOLE} woorden staan hier het begin en de zinnen waarop de code berust;"),
                    format!(" {CUT} staat waar tekst is weggelaten."),
                ),
                Language::English => (
                    format!(" Of answers of more than {WHOLE} words, the begin and the sentences that the code rests on are quoted;"),
                    format!(" {CUT} stands where text was left out."),
                ),
            };
            text = [text, longer, left_out].concat();
        }
        text
    }

    /// Questions with the one answer to them.
    fn quoted(&self, together: &[&Quotation]) -> (Vec<Block>, bool) {
        let mut lead = Vec::new();
        for quotation in together {
            let number = format!("{}{} {}. ", if lead.is_empty() { "" } else { "\n" }, self.say("Vraag", "Question"), short(quotation));
            lead.push(Run::bold(number));
            lead.extend(flowing(&quotation.question));
        }
        let Some(quotation) = together.first() else { return (Vec::new(), false) };
        lead.push(Run::italic(format!("\n{}", self.coded(quotation))));
        for change in together.iter().flat_map(|quotation| &quotation.corrected) {
            let by = self.say("Door een mens gecorrigeerd.", "Corrected by a person.");
            lead.push(Run::bold(format!("\n* {by} ")));
            lead.push(Run::plain(codes::corrected(change, self.language)));
        }
        let (paragraphs, cut) = answer(quotation);
        if paragraphs.is_empty() {
            return (vec![Block::Paragraph(lead)], false);
        }
        let leads = std::iter::once(lead).chain(std::iter::repeat(Vec::new()));
        (paragraphs.into_iter().zip(leads).map(|(text, lead)| Block::Quotation { lead, text }).collect(), cut)
    }

    /// The codes of an answer in words, and where it stands.
    fn coded(&self, quotation: &Quotation) -> String {
        let (coding, language) = (&quotation.coding, self.language);
        let via = listed(
            coding.via.iter().map(|id| self.letter.quotations.iter().find(|other| other.coding.id == *id).map_or(id.as_str(), short)),
        );
        let awaits = coding.deferral.map(|kind| {
            let document = if coding.document.is_empty() { String::new() } else { format!(": {}", coding.document) };
            let at = coding.due.map(|at| format!(", {} {}", self.say("verwacht:", "expected:"), due(at, language))).unwrap_or_default();
            format!("{} {}{document}{at}", self.say("verwijst naar", "refers to"), codes::deferral(kind, language))
        });
        let points = coding.external.map(|kind| format!("{} {}", self.say("verwijst naar", "refers to"), codes::external(kind, language)));
        let parts = [
            Some(codes::class(coding.class, language).to_owned()),
            (!via.is_empty()).then(|| format!("{} {via}", self.say("zoals antwoord", "as answer"))),
            awaits,
            points,
            coding.no_information.then(|| self.say("de afzender weet het niet", "the sender does not know").to_owned()),
            coding.refusal.then(|| self.say("de afzender zegt het niet", "the sender declines").to_owned()),
            (!quotation.place.is_empty()).then(|| format!("{}: {}", self.say("in de brief", "in the letter"), quotation.place)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}
