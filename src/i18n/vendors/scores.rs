//! Words of the scores: criteria, sheets, consensus and cases.

use crate::domain::selection::consensus::NotLockable;
use crate::i18n::macros::{S, apart, texts};

apart!(ScoresText);
texts! {
    /// Words of the scores: criteria, sheets, consensus and cases.
    ScoresText {
        column_scores: S = "评分", "Scores";
        level_label: S = "互相比较哪些", "Which are weighed";
        top_level: S = "最上一级", "The top level";
        sheet_empty: S = "先给出评分，空表不能提交。", "Enter scores first; an empty sheet cannot be submitted.";
        add_criterion: S = "添加准则", "Add a criterion";
        looks_at: S = "看什么", "What is looked at";
        under: S = "归入", "Stands under";
        group_note: S = "它下面有别的准则，所以自己不打分。权重只在它旁边的准则之间算。", "Others stand under it, so it is not scored itself. Its weight counts among those beside it.";
        share_note: fn(&str) -> String = |share| format!("占总权重的 {share}%"), |share| format!("{share} % of the whole");
        group_total: fn(&str, &str) -> String = |group, total| format!("{group}：{total}"), |group, total| format!("{group}: {total}");
        criterion_state: S = "客观项", "Objective";
        submitted_column: S = "评分表", "Sheet";
        anchors: S = "0～5 分各代表什么", "What 0 to 5 mean";
        objective: S = "客观项，各人分数应相同", "Objective: everyone has to see the same";
        evaluators_head: S = "评分人", "Evaluators";
        add_evaluator: S = "添加评分人", "Add an evaluator";
        evaluator: S = "姓名", "Name";
        department: S = "部门", "Department";
        sheet_of: S = "谁的评分表", "Whose sheet";
        sheet_note: fn(usize, usize) -> String = |done, all| format!("提交前看不到别人的分数 · 已填 {done} / {all}"), |done, all| format!("Others stay hidden until you submit · {done} / {all} filled");
        filled: fn(usize, usize) -> String = |done, all| format!("已填 {done} / {all}"), |done, all| format!("{done} / {all} filled");
        scale_note: S = "0 为最低，5 为最高", "0 is lowest, 5 is highest";
        score_keys: S = "数字键打分，n 表示不适用，Delete 清空，回车到下一格，Esc 还原", "Digits score, n for not applicable, Delete empties, Enter goes on, Esc puts back";
        clear_score: S = "清空", "Clear";
        evidence_first: S = "先打分，再写依据", "Score first, then say why";
        no_anchor: S = "没有写明", "Not worded";
        submit_action: S = "提交我的评分", "Submit my scores";
        score_sheet_lead: fn(&str) -> String = |project| format!("“{project}”项目请你打分。填好以后提交，再存成文件发回去。"), |project| format!("You are asked to score for {project}. Fill in, submit, then save the file and send it back.");
        hand_out_action: S = "把这张表存成文件发出去", "Hand out this sheet as a file";
        unfilled_note: fn(usize) -> String = |count| format!("还有 {count} 格没填；没填的不按 0 分算，覆盖不足 80% 时不排名。"), |count| format!("{count} empty; they do not count as 0, and below 80 % there is no ranking.");
        consensus_head: S = "合议", "Consensus";
        consensus_waits: fn(usize, usize) -> String = |submitted, all| format!("{all} 人里交了 {submitted} 人，都交了才摆出来对照。"), |submitted, all| format!("{submitted} of {all} sheets are in; they are laid side by side once all are.");
        consensus_finding: fn(usize, usize) -> Vec<String> =
            |wide, missing| if wide == 0 { vec!["各评分人看法一致。".to_owned()] } else { vec![format!("有 {wide} 处相差 2 分及以上，"), if missing == 0 { "都写了原因。".to_owned() } else { format!("其中 {missing} 处还没写原因。") }] },
            |wide, missing| if wide == 0 { vec!["The evaluators agree.".to_owned()] } else { vec![if wide == 1 { "One score lies 2 or more apart;".to_owned() } else { format!("{wide} scores lie 2 or more apart;") }, match missing { 0 => "each has a reason.".to_owned(), 1 => "one still needs a reason.".to_owned(), _ => format!("{missing} still need a reason.") }] };
        spread: S = "相差", "Spread";
        agreed_reason: S = "合议的理由", "Why this was agreed";
        agreed_reason_missing: S = "写出合议这个分数的理由", "Enter why this score was agreed";
        reason_column: S = "相差 2 分及以上，写明原因", "Reason, at 2 or more apart";
        scores_word: S = "评分", "scores";
        not_needed: S = "不需要", "Not needed";
        reason_missing: S = "写出分数不同的原因", "Enter why the scores differ";
        lock_scores: S = "锁定评分", "Lock scores";
        unlock_scores: S = "解锁评分", "Unlock scores";
        lock_note: S = "锁定前报价一直遮住，免得价格影响打分。", "Prices stay covered until then, so that they cannot sway the scores.";
        locked_on: fn(&str) -> String = |date| format!("评分已于 {date} 锁定"), |date| format!("Scores locked on {date}");
        cases_empty: S = "供应商过往的类似项目会列在这里，访谈核实过才计分。", "Earlier projects of the vendors are listed here; only those checked by an interview count.";
        add_case: S = "添加案例", "Add a case";
        case_client: S = "客户", "Client";
        case_scope: S = "做了什么", "What was done";
        interviewed: S = "访谈对象", "Whom we spoke to";
        verified: S = "已访谈核实", "Checked by an interview";
        quality: S = "交付质量", "Quality delivered";
        speed: S = "响应速度", "Speed of response";
        problem_solving: S = "解决问题", "Problem solving";
        again: S = "会再选他们吗", "Would buy again?";
        quote: S = "客户原话", "What the client said";
        script_head: S = "回访问题", "Reference call";
        script_scale: S = "0 答得含糊或情况很差 · 1 有问题，说不清怎么改 · 2 有问题，但处理得当 · 3 具体、可信、让人放心", "0 evasive or bad · 1 trouble, no clear remedy · 2 trouble, well handled · 3 concrete and convincing";
        script: fn(usize) -> S = |question| match question { 0 => "哪些事拖期或没做到", 1 => "出了问题，谁先告诉你的", 2 => "多久修好的", 3 => "还会再买吗，为什么", _ => "重签合同，哪一条会改" },
            |question| match question { 0 => "What slipped?", 1 => "Who told you first?", 2 => "How fast was it fixed?", 3 => "Would you buy again, and why?", _ => "What would you change in the contract?" };
        script_note: S = "回答要点", "What was said";
        cases_finding: fn(usize, usize) -> Vec<String> = |all, verified| vec![format!("{all} 个案例，核实了 {verified} 个；"), if verified == all { "都计分。".to_owned() } else { "没核实的按 0 分计。".to_owned() }],
            |all, verified| vec![format!("{verified} of {all} cases are checked;"), if verified == all { "all of them count.".to_owned() } else { "the others count 0.".to_owned() }];
        three_marks: S = "质量／速度／解决", "Quality / speed / solving";
        unlock_decision_first: S = "决定已锁定。要改评分，先解锁决定。", "The decision is locked. Unlock it first to change scores.";
        nothing_scored: S = "还没有可以比较的评分。", "There are no scores to compare yet.";
        not_lockable: fn(&NotLockable, &str) -> String = |why, name| match why {
            NotLockable::NoEvaluators => "添加评分人".to_owned(), NotLockable::NoCriteria => "添加准则".to_owned(), NotLockable::Weights(None) => "把准则权重调到合计 100".to_owned(), NotLockable::Weights(Some(_)) => format!("把{name}下面的权重调到合计 100"),
            NotLockable::NotSubmitted(_) => format!("请{name}提交评分表"), NotLockable::ReasonMissing(..) => format!("写出{name}分数不同的原因"), NotLockable::AgreedReasonMissing(..) => format!("写出{name}合议分的理由"), NotLockable::LowCoverage(..) => format!("补评分，至少覆盖 80%：{name}"),
        }, |why, name| match why {
            NotLockable::NoEvaluators => "Add an evaluator".to_owned(), NotLockable::NoCriteria => "Add a criterion".to_owned(), NotLockable::Weights(None) => "Make the weights of the criteria sum to 100".to_owned(), NotLockable::Weights(Some(_)) => format!("Make the weights under {name} sum to 100"),
            NotLockable::NotSubmitted(_) => format!("Get the sheet of {name}"), NotLockable::ReasonMissing(..) => format!("Enter why scores of {name} differ"), NotLockable::AgreedReasonMissing(..) => format!("Enter why the score of {name} was agreed"), NotLockable::LowCoverage(..) => format!("Complete the scores to at least 80 %: {name}"),
        };
    }
}
