"""The letters of corpus/ in parts: head, themes with questions and answers, closing.

A question or an answer is a list of paragraphs; an item of a list is `(number, text)`, any other paragraph a string.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

CORPUS = Path(__file__).resolve().parents[3] / "corpus"


@dataclass
class Exchange:
    number: str
    question: list
    answer: list
    label: str = ""  # the line above the answer
    page: str = ""  # columns of the table
    party: str = ""


@dataclass
class Theme:
    title: str
    exchanges: list = field(default_factory=list)


@dataclass
class Letter:
    head: list
    themes: list
    closing: list

    @property
    def exchanges(self):
        return [exchange for theme in self.themes for exchange in theme.exchanges]


def text(name):
    return (CORPUS / f"{name}.txt").read_text(encoding="utf-8")


def blocks(text):
    """Stretches between blank lines, as lists of lines."""
    return [block.split("\n") for block in re.split(r"\n\s*\n", text.strip())]


def paragraphs(lines):
    """A line that begins with `1.` or `a)` is an item of a list."""
    items = [re.fullmatch(r"(\d+\.|[a-z]\)) (.+)", line) for line in lines]
    return [item.groups() if item else line for item, line in zip(items, lines)]


def wielsterdam():
    letter = Letter([], [], [])
    whole = re.sub(r"\n2025-018834 pagina \d+ van 11\n", "", text("wielsterdam_wijkprogramma_2025"))
    whole = re.sub(r"^Pagina 1/11\n", "", whole, flags=re.M)
    whole = re.sub(r"^(.+)\*\*(Vraag \d+)\*\*$", r"\1\n\n\2", whole, flags=re.M)
    for block in blocks(whole):
        if found := re.fullmatch(r"Vraag (\d+)", block[0]):
            letter.themes[-1].exchanges.append(Exchange(found[1], block[1:], []))
        elif block[0].startswith("Antwoord"):
            exchange = letter.themes[-1].exchanges[-1]
            exchange.label, exchange.answer = block[0], paragraphs(block[1:])
        elif block[0].startswith("Wij vertrouwen erop") or letter.closing:
            letter.closing.append(block)
        elif letter.themes and letter.exchanges[-1].number == "16" and block[0].startswith("De komende"):
            letter.exchanges[-1].answer += block
        elif len(letter.head) == 5:
            letter.themes.append(Theme(block[0]))
        else:
            letter.head.append(block)
    assert (len(letter.themes), len(letter.exchanges)) == (12, 44)
    return letter


def drostenveen():
    letter = Letter([], [], [])
    whole = text("drostenveen_zwembad_2018").replace("\n- 2 -\n", "")
    for block in blocks(whole):
        found = re.fullmatch(r"(\d+)\. (.+)", block[0])
        if found and int(found[1]) == len(letter.exchanges) + 1:
            letter.themes[-1].exchanges.append(Exchange(found[1], [found[2]], []))
        elif letter.head and block[0].isupper():
            letter.themes.append(Theme(block[0]))
        elif block[0] == "Hoogachtend," or letter.closing:
            letter.closing.append(block)
        elif letter.themes:
            letter.exchanges[-1].answer += paragraphs(block)
        else:
            letter.head.append(block)
    assert (len(letter.themes), len(letter.exchanges)) == (4, 21)
    return letter


def waterschap():
    letter = Letter([], [], [])
    for block in blocks(text("waterschapoudevaart_begroting_2023")):
        block = [line for line in block if not line.startswith("Waterschap Oude Vaart |")]
        if block[:1] == ["Nr."] or not block:
            continue
        if block[0].isdigit():
            end = next(at for at, line in enumerate(block) if line.endswith("?")) + 1
            question, answer = " ".join(block[3:end]), " ".join(block[end:])
            letter.themes[-1].exchanges.append(Exchange(block[0], [question], [answer], "", block[1], block[2]))
        elif block[0].isupper():
            letter.themes.append(Theme(block[0]))
        else:
            letter.head.append(block)
    assert (len(letter.themes), len(letter.exchanges)) == (4, 23)
    return letter


def veerdiensten():
    """Head, then `(label of the questions, questions, label of the answer, answer)`, then the notes by number."""
    whole = text("ministerielgv_veerdiensten_2020")
    notes = dict(re.findall(r"^(\d) ((?:De Zijlbode|Kamerstuk).+)$", whole, flags=re.M))
    whole = re.sub(r"^(?:\d (?:De Zijlbode|Kamerstuk).+|.*Aanhangsel \d)\n", "", whole, flags=re.M)
    head, _, rest = whole.partition("\n\nVraag 1\n")
    parts = []
    for line in ("Vraag 1\n" + rest).split("\n"):
        if re.fullmatch(r"(Vraag|Antwoord vraag) [\d, en]+", line):
            parts.append((line, []))
        elif line:
            parts[-1][1].append(line)
    # A page ended inside two of the answers.
    parts = [(label, [" ".join(lines)]) for label, lines in parts]
    assert len(notes) == 2 and len(parts) == 16 + 15, (notes, len(parts))
    return blocks(head), parts, notes


def noted(text, notes):
    """A text without the mark of a note, a digit behind its last sign, and that."""
    return (text[:-1], text[-1]) if text[-1] in notes and text[-2] in "?." else (text, "")
