//! Words of processes and of savings. They are read on the pages of stage 1 only and travel with them.

use crate::domain::profile::Side;
use crate::domain::requirements::flow::{Doubt, StepKind};
use crate::domain::requirements::saving::NoSaving;
use crate::domain::requirements::wording::criteria::SCAFFOLDS;
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(FlowText);

texts! {
    /// Words of processes and of savings.
    FlowText {
        head: S = "流程", "Process flow";
        empty: S = "把一件事从头到尾写成几步，写明每步归哪一方，就画成跨骑缝的流程图。", "Write a case step by step and say which party does each: it is drawn across the seam.";
        add: S = "添加流程", "Add a process";
        edit: S = "编辑步骤", "Edit the steps";
        caption: fn(usize, usize, usize) -> String = |steps, handovers, doubts| format!("{steps} 步，交接 {handovers} 次{}。", if doubts == 0 { "，每步都走得到终点".to_owned() } else { format!("，{doubts} 处要看") }),
            |steps, handovers, doubts| format!("{}, {}{}.", plural(steps, "step", "steps"), plural(handovers, "handover", "handovers"), if doubts == 0 { "; every step gets to the end".to_owned() } else { format!("; {doubts} to look at") });
        steps: S = "步骤", "Steps";
        start: S = "开始", "Start";
        end: S = "结束", "End";
        number: S = "序号", "No.";
        who: S = "谁", "Who";
        what: S = "做什么", "What";
        kind_label: S = "类型", "Kind";
        kind: fn(StepKind) -> S = |kind| match kind { StepKind::Action => "步骤", StepKind::Decision => "判断" }, |kind| match kind { StepKind::Action => "Step", StepKind::Decision => "Decision" };
        then: S = "接着", "Then";
        answer: S = "答案", "Answer";
        next_step: S = "下一步", "Next step";
        no_step: fn(u32) -> String = |number| format!("{number}（没有这一步）"), |number| format!("{number} (no such step)");
        add_step: S = "添加步骤", "Add a step";
        add_answer: S = "添加答案", "Add an answer";
        of_step: fn(&str, usize) -> String = |what, number| format!("{what}，第 {number} 步"), |what, number| format!("{what}, step {number}");
        keys: S = "Enter 在下面加一步，Alt+↑↓ 移动", "Enter adds a step below, Alt+↑↓ moves it";
        doubts_head: S = "流程里要看的地方", "To look at in this process";
        doubt: fn(Doubt) -> String = doubt_zh, doubt_en;
        row: fn(usize) -> String = |count| format!("，{count} 个流程"), |count| format!(", {}", plural(count, "process", "processes"));
        serves_nothing: S = "没有对应的公司目标", "Serves no company goal";
        serving_none: fn(usize) -> String = |count| format!("{count} 项没有对应的公司目标。"), |count| if count == 1 { "One serves no company goal.".to_owned() } else { format!("{count} serve no company goal.") };
        saving_head: S = "按总拥有成本算的节省", "Saving on total cost of ownership";
        saving: fn(&str, &str, &str, u16) -> Vec<String> = |who, share, amount, months| vec![format!("{who}，"), format!("{months} 个月省 {share}，"), format!("共 {amount}。")],
            |who, share, amount, months| vec![format!("With {who},"), format!("{share} is saved"), format!("over {months} months, {amount}.")];
        costs_more: fn(&str, &str, &str, u16) -> Vec<String> = |who, share, amount, months| vec![format!("{who}，"), format!("{months} 个月里，外包比自己做多花 {share}，"), format!("共 {amount}。")],
            |who, share, amount, months| vec![format!("With {who},"), format!("outsourcing costs {share} more than the work does today"), format!("over {months} months, {amount}.")];
        dearer: S = "没有省钱，反而更贵", "Dearer than today, no saving";
        leading: fn(&str) -> String = |name| format!("{name}（暂时领先）"), |name| format!("{name} (leading)");
        saving_rule: S = "总拥有成本和现在的成本相比，不看报价。", "The total cost of ownership against today's cost, not the quote.";
        saving_formula: S = "（现在的成本 − 总拥有成本）÷ 现在的成本", "(today's cost − total cost of ownership) ÷ today's cost";
        saving_baseline: S = "现在的成本，每月", "Today's cost, a month";
        saving_cost: S = "总拥有成本", "Total cost of ownership";
        no_saving: fn(NoSaving) -> (S, S) = |why| match why {
            NoSaving::Baseline => ("要先填", "现在每月的全部成本"), NoSaving::OpenPrices => ("评分锁定、价格公开后才算得出：", "去锁定评分"), NoSaving::Vendor => ("还没有选定或领先的供应商：", "去排名"), NoSaving::Price => ("这家供应商没有报价或已出局：", "去看方案"),
        }, |why| match why {
            NoSaving::Baseline => ("To fill first:", "full cost a month today"), NoSaving::OpenPrices => ("Prices are covered until scores are locked:", "lock the scores"), NoSaving::Vendor => ("No vendor is chosen or leads yet:", "see the ranking"), NoSaving::Price => ("This vendor has no price or is out:", "see the proposals"),
        };
        not_a_link: S = "不是网址，没有做成链接", "Not a web address, so not a link";
        scaffold: S = SCAFFOLDS[0], SCAFFOLDS[1];
        scaffold_action: S = "验收标准按“假如 / 当 / 那么”写", "Write the acceptance as Given / When / Then";
        priorities: fn([usize; 4]) -> String = |counts| format!("{}。", named(counts, ["项必须有", "项应该有", "项可以有", "项这次不做"]).join("，")), |counts| format!("{}.", named(counts, ["must", "should", "could", "won't"]).join(", "));
        all_must: S = "全是“必须有”，等于没排优先级。", "All are musts, so no priority is left.";
    }
}

/// Names the priorities that occur, with how often.
fn named(counts: [usize; 4], names: [S; 4]) -> Vec<String> {
    let named = counts.into_iter().zip(names).filter(|(count, _)| 0 < *count);
    named.map(|(count, name)| format!("{count} {name}")).collect()
}

fn doubt_zh(doubt: Doubt) -> String {
    match doubt {
        Doubt::Unreached(place) => format!("第 {} 步：从开始走不到这里", place + 1),
        Doubt::NoTarget(place, number) => format!("第 {} 步：指向第 {number} 步，但没有这一步", place + 1),
        Doubt::OneAnswer(place) => format!("第 {} 步：判断至少要有两个答案", place + 1),
        Doubt::NeverEnds => "没有一条路走到结束".to_owned(),
        Doubt::Trapped(place) => format!("第 {} 步：从这里走不到结束", place + 1),
        Doubt::OneParty(Side::Client) => "每一步都归委托方，供应商没有参与".to_owned(),
        Doubt::OneParty(Side::Vendor) => "每一步都归供应商，委托方没有参与".to_owned(),
    }
}

fn doubt_en(doubt: Doubt) -> String {
    match doubt {
        Doubt::Unreached(place) => format!("Step {}: nothing leads here from the start", place + 1),
        Doubt::NoTarget(place, number) => {
            format!("Step {}: leads to step {number}, which is not there", place + 1)
        }
        Doubt::OneAnswer(place) => format!("Step {}: a decision needs two answers or more", place + 1),
        Doubt::NeverEnds => "No way leads to the end".to_owned(),
        Doubt::Trapped(place) => format!("Step {}: no way leads from here to the end", place + 1),
        Doubt::OneParty(Side::Client) => "The client does every step; the vendor has no part".to_owned(),
        Doubt::OneParty(Side::Vendor) => "The vendor does every step; the client has no part".to_owned(),
    }
}
