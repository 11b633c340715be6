//! Months, seasons, quarters and half-years, with their parts.

use super::check;

#[test]
fn months() {
    check(&[
        ("-", "Het jaarverslag verschijnt in mei 2025.", "2025-05-01/2025-05-31"),
        ("-", "Het rapport (volgt februari 2024) is nog niet af.", "2024-02-01/2024-02-29"),
        ("-", "In mei ’25 is het gereed.", "2025-05-01/2025-05-31"),
        ("-", "Gereed: mrt 2026.", "2026-03-01/2026-03-31"),
        ("-", "Per september 2025 gaat het in.", "2025-09-01/2025-09-30"),
        ("-", "Het verslag uit mei 2019 is bekend.", "2019-05-01/2019-05-31"),
        ("-", "In de maand juni 2025 wordt geteld.", "2025-06-01/2025-06-30"),
        ("-", "In mei van het jaar 2025 wordt geteld.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "Het verschijnt in mei.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "Het verschijnt in april.", "2025-04-01/2025-04-30"),
        ("2025-04-08", "Het verschijnt in maart.", "2026-03-01/2026-03-31"),
        ("2025-05-31", "Het verschijnt in mei.", "2026-05-01/2026-05-31"),
        ("2025-04-08", "In juni.", "2025-06-01/2025-06-30"),
        ("2025-04-08", "Dat staat in de managementletter (december).", "2025-12-01/2025-12-31"),
        ("2025-04-08", "Het verschijnt komende mei.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "Het verscheen in maart jl.", "2025-03-01/2025-03-31"),
        ("2025-04-08", "Het verscheen in mei jl.", "2024-05-01/2024-05-31"),
        ("2025-04-08", "Het verscheen afgelopen december.", "2024-12-01/2024-12-31"),
        ("2025-04-08", "Het verscheen in december vorig jaar.", "2024-12-01/2024-12-31"),
        ("2025-04-08", "Het verscheen in februari van dit jaar.", "2025-02-01/2025-02-28"),
        ("2025-04-08", "Het verschijnt in februari van volgend jaar.", "2026-02-01/2026-02-28"),
        ("2025-04-08", "Het verschijnt volgend jaar mei.", "2026-05-01/2026-05-31"),
        ("2025-04-08", "Het verschijnt volgend jaar in mei.", "2026-05-01/2026-05-31"),
        ("2025-04-08", "Het verschijnt begin mei.", "2025-05-01/2025-05-10"),
        ("2025-04-08", "Het verschijnt medio mei 2026.", "2026-05-11/2026-05-20"),
        ("2025-04-08", "Het verschijnt half mei.", "2025-05-11/2025-05-20"),
        ("2025-04-08", "Het verschijnt eind mei.", "2025-05-21/2025-05-31"),
        ("2025-04-08", "Het verschijnt aan het einde van mei.", "2025-05-21/2025-05-31"),
        ("2025-04-08", "Het verschijnt begin april.", "2025-04-01/2025-04-10"),
        ("2025-04-12", "Het verschijnt begin april.", "2026-04-01/2026-04-10"),
        ("2025-04-08", "Het verschijnt eind februari 2028.", "2028-02-21/2028-02-29"),
        ("2025-04-08", "Het verschijnt in de eerste helft van mei.", "2025-05-01/2025-05-15"),
        ("2025-04-08", "Het verschijnt in de tweede helft van mei 2026.", "2026-05-16/2026-05-31"),
        ("2025-04-08", "Het verschijnt in de eerste week van juni.", "2025-06-01/2025-06-07"),
        ("2025-04-08", "Het verschijnt in de laatste week van juni.", "2025-06-24/2025-06-30"),
        ("2025-04-08", "Het saldo is per ultimo mei bekend.", "2025-05-31"),
        ("2025-04-08", "Het verschijnt in de loop van oktober.", "2025-10-01/2025-10-31"),
        ("2025-04-08", "Begin of medio juni is het gereed.", "2025-06-01/2025-06-20"),
        ("2025-04-08", "De uitgave 2027 verschijnt in mei van dat jaar.", "2027-05-01/2027-05-31"),
        (
            "2025-04-08",
            "In 2023 is besloten tot een proef, die in mei van datzelfde jaar begon.",
            "2023-01-01/2023-12-31 2023-05-01/2023-05-31",
        ),
        ("2025-04-08", "Van 2027 is een raming gemaakt, met de stand op 1 juli van dat jaar.", "2027-01-01/2027-12-31 2027-07-01"),
        ("2025-04-08", "Vanaf 3 juni ligt het ter inzage.", "2025-06-03"),
        ("2025-04-08", "Medio/eind juni is het gereed.", "2025-06-11/2025-06-30"),
    ]);
}

#[test]
fn this_and_next_month() {
    check(&[
        ("2025-04-08", "Deze maand komt de uitslag.", "2025-04-01/2025-04-30"),
        ("2025-04-08", "Nog deze maand komt de uitslag.", "2025-04-01/2025-04-30"),
        ("2025-04-08", "Volgende maand komt de uitslag.", "2025-05-01/2025-05-31"),
        ("2025-12-08", "Volgende maand komt de uitslag.", "2026-01-01/2026-01-31"),
        ("2025-04-08", "Aankomende maand komt de uitslag.", "2025-05-01/2025-05-31"),
        ("2025-04-08", "In de komende maand komt de uitslag.", "2025-04-08/2025-05-08"),
        ("2025-04-08", "Vorige maand kwam de uitslag.", "2025-03-01/2025-03-31"),
        ("2025-04-08", "Eind deze maand komt de uitslag.", "2025-04-21/2025-04-30"),
        ("2025-04-08", "Eind volgende maand komt de uitslag.", "2025-05-21/2025-05-31"),
        ("2025-04-08", "Aan het einde van de maand komt de uitslag.", "2025-04-21/2025-04-30"),
        ("2025-04-08", "Voor het einde van de maand komt de uitslag.", "2025-04-08/2025-04-30"),
        ("2025-04-08", "Uiterlijk eind volgende maand komt de uitslag.", "2025-04-08/2025-05-31"),
    ]);
}

#[test]
fn seasons() {
    check(&[
        ("-", "Het voorjaar van 2026 is het streven.", "2026-03-01/2026-05-31"),
        ("-", "Planning: voorjaar 2026.", "2026-03-01/2026-05-31"),
        ("-", "In de zomer van 2026 volgt de tweede fase.", "2026-06-01/2026-08-31"),
        ("-", "In het najaar 2026 volgt de tweede fase.", "2026-09-01/2026-11-30"),
        ("-", "In de herfst van 2026 volgt de tweede fase.", "2026-09-01/2026-11-30"),
        ("-", "In de winter van 2027 volgt de tweede fase.", "2027-12-01/2028-02-29"),
        ("-", "In de winter 2025/2026 volgt de tweede fase.", "2025-12-01/2026-02-28"),
        ("2025-04-08", "In het voorjaar volgt de tweede fase.", "2025-03-01/2025-05-31"),
        ("2025-06-08", "In het voorjaar volgt de tweede fase.", "2026-03-01/2026-05-31"),
        ("2025-04-08", "Dit voorjaar volgt de tweede fase.", "2025-03-01/2025-05-31"),
        ("2025-06-08", "Dit voorjaar is de eerste fase afgerond.", "2025-03-01/2025-05-31"),
        ("2025-04-08", "Dit najaar volgt de tweede fase.", "2025-09-01/2025-11-30"),
        ("2022-02-03", "Nog deze winter is het klaar.", "2021-12-01/2022-02-28"),
        ("2022-02-03", "In de winter is het klaar.", "2021-12-01/2022-02-28"),
        ("2025-04-08", "Komend najaar volgt de tweede fase.", "2025-09-01/2025-11-30"),
        ("2025-11-20", "Komend najaar volgt de tweede fase.", "2026-09-01/2026-11-30"),
        ("2025-04-08", "Afgelopen zomer is de eerste fase afgerond.", "2024-06-01/2024-08-31"),
        ("2025-04-08", "Afgelopen winter is de eerste fase afgerond.", "2024-12-01/2025-02-28"),
        ("2025-04-08", "In het voorjaar van volgend jaar volgt de tweede fase.", "2026-03-01/2026-05-31"),
        ("2025-04-08", "In het vroege voorjaar van 2026 volgt de tweede fase.", "2026-03-01/2026-05-31"),
        ("2025-04-08", "Aan het eind van de zomer volgt de tweede fase.", "2025-08-01/2025-08-31"),
        ("2025-04-08", "Begin najaar 2025 volgt de tweede fase.", "2025-09-01/2025-09-30"),
        ("2025-04-08", "Vóór het najaar volgt de tweede fase.", "2025-04-08/2025-08-31"),
        ("2025-04-08", "Uiterlijk dit najaar volgt de tweede fase.", "2025-04-08/2025-11-30"),
    ]);
}

#[test]
fn quarters_and_half_years() {
    check(&[
        ("-", "In Q2 2026 volgt de evaluatie.", "2026-04-01/2026-06-30"),
        ("-", "In 2026 Q2 volgt de evaluatie.", "2026-04-01/2026-06-30"),
        ("-", "In Q4-2026 volgt de evaluatie.", "2026-10-01/2026-12-31"),
        ("-", "In het tweede kwartaal van 2026 volgt de evaluatie.", "2026-04-01/2026-06-30"),
        ("-", "In het 2e kwartaal 2026 volgt de evaluatie.", "2026-04-01/2026-06-30"),
        ("-", "In kwartaal 3 van 2026 volgt de evaluatie.", "2026-07-01/2026-09-30"),
        ("-", "In het laatste kwartaal van 2026 volgt de evaluatie.", "2026-10-01/2026-12-31"),
        ("2025-04-08", "In Q3 volgt de evaluatie.", "2025-07-01/2025-09-30"),
        ("2025-04-08", "In Q1 volgt de evaluatie.", "2026-01-01/2026-03-31"),
        ("2025-04-08", "Het tweede kwartaal is daarvoor bedoeld.", "2025-04-01/2025-06-30"),
        ("2025-04-08", "In het eerste kwartaal van volgend jaar volgt de evaluatie.", "2026-01-01/2026-03-31"),
        ("2025-04-08", "In het eerste kwartaal van dit jaar is geteld.", "2025-01-01/2025-03-31"),
        ("2025-04-08", "Volgend jaar in het tweede kwartaal volgt de evaluatie.", "2026-04-01/2026-06-30"),
        ("2025-04-08", "In het derde en vierde kwartaal wordt geteld.", "2025-07-01/2025-12-31"),
        ("2025-04-08", "In het eerste of tweede kwartaal van 2026 volgt de evaluatie.", "2026-01-01/2026-06-30"),
        ("2025-04-08", "In Q3/Q4 van 2025 volgt de evaluatie.", "2025-07-01/2025-12-31"),
        ("2025-04-08", "Volgend kwartaal volgt de evaluatie.", "2025-07-01/2025-09-30"),
        ("2025-04-08", "Dit kwartaal volgt de evaluatie.", "2025-04-01/2025-06-30"),
        ("2025-04-08", "Eind Q3 volgt de evaluatie.", "2025-09-01/2025-09-30"),
        ("2025-04-08", "Begin vierde kwartaal volgt de evaluatie.", "2025-10-01/2025-10-31"),
        ("2025-04-08", "Uiterlijk in het tweede kwartaal volgt de evaluatie.", "2025-04-08/2025-06-30"),
        ("-", "In het eerste halfjaar van 2026 volgt de evaluatie.", "2026-01-01/2026-06-30"),
        ("-", "In het tweede half jaar van 2026 volgt de evaluatie.", "2026-07-01/2026-12-31"),
        ("-", "In het eerste half jaar 2026 volgt de evaluatie.", "2026-01-01/2026-06-30"),
        ("-", "In het vierde kwartaal 2025/eerste kwartaal 2026 volgt de evaluatie.", "2025-10-01/2026-03-31"),
        ("-", "In Q3-Q4 2025 volgt de evaluatie.", "2025-07-01/2025-12-31"),
        ("2025-04-08", "In het komende half jaar volgt de evaluatie.", "2025-04-08/2025-10-08"),
        ("-", "In de eerste helft van 2026 volgt de evaluatie.", "2026-01-01/2026-06-30"),
        ("2025-04-08", "In de tweede helft van dit jaar volgt de evaluatie.", "2025-07-01/2025-12-31"),
        ("2025-04-08", "In de tweede helft van het jaar volgt de evaluatie.", "2025-07-01/2025-12-31"),
        ("2025-04-08", "In de 1e helft van volgend jaar volgt de evaluatie.", "2026-01-01/2026-06-30"),
        ("2025-04-08", "In de eerste zes maanden van dit jaar is geteld.", "2025-01-01/2025-06-30"),
        ("2025-04-08", "In de laatste twee maanden van 2026 volgt de evaluatie.", "2026-11-01/2026-12-31"),
        ("2025-04-08", "In de eerste maanden van 2026 volgt de evaluatie.", "2026-01-01/2026-03-31"),
    ]);
}
