#!/usr/bin/env python3
"""Makes the files of tests/formats: `python3 tests/formats/sources/make.py` (python-docx, LibreOffice and Chromium needed)."""

import base64
import json
import os
import re
import subprocess
import tempfile
import zipfile
from pathlib import Path

import opendocument
import plain
import web
import word

OUT = Path(__file__).resolve().parents[1]
NAMES = {
    "wielsterdam": "wielsterdam_wijkprogramma_2025",
    "drostenveen": "drostenveen_zwembad_2018",
    "waterschap": "waterschapoudevaart_begroting_2023",
    "veerdiensten": "ministerielgv_veerdiensten_2020",
}
DATES = {"wielsterdam": "2025-04-17", "drostenveen": "2018-06-26", "waterschap": "2023-10-31", "veerdiensten": "2020-11-03"}


def office(source, ending, folder):
    """Has LibreOffice turn a file into another format, in a profile of its own."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", folder, source]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return Path(folder, Path(source).stem + "." + ending)


def packed(path, date):
    """A zip file again, without thumbnails and with one date for all its parts."""
    parts = [(about.filename, zipfile.ZipFile(path).read(about)) for about in zipfile.ZipFile(path).infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as out:
        for name, data in parts:
            if "thumbnail" in name.lower() or name.startswith("Configurations2/"):
                continue
            if name == "META-INF/manifest.xml":
                data = re.sub(rb"\s*<manifest:file-entry [^>]*(?:Thumbnails|Configurations2)[^>]*/>", b"", data)
            if name == "_rels/.rels":
                data = re.sub(rb"<Relationship [^>]*thumbnail[^>]*/>", b"", data)
            if name == "meta.xml":
                data = re.sub(rb"(<(?:dc:date|meta:creation-date|meta:print-date)>)[^<]*", rb"\g<1>" + date.encode() + b"T09:00:00", data)
                data = re.sub(rb"<meta:(generator|editing-duration|editing-cycles)>[^<]*</meta:\1>", b"", data)
            if name == "settings.xml":
                # Numbers drawn by lot for each time that a file is saved.
                data = re.sub(rb'<config:config-item config:name="Rsid[^>]*>[^<]*</config:config-item>', b"", data)
            about = zipfile.ZipInfo(name, (*map(int, date.split("-")), 9, 0, 0))
            about.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(about, data)


def dated(pdf, date):
    """A PDF with one date, written over the old one so that nothing moves."""
    day = date.replace("-", "").encode()
    data = re.sub(rb"(D:)\d{14}", rb"\g<1>" + day + b"090000", pdf)
    data = re.sub(rb"(/ID\s*\[\s*<)([0-9A-F]+)(>\s*<)([0-9A-F]+)", lambda found: found[1] + b"0" * len(found[2]) + found[3] + b"0" * len(found[4]), data)
    return re.sub(rb"(/DocChecksum\s*/)([0-9A-F]+)", lambda found: found[1] + b"0" * len(found[2]), data)


def printed(page, date, folder):
    """Has Chromium print a page, with the head and foot that browsers give by themselves."""
    source = Path(folder, "pagina.html")
    source.write_text(page, encoding="utf-8")
    to_browser, from_us = os.pipe()
    to_us, from_browser = os.pipe()

    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", f"--user-data-dir={folder}/chromium"]
    copies = [os.dup2(end, 60 + at) for at, end in enumerate([to_browser, from_browser])]
    script = 'exec 3<&60 4>&61; exec "$@"'
    browser = subprocess.Popen(["bash", "-c", script, "bash", *command], pass_fds=copies, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for end in [to_browser, from_browser, *copies]:
        os.close(end)
    reader = os.fdopen(to_us, "rb")
    number = 0
    buffer = b""

    def call(method, session=None, **parameters):
        nonlocal number, buffer
        number += 1
        message = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
        os.write(from_us, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in buffer:
                buffer += reader.read1(1 << 20)
            one, _, buffer = buffer.partition(b"\0")
            found = json.loads(one)
            if found.get("id") == number:
                assert "result" in found, found
                return found["result"]

    target = call("Target.createTarget", url=source.as_uri())["targetId"]
    session = call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    while call("Runtime.evaluate", session, expression="document.title && document.readyState")["result"]["value"] != "complete":
        pass
    year, month, day = map(int, date.split("-"))
    small = 'style="font-size:8px;width:100%;margin:0 1cm;display:flex;justify-content:space-between"'
    head = f'<div {small}><span>{day}-{month}-{year} 10:12</span><span class="title"></span><span></span></div>'
    foot = f'<div {small}><span>https://www.voorbeeld.example/vragen</span><span><span class="pageNumber"></span>/<span class="totalPages"></span></span></div>'
    pdf = call(
        "Page.printToPDF", session, displayHeaderFooter=True, headerTemplate=head, footerTemplate=foot,
        paperWidth=8.27, paperHeight=11.69, marginTop=0.8, marginBottom=0.8, generateTaggedPDF=False, preferCSSPageSize=False,
    )["data"]
    call("Browser.close")
    browser.wait()
    return base64.b64decode(pdf)


def main():
    for short, name in NAMES.items():
        date = DATES[short]
        with tempfile.TemporaryDirectory() as folder:
            flat = Path(folder, f"{name}.fodt")
            flat.write_text(getattr(opendocument, short)(), encoding="utf-8")
            odt = OUT / f"{name}.odt"
            odt.write_bytes(office(flat, "odt", folder).read_bytes())
            packed(odt, date)
            (OUT / f"{name}.pdf").write_bytes(dated(office(flat, "pdf", folder).read_bytes(), date))
            if short == "veerdiensten":
                (OUT / f"{name}.xml").write_text(plain.veerdiensten(), encoding="utf-8")
                continue
            docx = OUT / f"{name}.docx"
            getattr(word, short)().save(docx)
            packed(docx, date)
            (OUT / f"{name}.html").write_text(getattr(web, short)(), encoding="utf-8")
            opened = web.drostenveen(print_=True) if short == "drostenveen" else getattr(web, short)()
            (OUT / f"{name}.print.pdf").write_bytes(dated(printed(opened, date, folder), date))
            (OUT / f"{name}.md").write_text(getattr(plain, short)(), encoding="utf-8")
    (OUT / "scheldervliet_laadpalen_2021.eml").write_bytes(plain.laadpalen())


if __name__ == "__main__":
    main()
