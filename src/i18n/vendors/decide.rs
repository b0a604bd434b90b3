//! Words of the decision: ranking, weights, second opinions and the record.

use crate::domain::performance::Direction;
use crate::domain::selection::deciding::NotDecidable;
use crate::domain::selection::measured::{MeasureRule, NotComparable};
use crate::domain::selection::method::{Possible, PriceFormula};
use crate::domain::selection::ranking::NoRanking;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};
use crate::i18n::vendors::sentences::{gap_en, gap_zh, points};

apart!(DecideText);
texts! {
    /// Words of the decision: ranking, weights, second opinions and the record.
    DecideText {
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
        ranking_head: S = "排名", "Ranking";
        how_part: fn(&str, &str, &str) -> String = |vendor, part, points| format!("{vendor}的{part} {points} 分是怎么算的"), |vendor, part, points| format!("How {vendor} earned {points} for {part}");
        margin: fn(&str, &str, &str) -> String = |leader, second, points| format!("{leader}领先{second} {points} 分，"), |leader, second, points| format!("{leader} leads {second} by {points} points");
        first_share: fn(&str) -> String = |share| format!("试过的权重组合里有 {share}% 是它排第一；"), |share| format!("and ranks first in {share} % of the weightings tried;");
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
        cases_rule: S = "每个核实过的案例：评分 x 记 (x − 1) / 4，回访问题记 x / 3，答了的取平均，乘 100；没核实的按 0；各案例取平均。", "Each checked case: a rating x gives (x − 1) / 4, an answer of the call x / 3; the mean of all given, times 100; unchecked ones count 0; then the mean of the cases.";
        proposal_rule: S = "四项评分的平均除以 5，乘 100。", "Mean of the four marks over 5, times 100.";
        weight: S = "权重", "Weight";
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
        backup: S = "备用供应商", "Backup vendor";
        reason: S = "理由", "Why";
        against: S = "不按排名或试点结论的理由", "Why not by the ranking or the pilot";
        dissent: S = "不同意见", "Dissent";
        lock_decision: S = "锁定决定", "Lock the decision";
        unlock_decision: S = "解锁决定", "Unlock the decision";
        decision_locked: fn(&str) -> String = |date| format!("决定已于 {date} 锁定"), |date| format!("Decided on {date}");
        lock_decision_note: S = "锁定后权重、评分和理由一起归档。", "Weights, scores and reasons are kept together from then on.";
        prices_open: fn(&str) -> String = |date| format!("评分已于 {date}锁定，报价同时揭示"), |date| format!("scores locked {date}, prices open");
        no_ranking: fn(&NoRanking) -> S = |why| match why {
            NoRanking::ScoresOpen => "评分锁定后才有排名，报价同时揭示。", NoRanking::NoVendor => "没有仍在候选的供应商。", NoRanking::Weights => "四项权重合计要正好是 100。", NoRanking::CriterionWeights => "能力准则的权重合计要正好是 100。",
            NoRanking::LowCoverage(_) => "评分覆盖不足 80% 不给排名。", NoRanking::PriceMissing(_) => "基础报价要大于 0 才能排名，还缺：", NoRanking::Bounds => "先定满分价和零分价，满分价要低于零分价。", NoRanking::LogBase => "对数的底要大于 1。",
        }, |why| match why {
            NoRanking::ScoresOpen => "There is a ranking once scores are locked; prices open then.", NoRanking::NoVendor => "No vendor is still in.", NoRanking::Weights => "The four weights have to sum to exactly 100.", NoRanking::CriterionWeights => "The weights of the capability criteria have to sum to exactly 100.",
            NoRanking::LowCoverage(_) => "With less than 80 % scored there is no ranking.", NoRanking::PriceMissing(_) => "A ranking needs base prices above 0; missing:", NoRanking::Bounds => "Set the prices for full and for no points first, the former lower.", NoRanking::LogBase => "The base of the logarithm has to be above 1.",
        };
        lacks_scores: fn(&str, &str, &str) -> String = |name, percent, criteria| format!("{name}只覆盖 {percent}%，缺 {criteria}。"), |name, percent, criteria| format!("{name} has {percent} %; scores are missing on {criteria}.");
        log_base: S = "对数的底 a", "Base a of the logarithm";
        log_base_hint: S = "常用 1.5、2 或 3：价格是最低价的 a 倍时得 0 分。", "Usually 1.5, 2 or 3: a price of a times the lowest earns nothing.";
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
        not_comparable: fn(&NotComparable, &str, &str) -> String = |why, vendor, measure| match why {
            NotComparable::Nothing => "先添加供应商和实测数据。".to_owned(), NotComparable::Weights => "各项权重合计要正好是 100。".to_owned(),
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
        not_decidable: fn(NotDecidable) -> S = |why| match why {
            NotDecidable::ScoresOpen => "先锁定评分", NotDecidable::NoRanking => "还没有排名，原因见页首", NotDecidable::NothingChosen => "选定一家供应商", NotDecidable::ChosenIsOut => "选定的供应商资质已出局，换一家", NotDecidable::BackupUnfit => "备用供应商要另选一家仍在候选的", NotDecidable::NoReason => "写明理由", NotDecidable::NoReasonAgainst => "写明为什么不按排名或试点结论", NotDecidable::PriceUnexplained => "选定这家的报价要先有被接受的书面说明（在“方案”里记录）",
        }, |why| match why {
            NotDecidable::ScoresOpen => "Lock the scores first", NotDecidable::NoRanking => "There is no ranking yet; the top of the page says why", NotDecidable::NothingChosen => "Choose a vendor", NotDecidable::ChosenIsOut => "Choose a vendor that is still in", NotDecidable::BackupUnfit => "Choose another vendor that is still in as backup", NotDecidable::NoReason => "Enter why", NotDecidable::NoReasonAgainst => "Enter why not by the ranking or the pilot", NotDecidable::PriceUnexplained => "The price of this vendor needs an accepted explanation first (under Proposals)",
        };
    }
}
