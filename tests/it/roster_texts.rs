//! The sentences about rosters: all there, in both languages, with variables that are filled.

use std::collections::{BTreeMap, BTreeSet};

use fluent_bundle::FluentResource;
use lianluo::domain::electing_unit::ElectingUnit;
use lianluo::domain::roster::{FaultKind, NoteKind, RosterColumn};
use lianluo::domain::sheet::SheetRefusal;

#[test]
fn every_sentence_about_rosters_is_in_both_languages_with_the_same_variables() {
    let chinese = sentences(include_str!("../../locales/zh-CN/roster.ftl"));
    let english = sentences(include_str!("../../locales/en/roster.ftl"));
    assert_eq!(chinese, english);
    let unit = ElectingUnit::Changsha;
    let column = RosterColumn::Code;
    let faults = [
        FaultKind::EmptyFile,
        FaultKind::NoHeader,
        FaultKind::NobodyListed,
        FaultKind::MissingColumn(column),
        FaultKind::ColumnTwice(column),
        FaultKind::ColumnTooMany,
        FaultKind::NoCode,
        FaultKind::BadCode,
        FaultKind::CodeTwice { other_row: 2 },
        FaultKind::CodeBelongsToAnother,
        FaultKind::NoName,
        FaultKind::BadName,
        FaultKind::UnknownSex,
        FaultKind::UnknownUnit { suggestion: None },
        FaultKind::UnknownUnit {
            suggestion: Some(unit),
        },
        FaultKind::UnknownGrassroots,
        FaultKind::BadPhone,
        FaultKind::BadCardNumber,
        FaultKind::CardNumberTwice { other_row: 2 },
        FaultKind::NumberCutShort,
        FaultKind::ImpossibleDate,
        FaultKind::UnreadableDate,
        FaultKind::UnknownStatus,
        FaultKind::TextTooLong,
        FaultKind::FormulaError,
    ];
    let notes = [
        NoteKind::LineSkipped,
        NoteKind::UnknownColumn,
        NoteKind::PrefixContradictsUnit { prefix_unit: unit },
        NoteKind::NoCardNumber,
        NoteKind::PhoneTwice { other_row: 2 },
        NoteKind::MonthMayBeOctober,
        NoteKind::StatusAssumed,
        NoteKind::NoStatusColumn,
    ];
    let refusals = [
        SheetRefusal::Empty,
        SheetRefusal::TooBig { limit: 1 },
        SheetRefusal::TooManyRows { limit: 1 },
        SheetRefusal::TooManyColumns { limit: 1 },
        SheetRefusal::Encrypted,
        SheetRefusal::Broken,
        SheetRefusal::WebPage,
        SheetRefusal::NotATable,
        SheetRefusal::UnknownEncoding,
        SheetRefusal::QuoteLeftOpen { row: 1 },
    ];
    let mut said: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for fault in faults {
        let variables = said.entry(fault.locale_key()).or_default();
        variables.extend(fault.suggestion().map(|_| "suggestion"));
        variables.extend(fault.other_row().map(|_| "other"));
    }
    for note in notes {
        let variables = said.entry(note.locale_key()).or_default();
        variables.extend(note.suggestion().map(|_| "suggestion"));
        variables.extend(note.other_row().map(|_| "other"));
    }
    for refusal in refusals {
        let variables = said.entry(refusal.locale_key()).or_default();
        variables.extend(refusal.limit().map(|_| "limit"));
    }
    assert_eq!(
        said.keys().collect::<Vec<_>>(),
        chinese.keys().collect::<Vec<_>>()
    );
    for (key, variables) in &chinese {
        for variable in variables
            .iter()
            .filter(|variable| ["suggestion", "other", "limit"].contains(&variable.as_str()))
        {
            assert!(
                said[key.as_str()].contains(variable.as_str()),
                "{key} has no {variable}"
            );
        }
    }
}

/// The keys of a Fluent file, with the variables of each.
fn sentences(fluent: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = FluentResource::try_new(fluent.to_owned()).expect("faultless Fluent");
    assert!(resource.entries().count() > 0);
    let lines = fluent.lines().filter(|line| line.starts_with("roster-"));
    let sentences = lines.filter_map(|line| {
        let (key, text) = line.split_once(" = ")?;
        let variables = text.split('$').skip(1).map(|rest| {
            rest.chars()
                .take_while(char::is_ascii_alphanumeric)
                .collect::<String>()
        });
        Some((key.to_owned(), variables.collect()))
    });
    sentences.collect()
}
