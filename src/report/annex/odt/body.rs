//! The text of a LibreOffice file: blocks become paragraphs, tables and pictures.

use std::fmt::Write as _;

use super::code;
use crate::report::Language;
use crate::report::annex::draft::{Block, Draft, Picture, Run, TEXT_WIDTH, Table, whole_number};
use crate::report::annex::markup::{Piece, escaped, pieces};

/// Styles of places in this document: what the named styles cannot say.
const STYLES: &str = "\
<style:style style:name=\"Lead\" style:family=\"paragraph\" style:parent-style-name=\"Text_20_body\">\
<style:paragraph-properties fo:keep-together=\"always\" fo:keep-with-next=\"always\"/></style:style>\
<style:style style:name=\"Number\" style:family=\"paragraph\" style:parent-style-name=\"Table_20_Contents\">\
<style:paragraph-properties fo:text-align=\"end\"/></style:style>\
<style:style style:name=\"NumberHeading\" style:family=\"paragraph\" style:parent-style-name=\"Table_20_Heading\">\
<style:paragraph-properties fo:text-align=\"end\"/></style:style>\
<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties fo:keep-together=\"always\"/></style:style>\
<style:style style:name=\"Cell\" style:family=\"table-cell\">\
<style:table-cell-properties fo:padding=\"0.7mm\" fo:padding-left=\"1.9mm\" fo:padding-right=\"1.9mm\" fo:border=\"0.5pt solid #000000\"/>\
</style:style>\
<style:style style:name=\"HeadingCell\" style:family=\"table-cell\">\
<style:table-cell-properties fo:background-color=\"#e7e6e6\" fo:padding=\"0.7mm\" fo:padding-left=\"1.9mm\" fo:padding-right=\"1.9mm\" \
fo:border=\"0.5pt solid #000000\"/></style:style>\
<style:style style:name=\"Picture\" style:family=\"graphic\" style:parent-style-name=\"Graphics\">\
<style:graphic-properties style:vertical-pos=\"top\" style:vertical-rel=\"baseline\" style:wrap=\"none\"/></style:style>";

/// The body of a document while it is written.
pub(super) struct Body<'d> {
    pub xml: String,
    /// The pictures, by their names without ending.
    pub pictures: Vec<(String, &'d Picture)>,
    /// The styles of tables and their columns.
    tabular: String,
    language: Language,
    /// The other language, where a run is in it.
    foreign: Option<Language>,
    tables: u32,
}

impl<'d> Body<'d> {
    pub fn of(draft: &'d Draft) -> Self {
        let mut body =
            Self { xml: String::new(), pictures: Vec::new(), tabular: String::new(), language: draft.language, foreign: None, tables: 0 };
        body.paragraph("Title", &[Run::plain(&*draft.title)]);
        draft.blocks.iter().for_each(|block| body.block(block));
        body
    }

    /// The automatic styles that the body uses.
    pub fn styles(&self) -> String {
        let foreign = self.foreign.map(|language| {
            let (name, country) = code(language).split_once('-').unwrap_or_default();
            format!(
                "<style:style style:name=\"{}\" style:family=\"text\"><style:text-properties fo:language=\"{name}\" \
                 fo:country=\"{country}\"/></style:style>",
                code(language)
            )
        });
        format!("{STYLES}{}{}", foreign.unwrap_or_default(), self.tabular)
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Heading(level, run) => {
                let level = level.clamp(&1, &3);
                let _ = write!(self.xml, "<text:h text:style-name=\"Heading_20_{level}\" text:outline-level=\"{level}\">");
                self.run(run);
                self.xml += "</text:h>";
            }
            Block::Paragraph(runs) => self.paragraph("Text_20_body", runs),
            Block::Quotation { lead, text } => {
                if !lead.is_empty() {
                    self.paragraph("Lead", lead);
                }
                self.paragraph("Quotations", text);
            }
            Block::List(points) => {
                self.xml += "<text:list text:style-name=\"Bullets\">";
                for point in points {
                    self.xml += "<text:list-item>";
                    self.paragraph("List_20_1", point);
                    self.xml += "</text:list-item>";
                }
                self.xml += "</text:list>";
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
        }
    }

    fn paragraph(&mut self, style: &str, runs: &[Run]) {
        let _ = write!(self.xml, "<text:p text:style-name=\"{style}\">");
        for run in runs {
            self.run(run);
        }
        self.xml += "</text:p>";
    }

    fn run(&mut self, run: &Run) {
        let foreign = run.language.filter(|own| *own != self.language);
        self.foreign = self.foreign.or(foreign);
        let styles = [
            (run.marked, "Marked_20_words"),
            (run.bold && !run.marked, "Strong_20_Emphasis"),
            (run.italic, "Emphasis"),
            (foreign.is_some(), foreign.map_or("", code)),
        ];
        let styles: Vec<&str> = styles.into_iter().filter(|(holds, _)| *holds).map(|(_, style)| style).collect();
        for style in &styles {
            let _ = write!(self.xml, "<text:span text:style-name=\"{style}\">");
        }
        for piece in pieces(&run.text) {
            match piece {
                Piece::Text(text) => self.text(text),
                Piece::Break => self.xml += "<text:line-break/>",
                Piece::Tab => self.xml += "<text:tab/>",
                Piece::SoftHyphen => self.xml += "\u{AD}",
                Piece::HardHyphen => self.xml += "\u{2011}",
            }
        }
        self.xml += &"</text:span>".repeat(styles.len());
    }

    /// Characters; every blank is an element of its own where readers would drop it: at the begin of a run and after another.
    fn text(&mut self, text: &str) {
        let mut rest = text;
        let mut first = true;
        while let Some(at) = if first && rest.starts_with(' ') { Some(0) } else { rest.find("  ").map(|at| at + 1) } {
            self.xml += &escaped(&rest[..at]);
            let blanks = rest[at..].len() - rest[at..].trim_start_matches(' ').len();
            let _ = write!(self.xml, "<text:s text:c=\"{blanks}\"/>");
            rest = &rest[at + blanks..];
            first = false;
        }
        self.xml += &escaped(rest);
    }

    fn caption(&mut self, style: &str, label: &str, number: usize, text: &str) {
        let _ = write!(
            self.xml,
            "<text:p text:style-name=\"{style}\">{label} <text:sequence text:ref-name=\"ref{style}{number}\" text:name=\"{style}\" \
             text:formula=\"ooow:{style}+1\" style:num-format=\"1\">{number}</text:sequence>"
        );
        self.run(&Run::plain(format!(". {text}")));
        self.xml += "</text:p>";
    }

    fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        self.tables += 1;
        let number = self.tables;
        self.caption("Table", self.language.pick("Tabel", "Table"), number as usize, &table.caption);
        let _ = write!(
            self.tabular,
            "<style:style style:name=\"Table{number}\" style:family=\"table\"><style:table-properties style:width=\"{TEXT_WIDTH}mm\" \
             table:align=\"left\" fo:margin-bottom=\"3.5mm\" table:border-model=\"collapsing\" style:may-break-between-rows=\"true\"/>\
             </style:style>"
        );
        let _ = write!(
            self.xml,
            "<table:table table:name=\"Table{number}\" table:style-name=\"Table{number}\"><table:desc>{}</table:desc>",
            escaped(&table.caption)
        );
        for (place, width) in table.widths(whole_number(TEXT_WIDTH * 100.0)).iter().enumerate() {
            let style = format!("Table{number}.{}", place + 1);
            let _ = write!(
                self.tabular,
                "<style:style style:name=\"{style}\" style:family=\"table-column\"><style:table-column-properties \
                 style:column-width=\"{}mm\"/></style:style>",
                f64::from(*width) / 100.0
            );
            let _ = write!(self.xml, "<table:table-column table:style-name=\"{style}\"/>");
        }
        self.xml += "<table:table-header-rows><table:table-row table:style-name=\"Row\">";
        for column in &table.columns {
            let style = if column.numbers { "NumberHeading" } else { "Table_20_Heading" };
            self.cell("HeadingCell", style, &[Run::plain(&*column.title)]);
        }
        self.xml += "</table:table-row></table:table-header-rows>";
        for row in &table.rows {
            self.xml += "<table:table-row table:style-name=\"Row\">";
            for (cell, column) in table.cells(row).iter().zip(&table.columns) {
                self.cell("Cell", if column.numbers { "Number" } else { "Table_20_Contents" }, cell);
            }
            self.xml += "</table:table-row>";
        }
        self.xml += "</table:table>";
    }

    fn cell(&mut self, cell: &str, paragraph: &str, runs: &[Run]) {
        let _ = write!(self.xml, "<table:table-cell table:style-name=\"{cell}\" office:value-type=\"string\">");
        self.paragraph(paragraph, runs);
        self.xml += "</table:table-cell>";
    }

    fn picture(&mut self, picture: &'d Picture) {
        let number = self.pictures.len() + 1;
        let name = format!("Pictures/picture{number}");
        let (width, height) = picture.size();
        let image = |ending: &str| {
            format!("<draw:image xlink:href=\"{name}.{ending}\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/>")
        };
        // A program shows the first that it can draw.
        let images = picture.svg.as_ref().map(|_| image("svg")).unwrap_or_default() + &image("png");
        let _ = write!(
            self.xml,
            "<text:p text:style-name=\"Lead\"><draw:frame draw:style-name=\"Picture\" draw:name=\"{} {number}\" \
             text:anchor-type=\"as-char\" svg:width=\"{width:.2}mm\" svg:height=\"{height:.2}mm\" draw:z-index=\"0\">{images}\
             <svg:title>{}</svg:title><svg:desc>{}</svg:desc></draw:frame></text:p>",
            self.language.pick("Figuur", "Figure"),
            escaped(&picture.title),
            escaped(&picture.description)
        );
        self.pictures.push((name, picture));
        self.caption("Figure", self.language.pick("Figuur", "Figure"), number, &picture.caption);
    }
}
