//! Words of the proposals and the pilots.

use crate::domain::selection::PilotVerdict;
use crate::domain::selection::proposals::ProposalNote;
use crate::i18n::macros::{S, apart, texts};

apart!(OffersText);
texts! {
    /// Words of the proposals and the pilots.
    OffersText {
        explanation_head: S = "异常低价说明", "Explanation of the low price";
        explanation_note: S = "报价低得不正常时，先要书面说明和证明，再判断；不能直接判出局。", "An abnormally low price first asks for a written explanation with evidence; it never puts a vendor out by itself.";
        asked_on: S = "要求说明的日期", "Asked on";
        answered_on: S = "收到说明的日期", "Answered on";
        accepted: S = "是否接受", "Accepted";
        explanation: S = "说明和证明", "Explanation and evidence";
        judged_by: S = "谁判断的，为什么", "Judged by whom, and why";
        enter_prices: S = "录入报价", "Enter the prices";
        proposals_finding: fn(usize, usize, usize) -> Vec<String> = |all, complete, notes| vec![format!("{all} 家里有 {complete} 家的方案评完了；"), if notes == 0 { "没有要追问的。".to_owned() } else { format!("{notes} 处要追问。") }],
            |all, complete, notes| vec![format!("{complete} of {all} proposals are judged;"), if notes == 0 { "nothing is left to ask.".to_owned() } else { format!("{notes} points to ask about.") }];
        aspect: S = "比较项", "Aspect";
        edit_proposal: fn(&str) -> String = |name| format!("修改{name}的方案"), |name| format!("Edit the proposal of {name}");
        edit_action: S = "修改", "Edit";
        previous: S = "上一家", "Previous";
        next: S = "下一家", "Next";
        roles_staffed: fn(usize, usize) -> String = |staffed, needed| format!("{staffed} / {needed} 个角色"), |staffed, needed| format!("{staffed} of {needed} roles");
        versus_median: S = "基础报价与中位数比", "Base price versus median";
        proposal_note: fn(ProposalNote) -> S = |note| match note { ProposalNote::NoContingency => "没有应急预案", ProposalNote::StaffingShort => "角色没配齐", ProposalNote::LowPrice => "报价过低，请对方说明", ProposalNote::BelowFloor => "低于岗位成本，请对方说明" },
            |note| match note { ProposalNote::NoContingency => "No contingency plan", ProposalNote::StaffingShort => "Roles missing", ProposalNote::LowPrice => "Too low: ask to explain", ProposalNote::BelowFloor => "Below the cost of its roles: ask to explain" };
        contingency_note: S = "预案内容", "What the plan says";
        staffed_roles: S = "配齐的角色", "Roles staffed";
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
        pilot_says: fn(&str, PilotVerdict, bool) -> String = |vendors, verdict, is_last| { let end = if is_last { "。" } else { "；" }; match verdict { PilotVerdict::Go => format!("{vendors}试点达标，可以签长期{end}"), PilotVerdict::Between => format!("{vendors}要延长试点，或写明理由再决定{end}"), PilotVerdict::Stop => format!("{vendors}越过停止线，停止{end}") } },
            |vendors, verdict, is_last| { let end = if is_last { "." } else { ";" }; match verdict { PilotVerdict::Go => format!("{vendors}: go{end}"), PilotVerdict::Between => format!("{vendors}: extend, or decide with a reason{end}"), PilotVerdict::Stop => format!("{vendors}: stop{end}") } };
        pilot_result: fn(usize, usize) -> String = |met, all| format!("{all} 项指标，{met} 项达标"), |met, all| format!("{met} of {all} met");
        pilot_open: S = "还没有结果", "No result yet";
        pilot_skipped: fn(&str) -> String = |why| format!("跳过：{why}"), |why| format!("Skipped: {why}");
        price_not_counted: S = "0 不算报价：填写月价，或留空。", "A price of 0 is not counted: enter the price a month, or leave it empty.";
    }
}
