//! Words of reviews. Only the page of reviews and the paper of a review read them.

pub mod card;

use crate::domain::performance::review::agreed::Usual;
use crate::domain::performance::review::difference::Figure;
use crate::domain::performance::scorecard::{PointsError, ScorecardError};
use crate::domain::period::Cycle;
use crate::domain::profile::Side;
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(ReviewsText);

texts! {
    /// Words of reviews.
    ReviewsText {
        nothing: S = "填了读数以后，这里按期出评分卡和等级。", "Once readings are in, each period gets a scorecard and a grade here.";
        vendor: S = "供应商", "Vendor";
        period_label: S = "评审期", "Period";
        cycle_label: S = "多久评一次", "How often";
        cycle: fn(Cycle) -> S = |cycle| match cycle { Cycle::Month => "每月", Cycle::Quarter => "每季度", Cycle::HalfYear => "每半年" },
            |cycle| match cycle { Cycle::Month => "Every month", Cycle::Quarter => "Every quarter", Cycle::HalfYear => "Every half-year" };
        closed_option: fn(&str) -> String = |period| format!("{period}，已结"), |period| format!("{period}, closed");
        not_over: fn(&str) -> String = |date| format!("这一期到 {date} 才结束，以后的读数还会改变结果。"), |date| format!("The period runs until {date}; readings still to come will change the result.");
        finding: fn(&str, &str, &str) -> String = |vendor, score, grade| format!("{vendor}得 {score} 分，评为 {grade} 级。"), |vendor, score, grade| format!("{vendor} scores {score}, grade {grade}.");
        no_data: fn(&str) -> String = |vendor| format!("{vendor}这一期还没有数据，不评级。"), |vendor| format!("{vendor} has no data in this period, so no grade.");
        low_coverage: fn(&str, &str) -> String = |vendor, percent| format!("{vendor}这一期有数据的指标只占权重的 {percent}%，不到 80%，不评级。"), |vendor, percent| format!("{vendor}: KPIs with data carry only {percent} % of the weight in this period, less than 80 %, so no grade.");
        pending: S = "这一期更差，但连续第二期才降级。", "This period was worse; a downgrade needs a second one.";
        severe_finding: S = "有严重违约，当期就降级。", "A severe breach downgrades at once.";
        advice_because: fn(&str, &str) -> String = |advice, because| format!("{advice}理由：{because}。"), |advice, because| format!("{advice} Reason: {because}.");
        closed_finding: fn(&str) -> String = |date| format!("{date} 结的，以后怎么改都不影响它。"), |date| format!("Closed on {date}; no later change alters it.");
        error: fn(ScorecardError) -> String = |error| match error {
            ScorecardError::WeightsNot10000 => "把计分指标的权重调到合计 100%，才能算总分。".to_owned(),
            ScorecardError::Points(PointsError::FloorEqualsTarget, place) => format!("第 {} 项计分指标的底线等于目标。改其中一个。", place + 1),
            ScorecardError::Points(PointsError::FloorTargetOrder, place) => format!("第 {} 项计分指标的底线在目标的另一边。检查方向。", place + 1),
        }, |error| match error {
            ScorecardError::WeightsNot10000 => "Make the weights of the scored KPIs sum to 100 % to get a score.".to_owned(),
            ScorecardError::Points(PointsError::FloorEqualsTarget, place) => format!("Floor and target of scored KPI {} are equal. Change one.", place + 1),
            ScorecardError::Points(PointsError::FloorTargetOrder, place) => format!("The floor of scored KPI {} lies beyond its target. Check the direction.", place + 1),
        };

        card_head: S = "评分卡", "Scorecard";
        bands: fn(&str) -> String = |bands| format!("等级线 {bands}"), |bands| format!("Grade bands {bands}");
        kpi: S = "指标", "KPI";
        value: S = "本期值", "Value";
        target: S = "目标", "Target";
        floor: S = "底线", "Floor";
        points: S = "得分，0～100", "Points, 0–100";
        effective: S = "有效权重 %", "Effective weight %";
        contribution: S = "计入", "Counts";
        score: S = "总分", "Score";
        grade_line: fn(&str) -> String = |grade| format!("{grade} 级"), |grade| format!("Grade {grade}");
        no_grade: S = "不评级", "No grade";
        to_next: fn(&str, &str) -> String = |points, grade| format!("离 {grade} 级差 {points} 分"), |points, grade| format!("{points} points below {grade}");
        coverage: fn(&str) -> String = |percent| format!("有数据的指标占权重 {percent}%"), |percent| format!("KPIs with data carry {percent} % of the weight");
        parts: fn(&str, &str) -> String = |counted, judged| format!("定量 {counted}%，定性 {judged}%"), |counted, judged| format!("counted {counted} %, judged {judged} %");
        unusual_parts: fn(&str) -> String = |judged| format!("定性部分占 {judged}%，通常是 20%～30%。"), |judged| format!("The judged part carries {judged} %; 20–30 % is usual.");
        reported_only: fn(&str) -> String = |kpis| format!("{kpis} 没有目标或底线，只报告不计分"), |kpis| format!("{kpis}: no target or floor, so reported, not scored");
        score_rule: S = "得分 =（值 − 底线）÷（目标 − 底线）× 100，限在 0～100；总分按有数据的指标加权平均，权重重新分摊。本期值是有数据月份的平均；定性指标取本期评分。", "Points = (value − floor) ÷ (target − floor) × 100, kept in 0–100. The score is the weighted mean over KPIs with data, their weights spread anew. A period's value is the mean of its months with data; of a judged KPI, the mark.";
        missing_input: S = "没有数据，权重分给其余", "no data; its weight goes to the others";
        grade_computed: S = "等级怎么定的", "How the grade came about";
        grade_rule: S = "分数落在哪一级，含下限，不含上限；最高一级含 100。升级马上生效；降级要连续两期，按其中较好的一期；有严重违约当期就降。没有数据或不到 80% 权重的一期跳过。", "The band a score lies in, its lower limit included, its upper one not; the top one includes 100. A better grade counts at once; a worse one needs two periods in a row and then the better of the two, or one severe breach. A period without data, or with less than 80 % of the weight, is passed over.";
        raw_and_given: fn(&str, &str) -> String = |raw, given| format!("按分数 {raw}，定为 {given}"), |raw, given| format!("{raw} by the score, {given} given");

        judged_head: S = "定性评价", "What people judge";
        judged_hint: S = "1～5 分，并写下依据：哪一天、哪件事。没有依据不能结。", "1–5 each, with what shows it: which day, which case. Without it the review cannot be closed.";
        no_judged: S = "还没有定性指标。主动性、配合度这类由人评分，通常占 20%～30%。", "No KPI is judged yet. People judge things like initiative and cooperation; 20–30 % is usual.";
        add_judged: S = "添加主动性和配合度", "Add initiative and cooperation";
        usual_judged: [[S; 2]; 2] = [["主动性", "提前提出问题和改进，不等人催"], ["配合度", "回应及时，说到做到，会议和检查都到位"]],
            [["Initiative", "Raises problems and improvements before being asked"], ["Cooperation", "Answers in time, keeps its word, attends meetings and checks"]];
        weights_next: S = "加好以后，到指标页把权重分给它们。", "Once added, give them weight on the KPI page.";
        mark: S = "评分", "Mark";
        mark_ends: [S; 2] = ["差", "很好"], ["poor", "excellent"];
        evidence: S = "依据", "What shows it";
        evidence_missing: S = "写下依据，评分才算数", "Write down what shows it";
        severe: S = "这一期有严重违约", "There was a severe breach in this period";
        severe_reason: S = "发生了什么", "What happened";
        severe_missing: S = "写下发生了什么", "Write down what happened";
        severe_colon: fn(&str) -> String = |severe| format!("{severe}："), |severe| format!("{severe}: ");
        no_severe: S = "没有严重违约。", "No severe breach.";

        agreed_head: S = "约定的行动", "Agreed actions";
        agreed_in: S = "哪一期约定", "Agreed in";
        to_check: S = "这次评审要检查这些改进有没有保持住：", "To be checked at this review, whether it held:";
        what: S = "做什么", "What";
        owner: S = "负责人", "Owner";
        due: S = "期限", "Due";
        done: S = "完成", "Done";
        state: S = "状态", "State";
        state_done: S = "已完成", "done";
        state_open: S = "进行中", "open";
        overdue: fn(i64) -> String = |days| format!("逾期 {days} 天"), |days| format!("{} overdue", plural(usize::try_from(days).unwrap_or(0), "day", "days"));
        add_agreed: S = "添加行动", "Add an action";
        take_usual: fn(&str) -> String = |grade| format!("加入 {grade} 级的常用行动"), |grade| format!("Add what usually follows from {grade}");
        usual: fn(Usual) -> S = |usual| match usual {
            Usual::LongerTerm => "谈更长的合同期",
            Usual::SharedGains => "约定节省和增收怎么分",
            Usual::GoOn => "按约继续，下一期再看",
            Usual::WrittenPlan => "交书面改进计划：原因、措施、负责人、日期",
            Usual::CheckAgain => "下一期复查改进计划的效果",
            Usual::NoNewWork => "停止新增业务",
            Usual::StartBackup => "启动备用供应商，开始并行",
        }, |usual| match usual {
            Usual::LongerTerm => "Talk about a longer term",
            Usual::SharedGains => "Agree how savings and gains are shared",
            Usual::GoOn => "Go on as agreed, look again next period",
            Usual::WrittenPlan => "Hand in a written plan: causes, measures, owners, dates",
            Usual::CheckAgain => "Check at the next review what the plan came to",
            Usual::NoNewWork => "Hand over no new work",
            Usual::StartBackup => "Start the backup vendor beside the present one",
        };
        agreed_words: S = "其他约定", "Agreed besides";
        agreed_note: S = "结了以后还可以在这里记完成日期；结时约定的原文留在版本里。", "Dates of completion are entered here after closing too; what was agreed stays in the version as it was.";

        sides_head: S = "双方意见和确认", "What both sides say and confirm";
        comment: fn(Side) -> S = |side| match side { Side::Client => "委托方意见", Side::Vendor => "供应商意见" },
            |side| match side { Side::Client => "What the client says", Side::Vendor => "What the vendor says" };
        signer: S = "确认人", "Confirmed by";
        signer_role: S = "职务", "Role";
        signed_on: S = "日期", "Date";
        fingerprint: S = "指纹", "Fingerprint";
        not_confirmed: S = "还没有确认。", "Not confirmed yet.";
        signer_missing: S = "填写确认人", "Enter who confirms";
        role_missing: S = "填写职务", "Enter the role";
        date_missing: S = "填写日期", "Enter the date";
        confirm: S = "确认这次评审", "Confirm this review";
        confirm_again: S = "重新确认", "Confirm again";
        withdraw: S = "撤回确认", "Withdraw";
        outdated: S = "确认之后有改动", "changed since it was confirmed";
        seal_name: fn(bool, bool) -> S = |client, vendor| match (client, vendor) { (true, true) => "双方都已确认", (true, false) => "委托方已确认", (false, true) => "供应商已确认", _ => "双方都还没有确认" },
            |client, vendor| match (client, vendor) { (true, true) => "Both sides confirmed", (true, false) => "The client confirmed", (false, true) => "The vendor confirmed", _ => "Neither side confirmed" };
        close: S = "结束这次评审", "Close the review";
        close_note: S = "结了以后，指标、权重、目标、底线、等级线、读数、结果和双方意见都按当时留存。", "Closing keeps KPIs, weights, targets, floors, bands, readings, result and comments as they are now.";
        cannot_close: S = "现在还不能结：", "It cannot be closed yet:";
        unready_period: fn(&str) -> String = |date| format!("这一期到 {date} 才结束，当天起可以结"), |date| format!("the period runs until {date}; close it from that day on");
        unready_check: fn(&str) -> String = |theme| format!("{theme} 的效果在这次评审检查：写下保持住了没有"), |theme| format!("{theme} is checked at this review: say whether its effect held");
        to_check_way: S = "去检查", "Check it";
        unready_reason: S = "写下严重违约是什么", "say what the severe breach was";
        unready_evidence: fn(&str) -> String = |kpi| format!("给 {kpi} 的评分写依据"), |kpi| format!("say what shows the mark of {kpi}");
        unready_side: fn(Side) -> S = |side| match side { Side::Client => "委托方还没有确认", Side::Vendor => "供应商还没有确认" },
            |side| match side { Side::Client => "the client has not confirmed", Side::Vendor => "the vendor has not confirmed" };
        unready_outdated: fn(Side) -> S = |side| match side { Side::Client => "委托方确认之后有改动，要重新确认", Side::Vendor => "供应商确认之后有改动，要重新确认" },
            |side| match side { Side::Client => "something changed since the client confirmed", Side::Vendor => "something changed since the vendor confirmed" };
        subject: fn(&str, &str) -> String = |vendor, period| format!("{vendor} {period}评审"), |vendor, period| format!("review of {vendor}, {period}");

        history_head: S = "历次等级", "Grade history";
        history_finding: fn(usize, usize) -> String = |graded, closed| format!("{graded} 期有等级，{closed} 期已结。"), |graded, closed| format!("{} graded, {closed} closed.", plural(graded, "period", "periods"));
        raw_grade: S = "按分数", "By the score";
        given_grade: S = "定为", "Given";
        closed_on: fn(&str) -> String = |date| format!("{date} 结"), |date| format!("closed {date}");
        open: S = "未结", "open";
        reopened: S = "重新打开了", "opened again";
        severe_tag: S = "严重违约", "Severe breach";
        shown: S = "正在看", "shown";

        versions_head: S = "版本", "Versions";
        version: fn(usize) -> String = |number| format!("版本 {number}"), |number| format!("Version {number}");
        in_force: S = "现行", "in force";
        reopened_for: fn(&str, &str) -> String = |date, reason| format!("{date} 重新打开：{reason}"), |date, reason| format!("Opened again on {date}: {reason}");
        reopen: S = "重新打开", "Open again";
        reopen_reason: S = "为什么重新打开", "Why it is opened again";
        reopen_missing: S = "写下原因", "Write down why";
        reopen_note: S = "这一版会留着；改完由双方重新确认，再结成新的一版。", "This version stays. After the change both sides confirm anew and it is closed as a new version.";
        today_head: S = "和今天的数据比", "Against today's data";
        today_same: S = "今天的数据给出同样的结果。", "Today's data give the same result.";
        today_differs: fn(usize) -> String = |count| format!("用今天的数据会有 {count} 处不同；已结的这一版不变。"), |count| format!("Today's data would differ in {}; the closed version stays as it is.", plural(count, "place", "places"));
        broken: S = "内容和指纹不符", "Content and fingerprint differ";
        differs_what: S = "什么不同", "What differs";
        was: S = "结时", "As closed";
        now: S = "今天", "Today";
        differs_score: S = "总分", "Score";
        differs_grade: S = "等级", "Grade";
        differs_bands: S = "等级线已改", "The grade bands were changed";
        differs_gone: S = "指标已删除", "KPI taken out";
        differs_new: S = "新指标", "New KPI";
        differs_direction: S = "方向已改", "The direction was changed";
        figure: fn(Figure) -> S = |figure| match figure { Figure::Value => "本期值", Figure::Target => "目标", Figure::Floor => "底线", Figure::Weight => "权重 %" },
            |figure| match figure { Figure::Value => "value", Figure::Target => "target", Figure::Floor => "floor", Figure::Weight => "weight %" };
    }
}
