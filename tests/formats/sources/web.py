"""Web pages of authorities, with all that stands around a letter there."""

from html import escape as e

import letters

STYLE = """
body { font: 11pt "Liberation Sans", sans-serif; margin: 0 } main, footer, .kruimelpad, form { margin: 1em 3em }
nav.menu ul { display: flex; list-style: none; gap: 2em } .vraag { font-weight: bold } .antwoordkop { text-decoration: underline }
table { border-collapse: collapse } td, th { border: 1px solid #000; padding: 4px; vertical-align: top; text-align: left } th.thema { background: #d0e4ee }
summary { font-style: italic } @media print { .menu, .cookies, .kruimelpad, form, .skip { display: none } }
"""


def page(body, title, authority, contents=""):
    """The page of an authority around a letter."""
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>{e(title)} | {e(authority)}</title>
<meta name="author" content="antwoordmeter">
<style>{STYLE}</style>
<script>window.antwoordmeter = {{ "vraag": "Vraag 1: is dit tekst?" }};</script>
</head>
<body>
<a class="skip" href="#inhoud">Direct naar de inhoud</a>
<div class="cookies" id="cookie-melding" role="dialog" aria-label="Cookies">
<p>Deze website gebruikt cookies. Vindt u dat goed?</p>
<button type="button">Ja, accepteren</button> <button type="button">Nee, weigeren</button>
</div>
<header>
<p class="logo">{e(authority)}</p>
<nav class="menu" aria-label="Hoofdmenu"><ul><li><a href="/">Home</a></li><li><a href="/bestuur">Bestuur en organisatie</a></li><li><a href="/vragen">Schriftelijke vragen</a></li><li><a href="/contact">Contact</a></li></ul></nav>
</header>
<div class="kruimelpad"><a href="/">Home</a> &gt; <a href="/bestuur">Bestuur</a> &gt; {e(title)}</div>
<main id="inhoud">
<h1>{e(title)}</h1>
{contents}{body}</main>
<form class="feedback" action="/feedback" method="post">
<h2>Heeft u gevonden wat u zocht?</h2>
<label><input type="radio" name="a" value="ja"> Ja</label> <label><input type="radio" name="a" value="nee"> Nee</label>
<label>Wat kan er beter? <textarea name="b"></textarea></label>
<button type="submit">Versturen</button>
</form>
<footer>
<h2>Contact</h2>
<p>Bel 14 0999, op werkdagen van 9.00 tot 17.00 uur.</p>
<ul><li><a href="/privacy">Privacyverklaring</a></li><li><a href="/toegankelijkheid">Toegankelijkheid</a></li></ul>
</footer>
</body>
</html>
"""


def p(lines, kind=""):
    kind = f' class="{kind}"' if kind else ""
    return f"<p{kind}>" + "<br>\n".join(e(line) for line in lines) + "</p>\n"


def answer(parts):
    out, at = "", 0
    while at < len(parts):
        if isinstance(parts[at], str):
            out += p([parts[at]])
            at += 1
            continue
        kind = ' type="a"' if parts[at][0].endswith(")") else ""
        if kind:
            # Browsers write `a.`; the letter has `a)`, so these are typed.
            out += "<p>" + "<br>\n".join(e(" ".join(part)) for part in parts[at:] if not isinstance(part, str)) + "</p>\n"
            at = next((after for after in range(at, len(parts)) if isinstance(parts[after], str)), len(parts))
            continue
        out += "<ol>\n"
        while at < len(parts) and not isinstance(parts[at], str):
            out += f"<li>{e(parts[at][1])}</li>\n"
            at += 1
        out += "</ol>\n"
    return out


def wielsterdam():
    """Headings for themes and questions, a contents list with all themes above them, a note."""
    letter = letters.wielsterdam()
    contents = '<nav class="inhoudsopgave" aria-label="Op deze pagina">\n<h2>Op deze pagina</h2>\n<ul>\n'
    contents += "".join(f'<li><a href="#t{at}">{e(theme.title)}</a></li>\n' for at, theme in enumerate(letter.themes)) + "</ul>\n</nav>\n"
    body = "".join(p(block) for block in letter.head[:4])
    body += p(letter.head[4]).replace("reglement van orde", 'reglement van orde<sup><a href="#noot1" id="bij1">1</a></sup>', 1)
    for at, theme in enumerate(letter.themes):
        body += f'<h2 id="t{at}">{e(theme.title)}</h2>\n'
        for exchange in theme.exchanges:
            body += f"<h3>Vraag {exchange.number}</h3>\n" + p(exchange.question, "vraag") + p([exchange.label], "antwoordkop") + answer(exchange.answer)
    body += "".join(p(block) for block in letter.closing[:3])
    body += "<p>" + "<br>\n".join(e(line).replace("  ", "&nbsp; ") for line in letter.closing[3]) + "</p>\n"
    body += '<p id="noot1"><a href="#bij1">1</a> Reglement van orde voor de raad van Wielsterdam 2022.</p>\n'
    return page(body, "Beantwoording vragen Sterke Oevers", "Gemeente Wielsterdam", contents)


def drostenveen(print_=False):
    """Accordions: each question the summary of one, in italics; for print all are opened."""
    letter = letters.drostenveen()
    body = "".join(p(block) for block in letter.head)
    for theme in letter.themes:
        body += f"<h2>{e(theme.title)}</h2>\n"
        for exchange in theme.exchanges:
            body += f"<details{' open' if print_ else ''}>\n<summary>{exchange.number}. {e(exchange.question[0])}</summary>\n{answer(exchange.answer)}</details>\n"
    body += "".join(p(block) for block in letter.closing)
    return page(body, "Schriftelijke vragen zwembad De Waterspin", "Gemeente Drostenveen")


def waterschap():
    """A table with a head, and a row for each theme over all columns."""
    letter = letters.waterschap()
    body = "".join(p(block) for block in letter.head)
    body += "<table>\n<caption>Vragen en antwoorden</caption>\n<thead><tr>" + "".join(f'<th scope="col">{name}</th>' for name in ["Nr.", "Blz.", "Fractie", "Vraag", "Antwoord"])
    body += "</tr></thead>\n<tbody>\n"
    for theme in letter.themes:
        body += f'<tr><th class="thema" colspan="5">{e(theme.title)}</th></tr>\n'
        for exchange in theme.exchanges:
            cells = [exchange.number, exchange.page, exchange.party, exchange.question[0], exchange.answer[0]]
            body += "<tr>" + "".join(f"<td>{e(cell)}</td>" for cell in cells) + "</tr>\n"
    body += "</tbody>\n</table>\n"
    return page(body, "Technische vragen ontwerpbegroting 2024", "Waterschap Oude Vaart")
