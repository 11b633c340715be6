"""What is written without a program for documents: Markdown, XML, mail."""

import quopri
from xml.sax.saxutils import escape as e

import letters


def md(parts):
    return "\n".join(part if isinstance(part, str) else " ".join(part) for part in parts) + "\n\n"


def wielsterdam():
    """Headings for themes, labels in bold, a note."""
    letter = letters.wielsterdam()
    out = "".join(md(["  \n".join(block)]) for block in letter.head[:4])
    out += md(letter.head[4]).replace("reglement van orde", "reglement van orde[^1]", 1)
    for theme in letter.themes:
        out += f"## {theme.title}\n\n"
        for exchange in theme.exchanges:
            out += f"**Vraag {exchange.number}**\n\n*{exchange.question[0]}*\n\n**{exchange.label}**\n\n"
            out += "".join(f"{part}\n\n" if isinstance(part, str) else f"{' '.join(part)}\n" for part in exchange.answer)
            out += "" if isinstance(exchange.answer[-1], str) else "\n"
    out += "".join(md(["  \n".join(block)]) for block in letter.closing)
    return out + "[^1]: Reglement van orde voor de raad van Wielsterdam 2022.\n"


def drostenveen():
    """Questions in bold as items of a list, with their answers below them."""
    letter = letters.drostenveen()
    out = f"# {letter.head[0][0]}\n\n" + "".join(md(["  \n".join(block)]) for block in letter.head[1:])
    for theme in letter.themes:
        out += f"## {theme.title}\n\n"
        for exchange in theme.exchanges:
            out += f"{exchange.number}. **{exchange.question[0]}**\n\n"
            lines = [part if isinstance(part, str) else " ".join(part) for part in exchange.answer]
            for at, (line, part) in enumerate(zip(lines, exchange.answer)):
                follows = at + 1 < len(lines) and not isinstance(part, str) and not isinstance(exchange.answer[at + 1], str)
                out += f"    {line}\n" + ("" if follows else "\n")
    return out + "".join(md(["  \n".join(block)]) for block in letter.closing).rstrip() + "\n"


def waterschap():
    """A table with pipes; a theme is a row with its name in the first cell."""
    letter = letters.waterschap()
    out = f"# {letter.head[0][0]}\n\n## {letter.head[1][0]}\n\n" + "".join(md(["  \n".join(block)]) for block in letter.head[2:])
    out += "| Nr. | Blz. | Fractie | Vraag | Antwoord |\n|---:|---:|---|---|---|\n"
    for theme in letter.themes:
        out += f"| **{theme.title}** | | | | |\n"
        for exchange in theme.exchanges:
            out += f"| {exchange.number} | {exchange.page} | {exchange.party} | {exchange.question[0]} | {exchange.answer[0]} |\n"
    return out


def veerdiensten():
    """As officielebekendmakingen.nl publishes questions of parliament."""
    head, parts, notes = letters.veerdiensten()
    note = lambda number: f'<noot id="ID-{number}" type="voet"><noot.nr>{number}</noot.nr><noot.al>{e(notes[number])}</noot.al></noot>'
    out = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://technische-documentatie.oep.overheid.nl/schema/op-xsd-2012-2">
  <metadata>
    <meta name="OVERHEIDop.aanhangselNummer" scheme="" content="611" />
    <meta name="DC.creator" scheme="" content="antwoordmeter" />
  </metadata>
  <kamervragen>
    <kamervraagkop>
"""
    out += "".join(f"      <tekstregel>{e(line)}</tekstregel>\n" for line in head[0]) + "    </kamervraagkop>\n"
    out += f"    <kamervraagnummer>{e(head[1][0])}</kamervraagnummer>\n    <kamervraagomschrijving type='vraag'>{e(head[1][1])}</kamervraagomschrijving>\n"
    out += f"    <kamervraagomschrijving type='vraag'>{e(head[2][0])}</kamervraagomschrijving>\n"
    out += f"    <kamervraagomschrijving type='antwoord'>{e(head[3][0])}</kamervraagomschrijving>\n"
    for label, (text,) in parts:
        name = "vraag" if label.startswith("Vraag") else "antwoord"
        text, number = letters.noted(text, notes)
        number = note(number) if number else ""
        out += f"    <{name}>\n      <nr status='officieel'>{label}</nr>\n      <al>{e(text)}{number}</al>\n    </{name}>\n"
    return out + "  </kamervragen>\n</officiele-publicatie>\n"


def laadpalen():
    """A mail as it is sent: quoted-printable, the answers above, the mail with the questions quoted below."""
    head, _, body = letters.text("scheldervliet_laadpalen_2021").partition("\n\n")
    subject = next(line.removeprefix("Onderwerp: ") for line in head.split("\n") if line.startswith("Onderwerp: "))
    lines = [
        "From: Team Mobiliteit <mobiliteit@scheldervliet.example>",
        "To: P. de Wachter (raadslid GroenLokaal) <p.dewachter@raad.scheldervliet.example>",
        "Cc: Griffie <griffie@scheldervliet.example>",
        "Date: Thu, 18 Feb 2021 16:42:00 +0100",
        f"Subject: {subject}",
        "Message-ID: <antwoordmeter-1@scheldervliet.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ]
    coded = quopri.encodestring(body.encode()).replace(b"\n", b"\r\n")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + coded
