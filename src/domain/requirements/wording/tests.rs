use std::fs;

use proptest::prelude::*;

use super::*;

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
        "",
        "95 % 一次解决",
        "由客户签字",
        "15 minutes",
        "approved by the owner",
        "Given an order, when paid, then shipped",
        "- 能导出\n- 能打印",
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
    ] {
        assert!(!is_checkable(open), "{open}");
    }
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
        let _ = is_checkable(&text);
    }
}
