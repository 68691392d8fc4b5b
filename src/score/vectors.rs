//! All test vectors of MA5.

use std::collections::BTreeMap;

use super::*;
use crate::base::ItemCode;
use crate::catalogue::{Catalogue, Catalogues, Instrument};
use crate::thai::FiscalYear;
use crate::yaml::Decimal;

fn catalogue(year: u16) -> std::sync::Arc<Catalogue> {
    let year = FiscalYear::new(year).unwrap();
    Catalogues::built_in(year).get(year).unwrap().clone()
}

fn points(text: &str) -> Points {
    Points::parse(text).unwrap()
}

fn numbers(texts: &[&str]) -> Vec<Decimal> {
    texts.iter().map(|text| Decimal::parse(text).unwrap()).collect()
}

/// Solutions for a published score of an indicator of the 2564 list.
fn inverted(no: u32, value: &str) -> Vec<Vec<u32>> {
    let catalogue = catalogue(2564);
    let indicator = catalogue.indicators.iter().find(|indicator| indicator.no == no).unwrap();
    let counts: Vec<u32> = asked(indicator).into_iter().map(|(_, count)| count).collect();
    let inversion = invert(&counts, points(value));
    assert!(inversion.complete);
    inversion.solutions
}

const S0: [&str; 10] = ["90.41", "85.54", "91.15", "87.30", "83.12", "86.04", "82.53", "76.34", "68.34", "18.75"];

fn scores(texts: &[&str]) -> Scores {
    (1..).zip(texts.iter().map(|text| points(text))).collect()
}

fn grades(year: u16, total: &str, instruments: &[(Instrument, &str)]) -> Vec<String> {
    let means: BTreeMap<Instrument, Exact> = instruments.iter().map(|(instrument, mean)| (*instrument, points(mean).exact())).collect();
    possible_grades(&catalogue(year), points(total), &means).iter().map(|grade| grade.name.clone()).collect()
}

#[test]
fn the_ten_scores_of_s0_make_its_instruments_its_total_and_its_grade() {
    let (catalogue, scores) = (catalogue(2564), scores(&S0));
    let mean = |instrument| instrument_mean(&catalogue, instrument, &scores).unwrap();
    assert_eq!(mean(Instrument::Iit).printed(3), "87.504");
    assert_eq!(mean(Instrument::Eit).printed(3), "81.637");
    assert_eq!(mean(Instrument::Oit).printed(3), "43.545");
    assert_eq!(total(&catalogue, &scores).unwrap().printed(4), "68.1602");
    assert_eq!(total(&catalogue, &scores).unwrap().printed(2), "68.16");
    assert_eq!(grades(2564, "68.16", &[]), ["C"]);
}

#[test]
fn published_scores_have_exactly_these_solutions() {
    assert_eq!(inverted(10, "18.75"), [[3, 0]]);
    assert_eq!(inverted(9, "68.34"), [[7, 1, 5, 4, 4], [7, 3, 5, 3, 4], [7, 5, 5, 2, 4], [7, 7, 5, 1, 4]]);
    assert_eq!(inverted(9, "28.28"), [[8, 1, 0, 0, 2]]);
    assert_eq!(inverted(9, "93.50"), [[9, 7, 7, 4, 4]]);
    assert_eq!(inverted(9, "97.78"), [[8, 8, 7, 4, 5]]);
    assert_eq!(inverted(9, "97.14"), [[9, 8, 6, 4, 5]]);
    assert_eq!(inverted(9, "94.64"), [[9, 7, 6, 4, 5]]);
    assert_eq!(inverted(9, "92.50"), [[9, 5, 7, 4, 5], [9, 7, 7, 3, 5]]);
    assert_eq!(inverted(10, "93.75"), [[7, 2]]);
    assert_eq!(inverted(10, "87.50"), [[6, 2]]);
    assert_eq!(inverted(10, "0.00"), [[0, 0]]);
    assert_eq!(inverted(10, "100"), [[8, 2]]);
    assert_eq!(inverted(10, "18.76"), Vec::<Vec<u32>>::new());
}

#[test]
fn two_indicators_make_the_weighted_part_of_the_checklist() {
    let catalogue = catalogue(2564);
    let weight = weight(&catalogue, Instrument::Oit).unwrap();
    let cases = [
        ("97.78", "93.75", "38.31"),
        ("97.14", "100", "39.43"),
        ("97.50", "87.50", "37.00"),
        ("94.64", "100", "38.93"),
        ("28.28", "0.00", "5.66"),
    ];
    for (nine, ten, part) in cases {
        let scores = Scores::from([(9, points(nine)), (10, points(ten))]);
        let mean = instrument_mean(&catalogue, Instrument::Oit, &scores).unwrap();
        assert_eq!(mean.times(&weight).printed(2), part, "{nine} {ten}");
    }
}

#[test]
fn two_missing_pages_cost_s0_ten_points_and_a_grade() {
    let catalogue = catalogue(2564);
    let worth_of = |code: &str| worth(&catalogue, &ItemCode::parse(code).unwrap()).unwrap();
    let gained = worth_of("O42").plus(&worth_of("O43"));
    assert_eq!(gained.printed(2), "10.00");
    let with_both = total(&catalogue, &scores(&S0)).unwrap().plus(&gained);
    assert_eq!(with_both.printed(2), "78.16");
    assert_eq!(grades(2564, "78.16", &[]), ["B"]);
}

#[test]
fn each_item_is_worth_what_the_model_says() {
    let catalogue = catalogue(2564);
    let cases =
        [("O1", "0.444"), ("O10", "0.500"), ("O18", "0.571"), ("O25", "1.000"), ("O29", "0.800"), ("O34", "1.250"), ("O42", "5.000")];
    for (code, expected) in cases {
        assert_eq!(worth(&catalogue, &ItemCode::parse(code).unwrap()).unwrap().printed(3), expected, "{code}");
    }
    assert_eq!(worth(&catalogue, &ItemCode::parse("O99").unwrap()), None);
}

#[test]
fn a_forecast_is_the_sum_of_what_passes_and_lists_the_most_valuable_first() {
    let catalogue = catalogue(2564);
    let all = forecast(&catalogue, |_| true);
    assert_eq!((all.oit.printed(4).as_str(), all.points.unwrap().printed(4).as_str()), ("100.0000", "40.0000"));
    let none = forecast(&catalogue, |_| false);
    assert_eq!(none.oit, Exact::zero());
    let codes: Vec<String> = none.items.iter().take(3).map(|item| item.code.to_string()).collect();
    assert_eq!(codes, ["O42", "O43", "O34"]);
    let half = forecast(&catalogue, |code| code.to_string() == "O42");
    assert_eq!((half.oit.printed(2).as_str(), half.points.unwrap().printed(2).as_str()), ("12.50", "5.00"));
}

#[test]
fn a_year_without_weights_has_a_score_of_the_checklist_only() {
    let catalogue = catalogue(2562);
    let all = forecast(&catalogue, |_| true);
    assert_eq!(all.oit.printed(2), "100.00");
    assert_eq!((all.points, &all.items[0].worth), (None, &None));
    assert_eq!(total(&catalogue, &scores(&S0)), None);
}

#[test]
fn a_letter_follows_from_the_total_and_later_grades_ask_something_of_each_instrument() {
    use Instrument::*;
    assert_eq!(grades(2563, "78.33", &[]), ["B"]);
    assert_eq!(grades(2564, "84.99", &[]), ["B"]);
    assert_eq!(grades(2564, "85", &[]), ["A"]);
    assert_eq!(grades(2564, "0", &[]), ["F"]);
    assert_eq!(grades(2566, "90", &[]), [""; 0]);
    let high = [(Iit, "96.10"), (Eit, "95.00"), (Oit, "97.20")];
    assert_eq!(grades(2568, "96.20", &high), ["ผ่านดีเยี่ยม"]);
    assert_eq!(grades(2568, "96.20", &[(Iit, "99"), (Eit, "80"), (Oit, "100")]), ["ผ่าน"]);
    assert_eq!(grades(2568, "90", &high), ["ผ่านดี"]);
    assert_eq!(grades(2568, "90", &[(Iit, "86")]), ["ผ่านดี", "ผ่าน"]);
    assert_eq!(grades(2568, "84.99", &high), ["ต้องปรับปรุง"]);
}

#[test]
fn percentages_tell_how_many_people_answered() {
    assert_eq!(smallest_sample(&numbers(&["4.26", "6.38", "2.13", "23.40", "34.04"]), 2000), Some(47));
    assert_eq!(smallest_sample(&numbers(&["6.06", "3.03"]), 2000), Some(33));
    assert_eq!(smallest_sample(&numbers(&["4.26", "0.01"]), 2000), None);
    assert_eq!(smallest_sample(&numbers(&["0", "100"]), 2000), Some(1));
    assert_eq!(smallest_sample(&numbers(&["-1"]), 2000), None);
    assert_eq!(smallest_sample(&numbers(&["4.255"]), 2000), None);
    assert_eq!(odd_one_out(&numbers(&["50", "0.01", "4.26"]), 2000), Some(1));
    assert_eq!(odd_one_out(&numbers(&["50", "4.26"]), 2000), None);
    assert!(is_share_of(numbers(&["4.3"])[0], 47) && !is_share_of(numbers(&["4.30"])[0], 47) && !is_share_of(numbers(&["4"])[0], 0));
}

#[test]
fn the_means_of_the_questions_of_s3() {
    let mean = |texts: &[&str]| Exact::mean(texts.iter().map(|text| points(text).exact())).unwrap().printed(2);
    assert_eq!(mean(&["73.91", "73.19", "78.77", "78.96", "66.00"]), "74.17");
    assert_eq!(mean(&["76.13", "77.53", "76.64", "72.55", "76.77"]), "75.92");
}

#[test]
fn hostile_counts_end_soon_and_say_that_they_are_not_done() {
    let many = invert(&[50; 12], points("50"));
    assert!(!many.complete && !many.solutions.is_empty());
    assert_eq!(many.is_attainable(), Some(true));
    let primes = [9973, 9967, 9949, 9941, 9931, 9929, 9923, 9907, 9901];
    assert_eq!(invert(&primes, points("50")).is_attainable(), None);
    assert_eq!(invert(&[2; 65], points("50")), Inversion::default());
    assert_eq!(invert(&[u32::MAX, u32::MAX - 1], points("50")).solutions.len(), 10_000);
    assert_eq!(invert(&[], points("50")).is_attainable(), Some(false));
    assert_eq!(invert(&[0, 3], points("50")).is_attainable(), Some(false));
}

#[test]
fn what_invert_finds_is_what_counting_finds() {
    let tuples = (0..=4).flat_map(|a| (0..=3).flat_map(move |b| (0..=7).map(move |c| vec![a, b, c])));
    let mut counted: BTreeMap<String, Vec<Vec<u32>>> = BTreeMap::new();
    for tuple in tuples {
        let parts = tuple.iter().zip([4, 3, 7]).map(|(passed, asked)| Exact::ratio(100 * i64::from(*passed), asked));
        counted.entry(Exact::mean(parts).unwrap().printed(2)).or_default().push(tuple);
    }
    for value in 0..=10_000 {
        let published = points(&format!("{}.{:02}", value / 100, value % 100));
        let expected = counted.get(&published.to_string()).cloned().unwrap_or_default();
        assert_eq!(invert(&[4, 3, 7], published).solutions, expected, "{published}");
    }
}
