//! Times in a row.

use super::check;

#[test]
fn rows() {
    check(&[
        ("-", "In mei en juni 2025 wordt geteld.", "2025-05-01/2025-06-30"),
        ("-", "Planning: mei/juni 2025.", "2025-05-01/2025-06-30"),
        ("-", "In april, mei en juni 2025 wordt geteld.", "2025-04-01/2025-06-30"),
        ("-", "In mei en oktober 2025 wordt geteld.", "2025-05-01/2025-05-31 2025-10-01/2025-10-31"),
        ("-", "In december en januari 2026 wordt geteld.", "2025-12-01/2026-01-31"),
        ("-", "In december 2025 en januari wordt geteld.", "2025-12-01/2026-01-31"),
        ("-", "Van februari tot en met april 2024 is geteld.", "2024-02-01/2024-04-30"),
        ("2025-04-08", "In juni of juli volgt de uitslag.", "2025-06-01/2025-07-31"),
        ("2025-04-08", "In mei jl. en in oktober a.s. wordt geteld.", "2024-05-01/2024-05-31 2025-10-01/2025-10-31"),
        ("2025-04-08", "In december 2024 en maart jl. is geteld.", "2024-12-01/2024-12-31 2025-03-01/2025-03-31"),
        ("2025-04-08", "Eind mei of begin juni volgt de uitslag.", "2025-05-21/2025-06-10"),
        ("2025-04-08", "Eind mei/begin juni volgt de uitslag.", "2025-05-21/2025-06-10"),
        ("2025-04-08", "Eind 2025 of begin 2026 volgt de uitslag.", "2025-10-01/2026-03-31"),
        ("2025-04-08", "Eind dit jaar of begin volgend jaar volgt de uitslag.", "2025-10-01/2026-03-31"),
        ("2025-04-08", "In de zomer en het najaar van 2025 wordt gebouwd.", "2025-06-01/2025-11-30"),
        ("2025-04-08", "Uiterlijk mei of juni volgt de uitslag.", "2025-04-08/2025-06-30"),
        ("2025-04-08", "Tussen 1 mei en 1 juni ligt het stuk ter inzage.", "2025-05-01/2025-06-01"),
        ("2025-04-08", "Tussen mei en september wordt gebouwd.", "2025-05-01/2025-09-30"),
        ("2025-04-08", "Tussen 12 en 16 mei ligt het stuk ter inzage.", "2025-05-12/2025-05-16"),
        ("2025-04-08", "Het werk lag stil tussen september 2024 en januari 2025.", "2024-09-01/2025-01-31"),
        ("2025-04-08", "Van 1 september tot en met 12 oktober 2025 ligt het stuk ter inzage.", "2025-09-01/2025-10-12"),
        ("2025-04-08", "Van 20 december tot 5 januari is het loket dicht.", "2025-12-20/2026-01-05"),
        ("2025-04-08", "Van 1 juli t/m 30 september jl. is geteld.", "2024-07-01/2024-09-30"),
        ("2025-04-08", "Op 12 en 13 mei is het loket dicht.", "2025-05-12/2025-05-13"),
        ("2025-04-08", "Op 12 en 26 mei is het loket dicht.", "2025-05-12 2025-05-26"),
        ("2025-04-08", "Op 12, 13 en 26 mei 2026 is het loket dicht.", "2026-05-12/2026-05-13 2026-05-26"),
        ("2025-04-08", "Op dinsdag 12 en woensdag 20 mei 2026 is het loket dicht.", "2026-05-12 2026-05-20"),
        ("2025-04-08", "Van 12 tot en met 16 mei is het loket dicht.", "2025-05-12/2025-05-16"),
        ("2025-04-08", "Op 12-16 mei is het loket dicht.", "2025-05-12/2025-05-16"),
        ("2025-04-08", "In de week van 12 tot 16 mei is het loket dicht.", "2025-05-12/2025-05-16"),
        ("2025-04-08", "Op 19 februari en 7 mei 2025 is gesproken.", "2025-02-19 2025-05-07"),
        ("2025-04-08", "In 2022, 2023 en 2024 is geteld.", "2022-01-01/2024-12-31"),
        ("2025-04-08", "In de jaren 2021 tot en met 2024 is geteld.", "2021-01-01/2024-12-31"),
        ("2025-04-08", "In de periode 2021-2024 is geteld.", "2021-01-01/2024-12-31"),
        ("2025-04-08", "In de periode 2021 tot en met 2024 is geteld.", "2021-01-01/2024-12-31"),
        ("2025-04-08", "Tussen 2020 en 2024 is geteld.", "2020-01-01/2024-12-31"),
        ("2025-04-08", "In 2019 en in 2022 is geteld.", "2019-01-01/2019-12-31 2022-01-01/2022-12-31"),
        ("2025-04-08", "De evaluatie volgt in mei 2025, het besluit na het zomerreces.", "2025-05-01/2025-05-31 2025-09-01/2025-10-31"),
        ("2025-04-08", "In het tweede kwartaal van 2025 of uiterlijk 1 september.", "2025-04-01/2025-06-30 2025-04-08/2025-09-01"),
    ]);
}
