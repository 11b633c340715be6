//! Days, weeks and feasts.

use super::check;

#[test]
fn days() {
    check(&[
        ("-", "Op 8 april 2025 is dit besloten.", "2025-04-08"),
        ("-", "Wij schreven u op 8 apr. 2025 hierover.", "2025-04-08"),
        ("-", "De zitting van 28 sept. 2016 ging niet door.", "2016-09-28"),
        ("-", "Het besluit van 16-06-2010 geldt nog.", "2010-06-16"),
        ("-", "Peildatum 16/6/2010.", "2010-06-16"),
        ("-", "Vastgesteld op 01.02.2024 door het bestuur.", "2024-02-01"),
        ("-", "De uitdraai van 2025-04-08 ligt ter inzage.", "2025-04-08"),
        ("-", "Het verslag d.d. 8-4-25 is openbaar.", "2025-04-08"),
        ("-", "Op 8 april ’25 komt het in de raad.", "2025-04-08"),
        ("-", "Op de 1e juli 2026 gaat het in.", "2026-07-01"),
        ("-", "De brief van4 november 2024 is bekend.", "2024-11-04"),
        ("-", "Per 1 oktober 2024gebruiken zij het kader.", "2024-10-01"),
        ("2025-04-08", "U ontvangt het stuk op 2 juli.", "2025-07-02"),
        ("2025-04-08", "U ontvangt het stuk op 2 juli a.s.", "2025-07-02"),
        ("2025-04-08", "U ontvangt het stuk op 8 april.", "2025-04-08"),
        ("2025-04-08", "Op 7 april is daarover gesproken.", "2026-04-07"),
        ("2025-04-08", "Op 10 maart jl. stelde u vragen.", "2025-03-10"),
        ("2025-04-08", "Op 10 maart j.l. stelde u vragen.", "2025-03-10"),
        ("2025-04-08", "Op 10 december jongstleden is dat gemeld.", "2024-12-10"),
        ("2025-04-08", "Bij brief van 4 november 2024 jl. is dat gemeld.", "2024-11-04"),
        ("2025-04-08", "De termijn sluit op 15 november aanstaande.", "2025-11-15"),
        ("2025-04-08", "Aanstaande 15 november sluit de termijn.", "2025-11-15"),
        ("2025-04-08", "Op 1 februari a.s. begint het werk.", "2026-02-01"),
        ("2025-04-08", "Het komt op vrijdag 4 december in de commissie.", "2025-12-04"),
        ("2025-04-08", "Op 1 juli van dit jaar gaat het in.", "2025-07-01"),
        ("2025-04-08", "Op 1 februari van dit jaar ging het in.", "2025-02-01"),
        ("2025-04-08", "Op 1 maart volgend jaar loopt het af.", "2026-03-01"),
        ("2025-04-08", "Op 1 maart vorig jaar liep het af.", "2024-03-01"),
        ("2025-04-08", "Per 1 juli treedt de regeling in werking.", "2025-07-01"),
        ("2025-04-08", "De nota staat op de agenda van de raadsvergadering van 12 juni.", "2025-06-12"),
        ("2023-03-01", "Op 29 februari is er een extra dag.", "2024-02-29"),
        ("2025-04-08", "Op de derde dinsdag van september.", "2025-09-16"),
        ("2025-04-08", "De raad vergadert op de eerste donderdag van juni 2026.", "2026-06-04"),
        ("2025-04-08", "Op de laatste vrijdag van mei sluit het loket.", "2025-05-30"),
        ("2025-04-08", "Op 1 januari 2026 en 1 juli 2026 volgt een nieuw tarief.", "2026-01-01 2026-07-01"),
    ]);
}

#[test]
fn near_days_and_weekdays() {
    // 8 April 2025 is a Tuesday.
    check(&[
        ("2025-04-08", "Vandaag spreken wij de bewoners.", "2025-04-08"),
        ("2025-04-08", "Wij spreken de bewoners morgen.", "2025-04-09"),
        ("2025-04-08", "Wij spreken de bewoners overmorgen.", "2025-04-10"),
        ("2025-04-08", "Gisteren is de brief verzonden.", "2025-04-07"),
        ("2025-04-08", "Komende donderdag is de uitslag bekend.", "2025-04-10"),
        ("2025-04-08", "Aanstaande dinsdag is de uitslag bekend.", "2025-04-15"),
        ("2025-04-08", "A.s. dinsdag is de uitslag bekend.", "2025-04-15"),
        ("2025-04-08", "Donderdag a.s. is de uitslag bekend.", "2025-04-10"),
        ("2025-04-08", "Afgelopen vrijdag was de uitslag bekend.", "2025-04-04"),
        ("2025-04-08", "Maandag jl. was de uitslag bekend.", "2025-04-07"),
        ("2025-04-08", "Volgende week dinsdag is de uitslag bekend.", "2025-04-15"),
        ("2025-04-08", "Donderdag volgende week is de uitslag bekend.", "2025-04-17"),
        ("2025-04-08", "U krijgt het donderdag.", "2025-04-10"),
        ("2025-04-08", "Wij sturen u dinsdag een afschrift.", "2025-04-15"),
        ("2025-04-08", "Het overzicht volgt vrijdag.", "2025-04-11"),
        ("2025-04-08", "Uiterlijk vrijdag is het overzicht er.", "2025-04-08/2025-04-11"),
    ]);
}

#[test]
fn days_counted_from_the_day_before() {
    check(&[
        ("2025-04-08", "Het wordt op 26 november vastgesteld en daags daarna toegezonden.", "2025-11-26 2025-11-27"),
        ("2025-04-08", "Het wordt op 26 november vastgesteld en een week later toegezonden.", "2025-11-26 2025-12-03"),
        ("2025-04-08", "Het wordt op 31 mei vastgesteld en twee weken daarna toegezonden.", "2025-05-31 2025-06-14"),
        ("2025-04-08", "Het wordt op 31 mei vastgesteld en de dag daarna toegezonden.", "2025-05-31 2025-06-01"),
        ("2025-04-08", "Het wordt op 31 mei vastgesteld en de volgende dag toegezonden.", "2025-05-31 2025-06-01"),
        ("2025-04-08", "Het wordt op 31 mei vastgesteld en binnen twee weken daarna toegezonden.", "2025-05-31 2025-05-31/2025-06-14"),
        ("2025-04-08", "Het wordt in mei vastgesteld en een week later toegezonden.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "Op 3 maart kwam de klacht binnen. Een week later is gebeld.", "2026-03-03"),
    ]);
}

#[test]
fn weeks() {
    check(&[
        ("2025-04-08", "Volgende week ontvangt u het rapport.", "2025-04-14/2025-04-20"),
        ("2025-04-08", "Begin volgende week ontvangt u het rapport.", "2025-04-14/2025-04-20"),
        ("2025-04-08", "Deze week ontvangt u het rapport.", "2025-04-07/2025-04-13"),
        ("2025-04-08", "Komende week ontvangt u het rapport.", "2025-04-14/2025-04-20"),
        ("2025-04-08", "In de komende week ontvangt u het rapport.", "2025-04-08/2025-04-15"),
        ("2025-04-08", "Vorige week ontving u het rapport.", "2025-03-31/2025-04-06"),
        ("2025-04-08", "In week 24 ontvangt u het rapport.", "2025-06-09/2025-06-15"),
        ("2025-04-08", "In week 10 begint het werk.", "2026-03-02/2026-03-08"),
        ("2025-04-08", "In week 24 van 2026 ontvangt u het rapport.", "2026-06-08/2026-06-14"),
        ("-", "In week 24 2026 ontvangt u het rapport.", "2026-06-08/2026-06-14"),
        ("2025-04-08", "In week 24 en 25 is de weg dicht.", "2025-06-09/2025-06-22"),
        ("2025-04-08", "In week 24 t/m 26 is de weg dicht.", "2025-06-09/2025-06-29"),
        ("2025-04-08", "Uiterlijk week 24 is de weg open.", "2025-04-08/2025-06-15"),
        ("2025-04-08", "In de week van 12 mei komt de uitslag.", "2025-05-12/2025-05-18"),
        ("2025-04-08", "In de week van 15 mei 2026 komt de uitslag.", "2026-05-11/2026-05-17"),
        ("2018-12-28", "In week 1 komt de uitslag.", "2018-12-31/2019-01-06"),
        ("2025-04-08", "In de loop van de week komt de uitslag.", "2025-04-07/2025-04-13"),
        ("2025-04-08", "Aan het eind van de week komt de uitslag.", "2025-04-07/2025-04-13"),
        ("2025-04-08", "Voor het einde van de week komt de uitslag.", "2025-04-08/2025-04-13"),
    ]);
}

#[test]
fn feasts_and_recesses() {
    check(&[
        ("2025-04-08", "Na het zomerreces ontvangt u de nota.", "2025-09-01/2025-10-31"),
        ("2025-09-20", "Na het zomerreces ontvangt u de nota.", "2025-09-01/2025-10-31"),
        ("2025-11-20", "Na het zomerreces ontvangt u de nota.", "2026-09-01/2026-10-31"),
        ("2025-04-08", "Na het zomerreces van 2026 ontvangt u de nota.", "2026-09-01/2026-10-31"),
        ("2025-04-08", "Voor het zomerreces ontvangt u de nota.", "2025-04-08/2025-07-15"),
        ("2025-04-08", "Nog vóór het zomerreces ontvangt u de nota.", "2025-04-08/2025-07-15"),
        ("2025-04-08", "Uiterlijk voor het zomerreces ontvangt u de nota.", "2025-04-08/2025-07-15"),
        ("2025-07-18", "Voor het zomerreces ontvangt u de nota.", "2025-07-18/2026-07-15"),
        ("2025-04-08", "Voor de zomer ontvangt u de nota.", "2025-04-08/2025-07-15"),
        ("2025-04-08", "Voor de zomervakantie ontvangt u de nota.", "2025-04-08/2025-07-15"),
        ("2025-04-08", "Na de zomer ontvangt u de nota.", "2025-09-01/2025-10-31"),
        ("2025-04-08", "Vlak na de zomer van 2026 ontvangt u de nota.", "2026-09-01/2026-10-31"),
        ("2025-04-08", "De regeling loopt tot de zomer van 2026.", "2025-04-08/2026-07-15"),
        ("2025-04-08", "Voor het kerstreces ontvangt u de nota.", "2025-04-08/2025-12-24"),
        ("2025-04-08", "Voor de kerst ontvangt u de nota.", "2025-04-08/2025-12-24"),
        ("2025-04-08", "Voor Kerstmis ontvangt u de nota.", "2025-04-08/2025-12-24"),
        ("2025-04-08", "Na het kerstreces ontvangt u de nota.", "2026-01-01/2026-02-28"),
        ("2025-04-08", "Voor de jaarwisseling ontvangt u de nota.", "2025-04-08/2025-12-31"),
        ("2025-04-08", "Op Prinsjesdag is de begroting openbaar.", "2025-09-16"),
        ("2025-10-01", "Op Prinsjesdag is de begroting openbaar.", "2026-09-15"),
        ("2025-04-08", "Met Prinsjesdag 2026 is de begroting openbaar.", "2026-09-15"),
        ("2025-04-08", "Voor Prinsjesdag is de begroting openbaar.", "2025-04-08/2025-09-15"),
        ("2025-04-08", "Op Verantwoordingsdag verschijnt het jaarverslag.", "2025-05-21"),
        ("2025-04-08", "Na Pasen beginnen de werkzaamheden.", "2025-04-20/2025-04-21"),
        ("2025-04-08", "Voor Pinksteren zijn de werkzaamheden klaar.", "2025-04-08/2025-06-07"),
        ("2025-04-08", "Het plein is op Koningsdag vrij.", "2025-04-26"),
        ("2025-04-08", "Op goede vrijdag is het loket dicht.", "2025-04-18"),
        ("2025-04-08", "Vlak na Prinsjesdag verschijnt het overzicht.", "2025-09-16"),
        ("2025-04-08", "Uiterlijk op Prinsjesdag verschijnt het overzicht.", "2025-04-08/2025-09-16"),
        ("2025-04-08", "Voor Verantwoordingsdag verschijnt het overzicht.", "2025-04-08/2025-05-20"),
        ("2025-06-08", "Op Verantwoordingsdag verschijnt het overzicht.", "2026-05-20"),
        ("-", "Met Verantwoordingsdag 2024 verscheen het overzicht.", "2024-05-15"),
        ("2025-04-08", "Uiterlijk na het zomerreces ontvangt u de nota.", "2025-09-01/2025-10-31"),
        ("2025-04-08", "In het schooljaar 2025-2026 wordt geteld.", "2025-08-01/2026-07-31"),
        ("2025-04-08", "In het schooljaar 2025/’26 wordt geteld.", "2025-08-01/2026-07-31"),
        ("2025-04-08", "Dit schooljaar wordt geteld.", "2024-08-01/2025-07-31"),
        ("2025-10-08", "Dit schooljaar wordt geteld.", "2025-08-01/2026-07-31"),
        ("2025-10-08", "Komend schooljaar wordt geteld.", "2026-08-01/2027-07-31"),
        ("2025-04-08", "Begin volgend schooljaar wordt geteld.", "2025-08-01/2025-10-31"),
        ("2025-04-08", "Vóór de start van het nieuwe schooljaar wordt geteld.", "2025-04-08/2025-07-31"),
        ("2025-04-08", "Bij aanvang van het schooljaar 2025-2026 wordt geteld.", "2025-08-01/2025-10-31"),
        ("2025-04-08", "Tijdens het zomerreces wordt de zaal verbouwd.", "2025-07-16/2025-08-31"),
    ]);
}
