//! Words of the decision laboratory. They belong to the worker: no page carries them.

use decision::low_bid::china::Rule;
use decision::low_bid::spain;

use crate::domain::selection::method::{Aggregation, Possible};
use crate::domain::selection::weighing::WeighingBy;
use crate::i18n::macros::{S, apart, texts};

apart!(LabText);

texts! {
    /// Words of the laboratory.
    LabText {
        source: fn(&str) -> String = |source| format!("出处：{source}"), |source| format!("Source: {source}");
        and: S = "、", ", ";
        first_head: S = "第一名", "First";
        lead_head: S = "领先分数", "Lead, points";
        then_first: fn(&str, &str) -> String = |what, first| format!("{what}：{first}第一"), |what, first| format!("{what}: {first} is first");
        chances_title: S = "权重和评分不确定时，各名次有多大可能", "How often each rank, when weights and scores are uncertain";
        chances_finding: fn(&str, &str, &str) -> String = |samples, name, share| format!("权重和评分一起随机取 {samples} 组，{name}有 {share} 排第一。"), |samples, name, share| format!("With weights and scores drawn together {samples} times, {name} is first in {share}.");
        chances_note: fn(bool) -> String = |is_agreed| format!("{}“典型权重”是某家排第一时权重的平均，依次为能力、案例、方案、价格；“把握”是按典型权重它排第一的比例。同一份文件总给出同样的数字。", if is_agreed { "能力分按合议分，不再变动。" } else { "评分人给分不同的地方，能力分在最低与最高之间随机取值。" }),
            |is_agreed| format!("{} Central weights are the mean of the weights that put a vendor first (capability, cases, proposal, price); confidence is how often it is first with exactly these. The same file always gives the same figures.", if is_agreed { "Capability counts as agreed and is not varied." } else { "Where evaluators differ, the capability score is drawn between their lowest and highest." });
        chances_source: S = "SMAA-2，Lahdelma 与 Salminen 2001，Operations Research 49(3)", "SMAA-2, Lahdelma & Salminen 2001, Operations Research 49(3)";
        possible_rule: fn(Possible) -> S = |possible| match possible {
            Possible::Any => "在总和为 1 的所有权重中均匀抽取，数排第一的次数。",
            Possible::Ordered => "只抽取与现在权重同样排序的权重，均匀抽取，数排第一的次数。",
            Possible::Around => "每个权重各自在现值 ±20% 内均匀抽取，再除以总和，数排第一的次数。",
        }, |possible| match possible {
            Possible::Any => "Weights are drawn evenly from all that sum to 1; first places are counted.",
            Possible::Ordered => "Weights are drawn evenly from all in the order of the present ones; first places are counted.",
            Possible::Around => "Each weight is drawn evenly within ±20 % of itself, then all are divided by their sum; first places are counted.",
        };
        rank_head: fn(usize) -> String = |rank| format!("第 {rank} 名"), |rank| format!("Rank {rank}");
        rank_short: fn(usize) -> String = |rank| format!("第{rank}"), |rank| format!("#{rank}");
        central_head: S = "典型权重 %", "Central weights, %";
        confidence_head: S = "把握", "Confidence";
        methods_title: S = "换一种方法排名", "The same scores under other methods";
        method_names: [&'static str; 4] = ["加权求和", "TOPSIS", "VIKOR（Q 越小越好）", "PROMETHEE II"], ["Weighted sum", "TOPSIS", "VIKOR (lower Q is better)", "PROMETHEE II"];
        method_rules: [&'static str; 4] = [
            "分数 × 权重，求和。",
            "分数先除以该列平方和的平方根并乘权重，再看离最好的距离 D⁺ 和离最差的距离 D⁻。",
            "S 是各项加权差距之和，R 是最大的一项加权差距；各按最好与最差归一后各占一半（v = 0.5）。",
            "两两比较：差 5 分以内不计，20 分以上算完全占优，之间按比例；φ⁺ 是平均占优，φ⁻ 是平均被占优。",
        ], [
            "Score × weight, summed.",
            "Each score is divided by the root of its column's sum of squares and weighted; D⁺ is the distance to the best, D⁻ to the worst.",
            "S is the sum of the weighted gaps, R the largest one; both are scaled from best to worst and count half each (v = 0.5).",
            "Compared pair by pair: up to 5 points do not matter, from 20 on they matter fully, in between in proportion; φ⁺ is the mean preference for it, φ⁻ the mean preference against it.",
        ];
        methods_agree: fn(&str) -> String = |name| format!("四种方法都把{name}排在第一。"), |name| format!("All four methods put {name} first.");
        methods_differ: fn(&[String]) -> String = |others| format!("{}；其余方法与现在的排名一致。", others.join("，")), |others| format!("{}; the other methods agree with the ranking.", others.join("; "));
        method_puts_first: fn(&str, &str) -> String = |method, name| format!("{method} 把{name}排在第一"), |method, name| format!("{method} puts {name} first");
        method_traits: [&'static str; 3] = [
            "TOPSIS 看整体离理想有多远，偏爱各项均衡、没有明显短板的一家。",
            "VIKOR 给最大的短板一半的分量：总分高但有一项很差的会落后。",
            "PROMETHEE 只数两两之间够大的差距，小差距不算数。",
        ], [
            "TOPSIS looks at the distance to the ideal as a whole and favours the balanced one without a marked weakness.",
            "VIKOR gives half the weight to the worst gap: a high total with one very weak part falls behind.",
            "PROMETHEE counts only differences that are large enough, pair by pair; small ones do not matter.",
        ];
        vikor_conditions: fn(&str, &str, [bool; 2]) -> String = |gap, least, [leads, stable]| format!("VIKOR 的两个条件：前两名 Q 相差 {gap}，要不小于 1 / (n − 1) = {least}，{}；第一名按 S 或 R 也是第一，{}。", if leads { "满足" } else { "不满足" }, if stable { "满足" } else { "不满足" }),
            |gap, least, [leads, stable]| format!("VIKOR's two conditions: the first two differ by {gap} in Q, at least 1 / (n − 1) = {least} is asked for: {}; the first is first by S or R as well: {}.", if leads { "met" } else { "not met" }, if stable { "met" } else { "not met" });
        method_rank: fn(&str, usize, usize) -> String = |name, rank, total| format!("{name}第 {rank}（按总分第 {total}）"), |name, rank, total| format!("{name} is no. {rank} (no. {total} by total)");
        method_moves: fn(&str, &str, &str) -> String = |method, moved, traits| format!("{method}：{moved}。{traits}"), |method, moved, traits| format!("{method}: {moved}. {traits}");
        vikor_set: fn(&str) -> String = |names| format!("VIKOR 的领先条件没有满足，{names}都算折中解。"), |names| format!("VIKOR's conditions for a clear lead are not met: {names} form the compromise.");
        methods_source: S = "TOPSIS：Hwang 与 Yoon 1981；VIKOR：Opricovic 与 Tzeng 2004；PROMETHEE II：Brans、Vincke 与 Mareschal 1986", "TOPSIS: Hwang & Yoon 1981; VIKOR: Opricovic & Tzeng 2004; PROMETHEE II: Brans, Vincke & Mareschal 1986";
        left_out_title: S = "去掉一家、去掉一位评分人、报价变一成", "Without one vendor, without one evaluator, one price a tenth off";
        left_out_head: S = "改动", "Change";
        without: fn(&str) -> String = |name| format!("去掉{name}"), |name| format!("Without {name}");
        price_moved: fn(&str, i64) -> String = |name, percent| format!("{name}报价 {percent:+}%"), |name, percent| format!("{name} price {percent:+} %");
        no_longer_ranked: S = "排不出名次", "no ranking";
        left_out_holds: fn(&str) -> String = |name| format!("一次改一处，第一名都还是{name}。"), |name| format!("Changed one at a time, {name} stays first.");
        left_out_changes: fn(&[String]) -> String = |changes| format!("{}。", changes.join("；")), |changes| format!("{}.", changes.join("; "));
        left_out_note: S = "去掉第一名时，看第二名是否接上；接不上就说明排名靠的是它。", "Without the first, the second should follow; where it does not, the order rested on the one left out.";
        left_out_rule: S = "改这一处，重新评分、排名：分数 × 权重求和；领先分数是第一名减第二名。", "With this one change everything is scored and ranked anew: score × weight, summed; the lead is the first total less the second.";
        left_out_source: S = "排名逆转：Belton 与 Gear 1983，Omega 11(3)", "Rank reversal: Belton & Gear 1983, Omega 11(3)";
        map_title: S = "两个权重一起变，谁第一", "Who is first when two weights move";
        map_head: S = "第一名所占面积", "Share of the map";
        map_now: S = "现在的权重", "the weights now";
        map_share: fn(&str, &str) -> String = |name, share| format!("{name} {share}"), |name, share| format!("{name} {share}");
        map_finding: fn(&str, &str, &[String]) -> String = |across, up, said| format!("{across}和{up}的权重任意取值时，第一名的面积：{}。", said.join("，")), |across, up, said| format!("Over all weights of {across} and {up}, first places by area: {}.", said.join(", "));
        map_rule: S = "另外两项按现在的比例分剩下的权重；每格 1%，取格中点的权重算总分，最高的一家给格子上色。", "The other two parts share the rest as they do now; each field is 1 % wide, the totals at its middle decide its colour.";
        weights_title: S = "换一组权重", "Other sets of weights";
        weight_set_head: S = "权重", "Weights";
        weight_set_names: [&'static str; 5] = ["现在的权重", "平均分配", "只看重要性排序（ROC）", "熵权法", "CRITIC"], ["Present", "Equal", "Rank order only (ROC)", "Entropy", "CRITIC"];
        asked_by: fn(WeighingBy) -> S = |by| match by { WeighingBy::Direct => "直接填写", WeighingBy::RankOrder => "填写的排序（ROC）", WeighingBy::Swing => "摆幅", WeighingBy::Pairwise => "两两比较（AHP）" },
            |by| match by { WeighingBy::Direct => "Direct", WeighingBy::RankOrder => "Ranks entered (ROC)", WeighingBy::Swing => "Swing", WeighingBy::Pairwise => "Pairwise (AHP)" };
        not_enough: S = "没有填完，没有参与排名", "not complete, not ranked";
        no_contrast: S = "各家没有差别，给不出权重", "no contrast, no weights";
        not_whole: S = "合计不是 100，没有参与排名", "do not sum to 100, not ranked";
        weights_hold: fn(&str) -> String = |name| format!("换哪一组权重，第一名都是{name}。"), |name| format!("Under every set {name} is first.");
        weight_notes: [&'static str; 2] = [
            "熵权法和 CRITIC 只看数据：各家差别越大的一项权重越高。它们不知道你在乎什么，只能当旁证。",
            "权重相同时 ROC 取平均名次。",
        ], [
            "Entropy and CRITIC look at the data alone: a part counts the more the more it tells the vendors apart. They do not know what you care about; take them as a second opinion.",
            "Equal weights share their mean position under ROC.",
        ];
        weights_source: S = "ROC：Barron 与 Barrett 1996；摆幅：von Winterfeldt 与 Edwards 1986；两两比较：Saaty 1980，Harker 1987；熵权法：Zeleny 1982；CRITIC：Diakoulaki 等 1995", "ROC: Barron & Barrett 1996; swing: von Winterfeldt & Edwards 1986; pairwise: Saaty 1980, Harker 1987; entropy: Zeleny 1982; CRITIC: Diakoulaki et al. 1995";
        weights_rule: S = "分数不变，乘这一组权重，求和。", "The same scores times this set of weights, summed.";
        value_first_title: fn(&str) -> String = |weight| format!("按需求清晰度和风险，价格权重可取 {weight}%"), |weight| format!("By clarity and risk, price may weigh {weight} %");
        value_first_rule: S = "需求清楚、风险低，价格可以占主导；需求含糊或风险高，技术占主导（FAR 15.101）。形状是本产品自己的：10% + 50% × 清晰度 × (1 − 风险)。只是建议。", "A clear requirement of low risk lets the price dominate; a vague or risky one lets the technical side do so (FAR 15.101). The shape is this product's own: 10 % + 50 % × clarity × (1 − risk). A suggestion only.";
        clarity_input: S = "清晰度：写全的功能", "Clarity: complete features";
        risk_input: S = "风险：措施前分数的平均 / 25（条数）", "Risk: mean score before measures / 25 (count)";
        price_weight_now: S = "现在的价格权重", "Price weight now";
        prices_title: S = "换一种价格算分公式", "The prices under other formulas";
        prices_hold: fn(&str) -> String = |name| format!("换哪种公式，第一名都是{name}。"), |name| format!("Under every formula {name} is first.");
        prices_change: fn(&[String]) -> String = |changes| format!("公式会改变结果：{}。", changes.join("；")), |changes| format!("The formula decides: {}.", changes.join("; "));
        needs_bounds: S = "需要先填满分价和零分价", "needs the two bounds";
        paradox: fn(&str, &str, &str) -> String = |formula, gone, first| format!("排名悖论：按“{formula}”，落选的{gone}一退出，第一名就变成{first}。"), |formula, gone, first| format!("Ranking paradox: under “{formula}”, if the losing {gone} leaves, {first} becomes first.");
        clamped: S = "有报价超出上下限，价格分被截到 0 或满分。", "A price lies beyond the bounds; its points are cut at 0 or at full.";
        prices_note: S = "每格是价格得分 → 总分。以最低价为基准的公式里，别家的报价会改变你的分；预设上下限的不会。", "Each cell is points for price → total. Formulas based on the lowest price let rivals change a vendor's points; preset bounds do not.";
        prices_source: S = "87号令第55条；世界银行 QCBS；Bergman 与 Lundberg 2013", "MoF Order 87 art. 55; World Bank QCBS; Bergman & Lundberg 2013";
        point_title: fn(&str) -> String = |amount| format!("1 分相当于每月 {amount}"), |amount| format!("One point is worth {amount} a month");
        point_rule: S = "零分价减满分价，除以价格的满分：多一分质量最多值这么多钱。", "Price for no points less price for full points, over the points for price: what one more point of quality may cost.";
        low_title: S = "报价会不会低得不正常", "Is a price abnormally low";
        low_none: S = "没有报价触发异常低价规则。", "No price triggers a rule for abnormally low bids.";
        low_judged: S = "这条规则没有固定的线：每个报价低不低，由你们判断。", "This rule draws no line: whether a price is too low is yours to judge.";
        low_open: fn(&str) -> String = |rule| format!("“{rule}”现在还画不出线，没有检查报价。"), |rule| format!("{rule} draws no line yet, so no price was checked.");
        low_found: fn(&str) -> String = |names| format!("{names}的报价触发了异常低价审查，需要书面说明和证明。"), |names| format!("{names} triggers a review: ask for a written explanation with evidence.");
        effective_head: S = "实际触发线（规则 1）", "Effective line (rule 1)";
        effective_rule: fn(&str) -> String = |share| format!("均价里也有自己的报价 P：P < {share}% × (P + 其余之和) / n，解出 P。"), |share| format!("The mean contains the own price P: P < {share} % × (P + the others) / n, solved for P.");
        explained_head: S = "书面说明", "Explanation";
        explained: fn(bool, Option<bool>) -> S = |asked, accepted| match (asked, accepted) { (_, Some(true)) => "已接受", (_, Some(false)) => "没有接受", (true, None) => "已要求，等答复", (false, None) => "—" },
            |asked, accepted| match (asked, accepted) { (_, Some(true)) => "accepted", (_, Some(false)) => "not accepted", (true, None) => "asked, open", (false, None) => "—" };
        floor_head: S = "岗位成本底线", "Cost of the roles";
        below_floor: S = "低于底线", "below it";
        floor_missing: S = "团队里的供应商岗位还没有成本，底线算不出来。", "The vendor's roles under Team have no cost yet, so there is no floor to compare with.";
        floor_title: fn(&str, &str) -> String = |floor, below| if below.is_empty() { format!("按岗位成本，底线是每月 {floor}，没有报价低于它") } else { format!("按岗位成本，底线是每月 {floor}，低于它的：{below}") },
            |floor, below| if below.is_empty() { format!("By cost of the roles the floor is {floor} a month; no price lies below it") } else { format!("By cost of the roles the floor is {floor} a month; below it: {below}") };
        floor_rule: S = "供应商各岗位的人数 × 投入 × 一人一月全部成本，相加。低于它，人手多半会被挤压。底线是本产品自己的规则，不需要市场数据。", "Headcount × share × monthly cost, all in, over the vendor's roles. Below it somebody's resources are squeezed. This product's own rule; it needs no market data.";
        not_flagged: S = "未触发", "not flagged";
        china_rule: fn(Rule, &str) -> String = |rule, share| match rule {
            Rule::OfMean => format!("低于均价的 {share}%"),
            Rule::OfSecond => format!("低于次低价的 {share}%"),
            Rule::OfCeiling => format!("低于预算上限的 {share}%"),
            Rule::Committee => "评审认定".to_owned(),
        }, |rule, share| match rule {
            Rule::OfMean => format!("below {share} % of the mean"),
            Rule::OfSecond => format!("below {share} % of the second lowest"),
            Rule::OfCeiling => format!("below {share} % of the budget"),
            Rule::Committee => "named by the committee".to_owned(),
        };
        spain_rule: fn(spain::Rule) -> S = |rule| match rule {
            spain::Rule::One | spain::Rule::ThreeBudget => "低于预算 25% 以上",
            spain::Rule::Two => "低于另一家 20% 以上",
            spain::Rule::ThreeMean | spain::Rule::Four => "低于均价 10% 以上",
        }, |rule| match rule {
            spain::Rule::One | spain::Rule::ThreeBudget => "over 25 % below the budget",
            spain::Rule::Two => "over 20 % below the other",
            spain::Rule::ThreeMean | spain::Rule::Four => "over 10 % below the mean",
        };
        bank_flagged: fn(bool) -> S = |is_relative| if is_relative { "低于均价一个标准差以上" } else { "低于预算 20% 或更多" }, |is_relative| if is_relative { "over one standard deviation below the mean" } else { "20 % or more below the budget" };
        gap_flagged: S = "差距远超以往", "gap far above earlier ones";
        china_lines: [&'static str; 3] = ["规则 1 均价线", "规则 2 次低价线", "规则 3 预算线"], ["rule 1, line of the mean", "rule 2, line of the second lowest", "rule 3, line of the budget"];
        budget_line: S = "预算线", "line of the budget";
        deviation: fn(&str) -> String = |amount| format!("标准差 {amount}"), |amount| format!("standard deviation {amount}");
        low_notes: [&'static str; 2] = [
            "触发只是要求说明，不能直接判出局。企业采购可以参考，不是法律意见。",
            "均价里也有它自己：对手都报同一个价时，按 50% 算，两家的触发线其实只有对手价的 33%，三家 40%，五家 44%。",
        ], [
            "A flag asks for an explanation; it never puts a vendor out by itself. A reference for private firms, not legal advice.",
            "The mean contains the bid itself: where all rivals quote one price, rule 1 at 50 % fires only below 33 % of it for two bids, 40 % for three, 44 % for five.",
        ];
        low_counts: fn(&str) -> String = |rule| format!("结论按“{rule}”得出，在第 3.6.1 节选择；其他规则供对照。"), |rule| format!("The sentence goes by: {rule}, chosen in section 3.6.1. The others are for comparison.");
        gaps_missing: S = "R058 要至少四次以往采购的最低价和次低价，现在还不够。", "R058 takes the two lowest prices of four earlier purchases; there are fewer.";
        low_source: S = "财库〔2026〕2号；RGLCAP 第 85 条（RD 1098/2001）；世界银行 2016；Open Contracting R058（2024）；2014/24/EU 第 69 条", "财库〔2026〕2号; RGLCAP art. 85 (RD 1098/2001); World Bank 2016; Open Contracting R058 (2024); Directive 2014/24/EU art. 69";
        group_title: S = "评分人之间一致吗", "Do the evaluators agree";
        group_way: fn(Aggregation) -> S = |way| match way { Aggregation::Median => "总分，取中位", Aggregation::Mean => "总分，取平均", Aggregation::Agreed => "总分，按合议分" },
            |way| match way { Aggregation::Median => "Total by median", Aggregation::Mean => "Total by mean", Aggregation::Agreed => "Total as agreed" };
        borda_head: S = "Borda 计分", "Borda count";
        borda_rule: S = "每位评分人一项：它在这位心中胜过几家，打平算半家；各项相加。", "One term for each evaluator: how many vendors it beats on that sheet, half for a tie; summed.";
        group_unranked: fn(&str) -> String = |way| format!("{way}：评分不足八成，排不出名次。"), |way| format!("{way}: less than four fifths is scored, so there is no ranking.");
        group_finding: fn(&str, f64) -> String = |w, value| format!("Kendall W = {w}，{}；评分表怎么合并，第一名都相同。", if 0.7 <= value { "看法相当一致" } else if 0.4 <= value { "看法大致一致" } else { "看法分歧很大，先合议" }), |w, value| format!("Kendall's W = {w}: {}; however the sheets are put together, the first is the same.", if 0.7 <= value { "strong agreement" } else if 0.4 <= value { "moderate agreement" } else { "little agreement, discuss first" });
        group_differs: fn(&[String]) -> String = |ways| format!("合并办法会改变结果：{}。", ways.join("；")), |ways| format!("How the sheets are put together decides: {}.", ways.join("; "));
        group_undefined: S = "所有人给所有供应商同样的分，一致程度无从计算。", "Everybody scores every vendor the same; agreement cannot be computed.";
        group_note: S = "评分人各列是各自的能力分和名次。Borda：每位评分人心中胜过一家得一分，打平半分。", "The columns of the evaluators are their own capability scores with ranks. Borda: one point for every vendor an evaluator places below, half for a tie.";
        group_source: S = "Kendall 与 Babington Smith 1939；de Borda 1784", "Kendall & Babington Smith 1939; de Borda 1784";
        kendall_title: fn(&str) -> String = |w| format!("Kendall W = {w}"), |w| format!("Kendall's W = {w}");
        kendall_rule: S = "W = 12 S / (k² (m³ − m) − k T)：S 是各家名次和对平均的离差平方和，T 是并列修正，k 位评分人，m 家供应商。输入是平均名次。", "W = 12 S / (k² (m³ − m) − k T): S is the sum of squared deviations of the rank sums, T corrects for ties, k evaluators, m vendors. Inputs are mean ranks.";
    }
}
