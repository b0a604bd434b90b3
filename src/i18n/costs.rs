//! Words of what an offer consists of, what it costs as a whole, and what is otherwise since a decision.

use crate::domain::selection::low_price::LowPriceRule;
use crate::domain::selection::offer::{Billing, Tier};
use crate::i18n::macros::{S, apart, texts};
use decision::cost::Part;

apart!(CostsText);

texts! {
    /// Words of offers and total cost.
    CostsText {
        offer_head: S = "报价明细", "The offer line by line";
        offer_note: S = "按月的行加起来就是上面的月价。一次性的行不进评分，计入总成本。", "Monthly lines add up to the prices a month above. One-off lines are not scored; they count in the total cost.";
        add_line: S = "添加一行", "Add a line";
        line_name: S = "内容", "What is offered";
        tier_label: S = "属于", "Belongs to";
        tier: fn(Tier) -> S = |tier| match tier { Tier::Base => "基础服务", Tier::ValueAdded => "增值服务" }, |tier| match tier { Tier::Base => "base service", Tier::ValueAdded => "value-added service" };
        billing_label: S = "付款", "Paid";
        billing: fn(Billing) -> S = |billing| match billing { Billing::Monthly => "每月", Billing::Once => "一次性" }, |billing| match billing { Billing::Monthly => "every month", Billing::Once => "once" };
        role: S = "由谁做", "Done by";
        unit: S = "单位", "Unit";
        quantity: S = "数量", "Quantity";
        quantity_negative: S = "数量不能是负数，这一行先不计入。", "A quantity is 0 or more; this line is not counted until then.";
        unit_price: S = "单价", "Unit price";
        amount: S = "金额", "Amount";
        line_open: S = "数量和单价都填了才计入。", "Not counted until quantity and unit price are there.";
        from_lines: fn(&str, &str, usize) -> String = |what, sum, open| format!("{what}：{sum}，由明细加总{}", if open == 0 { String::new() } else { format!("；还有 {open} 行没计入") }), |what, sum, open| format!("{what}: {sum}, the sum of its lines{}", if open == 0 { String::new() } else { format!("; {open} not counted yet") });
        typed_before: fn(&str) -> String = |typed| format!("之前填的是 {typed}；删去明细后又按它算。"), |typed| format!("Typed before: {typed}; it counts again once the lines are gone.");
        once: S = "一次性费用", "Paid once";
        own_costs: S = "这一家的附带成本（不填就用总成本里的通用数）", "Side costs with this vendor (empty: as for all)";
        own_transition: S = "交接投入", "Transition";
        own_exit: S = "退出费用", "Exit";
        own_rework: S = "返工占费用 %", "Rework, % of fees";
        of_own: S = "这一家单独填的", "entered for this vendor";
        total_head: S = "总拥有成本", "Total cost of ownership";
        total_covered: S = "评分锁定、报价揭示后才能算总成本。", "The total cost can be computed once scores are locked and prices open.";
        total_none: S = "仍在候选的供应商都还没有报价。", "No vendor still in has offered a price yet.";
        total_finding: fn(&str, &str, u16, &str) -> Vec<String> = |name, total, months, share| vec![format!("{months} 个月里{name}的总成本最低，"), format!("共 {total}，"), format!("其中服务费占 {share}%。")],
            |name, total, months, share| vec![format!("Over {months} months {name} costs least as a whole,"), format!("{total} in all;"), format!("its fees are {share} % of that.")];
        not_cheapest: fn(&str) -> String = |name| format!("月价最低的是{name}。"), |name| format!("The lowest price a month is that of {name}.");
        months_assumed: S = "项目还没写合同期，这个月数是假定的。", "The project names no term yet; these months are assumed.";
        side_head: S = "附带成本的假设", "Assumptions on side costs";
        selection: S = "选商投入", "Selection, once";
        transition: S = "交接投入", "Transition, once";
        governance: S = "治理占费用 %", "Governance, % of fees";
        rework: S = "返工占费用 %", "Rework, % of fees";
        tools: S = "工具和许可／月", "Tools and licences a month";
        exit: S = "退出费用", "Exit, once";
        side_note: S = "治理通常占合同额的 3～6%（Everest Group 2015，行业经验值）。", "Governance is typically 3–6 % of the contract (Everest Group 2015, an industry figure).";
        part: fn(Part) -> S = |part| match part { Part::Fees => "服务费", Part::Selection => "选商", Part::Transition => "交接", Part::Governance => "治理", Part::Rework => "返工", Part::Tools => "工具", Part::Exit => "退出" },
            |part| match part { Part::Fees => "Fees", Part::Selection => "Selection", Part::Transition => "Transition", Part::Governance => "Governance", Part::Rework => "Rework", Part::Tools => "Tools", Part::Exit => "Exit" };
        total: S = "合计", "Total";
        fees_share: S = "服务费占比", "Share of fees";
        total_rule: S = "总成本＝服务费＋选商＋交接＋治理＋返工＋工具＋退出；治理和返工按服务费的比例算。", "Total = fees + selection + transition + governance + rework + tools + exit; governance and rework are shares of the fees.";
        term: S = "合同期", "Term";
        months: fn(u16) -> String = |months| format!("{months} 个月"), |months| format!("{months} months");
        monthly: S = "月价（基础＋增值）", "Price a month (base + value-added)";
        since_head: fn(&str) -> String = |date| format!("{date} 作出决定以来变了"), |date| format!("Changed since the decision of {date}");
        since_value: fn(&str, &str, &str) -> String = |what, then, now| format!("{what}：{then} → {now}"), |what, then, now| format!("{what}: {then} → {now}");
        since_gone: fn(&str) -> String = |name| format!("{name}不再参加排名"), |name| format!("{name} is not ranked any more");
        since_new: fn(&str) -> String = |name| format!("{name}新加入排名"), |name| format!("{name} is ranked now");
        since_no_ranking: S = "现在没有排名", "There is no ranking now";
        since_weight: fn(&str) -> String = |part| format!("{part}的权重"), |part| format!("Weight of {part}");
        since_rank: fn(usize, &str) -> String = |rank, total| format!("第 {rank} 名 {total} 分"), |rank, total| format!("rank {rank} with {total}");
        locks_head: S = "锁定和解锁记录", "Record of locks";
        locks_scores: fn(&str) -> String = |date| format!("{date} 评分锁定，报价揭示"), |date| format!("{date} scores locked, prices opened");
        locks_decision: fn(&str) -> String = |date| format!("{date} 决定锁定"), |date| format!("{date} decision locked");
        locks_opened: fn(&str, &str) -> String = |date, why| format!("{date} 解锁：{why}"), |date, why| format!("{date} unlocked: {why}");
        low_rule_head: S = "怎样的报价要书面说明", "Which prices have to be explained";
        low_rule_label: S = "异常低价规则", "Rule for low prices";
        low_rule: fn(LowPriceRule) -> S = |rule| match rule {
            LowPriceRule::ByCurrency => "按币种：人民币用财库〔2026〕2号，其他用 RGLCAP",
            LowPriceRule::China => "财库〔2026〕2号",
            LowPriceRule::Spain => "西班牙 RGLCAP 第 85 条",
            LowPriceRule::WorldBank => "世界银行指引（2016）",
            LowPriceRule::OpenContracting => "开放合同 R058（2024）",
            LowPriceRule::Directive => "欧盟 2014/24/EU 第 69 条",
        }, |rule| match rule {
            LowPriceRule::ByCurrency => "By currency: 财库〔2026〕2号 for CNY, else RGLCAP",
            LowPriceRule::China => "China, 财库〔2026〕2号",
            LowPriceRule::Spain => "Spain, RGLCAP art. 85",
            LowPriceRule::WorldBank => "World Bank guidance (2016)",
            LowPriceRule::OpenContracting => "Open Contracting R058 (2024)",
            LowPriceRule::Directive => "Directive 2014/24/EU art. 69",
        };
        low_rule_said: fn(LowPriceRule) -> S = |rule| match rule {
            LowPriceRule::ByCurrency => "",
            LowPriceRule::China => "2026-02-01 起：低于均价的 50%、最低价低于次低价的 50%，或低于预算上限的 45%，任一即触发；比例可以提高，最高 65%。触发只是要求说明，不能直接判出局。",
            LowPriceRule::Spain => "两家时低于另一家 20% 以上；三家时低于均价 10% 以上，或低于预算 25% 以上；四家以上先去掉高于均价 10% 的再比。",
            LowPriceRule::WorldBank => "不足五家：比预算上限低 20% 或更多；五家以上：低于均价一个标准差以上。常被引用的数字，指引本身是示例。",
            LowPriceRule::OpenContracting => "最低价与次低价的差距，比以往采购的差距高出很多（超过 Q3 + 1.5 × IQR）。至少要四次以往采购。",
            LowPriceRule::Directive => "没有固定的线：由你们判断，在供应商档案里要求说明。判出局之前必须先要书面说明，只有两家也一样。",
        }, |rule| match rule {
            LowPriceRule::ByCurrency => "",
            LowPriceRule::China => "From 2026-02-01: below 50 % of the mean, the lowest below 50 % of the second lowest, or below 45 % of the budget. The shares may be raised, to 65 % at most. A flag asks for an explanation; it puts nobody out.",
            LowPriceRule::Spain => "Of two, more than 20 % below the other; of three, more than 10 % below the mean or 25 % below the budget; of four or more, the mean without those 10 % above it.",
            LowPriceRule::WorldBank => "Fewer than five: 20 % or more below the budget. Five or more: over one standard deviation below the mean. Often quoted; the guidance gives these as examples.",
            LowPriceRule::OpenContracting => "The gap between the two lowest prices is a high outlier among earlier purchases (above Q3 + 1.5 × IQR). It takes four earlier purchases.",
            LowPriceRule::Directive => "No fixed line: judge each price yourselves and ask in the vendor's file. A written explanation has to be asked for before a bid is rejected, even where there are only two.",
        };
        of_mean: S = "均价的多少，%", "Share of the mean, %";
        of_second: S = "次低价的多少，%", "Share of the second lowest, %";
        of_ceiling: S = "预算上限的多少，%", "Share of the budget, %";
        purchases_head: S = "以往采购", "Earlier purchases";
        add_purchase: S = "添加以往采购", "Add earlier purchase";
        purchase_name: S = "买了什么，何时", "What was bought, and when";
        purchase_first: S = "最低价", "Lowest price";
        purchase_second: S = "次低价", "Second lowest price";
        purchase_gap: S = "差距", "Gap";
    }
}
