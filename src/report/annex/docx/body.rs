//! The text of a Word file: blocks become paragraphs, tables and pictures.

use std::fmt::Write as _;

use super::code;
use crate::report::Language;
use crate::report::annex::draft::{Block, Draft, Picture, Run, Table, whole_number};
use crate::report::annex::markup::{Piece, escaped, pieces};

/// Twentieths of a point between the margins.
const TEXT_WIDTH: u32 = 9070;

/// English Metric Units in a millimetre.
const EMU: f64 = 36_000.0;

/// Says that a picture has an SVG beside the PNG ([MS-ODRAWXML] 2.3.1).
const SVG_EXTENSION: &str = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}";

/// A file inside the document.
pub(super) struct Image<'d> {
    pub id: String,
    pub name: String,
    pub picture: &'d Picture,
    /// Its SVG, not its PNG.
    pub svg: bool,
}

/// The body of a document while it is written.
pub(super) struct Body<'d> {
    pub xml: String,
    pub images: Vec<Image<'d>>,
    language: Language,
    tables: u32,
    figures: u32,
    /// The last block was a table, which has no white of its own below it.
    below_table: bool,
}

impl<'d> Body<'d> {
    pub fn of(draft: &'d Draft) -> Self {
        let mut body = Self { xml: String::new(), images: Vec::new(), language: draft.language, tables: 0, figures: 0, below_table: false };
        body.paragraph("<w:pStyle w:val=\"Title\"/>", &[Run::plain(&*draft.title)]);
        for block in &draft.blocks {
            body.block(block);
            body.below_table = matches!(block, Block::Table(_));
        }
        body
    }

    fn block(&mut self, block: &'d Block) {
        let white = if self.below_table { "<w:spacing w:before=\"200\"/>" } else { "" };
        match block {
            Block::Heading(level, run) => {
                let style = format!("<w:pStyle w:val=\"Heading{}\"/>", level.clamp(&1, &3));
                self.paragraph(&style, std::slice::from_ref(run));
            }
            Block::Paragraph(runs) => self.paragraph(white, runs),
            Block::Quotation { lead, text } => {
                if !lead.is_empty() {
                    self.paragraph(&format!("<w:keepNext/><w:keepLines/>{white}"), lead);
                }
                self.paragraph("<w:pStyle w:val=\"Quote\"/>", text);
            }
            Block::List(points) => {
                for point in points {
                    self.paragraph("<w:pStyle w:val=\"ListBullet\"/>", point);
                }
            }
            Block::Table(table) => self.table(table),
            Block::Picture(picture) => self.picture(picture),
        }
    }

    /// A paragraph with these properties.
    fn paragraph(&mut self, properties: &str, runs: &[Run]) {
        self.xml += "<w:p>";
        if !properties.is_empty() {
            let _ = write!(self.xml, "<w:pPr>{properties}</w:pPr>");
        }
        for run in runs {
            self.run(run);
        }
        self.xml += "</w:p>";
    }

    fn run(&mut self, run: &Run) {
        self.xml += "<w:r>";
        self.xml += &properties(run, self.language);
        for piece in pieces(&run.text) {
            match piece {
                Piece::Text(text) => self.xml += &["<w:t xml:space=\"preserve\">", &*escaped(text), "</w:t>"].concat(),
                Piece::Break => self.xml += "<w:br/>",
                Piece::Tab => self.xml += "<w:tab/>",
                Piece::SoftHyphen => self.xml += "<w:softHyphen/>",
                Piece::HardHyphen => self.xml += "<w:noBreakHyphen/>",
            }
        }
        self.xml += "</w:r>";
    }

    /// A caption with a number that counts itself; one above a table stays with it.
    fn caption(&mut self, label: &str, number: u32, text: &str, above: bool) {
        let keep = if above { "<w:keepNext/>" } else { "" };
        let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:pStyle w:val=\"Caption\"/>{keep}</w:pPr><w:r><w:t xml:space=\"preserve\">{label} </w:t></w:r>{}\
             <w:r><w:instrText xml:space=\"preserve\"> SEQ {label} \\* ARABIC </w:instrText></w:r>{}<w:r><w:t>{number}</w:t></w:r>{}",
            field("begin"),
            field("separate"),
            field("end")
        );
        self.run(&Run::plain(format!(". {text}")));
        self.xml += "</w:p>";
    }

    fn table(&mut self, table: &Table) {
        if table.columns.is_empty() {
            return;
        }
        self.tables += 1;
        self.caption(self.language.pick("Tabel", "Table"), self.tables, &table.caption, true);
        let widths = table.widths(TEXT_WIDTH);
        let _ = write!(
            self.xml,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{TEXT_WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>\
             <w:tblLook w:val=\"0020\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" \
             w:noVBand=\"0\"/><w:tblDescription w:val=\"{}\"/></w:tblPr><w:tblGrid>",
            escaped(&table.caption)
        );
        for width in &widths {
            let _ = write!(self.xml, "<w:gridCol w:w=\"{width}\"/>");
        }
        self.xml += "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>";
        for (column, width) in table.columns.iter().zip(&widths) {
            self.cell(*width, "<w:keepNext/>", column.numbers, "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"E7E6E6\"/>", |body| {
                body.run(&Run::bold(&*column.title));
            });
        }
        self.xml += "</w:tr>";
        for row in &table.rows {
            self.xml += "<w:tr><w:trPr><w:cantSplit/></w:trPr>";
            for ((cell, column), width) in table.cells(row).iter().zip(&table.columns).zip(&widths) {
                self.cell(*width, "", column.numbers, "", |body| cell.iter().for_each(|run| body.run(run)));
            }
            self.xml += "</w:tr>";
        }
        self.xml += "</w:tbl>";
    }

    fn cell(&mut self, width: u32, keep: &str, numbers: bool, shade: &str, fill: impl FnOnce(&mut Self)) {
        let align = if numbers { "<w:jc w:val=\"right\"/>" } else { "" };
        let _ = write!(self.xml, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr><w:p>");
        if !keep.is_empty() || numbers {
            let _ = write!(self.xml, "<w:pPr>{keep}{align}</w:pPr>");
        }
        fill(self);
        self.xml += "</w:p></w:tc>";
    }

    fn picture(&mut self, picture: &'d Picture) {
        self.figures += 1;
        let number = self.figures;
        let id = format!("picture{number}");
        let mut extension = String::new();
        if picture.svg.is_some() {
            extension = format!(
                "<a:extLst><a:ext uri=\"{SVG_EXTENSION}\"><asvg:svgBlip \
                 xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"{id}svg\"/></a:ext></a:extLst>"
            );
            self.images.push(Image { id: format!("{id}svg"), name: format!("media/{id}.svg"), picture, svg: true });
        }
        self.images.push(Image { id: id.clone(), name: format!("media/{id}.png"), picture, svg: false });
        let (width, height) = picture.size();
        let (across, down) = (whole_number(width * EMU), whole_number(height * EMU));
        let about = format!(
            "id=\"{number}\" name=\"{} {number}\" descr=\"{}\" title=\"{}\"",
            self.language.pick("Figuur", "Figure"),
            escaped(&picture.description),
            escaped(&picture.title)
        );
        let _ = write!(
            self.xml,
            "<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">\
             <wp:extent cx=\"{across}\" cy=\"{down}\"/><wp:docPr {about}/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic><pic:nvPicPr>\
             <pic:cNvPr {about}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"{id}\">{extension}</a:blip>\
             <a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/>\
             <a:ext cx=\"{across}\" cy=\"{down}\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>\
             </a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        );
        self.caption(self.language.pick("Figuur", "Figure"), number, &picture.caption, false);
    }
}

/// How a run looks: a style where one says it, what the style lacks after it.
fn properties(run: &Run, language: Language) -> String {
    let style = match run {
        Run { marked: true, .. } => "Marked",
        Run { bold: true, .. } => "Strong",
        Run { italic: true, .. } => "Emphasis",
        _ => "",
    };
    let mut xml = String::new();
    if !style.is_empty() {
        let _ = write!(xml, "<w:rStyle w:val=\"{style}\"/>");
    }
    if run.italic && style != "Emphasis" {
        xml += "<w:i/><w:iCs/>";
    }
    if let Some(own) = run.language.filter(|own| *own != language) {
        let _ = write!(xml, "<w:lang w:val=\"{}\"/>", code(own));
    }
    if xml.is_empty() { xml } else { format!("<w:rPr>{xml}</w:rPr>") }
}
