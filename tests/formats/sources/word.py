"""Word files, by python-docx and what that does not know by hand."""

from copy import deepcopy
from datetime import datetime

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.shared import Cm, Pt
from xml.sax.saxutils import escape as e

import letters

W = nsdecls("w")
FIRST_LIST = 90


def begin(title, date, header):
    document = docx.Document()
    about = document.core_properties
    about.author = about.last_modified_by = "antwoordmeter"
    about.title, about.comments, about.language, about.revision = title, "", "nl-NL", 1
    about.created = about.modified = datetime.fromisoformat(date)
    document.styles["Normal"].font.name = "Liberation Sans"
    document.styles["Normal"].font.size = Pt(10)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.header.paragraphs[0].text = header
    footer = section.footer.paragraphs[0]
    footer.add_run("pagina ")
    field(footer, "PAGE", "1")
    footer.add_run(" van ")
    field(footer, "NUMPAGES", "2")
    return document


def field(paragraph, code, shown):
    paragraph._p.append(parse_xml(f'<w:fldSimple {W} w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'))


def number_style(document, abstract, form, text, suffix="tab"):
    """An automatic list; its first numbering has the same id."""
    part = document.part.numbering_part.element
    level = f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="{suffix}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    fresh = parse_xml(f'<w:abstractNum {W} w:abstractNumId="{abstract}"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>')
    part.insert(0, fresh)
    part.append(parse_xml(f'<w:num {W} w:numId="{abstract}"><w:abstractNumId w:val="{abstract}"/></w:num>'))
    return abstract


def restarted(document, abstract):
    """A numbering of an automatic list that begins at 1 again."""
    part = document.part.numbering_part.element
    fresh = max(int(num.get(qn("w:numId"))) for num in part.findall(qn("w:num"))) + 1
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    part.append(parse_xml(f'<w:num {W} w:numId="{fresh}"><w:abstractNumId w:val="{abstract}"/>{again}</w:num>'))
    return fresh


def numbered(paragraph, number):
    paragraph._p.get_or_add_pPr().append(parse_xml(f'<w:numPr {W}><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'))
    return paragraph


def answer(document, parts, digits, small):
    for at, part in enumerate(parts):
        if isinstance(part, str):
            document.add_paragraph(part)
            continue
        kind = small if part[0].endswith(")") else digits
        if at == 0 or isinstance(parts[at - 1], str):
            current = restarted(document, kind)
        numbered(document.add_paragraph(part[1]), current)


def block(document, lines):
    paragraph = document.add_paragraph()
    for at, line in enumerate(lines):
        run = paragraph.add_run(line)
        if at + 1 < len(lines):
            run.add_break()
    return paragraph


def text_box(document, lines):
    """A letterhead in a text box, as Word writes it: once for itself and once for older programs."""
    inside = "".join(f"<w:p><w:r><w:t>{e(line)}</w:t></w:r></w:p>" for line in lines)
    paragraph = document.add_paragraph()
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
            'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
            '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>3200000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            '<wp:extent cx="2500000" cy="900000"/><wp:wrapTopAndBottom/><wp:docPr id="1" name="Briefhoofd"/>'
            '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2500000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></wps:spPr>'
            f"<wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
            f'<mc:Fallback><w:pict><v:shape style="width:200pt;height:70pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>'
        )
    )


def footnote(document, paragraph, after, text):
    """Puts the mark of a note behind the words `after` of a paragraph of one run."""
    notes = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}>'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        f'<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> {e(text)}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    run = paragraph.runs[0]
    before, behind = run.text.split(after, 1)
    rest = deepcopy(run._r)
    run.text = before + after
    run._r.addnext(parse_xml(f'<w:r {W}><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'))
    run._r.getnext().addnext(rest)
    paragraph.runs[-1].text = behind


def changed(document, paragraph, inserted, deleted):
    """Marks `inserted` as put in by a tracked change, in the place of `deleted`."""
    about = 'w:author="antwoordmeter" w:date="2018-06-20T09:00:00Z"'
    run = next(run for run in paragraph.runs if inserted in run.text)
    before, behind = run.text.split(inserted, 1)
    rest, fresh = deepcopy(run._r), deepcopy(run._r)
    run.text = before
    for element, text in [(fresh, inserted), (rest, behind)]:
        element.find(qn("w:t")).text = text
        element.find(qn("w:t")).set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    gone = parse_xml(f'<w:del {W} w:id="901" {about}><w:r><w:delText xml:space="preserve">{e(deleted)}</w:delText></w:r></w:del>')
    new = parse_xml(f'<w:ins {W} w:id="902" {about}/>')
    new.append(fresh)
    run._r.addnext(gone)
    gone.addnext(new)
    new.addnext(rest)


def wielsterdam():
    """Themes as Heading 2, `Vraag n` an automatic number before the question in bold, the letterhead in a text box, particulars in a table without lines."""
    letter = letters.wielsterdam()
    document = begin("Beantwoording vragen Sterke Oevers", "2025-04-17", "2025-018834")
    asked = number_style(document, FIRST_LIST, "decimal", "Vraag %1", "space")
    digits = number_style(document, FIRST_LIST + 1, "decimal", "%1.")
    text_box(document, letter.head[0])
    block(document, letter.head[1])
    table = document.add_table(rows=0, cols=2)
    for line in letter.head[2]:
        term = next(term for term in ["Datum", "Onderwerp", "Ons briefnummer", "Uw kenmerk", "Bijlagen"] if line.startswith(term))
        for cell, text in zip(table.add_row().cells, [term, line.removeprefix(term).strip()]):
            cell.text = text
    document.add_paragraph()
    block(document, letter.head[3])
    footnote(document, block(document, letter.head[4]), "reglement van orde", "Reglement van orde voor de raad van Wielsterdam 2022.")
    for theme in letter.themes:
        document.add_heading(theme.title, 2)
        for exchange in theme.exchanges:
            paragraph = numbered(document.add_paragraph(), asked)
            run = paragraph.add_run()
            run.bold = True
            run.add_break()
            run.add_text(exchange.question[0])
            document.add_paragraph().add_run(exchange.label).underline = True
            answer(document, exchange.answer, digits, None)
    for lines in letter.closing[:3]:
        block(document, lines)
    for line in letter.closing[3]:
        left, right = line.split("  ", 1)
        document.add_paragraph(f"{left}\t\t{right.strip()}")
    return document


def drostenveen():
    """Questions in bold with automatic numbers that run on below headings in capitals; answers in plain type, lists of their own in them; tracked changes."""
    letter = letters.drostenveen()
    document = begin("Schriftelijke vragen zwembad De Waterspin", "2018-06-26", "2018-03377")
    asked = number_style(document, FIRST_LIST, "decimal", "%1.")
    digits = number_style(document, FIRST_LIST + 1, "decimal", "%1.")
    small = number_style(document, FIRST_LIST + 2, "lowerLetter", "%1)")
    for lines in letter.head:
        block(document, lines)
    for theme in letter.themes:
        document.add_paragraph().add_run(theme.title).bold = True
        for exchange in theme.exchanges:
            numbered(document.add_paragraph(), asked).add_run(exchange.question[0]).bold = True
            answer(document, exchange.answer, digits, small)
    for lines in letter.closing:
        block(document, lines)
    find = lambda words: next(paragraph for paragraph in document.paragraphs if words in paragraph.text)
    changed(document, find("Het draaihek"), "141.207", "139.000")
    changed(document, find("Een prognose voor het hele jaar"), "gaat mee in de najaarsnota", "staat in de jaarrekening")
    gone = find("Nee. Wie compenseert")
    gone._p.addnext(
        parse_xml(
            f'<w:p {W}><w:pPr><w:rPr><w:del w:id="903" w:author="antwoordmeter" w:date="2018-06-20T09:00:00Z"/></w:rPr></w:pPr>'
            '<w:del w:id="904" w:author="antwoordmeter" w:date="2018-06-20T09:00:00Z"><w:r><w:delText>Wij komen hier in het najaar op terug.</w:delText></w:r></w:del></w:p>'
        )
    )
    return document


def waterschap():
    """A table with a header row that is repeated, and a merged row for each theme."""
    letter = letters.waterschap()
    document = begin("Technische vragen ontwerpbegroting 2024", "2023-10-31", "Waterschap Oude Vaart | technische vragen begroting 2024")
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    document.add_heading(letter.head[0][0], 1)
    document.add_heading(letter.head[1][0], 2)
    for lines in letter.head[2:]:
        block(document, lines)
    table = document.add_table(rows=0, cols=5, style="Table Grid")

    def row(cells):
        fresh = table.add_row()
        for cell, text in zip(fresh.cells, cells):
            cell.text = text
        return fresh

    head = row(["Nr.", "Blz.", "Fractie", "Vraag", "Antwoord"])
    head._tr.get_or_add_trPr().append(parse_xml(f'<w:tblHeader {W}/>'))
    for theme in letter.themes:
        cells = row([]).cells
        cells[0].merge(cells[4]).paragraphs[0].add_run(theme.title).bold = True
        for exchange in theme.exchanges:
            row([exchange.number, exchange.page, exchange.party, exchange.question[0], exchange.answer[0]])
    for column, width in enumerate([1.3, 1.3, 3, 8, 10]):
        for cell in table.columns[column].cells:
            cell.width = Cm(width)
    document.add_paragraph()
    return document
