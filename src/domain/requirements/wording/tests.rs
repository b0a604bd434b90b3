use std::fs;

use proptest::prelude::*;

use super::criteria::{SCAFFOLDS, criteria, is_checkable, is_unwritten, uncheckable};
use super::doubts::{Part, Worded};
use super::*;
use crate::domain::requirements::{Feature, SlaLine};

/// Phrases with the words expected to be marked, one a line, in the order they stand.
fn phrases(language: &str) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(format!("tests/data/wording/{language}.tsv")).unwrap();
    let phrase = |line: &str| {
        let (phrase, marks) = line.split_once('\t').unwrap();
        let marks = marks.split('|').filter(|mark| !mark.is_empty()).map(str::to_owned).collect();
        (phrase.to_owned(), marks)
    };
    text.lines().map(phrase).collect()
}

#[test]
fn a_figure_settles_its_own_clause_and_the_one_before_it() {
    let marked = |text: &str| {
        let words = vague(text).into_iter().map(|word| text.get(word.span).unwrap_or_default().to_owned());
        words.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(marked("15 分钟内首次响应 ≥90%，及时处理，尽快回复"), "及时 尽快");
    assert_eq!(marked("及时处理，最迟 24 小时"), "");
    assert_eq!(marked("2 users, as soon as possible"), "as soon as possible");
    assert_eq!(marked("as soon as possible, within 1,000 seconds"), "");
}

#[test]
fn vague_words_are_marked_and_settled_ones_are_not() {
    for language in ["zh", "en"] {
        let phrases = phrases(language);
        let (bad, good): (Vec<_>, Vec<_>) = phrases.into_iter().partition(|(_, marks)| !marks.is_empty());
        assert!(60 <= bad.len() && 60 <= good.len(), "{language}");
        let marked = |phrase: &str| -> Vec<String> {
            vague(phrase).into_iter().map(|mark| phrase[mark.span].to_owned()).collect()
        };
        let all = bad.into_iter().chain(good);
        let wrong: Vec<_> = all.filter(|(phrase, marks)| marked(phrase) != *marks).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}

#[test]
fn a_criterion_needs_a_figure_a_list_a_decider_or_a_case() {
    for checkable in [
        "95 % 一次解决",
        "由客户签字",
        "15 minutes",
        "approved by the owner",
        "Given an order, when paid, then shipped",
        "验收时能做到：\n- 能导出\n- 能打印",
        "当订单付款时，系统发货",
        "假如订单已发货\n当客户要退款\n那么转人工",
        "Equal for two month ends",
        "报告：日报、周报",
        "两天内完成",
    ] {
        assert!(is_checkable(checkable), "{checkable}");
    }
    for open in [
        "客户满意",
        "works well",
        "按 F-03 处理",
        "响应及时",
        "1. 界面友好",
        "日报、周报等",
        "such as: phone, mail",
        "当天按规则处理",
        "(1) friendly",
        "（2）界面友好",
        "Authenticates whenever asked",
        "Given \nWhen paid\nThen ",
        "At least:\n- export\n- print\n- and so on",
    ] {
        assert!(!is_checkable(open), "{open}");
    }
}

#[test]
fn each_line_is_a_criterion_but_a_case_is_one_and_so_is_a_list_with_its_colon() {
    let check = |text: &str, expected: &[&str]| assert_eq!(criteria(text), expected, "{text}");
    check("", &[]);
    check("≥95 %\n\n  works well \nsigned by the client", &["≥95 %", "works well", "signed by the client"]);
    check("- export\n- print", &["- export", "- print"]);
    check("It can:\n- export\n- print\nlooks nice", &["It can:\n- export\n- print", "looks nice"]);
    check("能做到：\n1. 导出\n2. 打印", &["能做到：\n1. 导出\n2. 打印"]);
    let cases = "Given an order\nWhen paid\nAnd confirmed\nThen shipped\nGiven none\nThen nothing";
    check(cases, &["Given an order\nWhen paid\nAnd confirmed\nThen shipped", "Given none\nThen nothing"]);
    check(
        "When paid\nThen shipped\nAnd told\nWhen refused\nThen kept\nAnd now",
        &["When paid\nThen shipped\nAnd told", "When refused\nThen kept\nAnd now"],
    );
    check("假如已付款\n那么发货\n当天回访", &["假如已付款\n那么发货", "当天回访"]);
}

#[test]
fn one_figure_does_not_settle_the_other_lines() {
    assert_eq!(uncheckable("95 % 一次解决\n客户满意\n界面友好"), ["客户满意", "界面友好"]);
    assert_eq!(uncheckable("1. works well\n2. within 2 h\n3. nice"), ["1. works well", "3. nice"]);
    assert!(uncheckable("假如订单已发货\n当客户要退款\n那么转人工\n由主管签字").is_empty());
    assert!(uncheckable("").is_empty() && SCAFFOLDS.iter().all(|form| uncheckable(form).is_empty()));
}

#[test]
fn a_feature_and_a_service_level_are_read_alike() {
    let told = |of: &dyn Worded| {
        let word = |quote: &str, word: Option<Vague>| word.map(|word| quote[word.span].to_owned());
        let doubts = of.doubts().into_iter();
        doubts.map(|one| (one.part, one.quote.clone(), word(&one.quote, one.word))).collect::<Vec<_>>()
    };
    let feature = Feature {
        includes: "Calls\nmails etc".to_owned(),
        acceptance: "95 % solved\nanswered promptly".to_owned(),
        ..Feature::default()
    };
    let word = |part, quote: &str, word: &str| (part, quote.to_owned(), Some(word.to_owned()));
    assert_eq!(
        told(&feature),
        [
            word(Part::Includes, "mails etc", "etc"),
            word(Part::Acceptance, "answered promptly", "promptly"),
            (Part::Acceptance, "answered promptly".to_owned(), None),
        ]
    );
    let line = SlaLine {
        measure: "及时响应率".to_owned(),
        definition: "15 分钟内 ÷ 全部".to_owned(),
        penalty: "酌情扣款".to_owned(),
        ..SlaLine::default()
    };
    assert_eq!(
        told(&line),
        [word(Part::Measure, "及时响应率", "及时"), word(Part::Penalty, "酌情扣款", "酌情")]
    );
}

#[test]
fn a_form_to_fill_in_is_not_written_yet() {
    assert!(SCAFFOLDS.iter().all(|form| is_unwritten(form) && is_unwritten(form.trim_end())));
    assert!(is_unwritten(" ") && !is_unwritten("假如 已登录\n当 \n那么 ") && !is_unwritten("≥95 %"));
}

proptest! {
    #[test]
    fn any_text_is_read_without_harm(text in "[\\PC及时等 a-z0-9。.:：、\n]{0,60}") {
        let marks = vague(&text);
        for pair in marks.windows(2) {
            prop_assert!(pair[0].span.end <= pair[1].span.start);
        }
        prop_assert!(marks.iter().all(|mark| text.get(mark.span.clone()).is_some()));
        let whole: String = criteria(&text).concat();
        let squeezed = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
        prop_assert_eq!(squeezed(&whole), squeezed(&text), "every word is part of a criterion");
        let _ = uncheckable(&text);
    }
}
