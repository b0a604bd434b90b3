//! Words of the understanding check and of the open questions.

use crate::domain::requirements::understanding::{Check, ENOUGH, NotSubmittable};
use crate::i18n::import::sheet_counts;
use crate::i18n::macros::{S, apart, texts};

apart!(UnderstandingText);

texts! {
    /// Words of the understanding check and of the open questions.
    UnderstandingText {
        empty: S = "写 3～5 个真实场景，双方各自作答，互相看不到。答案不一样，就是确认以前要谈清的事。", "Write 3 to 5 real situations and let each party answer alone. Where the answers differ, there is something to settle before signing.";
        add: S = "添加场景", "Add a scenario";
        scenarios_head: S = "场景", "Scenarios";
        fixed_note: S = "已有一方提交：场景不再改动。要改，先收回答案。", "One side has submitted: the scenarios stay as they are. Take the answers back to change them.";
        situation: S = "情形", "Situation";
        situation_missing: S = "写明发生了什么", "Say what happens";
        choices: S = "可选答案，每行一个", "Answers to choose from, one a line";
        choices_column: S = "可选答案", "Answers to choose from";
        choices_missing: S = "至少写两个可选答案", "Give at least two answers";
        default_choices: S = "在范围内\n不在范围内\n要走变更", "In scope\nOut of scope\nNeeds a change request";
        expected: S = "本意（不写进发出的文件）", "How it is meant (kept out of the file)";
        expected_said: fn(&str) -> String = |expected| format!("本意：{expected}"), |expected| format!("Meant: {expected}");
        tests: S = "检验的功能", "Feature it tests";
        finding: fn(&Check) -> Vec<String> = finding_zh, finding_en;
        enough: fn(usize) -> Option<S> = |count| (!ENOUGH.contains(&count)).then_some("3～5 个场景为宜。"), |count| (!ENOUGH.contains(&count)).then_some("Three to five scenarios are best.");
        state: fn(&Check) -> String = state_zh, state_en;
        score_rule: S = "双方都答了的场景里，答案一致的占多少。", "Of the scenarios both parties answered, the share answered alike.";
        likeness: [S; 3] = ["一致", "不同", "没有都答"], ["Alike", "Different", "Not answered by both"];
        answers_head: S = "双方作答", "The answers";
        answered: fn(usize, usize) -> String = |done, all| format!("已答 {done} / {all}"), |done, all| format!("{done} of {all} answered");
        answer_here: S = "在这里作答", "Answer here";
        hidden_note: S = "双方都提交以后，才看得到对方的答案。", "The answers of the other side show once both have submitted.";
        who: S = "作答人", "Answered by";
        reason: S = "理由", "Reason";
        submit: S = "提交答案", "Submit the answers";
        not_submittable: fn(NotSubmittable) -> S = |why| match why { NotSubmittable::NoName => "填写作答人的姓名", NotSubmittable::NoAnswers => "先选答案，空卷不能提交" },
            |why| match why { NotSubmittable::NoName => "Enter the name of who answers", NotSubmittable::NoAnswers => "Choose answers first; an empty sheet cannot be submitted" };
        sheet_lead: fn(&str) -> String = |project| format!("“{project}”项目请你作答：遇到这些情形，你方会怎么处理？答完提交，再存成文件发回去。"), |project| format!("You are asked how your side would handle these situations in {project}. Answer, submit, then save the file and send it back.");
        hand_out: S = "存成文件发出去", "Hand out as a file";
        differences_head: S = "答案不一样的地方", "Where the answers differ";
        alike: fn(&str) -> String = |clauses| format!("答案一致：{clauses}"), |clauses| format!("Answered alike: {clauses}");
        make_question: S = "列为待定问题", "Make it an open question";
        question_text: fn(&str, &str, &str) -> String = |situation, client, vendor| format!("“{situation}”：委托方答“{client}”，供应商答“{vendor}”，以哪个为准？"), |situation, client, vendor| format!("“{situation}”: the client says “{client}”, the vendor says “{vendor}”. Which holds?");
        questions_head: S = "待定问题", "Open questions";
        questions_empty: S = "还没有待定问题。", "No open question yet.";
        add_question: S = "添加问题", "Add a question";
        questions_finding: fn(usize, usize) -> String = |open, all| if open == 0 { format!("{all} 个问题都已答复。") } else { format!("{all} 个问题里有 {open} 个没答复，答复以前不能确认。") },
            |open, all| match (open, all) { (0, 1) => "The question is answered.".to_owned(), (0, all) => format!("All {all} questions are answered."), (1, 1) => "One question is open and blocks the sign-off.".to_owned(), (1, all) => format!("1 of {all} questions is open and blocks the sign-off."), (open, all) => format!("{open} of {all} questions are open and block the sign-off.") };
        open_count: fn(usize) -> String = |open| format!("{open} 个待答复"), |open| format!("{open} open");
        question: S = "问题", "Question";
        question_state: S = "状态", "State";
        is_open: fn(bool) -> S = |is_open| if is_open { "待答复" } else { "已答复" }, |is_open| if is_open { "Open" } else { "Answered" };
        raised_from: S = "来自场景", "From scenario";
        about: S = "相关功能", "Feature";
        owner: S = "负责人", "Owner";
        due: S = "期限", "Due";
        answer: S = "答复", "Answer";
        answered_on: S = "答复日期", "Answered on";
        scenario_column: S = "场景", "Scenario";
        handed_by: fn(&str, usize, usize) -> String = |who, done, all| if who.is_empty() { format!("没写作答人 · 已答 {done} / {all}") } else { format!("作答人：{who} · 已答 {done} / {all}") },
            |who, done, all| if who.is_empty() { format!("Nobody named · {done} of {all} answered") } else { format!("Answered by {who} · {done} of {all} answered") };
        sheet_here: fn(usize, usize) -> Vec<String> = |all, done| vec![format!("{all} 个场景，"), format!("已答 {done} 个。")], |all, done| vec![format!("Scenarios: {all},"), format!("answered: {done}.")];
        counts: fn([usize; 5]) -> Option<String> = |counts| sheet_counts(counts, ["# 个新增", "# 个改动", "# 个清空", "# 处理由不同", "# 个相同"], "，").map(|said| format!("答案：{said}。")),
            |counts| sheet_counts(counts, ["# new", "# changed", "# emptied", "# with another reason", "# the same"], ", ").map(|said| format!("Answers: {said}."));
        covered: S = "双方都提交以后，答案才会显示。", "The answers show once both sides have submitted.";
        reworded: fn(&str) -> String = |scenarios| format!("发出去以后改过的场景：{scenarios}。对它的回答不导入，请重新发一张表。"), |scenarios| format!("Changed since the sheet went out: {scenarios}. What the sheet answers there is not taken in; hand out a new one.");
        missing: fn(&str) -> String = |scenarios| format!("表里没有的场景：{scenarios}。请重新发一张表。"), |scenarios| format!("Not in the sheet: {scenarios}. Hand out a new one for these.");
        unknown_scenario: fn(&str) -> String = |scenario| format!("项目里没有场景 {scenario}。重新发一张表，或撤销对它的删除。"), |scenario| format!("The project has no scenario {scenario}. Hand out a new sheet, or undo its removal.");
    }
}

fn finding_zh(check: &Check) -> Vec<String> {
    let agreement = match check {
        Check::Empty => return Vec::new(),
        Check::Waiting(true, _) => return vec!["委托方已提交，等供应商作答。".to_owned()],
        Check::Waiting(_, true) => return vec!["供应商已提交，等委托方作答。".to_owned()],
        Check::Waiting(..) => return vec!["双方都还没提交答案。".to_owned()],
        Check::Compared(agreement) => agreement,
    };
    let (both, alike) = (agreement.n_both(), agreement.alike.len());
    let settled = agreement.settled.len();
    let first = match (both, both - alike - settled, settled) {
        (0, ..) => "没有双方都答了的场景，算不出一致度。".to_owned(),
        (both, 0, 0) => format!("{both} 个场景，双方答案全都一致。"),
        (both, 0, settled) => {
            let all = if settled == 1 { "" } else { "都" };
            format!("{both} 个场景里有 {alike} 个答案一致，不同的 {settled} 个{all}已谈清。")
        }
        (both, open, 0) => format!("{both} 个场景里有 {alike} 个答案一致，{open} 个要谈清。"),
        (both, open, settled) => {
            format!("{both} 个场景里有 {alike} 个答案一致，{settled} 个已谈清，还有 {open} 个要谈清。")
        }
    };
    let rest = agreement.unanswered.len();
    let rest = (0 < both && 0 < rest).then(|| format!("另有 {rest} 个没有都答。"));
    std::iter::once(first).chain(rest).collect()
}

fn finding_en(check: &Check) -> Vec<String> {
    let agreement = match check {
        Check::Empty => return Vec::new(),
        Check::Waiting(true, _) => {
            return vec!["The client has submitted; the vendor is still to answer.".to_owned()];
        }
        Check::Waiting(_, true) => {
            return vec!["The vendor has submitted; the client is still to answer.".to_owned()];
        }
        Check::Waiting(..) => return vec!["Neither side has submitted its answers yet.".to_owned()],
        Check::Compared(agreement) => agreement,
    };
    let (both, alike) = (agreement.n_both(), agreement.alike.len());
    let settled = agreement.settled.len();
    let alike = format!("{alike} of {both} scenarios are answered alike");
    let first = match (both, both - agreement.alike.len() - settled, settled) {
        (0, ..) => "No scenario was answered by both, so there is no agreement to compute.".to_owned(),
        (_, 0, 0) => format!("{alike}."),
        (_, 0, settled) => format!("{alike}; {settled} settled since."),
        (_, open, 0) => format!("{alike}; {open} to settle."),
        (_, open, settled) => format!("{alike}; {open} to settle, {settled} settled since."),
    };
    let rest = agreement.unanswered.len();
    let rest = (0 < both && 0 < rest).then(|| format!("{rest} not answered by both."));
    std::iter::once(first).chain(rest).collect()
}

fn state_zh(check: &Check) -> String {
    match check {
        Check::Empty => "还没有场景".to_owned(),
        Check::Waiting(false, false) => "双方都没提交".to_owned(),
        Check::Waiting(true, _) => "等供应商作答".to_owned(),
        Check::Waiting(..) => "等委托方作答".to_owned(),
        Check::Compared(agreement) => {
            format!("{} 个场景里 {} 个答案一致", agreement.n_both(), agreement.alike.len())
        }
    }
}

fn state_en(check: &Check) -> String {
    match check {
        Check::Empty => "no scenario yet".to_owned(),
        Check::Waiting(false, false) => "neither side has submitted".to_owned(),
        Check::Waiting(true, _) => "waiting for the vendor".to_owned(),
        Check::Waiting(..) => "waiting for the client".to_owned(),
        Check::Compared(agreement) => {
            format!("{} of {} answered alike", agreement.alike.len(), agreement.n_both())
        }
    }
}
