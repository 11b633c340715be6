//! Small mails and what is read of them.

use std::path::Path;

use crate::source::{Limits, MarkKind, Source};

const HEAD: &str = "From: =?utf-8?q?Griffie_Duinzicht?= <griffie@duinzicht.nl>\r\nTo: a.zee@raad.nl, B <b@raad.nl>\r\nDate: Wed, 12 Mar 2031 23:30:00 +0100\r\n\
    Subject: =?utf-8?B?QW50d29vcmRlbiBjb8O2cmRpbmF0aWU=?=\r\nMIME-Version: 1.0\r\n";

const PRINTED: &str = "Van: Griffie Duinzicht <griffie@duinzicht.nl>\nVerzonden: 12 maart 2031\nAan: a.zee@raad.nl; B <b@raad.nl>\nOnderwerp: Antwoorden coördinatie\n\n";

fn read(mail: &[u8]) -> Source {
    super::mail(Path::new("brief.eml"), "brief", mail, &Limits::default())
        .unwrap_or_else(|error| Source { text: error.to_string(), ..Source::default() })
}

/// The text after the head.
fn body(rest: &[u8]) -> String {
    let text = read(&[HEAD.as_bytes(), rest].concat()).text;
    text.strip_prefix(PRINTED).map_or(text.clone(), |body| body.trim_end().to_owned())
}

#[test]
fn bodies_in_all_encodings() {
    let table: &[(&[u8], &str)] = &[
        (b"\r\nTien.\r\n\r\nElf.\r\n", "Tien.\n\nElf."),
        (b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nco=C3=B6rdi=\r\nnatie", "coördinatie"),
        (b"Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\nY2/2cmRpbmF0aWU=\r\n", "coördinatie"),
        (b"Content-Type: text/plain\r\n\r\nco\xF6rdinatie \x80 5", "coördinatie € 5"),
        (b"Content-Type: text/plain; format=flowed\r\n\r\nTien \r\nbomen.\r\nElf.", "Tien bomen.\nElf."),
        (b"Content-Type: text/html; charset=utf-8\r\n\r\n<p>Tien<br>bomen</p>", "Tien\nbomen"),
        (
            b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nTekst\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>HTML\r\n--x--\r\n",
            "Tekst",
        ),
        (
            b"Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n \r\n--x\r\nContent-Type: text/html\r\n\r\n<p>HTML\r\n--x--\r\n",
            "HTML",
        ),
    ];
    let wrong: Vec<_> = table.iter().map(|(rest, wanted)| (body(rest), wanted)).filter(|(found, wanted)| found != *wanted).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn the_mail_that_is_answered_is_marked() {
    let quoted = |rest: &str| {
        let source = read(&[HEAD, rest].concat().into_bytes());
        let spans = source.marks.iter().filter(|mark| mark.kind == MarkKind::Quoted);
        spans.map(|mark| mark.span.of(&source.text).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(quoted("\r\n> Hoeveel?\r\nTien.\r\n"), ["> Hoeveel?"]);
    let outlook = "Content-Type: text/html\r\n\r\n<p>Tien.</p><div style='border-top:solid #E1E1E1'><p><b>Van:</b> A<br><b>Verzonden:</b> 3 mei</p></div><p>Hoeveel?</p>";
    assert_eq!(quoted(outlook), ["Van: A\nVerzonden: 3 mei\n\nHoeveel?"]);
    let gmail = "Content-Type: text/html\r\n\r\n<div>Tien.</div><div class=gmail_quote>Op 3 mei schreef A:<blockquote>Hoeveel?</blockquote></div><p>Groet</p>";
    assert_eq!(quoted(gmail), ["Op 3 mei schreef A:\n\nHoeveel?"]);
}

#[test]
fn mails_that_hold_no_letter() {
    let attachment =
        "--x\r\nContent-Type: application/pdf; name=\"antwoord.pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--x--\r\n";
    let with = |text: &str| {
        format!("Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n{text}\r\n{attachment}")
    };
    let long = "Het college antwoordt als volgt op uw vragen over het duin. ".repeat(12);
    let nested =
        (0..1000).fold(String::new(), |mail, n| mail + &format!("Content-Type: multipart/digest; boundary=b{n}\r\n\r\n--b{n}\r\n"));
    let table = [
        (with("Zie bijlage.\r\n\r\n> Hoeveel?"), "attachment “antwoord.pdf”; save the attachment “antwoord.pdf” and give that file"),
        (with(&long), "Van: Griffie"),
        ("\r\n".to_owned(), "without text"),
        ("Content-Type: application/pkcs7-mime\r\n\r\nabc".to_owned(), "encrypted"),
        ("Content-Type: message/RFC822\r\n\r\n".repeat(100_000), "without text"),
        (nested + "\r\nTien.", "Tien."),
        (format!("X: {}\r\n\r\nTien.", "a,".repeat(5 << 20)), "more text or more parts"),
        ("Content-Type: text/html\r\n\r\n".to_owned() + &"<div>".repeat(100_000), "nests elements"),
    ];
    let text = |rest: &str| read(&[HEAD, rest].concat().into_bytes()).text;
    let wrong: Vec<_> =
        table.iter().map(|(rest, wanted)| (text(rest), wanted)).filter(|(found, wanted)| !found.contains(*wanted)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
