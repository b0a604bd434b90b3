//! Words of stage 3.

mod sentences;
pub mod weighing;

use crate::domain::language::Language;
use crate::domain::performance::Direction;
use crate::domain::selection::consensus::NotLockable;
use crate::domain::selection::deciding::NotDecidable;
use crate::domain::selection::gates::{ScoreRule, Scored};
use crate::domain::selection::measured::{MeasureRule, NotComparable};
use crate::domain::selection::method::{Aggregation, Possible, PriceFormula, ScorePart};
use crate::domain::selection::proposals::ProposalNote;
use crate::domain::selection::ranking::NoRanking;
use crate::domain::selection::steps::StepFact;
use crate::domain::selection::{GateKind, PilotVerdict, ProofKind, Verdict};
use crate::i18n::format;
use crate::i18n::macros::{S, texts};
use crate::i18n::vendors::sentences::{gap_en, gap_zh, points, scored_en, scored_zh, step_en, step_zh};
use crate::i18n::vendors::weighing::WeighingText;

texts! {
    /// Words of stage 3.
    VendorsText {
        wizard: S = "选商步骤", "Steps of vendor selection";
        step_of: fn(usize) -> String = |step| format!("选商，第 {step} 步，共 6 步"), |step| format!("Vendors, step {step} of 6");
        step_fact: fn(StepFact, Language) -> String = step_zh, step_en;
        step_current: S = "当前", "current";
        board_title: S = "选商", "Vendors";
        vendors_empty: S = "候选服务商会列在这里，一家一行，走完六步得出决定。", "The vendors in question are listed here, one a row, through six steps to a decision.";
        add_vendor: S = "添加服务商", "Add a vendor";
        vendor: S = "服务商", "Vendor";
        vendor_name: S = "名称", "Name";
        contact: S = "联系人", "Contact";
        place: S = "交付地点", "Delivers from";
        note: S = "备注", "Note";
        open_file: S = "打开档案", "Open the file";
        file_head: S = "基本情况", "Facts";
        nothing_yet: S = "还没有内容", "Nothing yet";
        go_to_step: S = "去修改", "Change";
        board_finding: fn(usize, usize) -> Vec<String> = |within, out| vec![format!("{within} 家仍在候选，"), if out == 0 { "没有出局的。".to_owned() } else { format!("{out} 家资质出局。") }],
            |within, out| vec![format!("{within} vendors are in,"), if out == 0 { "none is out.".to_owned() } else { format!("{out} out at Qualify.") }];
        reopen_note: fn(&str) -> String = |gate| format!("是 {gate} 把它挡在外面。改了那一项的结论或有效期，它就回到候选。"), |gate| format!("{gate} put it out. Once the verdict or the date there is corrected, it is in again.");
        reopen_scored_note: fn(&str) -> String = |gate| format!("是 {gate} 把它挡在外面。改了那里的界线，或解锁评分重评，它才可能回到候选。"), |gate| format!("{gate} put it out. It can be in again once the limit there is changed, or the scores are unlocked and given anew.");
        reopen_action: fn(&str) -> String = |gate| format!("重新审查 {gate}"), |gate| format!("Reopen {gate}");
        rank_words: fn(usize, &str) -> String = |rank, total| format!("第 {rank} 名，{total} 分"), |rank, total| format!("rank {rank}, {total} points");
        state: S = "状态", "State";
        step_words: fn(usize, usize) -> String = |done, all| format!("{done} / {all}"), |done, all| format!("{done} / {all}");
        is_in: S = "仍在候选", "Still in";
        out_failed: fn(&str) -> String = |gate| format!("资质出局：{gate}未通过"), |gate| format!("OUT at Qualify: {gate} failed");
        out_expired: fn(&str, &str) -> String = |gate, date| format!("资质出局：{gate} {date} 过期"), |gate, date| format!("OUT at Qualify: {gate} expired {date}");
        out_scored: fn(&str) -> String = |why| format!("资质出局：{why}"), |why| format!("OUT at Qualify: {why}");
        column_gates: S = "资质", "Gates";
        column_scores: S = "评分", "Scores";
        column_cases: S = "案例", "Cases";
        column_price: S = "报价", "Price";
        column_pilot: S = "试点", "Pilot";
        explanation_head: S = "异常低价说明", "Explanation of the low price";
        explanation_note: S = "报价低得不正常时，先要书面说明和证明，再判断；不能直接判出局。", "An abnormally low price first asks for a written explanation with evidence; it never puts a vendor out by itself.";
        asked_on: S = "要求说明的日期", "Asked on";
        answered_on: S = "收到说明的日期", "Answered on";
        accepted: S = "是否接受", "Accepted";
        explanation: S = "说明和证明", "Explanation and evidence";
        judged_by: S = "谁判断的，为什么", "Judged by whom, and why";
        covered: S = "锁定评分前遮住", "Covered until scores lock";
        enter_prices: S = "录入报价", "Enter the prices";
        gates_empty: S = "资质要求会列在这里：认证、许可、财务。必须项一项不过就出局。", "The gates are listed here: certificates, licences, finances. One failed must-have puts a vendor out.";
        add_gate: S = "添加资质要求", "Add a gate";
        gate: S = "要求", "Requirement";
        proof: S = "凭证", "Proof";
        proof_kind_label: S = "凭证类型", "Kind of proof";
        proof_kind: fn(ProofKind) -> S = |proof| match proof { ProofKind::Unspecified => "未定", ProofKind::Copy => "复印件", ProofKind::QueryPrint => "查询截图", ProofKind::Statement => "财务报表", ProofKind::Certificate => "证书", ProofKind::SignedDraft => "已签草案", ProofKind::Log => "日志", ProofKind::List => "清单", ProofKind::Call => "电话访谈", ProofKind::Report => "报告", ProofKind::Record => "操作记录", ProofKind::Clause => "合同条款", ProofKind::Policy => "保单", ProofKind::File => "文件", ProofKind::Invoice => "账单", ProofKind::Sheet => "明细表", ProofKind::Calendar => "日历", ProofKind::Test => "测试" },
            |proof| match proof { ProofKind::Unspecified => "Not said", ProofKind::Copy => "Copy", ProofKind::QueryPrint => "Query print", ProofKind::Statement => "Statement", ProofKind::Certificate => "Certificate", ProofKind::SignedDraft => "Signed draft", ProofKind::Log => "Log", ProofKind::List => "List", ProofKind::Call => "Call", ProofKind::Report => "Report", ProofKind::Record => "Record", ProofKind::Clause => "Clause", ProofKind::Policy => "Policy", ProofKind::File => "File", ProofKind::Invoice => "Invoice", ProofKind::Sheet => "Sheet", ProofKind::Calendar => "Calendar", ProofKind::Test => "Test" };
        proof_words: fn(&str, &str) -> String = |kind, evidence| format!("{kind}：{evidence}"), |kind, evidence| format!("{kind}: {evidence}");
        bank: S = "尽职调查问题", "due-diligence questions";
        bank_action: S = "从尽职调查题库加入", "From the due-diligence bank";
        bank_title: S = "尽职调查题库", "Due-diligence bank";
        bank_note: S = "勾选的问题会成为资质要求。标“必须项”的不过就出局，其余只作记录，之后都能改。", "What you tick becomes a gate. A must-have puts a vendor out when failed; the others are only noted. Both can be changed later.";
        bank_common: S = "各行业都问", "For every business";
        bank_taken: S = "已加入", "Taken";
        bank_add: fn(usize) -> String = |count| if count == 0 { "先勾选问题".to_owned() } else { format!("加入 {count} 项") }, |count| if count == 0 { "Tick questions first".to_owned() } else { format!("Add {count}") };
        must: S = "必须项", "Must have";
        must_short: S = "必须", "Must";
        gate_kind_label: S = "怎么判", "Judged by";
        gate_kind: fn(GateKind) -> S = |kind| match kind { GateKind::Evidence => "凭证", GateKind::Minimum => "单项最低分", GateKind::Best => "单项前几名", GateKind::Floor => "能力总分下限" },
            |kind| match kind { GateKind::Evidence => "Evidence", GateKind::Minimum => "Minimum on a criterion", GateKind::Best => "Best few on a criterion", GateKind::Floor => "Floor for the capability total" };
        gate_minimum: S = "至少几分（0～5）", "At least (0–5)";
        gate_floor: S = "至少几分（0～100）", "At least (0–100)";
        gate_keep: S = "留下几家", "How many go on";
        gate_rule: fn(ScoreRule, &str) -> String = |rule, criterion| match rule { ScoreRule::Minimum(_, limit) => format!("{criterion}至少 {} 分", format::number(limit, 2)), ScoreRule::Best(_, keep) => format!("{criterion}前 {keep} 名"), ScoreRule::Floor(limit) => format!("能力总分至少 {} 分", format::number(limit, 1)) },
            |rule, criterion| match rule { ScoreRule::Minimum(_, limit) => format!("{criterion}: at least {}", format::number(limit, 2)), ScoreRule::Best(_, keep) => format!("{criterion}: best {keep}"), ScoreRule::Floor(limit) => format!("Capability total: at least {}", format::number(limit, 1)) };
        gate_unfinished: S = "没设完，不起作用", "Not finished: fails nobody";
        by_scores: S = "锁定的评分", "Locked scores";
        scored: fn(Scored) -> String = scored_zh, scored_en;
        scored_later: S = "锁定评分后判定", "Judged once scores are locked";
        scored_note: S = "这一项按锁定的评分自动判定，不用填。", "Judged from the locked scores; nothing to fill in.";
        level_label: S = "互相比较哪些", "Which are weighed";
        top_level: S = "最上一级", "The top level";
        median_score_rule: S = "这条准则取各人分数的中位数。", "The median of the scores given on this criterion.";
        agreed_score_rule: S = "这条准则按合议分计。", "The score agreed on for this criterion.";
        group_score_rule: S = "下面各条准则的得分按权重取平均，没人打分的不计。", "The mean of the criteria under it by their weights, without those nobody scored.";
        place_rule: S = "到这一项还在候选的服务商按这个分数排名次，同分同名次。", "The vendors still in at this gate are placed by this score; equals share a place.";
        capability_total: S = "能力总分", "Capability total";
        gates_head: S = "资质要求", "Gates";
        verdict_label: S = "结论", "Verdict";
        verdict: fn(Verdict) -> S = |verdict| match verdict { Verdict::Pass => "通过", Verdict::Fail => "不过", Verdict::Unknown => "待补证据" },
            |verdict| match verdict { Verdict::Pass => "Pass", Verdict::Fail => "Fail", Verdict::Unknown => "Needs evidence" };
        certificate: S = "证书编号", "Certificate no.";
        issuer: S = "发证机构", "Issued by";
        valid_until: S = "有效期至", "Valid until";
        evidence: S = "依据（看到了什么）", "Evidence (what was seen)";
        evidence_short: S = "依据", "Evidence";
        expires_in_term: fn(&str) -> String = |date| format!("{date} 合同期内"), |date| format!("{date}, in term");
        qualify_finding: fn(usize, usize, usize) -> Vec<String> =
            |within, out, open| vec![format!("{within} 家仍在候选，"), format!("{out} 家出局；"), if open == 0 { "必须项都有结论。".to_owned() } else { format!("{open} 项待证实。") }],
            |within, out, open| vec![if within == 1 { "1 vendor is in,".to_owned() } else { format!("{within} vendors are in,") }, format!("{out} out;"), if open == 0 { "every must-have is answered.".to_owned() } else { format!("{open} answers are missing.") }];
        board_locked: S = "评分或决定已锁定：解锁以后才能增减服务商。", "Scores or the decision are locked: vendors can be added or removed once they are unlocked.";
        sheet_empty: S = "先给出评分，空表不能提交。", "Enter scores first; an empty sheet cannot be submitted.";
        vendors_first: S = "先添加服务商", "Add vendors first";
        criteria_head: S = "准则和权重", "Criteria and weights";
        add_criterion: S = "添加准则", "Add a criterion";
        criterion: S = "准则", "Criterion";
        looks_at: S = "看什么", "What is looked at";
        weight_percent: S = "权重 %", "Weight %";
        under: S = "归入", "Stands under";
        group_note: S = "它下面有别的准则，所以自己不打分。权重只在它旁边的准则之间算。", "Others stand under it, so it is not scored itself. Its weight counts among those beside it.";
        share_note: fn(&str) -> String = |share| format!("占总权重的 {share}%"), |share| format!("{share} % of the whole");
        group_total: fn(&str, &str) -> String = |group, total| format!("{group}：{total}"), |group, total| format!("{group}: {total}");
        criterion_state: S = "客观项", "Objective";
        submitted_column: S = "评分表", "Sheet";
        spread_action: S = "平均分配", "Spread evenly";
        anchors: S = "0～5 分各代表什么", "What 0 to 5 mean";
        objective: S = "客观项，各人分数应相同", "Objective: everyone has to see the same";
        evaluators_head: S = "评分人", "Evaluators";
        add_evaluator: S = "添加评分人", "Add an evaluator";
        evaluator: S = "姓名", "Name";
        department: S = "部门", "Department";
        sheet_of: S = "谁的评分表", "Whose sheet";
        sheet_head: fn(&str) -> String = |name| format!("{name}的评分表"), |name| format!("Sheet of {name}");
        sheet_note: fn(usize, usize) -> String = |done, all| format!("提交前看不到别人的分数 · 已填 {done} / {all}"), |done, all| format!("Others stay hidden until you submit · {done} / {all} filled");
        filled: fn(usize, usize) -> String = |done, all| format!("已填 {done} / {all}"), |done, all| format!("{done} / {all} filled");
        scale_note: S = "0 为最低，5 为最高", "0 is lowest, 5 is highest";
        score_keys: S = "数字键打分，n 表示不适用，Delete 清空，回车到下一格，Esc 还原", "Digits score, n for not applicable, Delete empties, Enter goes on, Esc puts back";
        clear_score: S = "清空", "Clear";
        evidence_first: S = "先打分，再写依据", "Score first, then say why";
        no_anchor: S = "没有写明", "Not worded";
        not_applicable: S = "不适用", "n/a";
        submit_action: S = "提交我的评分", "Submit my scores";
        take_back_action: S = "收回修改", "Take back to change";
        submitted_note: fn(&str) -> String = |date| format!("{date} 已提交"), |date| format!("Submitted {date}");
        score_sheet: S = "评分表", "Score sheet";
        score_sheet_lead: fn(&str) -> String = |project| format!("“{project}”项目请你打分。填好以后提交，再存成文件发回去。"), |project| format!("You are asked to score for {project}. Fill in, submit, then save the file and send it back.");
        hand_out_action: S = "把这张表存成文件发出去", "Hand out this sheet as a file";
        send_back_action: S = "存成文件发回去", "Save the file to send back";
        draft_action: S = "存一份草稿", "Save a draft";
        draft_note: S = "没有提交的只是草稿，发回去也不算交卷。", "What is not submitted is a draft and does not count as handed in.";
        unfilled_note: fn(usize) -> String = |count| format!("还有 {count} 格没填；没填的不按 0 分算，覆盖不足 80% 时不排名。"), |count| format!("{count} empty; they do not count as 0, and below 80 % there is no ranking.");
        consensus_head: S = "合议", "Consensus";
        consensus_waits: fn(usize, usize) -> String = |submitted, all| format!("{all} 人里交了 {submitted} 人，都交了才摆出来对照。"), |submitted, all| format!("{submitted} of {all} sheets are in; they are laid side by side once all are.");
        consensus_finding: fn(usize, usize) -> Vec<String> =
            |wide, missing| if wide == 0 { vec!["各评分人看法一致。".to_owned()] } else { vec![format!("有 {wide} 处相差 2 分及以上，"), if missing == 0 { "都写了原因。".to_owned() } else { format!("其中 {missing} 处还没写原因。") }] },
            |wide, missing| if wide == 0 { vec!["The evaluators agree.".to_owned()] } else { vec![if wide == 1 { "One score lies 2 or more apart;".to_owned() } else { format!("{wide} scores lie 2 or more apart;") }, match missing { 0 => "each has a reason.".to_owned(), 1 => "one still needs a reason.".to_owned(), _ => format!("{missing} still need a reason.") }] };
        median: S = "中位数", "Median";
        spread: S = "相差", "Spread";
        agreed: S = "合议分", "Agreed";
        agreed_reason: S = "合议的理由", "Why this was agreed";
        agreed_reason_missing: S = "写出合议这个分数的理由", "Enter why this score was agreed";
        agreed_rule: S = "每条准则按合议分计；没有合议的取各人分数的中位数。分数按权重合计，没人打分的准则不计。", "Each criterion counts with its agreed score, or else with the median of the scores given; summed by weight, without criteria nobody scored.";
        reason_column: S = "相差 2 分及以上，写明原因", "Reason, at 2 or more apart";
        vendor_and_criterion: S = "服务商、准则", "Vendor, criterion";
        scores_word: S = "评分", "scores";
        not_needed: S = "不需要", "Not needed";
        reason_missing: S = "写出分数不同的原因", "Enter why the scores differ";
        criteria_locked: S = "评分已锁定，解锁以后才能改准则", "Scores are locked; unlock them to change criteria";
        lock_scores: S = "锁定评分", "Lock scores";
        unlock_scores: S = "解锁评分", "Unlock scores";
        unlock_reason: S = "解锁的原因", "Why it is unlocked";
        unlock_reason_missing: S = "写明为什么解锁", "Enter why it is unlocked";
        lock_note: S = "锁定前报价一直遮住，免得价格影响打分。", "Prices stay covered until then, so that they cannot sway the scores.";
        locked_on: fn(&str) -> String = |date| format!("评分已于 {date} 锁定"), |date| format!("Scores locked on {date}");
        cases_empty: S = "服务商过往的类似项目会列在这里，访谈核实过才计分。", "Earlier projects of the vendors are listed here; only those checked by an interview count.";
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
        unverified_note: S = "没核实，按 0 分计", "Not checked: counts 0";
        script_head: S = "回访问题", "Reference call";
        script_scale: S = "0 答得含糊或情况很差 · 1 有问题，说不清怎么改 · 2 有问题，但处理得当 · 3 具体、可信、让人放心", "0 evasive or bad · 1 trouble, no clear remedy · 2 trouble, well handled · 3 concrete and convincing";
        script: fn(usize) -> S = |question| match question { 0 => "哪些事拖期或没做到", 1 => "出了问题，谁先告诉你的", 2 => "多久修好的", 3 => "还会再买吗，为什么", _ => "重签合同，哪一条会改" },
            |question| match question { 0 => "What slipped?", 1 => "Who told you first?", 2 => "How fast was it fixed?", 3 => "Would you buy again, and why?", _ => "What would you change in the contract?" };
        script_note: S = "回答要点", "What was said";
        cases_finding: fn(usize, usize) -> Vec<String> = |all, verified| vec![format!("{all} 个案例，核实了 {verified} 个；"), if verified == all { "都计分。".to_owned() } else { "没核实的按 0 分计。".to_owned() }],
            |all, verified| vec![format!("{verified} of {all} cases are checked;"), if verified == all { "all of them count.".to_owned() } else { "the others count 0.".to_owned() }];
        three_marks: S = "质量／速度／解决", "Quality / speed / solving";
        proposals_finding: fn(usize, usize, usize) -> Vec<String> = |all, complete, notes| vec![format!("{all} 家里有 {complete} 家的方案评完了；"), if notes == 0 { "没有要追问的。".to_owned() } else { format!("{notes} 处要追问。") }],
            |all, complete, notes| vec![format!("{complete} of {all} proposals are judged;"), if notes == 0 { "nothing is left to ask.".to_owned() } else { format!("{notes} points to ask about.") }];
        aspect: S = "比较项", "Aspect";
        edit_proposal: fn(&str) -> String = |name| format!("修改{name}的方案"), |name| format!("Edit the proposal of {name}");
        edit_action: S = "修改", "Edit";
        offer: S = "评分和内容", "Mark and offer";
        previous: S = "上一家", "Previous";
        next: S = "下一家", "Next";
        roles_staffed: fn(usize, usize) -> String = |staffed, needed| format!("{staffed} / {needed} 个角色"), |staffed, needed| format!("{staffed} of {needed} roles");
        versus_median: S = "基础报价与中位数比", "Base price versus median";
        proposal_note: fn(ProposalNote) -> S = |note| match note { ProposalNote::NoContingency => "没有应急预案", ProposalNote::StaffingShort => "角色没配齐", ProposalNote::LowPrice => "报价过低，请对方说明", ProposalNote::BelowFloor => "低于岗位成本，请对方说明" },
            |note| match note { ProposalNote::NoContingency => "No contingency plan", ProposalNote::StaffingShort => "Roles missing", ProposalNote::LowPrice => "Too low: ask to explain", ProposalNote::BelowFloor => "Below the cost of its roles: ask to explain" };
        contingency_note: S = "预案内容", "What the plan says";
        understanding: S = "需求理解", "Understanding";
        staffing: S = "资源配置", "Staffing";
        contingency: S = "应急预案", "Contingency plan";
        transparency: S = "报价透明", "Open price";
        staffed_roles: S = "配齐的角色", "Roles staffed";
        base_price: S = "基础服务报价／月", "Base price a month";
        value_added_price: S = "增值服务报价／月", "Value-added price a month";
        value_added: S = "增值服务包括", "Value-added service includes";
        not_included: S = "报价不含", "Not in the price";
        total_price: S = "合计", "Total";
        pilot_lead: fn() -> Vec<String> = || ["先小范围试，再签长期；", "可以跳过，但要写明原因。"].map(str::to_owned).to_vec(), || ["Try small before the long contract;", "skipping it needs a written reason."].map(str::to_owned).to_vec();
        pilot_scope: S = "试点范围", "Scope";
        weeks: S = "周数", "Weeks";
        add_measure: S = "添加指标", "Add a measure";
        measure: S = "指标", "Measure";
        pilot_target: S = "目标", "Target";
        pilot_stop: S = "停止线", "Stop beyond";
        stop_misplaced: S = "停止线比目标还好，不起作用：改到目标的另一边。", "The stop threshold is better than the target and stops nothing: move it to the other side.";
        actual: S = "实际", "Actual";
        skipped: S = "跳过试点的原因", "Why it is skipped";
        measure_verdict: fn(PilotVerdict) -> S = |verdict| match verdict { PilotVerdict::Go => "达标", PilotVerdict::Between => "未达标", PilotVerdict::Stop => "越过停止线" },
            |verdict| match verdict { PilotVerdict::Go => "Met", PilotVerdict::Between => "Missed", PilotVerdict::Stop => "Stop" };
        pilot_verdict: fn(PilotVerdict) -> S = |verdict| match verdict { PilotVerdict::Go => "可以签长期", PilotVerdict::Between => "延长试点，或写明理由再决定", PilotVerdict::Stop => "停止" },
            |verdict| match verdict { PilotVerdict::Go => "go", PilotVerdict::Between => "extend, or decide with a reason", PilotVerdict::Stop => "stop" };
        pilot_says: fn(&str, PilotVerdict, bool) -> String = |vendors, verdict, is_last| { let end = if is_last { "。" } else { "；" }; match verdict { PilotVerdict::Go => format!("{vendors}试点达标，可以签长期{end}"), PilotVerdict::Between => format!("{vendors}要延长试点，或写明理由再决定{end}"), PilotVerdict::Stop => format!("{vendors}越过停止线，停止{end}") } },
            |vendors, verdict, is_last| { let end = if is_last { "." } else { ";" }; match verdict { PilotVerdict::Go => format!("{vendors}: go{end}"), PilotVerdict::Between => format!("{vendors}: extend, or decide with a reason{end}"), PilotVerdict::Stop => format!("{vendors}: stop{end}") } };
        pilot_result: fn(usize, usize) -> String = |met, all| format!("{all} 项指标，{met} 项达标"), |met, all| format!("{met} of {all} met");
        pilot_open: S = "还没有结果", "No result yet";
        pilot_skipped: fn(&str) -> String = |why| format!("跳过：{why}"), |why| format!("Skipped: {why}");
        weeks_words: fn(u16) -> String = |weeks| format!("{weeks} 周"), |weeks| format!("{weeks} weeks");
        weights_head: S = "权重", "Weights";
        weights_total: fn(&str, &str) -> String = |sum, rest| format!("合计 {sum}，剩余 {rest}"), |sum, rest| format!("total {sum}, remaining {rest}");
        weighing: WeighingText = weighing::ZH, weighing::EN;
        price_method: S = "价格怎么算分，评分怎么合并", "How prices are scored and scores put together";
        less: S = "减少", "Less";
        more: S = "增加", "More";
        price_formula_label: S = "价格怎么算分", "How price becomes points";
        price_formula: fn(PriceFormula) -> S = |formula| match formula {
            PriceFormula::PresetBounds => "固定上下限", PriceFormula::LowestRatio => "最低价比例", PriceFormula::LinearFromLowest => "从最低价线性", PriceFormula::HighestLowest => "最高最低价之间", PriceFormula::Log => "对数",
        }, |formula| match formula {
            PriceFormula::PresetBounds => "Preset bounds", PriceFormula::LowestRatio => "Lowest price ratio", PriceFormula::LinearFromLowest => "Linear from the lowest", PriceFormula::HighestLowest => "Between highest and lowest", PriceFormula::Log => "Logarithmic",
        };
        price_rule: fn(PriceFormula) -> S = |formula| match formula {
            PriceFormula::PresetBounds => "固定上下限线性法，只和事先定下的上下限比，与别家报价无关。", PriceFormula::LowestRatio => "最低报价除以自己的报价。去掉一家落选者可能改变名次。",
            PriceFormula::LinearFromLowest => "比最低价高多少就少多少，超过两倍得 0。", PriceFormula::HighestLowest => "最低价满分，最高价 0 分，会放大微小差距。", PriceFormula::Log => "按与最低价之比的对数，两家之差与别家无关，可能为负。",
        }, |formula| match formula {
            PriceFormula::PresetBounds => "Linear between bounds set beforehand; no dependence on rivals.", PriceFormula::LowestRatio => "The lowest price over the own price. Removing a losing bid can change the ranking.",
            PriceFormula::LinearFromLowest => "As much above the lowest, as much less; 0 from twice the lowest on.", PriceFormula::HighestLowest => "Lowest full, highest nothing; exaggerates small gaps.", PriceFormula::Log => "By the logarithm of the ratio to the lowest; the gap of two bids does not depend on others; may be negative.",
        };
        price_low: S = "满分价", "Price for full points";
        price_high: S = "零分价", "Price for no points";
        aggregation_label: S = "评分人合并", "Evaluators together";
        aggregation: fn(Aggregation) -> S = |how| match how { Aggregation::Median => "中位数", Aggregation::Mean => "平均数", Aggregation::Agreed => "合议分" }, |how| match how { Aggregation::Median => "Median", Aggregation::Mean => "Mean", Aggregation::Agreed => "Agreed scores" };
        part: fn(ScorePart) -> S = |part| match part { ScorePart::Capability => "能力", ScorePart::Cases => "案例", ScorePart::Proposal => "方案", ScorePart::Price => "价格" },
            |part| match part { ScorePart::Capability => "Capability", ScorePart::Cases => "Cases", ScorePart::Proposal => "Proposal", ScorePart::Price => "Price" };
        ranking_head: S = "排名", "Ranking";
        how_part: fn(&str, &str, &str) -> String = |vendor, part, points| format!("{vendor}的{part} {points} 分是怎么算的"), |vendor, part, points| format!("How {vendor} earned {points} for {part}");
        margin: fn(&str, &str, &str) -> String = |leader, second, points| format!("{leader}领先{second} {points} 分，"), |leader, second, points| format!("{leader} leads {second} by {points} points");
        first_share: fn(&str) -> String = |share| format!("试过的权重组合里有 {share}% 是它排第一；"), |share| format!("and ranks first in {share} % of the weightings tried;");
        names_join: S = "和", " and ";
        tied: fn(&str, &str) -> Vec<String> = |names, total| vec![format!("{names}同分并列第一，"), format!("都是 {total} 分；"), "由你们按理由选一家。".to_owned()], |names, total| vec![format!("{names} share the first place"), format!("with {total} points;"), "which one is yours to say, with a reason.".to_owned()];
        only_one: fn(&str) -> Vec<String> = |name| vec![format!("只剩{name}仍在候选，"), "没有可比的对象；".to_owned(), "低价和资质仍按规则检查。".to_owned()], |name| vec![format!("{name} is the only vendor still in,"), "so there is nothing to compare it with;".to_owned(), "gates and price are still checked.".to_owned()];
        crossing_above: fn(&str, &str, &str) -> String = |part, weight, next| format!("只有{part}权重超过 {weight}% 时，{next}才会反超。"), |part, weight, next| format!("{next} overtakes only if {part} weighs more than {weight} %.");
        crossing_below: fn(&str, &str, &str) -> String = |part, weight, next| format!("只有{part}权重低于 {weight}% 时，{next}才会反超。"), |part, weight, next| format!("{next} overtakes only if {part} weighs less than {weight} %.");
        no_crossing: S = "单独改哪一项权重都不影响第一名。", "no single weight changes the leader.";
        range_note: fn(&str) -> String = |range| format!("评分人之间 {range}"), |range| format!("evaluators {range}");
        ranking_hint: S = "点一段或总分，看它怎么算的", "Press a segment or a total to see how it was computed";
        how_total: fn(&str, &str) -> String = |vendor, points| format!("{vendor}的总分 {points} 是怎么算的"), |vendor, points| format!("How {vendor} came to {points} in total");
        total_rule: S = "四项得分各乘以权重，再相加。", "Each part's score times its weight, summed.";
        gap_note: fn(&str, f64, f64, f64) -> String = gap_zh, gap_en;
        total_gap: fn(&str, f64) -> String = |rival, total| format!("比{rival}{} {} 分。", if total < 0.0 { "低" } else { "高" }, points(total)), |rival, total| format!("{} {} than {rival}.", points(total), if total < 0.0 { "lower" } else { "higher" });
        price_gap: fn(&str, &str, bool) -> String = |rival, amount, is_more| format!("报价比{rival}{} {amount}。", if is_more { "高" } else { "低" }), |rival, amount, is_more| format!("The price is {amount} {} than {rival}. ", if is_more { "higher" } else { "lower" });
        point_note: fn(&str) -> String = |amount| format!("1 分价格分相当于每月 {amount}。"), |amount| format!("One price point is worth {amount} a month. ");
        not_counted: S = "出局，不参与计算", "out, not counted";
        bounds: S = "零分价、满分价", "No points at, full points at";
        capability_rule: S = "每位评分人按准则权重算总分（0～100），再合并。", "Each evaluator's total by the weights of the criteria (0–100), then put together.";
        cases_rule: S = "每个核实过的案例：评分 x 记 (x − 1) / 4，回访问题记 x / 3，答了的取平均，乘 100；没核实的按 0；各案例取平均。", "Each checked case: a rating x gives (x − 1) / 4, an answer of the call x / 3; the mean of all given, times 100; unchecked ones count 0; then the mean of the cases.";
        proposal_rule: S = "四项评分的平均除以 5，乘 100。", "Mean of the four marks over 5, times 100.";
        weight: S = "权重", "Weight";
        part_score: S = "这一项得分", "Score of this part";
        sweep_head: S = "换一个权重，结论还成立吗", "Does it hold with another weight?";
        sweep_note: fn(&str) -> String = |part| format!("{part}权重增减时，其余三项按原比例分配剩下的权重。"), |part| format!("When the weight of {part} moves, the other three share the rest in their proportion.");
        turn_words: fn(&str, &str) -> String = |weight, next| format!("{weight}：从这里起 {next} 领先"), |weight, next| format!("{weight}: from here {next} leads");
        turn_note: fn(f64) -> String = |points| format!("比现在的权重{} {} 个点", if points < 0.0 { "低" } else { "高" }, format::number(points.abs(), 0)), |points| format!("{} points {} the weight now", format::number(points.abs(), 0), if points < 0.0 { "below" } else { "above" });
        weight_axis: fn(&str) -> String = |part| format!("{part}权重 %"), |part| format!("{part} weight %");
        total_points: S = "总分", "Total";
        sets_head: S = "各部门各自的权重", "Weights of each department";
        sets_note: S = "业务、技术、法务各写一组，排名会在“第二意见”里并排给出。", "Business, tech and legal each write their own; the second opinions show the ranking under each.";
        set_name: S = "谁的权重", "Whose weights";
        set_weights: S = "能力 / 案例 / 方案 / 价格 %", "Capability / cases / proposal / price, %";
        add_set: S = "添加一组权重", "Add a set of weights";
        use_set: S = "采用这组权重", "Use these weights";
        part_capability: S = "能力 %", "Capability %";
        part_cases: S = "案例 %", "Cases %";
        part_proposal: S = "方案 %", "Proposal %";
        part_price: S = "价格 %", "Price %";
        moving: S = "变动的权重", "Weight that moves";
        current_weight: fn(&str) -> String = |weight| format!("当前权重 {weight}"), |weight| format!("weight now {weight}");
        record_head: S = "决定记录", "Record of the decision";
        chosen: S = "选定", "Chosen";
        backup: S = "备用服务商", "Backup vendor";
        reason: S = "理由", "Why";
        against: S = "不按排名或试点结论的理由", "Why not by the ranking or the pilot";
        dissent: S = "不同意见", "Dissent";
        lock_decision: S = "锁定决定", "Lock the decision";
        decided_hint: S = "决定已锁定，这一步只读。", "The decision is locked; this step is read-only.";
        to_decision: S = "去看决定", "See the decision";
        unlock_decision_first: S = "决定已锁定。要改评分，先解锁决定。", "The decision is locked. Unlock it first to change scores.";
        unlock_decision: S = "解锁决定", "Unlock the decision";
        decision_locked: fn(&str) -> String = |date| format!("决定已于 {date} 锁定"), |date| format!("Decided on {date}");
        lock_decision_note: S = "锁定后权重、评分和理由一起归档。", "Weights, scores and reasons are kept together from then on.";
        prices_open: fn(&str) -> String = |date| format!("评分已于 {date}锁定，报价同时揭示"), |date| format!("scores locked {date}, prices open");
        no_ranking: fn(&NoRanking) -> S = |why| match why {
            NoRanking::ScoresOpen => "评分锁定后才有排名，报价同时揭示。", NoRanking::NoVendor => "没有仍在候选的服务商。", NoRanking::Weights => "四项权重合计要正好是 100。", NoRanking::CriterionWeights => "能力准则的权重合计要正好是 100。",
            NoRanking::LowCoverage(_) => "评分覆盖不足 80% 不给排名。", NoRanking::PriceMissing(_) => "基础报价要大于 0 才能排名，还缺：", NoRanking::Bounds => "先定满分价和零分价，满分价要低于零分价。", NoRanking::LogBase => "对数的底要大于 1。",
        }, |why| match why {
            NoRanking::ScoresOpen => "There is a ranking once scores are locked; prices open then.", NoRanking::NoVendor => "No vendor is still in.", NoRanking::Weights => "The four weights have to sum to exactly 100.", NoRanking::CriterionWeights => "The weights of the capability criteria have to sum to exactly 100.",
            NoRanking::LowCoverage(_) => "With less than 80 % scored there is no ranking.", NoRanking::PriceMissing(_) => "A ranking needs base prices above 0; missing:", NoRanking::Bounds => "Set the prices for full and for no points first, the former lower.", NoRanking::LogBase => "The base of the logarithm has to be above 1.",
        };
        lacks_scores: fn(&str, &str, &str) -> String = |name, percent, criteria| format!("{name}只覆盖 {percent}%，缺 {criteria}。"), |name, percent, criteria| format!("{name} has {percent} %; scores are missing on {criteria}.");
        log_base: S = "对数的底 a", "Base a of the logarithm";
        log_base_hint: S = "常用 1.5、2 或 3：价格是最低价的 a 倍时得 0 分。", "Usually 1.5, 2 or 3: a price of a times the lowest earns nothing.";
        agreed_idle: fn(usize, &str) -> String = |count, how| format!("有 {count} 个合议分没有计入：评分现在按{how}合并。"), |count, how| format!("Agreed scores that do not count ({count}): sheets are put together by {how}.");
        agreed_change: S = "改合并办法", "Change how";
        lab_head: S = "第二意见：换权重、换方法、去掉一家、换价格公式", "Second opinions: other weights, other methods, without one vendor, other price formulas";
        lab_waiting: S = "正在计算…", "Computing…";
        lab_failed: S = "第二意见没有算出来，可能是网络断了，没能载入计算部分。", "The second opinions could not be computed; perhaps the part that computes them could not be loaded.";
        lab_again: S = "再试一次", "Try again";
        possible_label: S = "试哪些权重", "Weights tried";
        possible: fn(Possible) -> S = |possible| match possible { Possible::Any => "任意权重", Possible::Ordered => "保持现在的排序", Possible::Around => "现在的权重 ±20%" },
            |possible| match possible { Possible::Any => "any weights", Possible::Ordered => "in the present order", Possible::Around => "the present ones ±20 %" };
        axis_across: S = "图上横向", "Across the map";
        axis_up: S = "图上纵向", "Up the map";
        measured_head: S = "按实测数据比较", "Compared by measured figures";
        measured_note: S = "交付天数、持证人数这类能量出来的数据，各用自己的单位比较。这里只作旁证，不改变上面的总分。", "For what is measured, such as days or certified staff, each in its own unit. A second look: it does not change the totals.";
        measured_lead: fn(&str, &str) -> String = |names, score| format!("按实测数据，{names}第一，得 {score}。"), |names, score| format!("By measured figures {names} is first with {score}.");
        measures_head: S = "比较哪些数据", "Figures compared";
        add_figure: S = "添加实测数据", "Add a measured figure";
        measure_name: S = "量什么", "What is measured";
        better_label: S = "哪边更好", "Which is better";
        better: fn(Direction) -> S = |way| match way { Direction::Higher => "越高越好", Direction::Lower => "越低越好" }, |way| match way { Direction::Higher => "higher is better", Direction::Lower => "lower is better" };
        measure_rule_label: S = "怎么换算成可比的数", "How figures become comparable";
        measure_rule: fn(MeasureRule) -> S = |rule| match rule { MeasureRule::MaxRatio => "与最好的相比", MeasureRule::MinMax => "最差到最好之间", MeasureRule::Sum => "占合计的份额", MeasureRule::AsIs => "已在同一尺度，直接加权", MeasureRule::Topsis => "TOPSIS", MeasureRule::Vikor => "VIKOR", MeasureRule::Promethee => "PROMETHEE II" },
            |rule| match rule { MeasureRule::MaxRatio => "Ratio to the best", MeasureRule::MinMax => "Between worst and best", MeasureRule::Sum => "Share of the sum", MeasureRule::AsIs => "On one scale already", MeasureRule::Topsis => "TOPSIS", MeasureRule::Vikor => "VIKOR", MeasureRule::Promethee => "PROMETHEE II" };
        measure_rule_text: fn(MeasureRule) -> S = |rule| match rule {
            MeasureRule::MaxRatio => "越高越好：x ÷ 最大值；越低越好：最小值 ÷ x。再乘权重求和。", MeasureRule::MinMax => "越高越好：(x − 最小) ÷ (最大 − 最小)；越低越好：(最大 − x) ÷ (最大 − 最小)。再乘权重求和。", MeasureRule::Sum => "越高越好：x ÷ 合计；越低越好：(1/x) ÷ 倒数合计。再乘权重求和。",
            MeasureRule::AsIs => "数据已在同一尺度：乘权重求和。", MeasureRule::Topsis => "数据先除以该列平方和的平方根并乘权重；D⁺ 是离最好的距离，D⁻ 是离最差的距离。", MeasureRule::Vikor => "S 是各项加权差距之和，R 是最大的一项；各按最好与最差归一后各占一半，越小越好。", MeasureRule::Promethee => "两两比较，有差别就算占优；φ⁺ 是平均占优，φ⁻ 是平均被占优。",
        }, |rule| match rule {
            MeasureRule::MaxRatio => "Higher is better: x over the highest; lower is better: the lowest over x. Times the weight, summed.", MeasureRule::MinMax => "Higher is better: (x − lowest) over (highest − lowest); lower is better: (highest − x) over the same. Times the weight, summed.", MeasureRule::Sum => "Higher is better: x over the sum; lower is better: 1/x over the sum of 1/x. Times the weight, summed.",
            MeasureRule::AsIs => "All figures are on one scale: times the weight, summed.", MeasureRule::Topsis => "Each figure is divided by the root of its column's sum of squares and weighted; D⁺ is the distance to the best, D⁻ to the worst.", MeasureRule::Vikor => "S is the sum of the weighted gaps, R the largest one; both are scaled from best to worst and count half each; lower is better.", MeasureRule::Promethee => "Compared pair by pair, any difference is a full preference; φ⁺ is the mean preference for it, φ⁻ against it.",
        };
        values_caption: S = "各家的数据", "Values of the vendors";
        rank: S = "名次", "Rank";
        not_comparable: fn(&NotComparable, &str, &str) -> String = |why, vendor, measure| match why {
            NotComparable::Nothing => "先添加服务商和实测数据。".to_owned(), NotComparable::Weights => "各项权重合计要正好是 100。".to_owned(),
            NotComparable::ValueMissing(..) => format!("{vendor}还缺“{measure}”。"), NotComparable::Ratio(_) => format!("“{measure}”里有 0 或负数，不能求比例，换一种换算方法。"),
        }, |why, vendor, measure| match why {
            NotComparable::Nothing => "Add vendors and measured figures first.".to_owned(), NotComparable::Weights => "The weights of the figures have to sum to exactly 100.".to_owned(),
            NotComparable::ValueMissing(..) => format!("{vendor} has no value for {measure} yet."), NotComparable::Ratio(_) => format!("{measure} holds 0 or a negative value, of which no ratio can be made: choose another way."),
        };
        scaled_weights: fn(&str) -> String = |sum| format!("四项权重合计 {sum}，先按比例折算；合计 100 才能锁定。"), |sum| format!("The four weights sum to {sum} and are scaled for now; only 100 can be locked.");
        equal_part: fn(&str) -> String = |part| format!("各家的{part}得分相同，它的权重不影响名次。"), |part| format!("{part} is equal for all; its weight changes no rank.");
        lead_rule: S = "领先：两家总分之差。比例：在所有合计 100 的权重里均匀试 10,000 组，数排第一的次数。反超：一个权重从 0 到 100，两家总分是两条直线；在 0 处差 a、在 100 处差 b，交点是 a / (a − b)。", "Lead: the difference of two totals. Share: 10,000 sets of weights that sum to 100, spread evenly; first places counted. Overtaking: over one weight from 0 to 100 two totals are straight lines; apart by a at 0 and by b at 100, they meet at a / (a − b).";
        traps_head: S = "选定前要回应的", "To answer before you decide";
        trap_low: fn(&str, &str, &str) -> String = |name, price, rule| format!("{name}的报价 {price} 按{rule}要书面说明"), |name, price, rule| format!("{name} at {price} has to explain its price by {rule}");
        trap_floor: fn(&str, &str, &str) -> String = |name, price, floor| format!("{name}的报价 {price} 低于岗位成本 {floor}"), |name, price, floor| format!("{name} at {price} is below the cost of its roles, {floor}");
        trap_pilot: fn(&str, &str) -> String = |name, verdict| format!("{name}的试点结论：{verdict}"), |name, verdict| format!("Pilot of {name}: {verdict}");
        explanation_state: fn(bool, Option<bool>) -> S = |asked, accepted| match (asked, accepted) { (_, Some(true)) => "说明已接受", (_, Some(false)) => "说明没有被接受", (true, None) => "已要求说明，等答复", (false, None) => "还没要求说明" },
            |asked, accepted| match (asked, accepted) { (_, Some(true)) => "explanation accepted", (_, Some(false)) => "explanation not accepted", (true, None) => "asked, no answer yet", (false, None) => "not asked yet" };
        price_not_counted: S = "0 不算报价：填写月价，或留空。", "A price of 0 is not counted: enter the price a month, or leave it empty.";
        nothing_scored: S = "还没有可以比较的评分。", "There are no scores to compare yet.";
        not_lockable: fn(&NotLockable, &str) -> String = |why, name| match why {
            NotLockable::NoEvaluators => "添加评分人".to_owned(), NotLockable::NoCriteria => "添加准则".to_owned(), NotLockable::Weights(None) => "把准则权重调到合计 100".to_owned(), NotLockable::Weights(Some(_)) => format!("把{name}下面的权重调到合计 100"),
            NotLockable::NotSubmitted(_) => format!("请{name}提交评分表"), NotLockable::ReasonMissing(..) => format!("写出{name}分数不同的原因"), NotLockable::AgreedReasonMissing(..) => format!("写出{name}合议分的理由"), NotLockable::LowCoverage(..) => format!("补评分，至少覆盖 80%：{name}"),
        }, |why, name| match why {
            NotLockable::NoEvaluators => "Add an evaluator".to_owned(), NotLockable::NoCriteria => "Add a criterion".to_owned(), NotLockable::Weights(None) => "Make the weights of the criteria sum to 100".to_owned(), NotLockable::Weights(Some(_)) => format!("Make the weights under {name} sum to 100"),
            NotLockable::NotSubmitted(_) => format!("Get the sheet of {name}"), NotLockable::ReasonMissing(..) => format!("Enter why scores of {name} differ"), NotLockable::AgreedReasonMissing(..) => format!("Enter why the score of {name} was agreed"), NotLockable::LowCoverage(..) => format!("Complete the scores to at least 80 %: {name}"),
        };
        not_decidable: fn(NotDecidable) -> S = |why| match why {
            NotDecidable::ScoresOpen => "先锁定评分", NotDecidable::NoRanking => "还没有排名，原因见页首", NotDecidable::NothingChosen => "选定一家服务商", NotDecidable::ChosenIsOut => "选定的服务商资质已出局，换一家", NotDecidable::BackupUnfit => "备用服务商要另选一家仍在候选的", NotDecidable::NoReason => "写明理由", NotDecidable::NoReasonAgainst => "写明为什么不按排名或试点结论", NotDecidable::PriceUnexplained => "选定这家的报价要先有被接受的书面说明（在“方案”里记录）",
        }, |why| match why {
            NotDecidable::ScoresOpen => "Lock the scores first", NotDecidable::NoRanking => "There is no ranking yet; the top of the page says why", NotDecidable::NothingChosen => "Choose a vendor", NotDecidable::ChosenIsOut => "Choose a vendor that is still in", NotDecidable::BackupUnfit => "Choose another vendor that is still in as backup", NotDecidable::NoReason => "Enter why", NotDecidable::NoReasonAgainst => "Enter why not by the ranking or the pilot", NotDecidable::PriceUnexplained => "The price of this vendor needs an accepted explanation first (under Proposals)",
        };
    }
}
