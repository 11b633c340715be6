//! Lapses of time, prepositions that move the days, and the letter's date.

use super::check;

#[test]
fn lapses() {
    check(&[
        ("2025-04-08", "Binnen zes weken ontvangt u antwoord.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Binnen 6 weken ontvangt u antwoord.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Binnen een week ontvangt u antwoord.", "2025-04-08/2025-04-15"),
        ("2025-04-08", "Binnen veertien dagen ontvangt u antwoord.", "2025-04-08/2025-04-22"),
        ("2025-04-08", "Binnen zes tot acht weken ontvangt u antwoord.", "2025-04-08/2025-06-03"),
        ("2025-04-08", "Binnen 6-8 weken ontvangt u antwoord.", "2025-04-08/2025-06-03"),
        ("2025-04-08", "Binnen een termijn van zes weken ontvangt u antwoord.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Binnen nu en drie maanden ontvangt u antwoord.", "2025-04-08/2025-07-08"),
        ("2025-04-08", "Er komt een melding, waarna de dienst binnen twee weken een plan maakt.", ""),
        ("2025-04-08", "Uiterlijk binnen twee weken ontvangt u antwoord.", "2025-04-08/2025-04-22"),
        ("2025-04-08", "Over twee maanden ontvangt u antwoord.", "2025-04-08/2025-06-08"),
        ("2025-12-31", "Over twee maanden ontvangt u antwoord.", "2025-12-31/2026-02-28"),
        ("2025-04-08", "Over een half jaar ontvangt u antwoord.", "2025-04-08/2025-10-08"),
        ("2025-04-08", "Binnen een halfjaar ontvangt u antwoord.", "2025-04-08/2025-10-08"),
        ("2025-04-08", "Binnen anderhalf jaar ontvangt u antwoord.", "2025-04-08/2026-10-08"),
        ("2025-04-08", "Binnen twee jaar is het af.", "2025-04-08/2027-04-08"),
        ("2025-04-08", "De komende twee jaar wordt gebouwd.", "2025-04-08/2027-04-08"),
        ("2025-04-08", "In de komende drie maanden wordt gebouwd.", "2025-04-08/2025-07-08"),
        ("2025-04-08", "De afgelopen vijf jaar is er gebouwd.", "2020-04-08/2025-04-08"),
        ("2025-04-08", "Over ongeveer twee maanden ontvangt u antwoord.", "2025-04-08/2025-06-08"),
        ("2025-04-08", "Over zo'n zes weken ontvangt u antwoord.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Binnen maximaal 6 weken ontvangt u antwoord.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Binnen zes weken na dagtekening kunt u bezwaar maken.", "2025-04-08/2025-05-20"),
        ("2024-02-29", "Over een jaar is het af.", "2024-02-29/2025-02-28"),
    ]);
}

#[test]
fn prepositions() {
    check(&[
        ("2025-04-08", "Voor 1 juli ontvangt u de nota.", "2025-04-08/2025-06-30"),
        ("2025-04-08", "Vóór 1 juli ontvangt u de nota.", "2025-04-08/2025-06-30"),
        ("2025-07-01", "Voor 1 juli ontvangt u de nota.", "2025-07-01/2026-06-30"),
        ("2025-04-08", "Voor 1 februari 2026 ontvangt u de nota.", "2025-04-08/2026-01-31"),
        ("-", "Voor 1 februari 2026 ontvangt u de nota.", "2026-01-31"),
        ("2025-04-08", "Voor 1 februari 2024 ontving u de nota.", "2024-01-31"),
        ("2025-04-08", "Voor juni ontvangt u de nota.", "2025-04-08/2025-05-31"),
        ("2025-04-08", "Uiterlijk 1 juli ontvangt u de nota.", "2025-04-08/2025-07-01"),
        ("2025-07-01", "Uiterlijk 1 juli ontvangt u de nota.", "2025-07-01"),
        ("2025-04-08", "Uiterlijk op 1 juli ontvangt u de nota.", "2025-04-08/2025-07-01"),
        ("2025-04-08", "Uiterlijk donderdag 1 mei ontvangt u de nota.", "2025-04-08/2025-05-01"),
        ("2025-04-08", "Uiterlijk eind maart ontvangt u de nota.", "2025-04-08/2026-03-31"),
        ("2025-04-08", "Uiterlijk medio mei ontvangt u de nota.", "2025-04-08/2025-05-20"),
        ("2025-04-08", "Uiterlijk mei 2024 zou de nota er zijn.", "2024-05-01/2024-05-31"),
        ("2025-04-08", "Niet later dan 1 juli ontvangt u de nota.", "2025-04-08/2025-07-01"),
        ("2025-04-08", "Vóór eind mei ontvangt u de nota.", "2025-04-08/2025-05-31"),
        ("2025-04-08", "Voor het einde van juni ontvangt u de nota.", "2025-04-08/2025-06-30"),
        ("2025-04-08", "Voor medio juni ontvangt u de nota.", "2025-04-08/2025-06-10"),
        ("2025-04-08", "U kunt reageren tot 1 juni.", "2025-04-08/2025-05-31"),
        ("2025-04-08", "U kunt reageren tot en met 1 juni.", "2025-04-08/2025-06-01"),
        ("2025-04-08", "U kunt reageren t/m 1 juni.", "2025-04-08/2025-06-01"),
        ("2025-04-08", "U kunt reageren tot uiterlijk 1 juni.", "2025-04-08/2025-06-01"),
        ("2025-04-08", "Na 1 juli ontvangt u de nota.", "2025-07-01"),
        ("2025-04-08", "Vanaf mei ontvangt u de nota.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "Met ingang van 1 juli geldt het tarief.", "2025-07-01"),
        ("2025-04-08", "Sinds maart geldt het tarief.", "2025-03-01/2025-03-31"),
        ("2025-04-08", "Sinds 1 september geldt het tarief.", "2024-09-01"),
        ("2025-04-08", "Niet eerder dan 1 juli ontvangt u de nota.", "2025-07-01"),
        ("2025-04-08", "De wet treedt niet vóór 2027 in werking.", "2027-01-01/2027-12-31"),
        ("2025-04-08", "Op zijn vroegst in 2027 gaat het in.", "2027-01-01/2027-12-31"),
        ("2025-04-08", "De behandeling is gepland voor 12 juni.", "2025-06-12"),
        ("2025-04-08", "Dat staat voor het najaar op de agenda.", "2025-09-01/2025-11-30"),
        ("2025-04-08", "De begroting voor 2026 is in de maak.", "2026-01-01/2026-12-31"),
        ("2025-04-08", "In de raad van 12 juni is dat aan de orde.", "2025-06-12"),
        ("2025-04-08", "U krijgt het uiterlijk met de havenbrief van dit najaar.", "2025-04-08/2025-11-30"),
        ("2025-04-08", "U krijgt het uiterlijk in de raadsvergadering van 12 juni.", "2025-04-08/2025-06-12"),
        ("2025-04-08", "U krijgt het uiterlijk bij de begroting van 2026.", "2026-01-01/2026-12-31"),
    ]);
}

#[test]
fn without_a_letters_date_only_what_names_its_year() {
    check(&[
        ("-", "In mei, dit jaar, volgende week, binnen zes weken en op 2 juli.", ""),
        ("-", "Na het zomerreces, voor de kerst en in Q2.", ""),
        ("-", "Eind dit jaar en op 10 maart jl.", ""),
        ("-", "In mei 2025 en eind 2025.", "2025-05-01/2025-05-31 2025-10-01/2025-12-31"),
        ("-", "Voor de zomer van 2026.", "2026-07-15"),
        ("-", "Op Prinsjesdag 2026.", "2026-09-15"),
    ]);
}
