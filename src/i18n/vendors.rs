//! Words of stage 3: here what its pages share, beside it what one of them says.

pub mod decide;
pub mod offers;
pub mod qualify;
pub mod scores;
mod sentences;
pub mod weighing;

use crate::domain::language::Language;
use crate::domain::selection::PilotVerdict;
use crate::domain::selection::gates::Scored;
use crate::domain::selection::method::{Aggregation, ScorePart};
use crate::domain::selection::steps::StepFact;
use crate::i18n::macros::{S, apart, texts};
use crate::i18n::vendors::sentences::{scored_en, scored_zh, step_en, step_zh};

apart!(VendorsText);
texts! {
    /// Words the pages of stage 3 share.
    VendorsText {
        wizard: S = "选商步骤", "Steps of vendor selection";
        step_of: fn(usize) -> String = |step| format!("选商，第 {step} 步，共 6 步"), |step| format!("Vendors, step {step} of 6");
        step_fact: fn(StepFact, Language) -> String = step_zh, step_en;
        step_current: S = "当前", "current";
        vendors_empty: S = "候选供应商会列在这里，一家一行，走完六步得出决定。", "The vendors in question are listed here, one a row, through six steps to a decision.";
        add_vendor: S = "添加供应商", "Add a vendor";
        vendor: S = "供应商", "Vendor";
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
        column_cases: S = "案例", "Cases";
        column_price: S = "报价", "Price";
        column_pilot: S = "试点", "Pilot";
        covered: S = "锁定评分前遮住", "Covered until scores lock";
        gate_minimum: S = "至少几分（0～5）", "At least (0–5)";
        gate_floor: S = "至少几分（0～100）", "At least (0–100)";
        gate_keep: S = "留下几家", "How many go on";
        gate_unfinished: S = "没设完，不起作用", "Not finished: fails nobody";
        scored: fn(Scored) -> String = scored_zh, scored_en;
        scored_later: S = "锁定评分后判定", "Judged once scores are locked";
        median_score_rule: S = "这条准则取各人分数的中位数。", "The median of the scores given on this criterion.";
        agreed_score_rule: S = "这条准则按合议分计。", "The score agreed on for this criterion.";
        group_score_rule: S = "下面各条准则的得分按权重取平均，没人打分的不计。", "The mean of the criteria under it by their weights, without those nobody scored.";
        place_rule: S = "到这一项还在候选的供应商按这个分数排名次，同分同名次。", "The vendors still in at this gate are placed by this score; equals share a place.";
        capability_total: S = "能力总分", "Capability total";
        verdict_label: S = "结论", "Verdict";
        evidence: S = "依据（看到了什么）", "Evidence (what was seen)";
        board_locked: S = "评分或决定已锁定：解锁以后才能增减供应商。", "Scores or the decision are locked: vendors can be added or removed once they are unlocked.";
        vendors_first: S = "先添加供应商", "Add vendors first";
        criteria_head: S = "准则和权重", "Criteria and weights";
        criterion: S = "准则", "Criterion";
        weight_percent: S = "权重 %", "Weight %";
        spread_action: S = "平均分配", "Spread evenly";
        not_applicable: S = "不适用", "n/a";
        take_back_action: S = "收回修改", "Take back to change";
        submitted_note: fn(&str) -> String = |date| format!("{date} 已提交"), |date| format!("Submitted {date}");
        send_back_action: S = "存成文件发回去", "Save the file to send back";
        draft_action: S = "存一份草稿", "Save a draft";
        draft_note: S = "没有提交的只是草稿，发回去也不算交卷。", "What is not submitted is a draft and does not count as handed in.";
        median: S = "中位数", "Median";
        agreed: S = "合议分", "Agreed";
        agreed_rule: S = "每条准则按合议分计；没有合议的取各人分数的中位数。分数按权重合计，没人打分的准则不计。", "Each criterion counts with its agreed score, or else with the median of the scores given; summed by weight, without criteria nobody scored.";
        vendor_and_criterion: S = "供应商、准则", "Vendor, criterion";
        criteria_locked: S = "评分已锁定，解锁以后才能改准则", "Scores are locked; unlock them to change criteria";
        unlock_reason: S = "解锁的原因", "Why it is unlocked";
        unlock_reason_missing: S = "写明为什么解锁", "Enter why it is unlocked";
        unverified_note: S = "没核实，按 0 分计", "Not checked: counts 0";
        offer: S = "评分和内容", "Mark and offer";
        understanding: S = "需求理解", "Understanding";
        staffing: S = "资源配置", "Staffing";
        contingency: S = "应急预案", "Contingency plan";
        transparency: S = "报价透明", "Open price";
        base_price: S = "基础服务报价／月", "Base price a month";
        pilot_verdict: fn(PilotVerdict) -> S = |verdict| match verdict { PilotVerdict::Go => "可以签长期", PilotVerdict::Between => "延长试点，或写明理由再决定", PilotVerdict::Stop => "停止" },
            |verdict| match verdict { PilotVerdict::Go => "go", PilotVerdict::Between => "extend, or decide with a reason", PilotVerdict::Stop => "stop" };
        weeks_words: fn(u16) -> String = |weeks| format!("{weeks} 周"), |weeks| format!("{weeks} weeks");
        weights_head: S = "权重", "Weights";
        questions_action: S = "取舍问答", "Trade-off questions";
        weights_total: fn(&str, &str) -> String = |sum, rest| format!("合计 {sum}，剩余 {rest}"), |sum, rest| format!("total {sum}, remaining {rest}");
        aggregation: fn(Aggregation) -> S = |how| match how { Aggregation::Median => "中位数", Aggregation::Mean => "平均数", Aggregation::Agreed => "合议分" }, |how| match how { Aggregation::Median => "Median", Aggregation::Mean => "Mean", Aggregation::Agreed => "Agreed scores" };
        part: fn(ScorePart) -> S = |part| match part { ScorePart::Capability => "能力", ScorePart::Cases => "案例", ScorePart::Proposal => "方案", ScorePart::Price => "价格" },
            |part| match part { ScorePart::Capability => "Capability", ScorePart::Cases => "Cases", ScorePart::Proposal => "Proposal", ScorePart::Price => "Price" };
        names_join: S = "和", " and ";
        capability_rule: S = "每位评分人按准则权重算总分（0～100），再合并。", "Each evaluator's total by the weights of the criteria (0–100), then put together.";
        part_score: S = "这一项得分", "Score of this part";
        decided_hint: S = "决定已锁定，这一步只读。", "The decision is locked; this step is read-only.";
        to_decision: S = "去看决定", "See the decision";
        agreed_idle: fn(usize, &str) -> String = |count, how| format!("有 {count} 个合议分没有计入：评分现在按{how}合并。"), |count, how| format!("Agreed scores that do not count ({count}): sheets are put together by {how}.");
        agreed_change: S = "改合并办法", "Change how";
        rank: S = "名次", "Rank";
    }
}

impl VendorsText {
    /// Names what a proposal is marked for, in the order of [`Proposal::marks`](crate::domain::selection::Proposal::marks).
    #[must_use]
    pub const fn marks(&self) -> [S; 4] {
        [self.understanding, self.staffing, self.contingency, self.transparency]
    }
}
