//! Years and their parts.

use super::check;

#[test]
fn years() {
    check(&[
        ("-", "In 2026 volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("-", "In de loop van 2026 volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("-", "In het jaar 2026 volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("-", "De cijfers over 2023 zijn bekend.", "2023-01-01/2023-12-31"),
        ("-", "De cijfers van 2023 zijn bekend.", "2023-01-01/2023-12-31"),
        ("-", "Sinds 2019 is dat zo.", "2019-01-01/2019-12-31"),
        ("-", "Begin 2026 volgt de evaluatie.", "2026-01-01/2026-03-31"),
        ("-", "Medio 2026 volgt de evaluatie.", "2026-05-01/2026-08-31"),
        ("-", "Medio ’26 volgt de evaluatie.", "2026-05-01/2026-08-31"),
        ("-", "Het dossier uit 2019 is gesloten.", "2019-01-01/2019-12-31"),
        ("-", "Halverwege 2026 volgt de evaluatie.", "2026-05-01/2026-08-31"),
        ("-", "Eind 2026 volgt de evaluatie.", "2026-10-01/2026-12-31"),
        ("-", "Aan het eind van 2026 volgt de evaluatie.", "2026-10-01/2026-12-31"),
        ("-", "De stand per ultimo 2024 is bekend.", "2024-12-31"),
        ("2025-04-08", "Uiterlijk 2026 volgt de evaluatie.", "2025-04-08/2026-12-31"),
        ("2025-04-08", "Uiterlijk eind 2026 volgt de evaluatie.", "2025-04-08/2026-12-31"),
        ("2025-04-08", "Voor eind 2026 volgt de evaluatie.", "2025-04-08/2026-12-31"),
        ("2025-04-08", "Voor het einde van 2026 volgt de evaluatie.", "2025-04-08/2026-12-31"),
        ("2025-04-08", "Vóór 2027 volgt de evaluatie.", "2025-04-08/2026-12-31"),
        ("2025-04-08", "Dat is gefinancierd tot eind 2025.", "2025-04-08/2025-12-31"),
        ("2025-04-08", "Dat is gefinancierd tot 2028.", "2025-04-08/2027-12-31"),
        ("2025-04-08", "Dat is gefinancierd tot en met 2028.", "2025-04-08/2028-12-31"),
        ("2025-04-08", "Dat is gefinancierd t/m 2028.", "2025-04-08/2028-12-31"),
        ("2025-04-08", "Medio/eind 2025 volgt de evaluatie.", "2025-05-01/2025-12-31"),
        ("2025-04-08", "De evaluatie is doorgeschoven naar 2026.", "2026-01-01/2026-12-31"),
    ]);
}

#[test]
fn this_and_next_year() {
    check(&[
        ("2025-04-08", "Dit jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "Nog dit jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "Later dit jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "In de loop van dit jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "In het lopende jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "Volgend jaar volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("2025-04-08", "Komend jaar volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("2025-04-08", "In het volgende jaar volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("2025-04-08", "In het nieuwe jaar volgt de evaluatie.", "2026-01-01/2026-12-31"),
        ("2025-04-08", "In het komende jaar volgt de evaluatie.", "2025-04-08/2026-04-08"),
        ("2025-04-08", "Vorig jaar is er geteld.", "2024-01-01/2024-12-31"),
        ("2025-04-08", "Afgelopen jaar is er geteld.", "2024-01-01/2024-12-31"),
        ("2025-04-08", "In het afgelopen jaar is er geteld.", "2024-04-08/2025-04-08"),
        ("2025-04-08", "Begin volgend jaar volgt de evaluatie.", "2026-01-01/2026-03-31"),
        ("2025-04-08", "Medio dit jaar volgt de evaluatie.", "2025-05-01/2025-08-31"),
        ("2025-04-08", "Eind dit jaar volgt de evaluatie.", "2025-10-01/2025-12-31"),
        ("2025-04-08", "Eind van dit jaar volgt de evaluatie.", "2025-10-01/2025-12-31"),
        ("2025-04-08", "Aan het eind van het jaar volgt de evaluatie.", "2025-10-01/2025-12-31"),
        ("2025-04-08", "Halverwege het jaar volgt de evaluatie.", "2025-05-01/2025-08-31"),
        ("2025-04-08", "Voor het einde van het jaar volgt de evaluatie.", "2025-04-08/2025-12-31"),
        ("2025-04-08", "Voor het eindvan dit jaar volgt de evaluatie.", "2025-04-08/2025-12-31"),
        ("2025-04-08", "Voor het eind van dit kalenderjaar volgt de evaluatie.", "2025-04-08/2025-12-31"),
        ("2025-04-08", "Uiterlijk begin volgend jaar volgt de evaluatie.", "2025-04-08/2026-03-31"),
        ("2025-04-08", "In de loop van het jaar volgt de evaluatie.", "2025-01-01/2025-12-31"),
        ("2025-04-08", "Het liggeld voor volgend jaar bepalen wij eind november.", "2026-01-01/2026-12-31 2025-11-21/2025-11-30"),
        ("2025-04-08", "Wij bepalen het liggeld voor volgend jaar eind november.", "2026-01-01/2026-12-31 2025-11-21/2025-11-30"),
    ]);
}
