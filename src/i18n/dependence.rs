//! Words of the dependence on vendors.

use crate::domain::risk::dependence::Ability;
use crate::domain::risk::dependence::concentration::Level;
use crate::domain::risk::dependence::exit::ExitItem;
use crate::domain::risk::dependence::stress::Area;
use crate::domain::scale::Rating;
use crate::domain::team::{Part, Parts};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(DependenceText);

/// What the finding says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The vendor with the largest share, and the share; nothing while no vendor carries anything.
    pub largest: Option<(String, String)>,
    /// How many equal vendors it comes to, and how strong that is.
    pub effective: Option<(String, Level)>,
    /// How ready the client is to leave; nothing where the weights are not whole.
    pub readiness: Option<String>,
    /// How many of the six items are missing or not known.
    pub n_gaps: usize,
}

texts! {
    /// Words of the dependence on vendors.
    DependenceText {
        empty: S = "有了模块和供应商以后，这里写谁承担哪个模块的几成，并算出离不开谁、离开要多久、还缺什么。", "Once there are modules and vendors, this page says who carries how much of each, whom you cannot do without, and what is missing for leaving.";
        to_modules: S = "去列模块", "List the modules";
        to_vendors: S = "去列供应商", "List the vendors";
        finding: fn(&Said) -> Vec<String> = finding_zh, finding_en;
        modules_head: S = "谁承担哪个模块", "Who carries which module";
        modules_lead: S = "打开一个模块，填每家供应商的份额；剩下的是自有团队的。", "Open a module and enter the share of each vendor; the rest is the own team's.";
        give_all: fn(&str) -> String = |vendor| format!("选定要外包的模块全部交给 {vendor}"), |vendor| format!("{vendor} carries all modules chosen to go out");
        module: S = "模块", "Module";
        carried_by: S = "由谁承担", "Carried by";
        own_team: S = "自有团队", "own team";
        effective_column: S = "等效几家", "As if vendors";
        replaceable: S = "换掉有多容易", "How easily replaced";
        replaceable_ends: [S; 2] = ["几乎没人能接", "随时有人能接"], ["hardly anybody could", "anybody, any time"];
        replaceable_words: [S; 5] = ["几乎没人能接", "要半年以上", "要一两个月", "两周内", "随时有人能接"], ["hardly anybody", "half a year or more", "a month or two", "within two weeks", "any time"];
        takeover_column: S = "自有团队接管", "Own team takes over";
        share: S = "份额（%）", "Share (%)";
        too_much: fn(&str) -> String = |sum| format!("各家份额合计 {sum}，超过 100%：改小一家"), |sum| format!("The shares come to {sum}, more than 100 %: lower one");
        takeover_head: S = "自有团队接管", "The own team taking over";
        monthly_cost: S = "这个模块每月付给供应商", "Paid to vendors for it a month";
        ability_label: S = "能不能接管", "Can it take over";
        ability: fn(Ability) -> S = |ability| match ability { Ability::Unknown => "不清楚", Ability::Yes => "能", Ability::Partly => "部分能", Ability::No => "不能" },
            |ability| match ability { Ability::Unknown => "not known", Ability::Yes => "yes", Ability::Partly => "partly", Ability::No => "no" };
        ability_days: fn(S, u32) -> String = |ability, days| format!("{ability}，{days} 天"), |ability, days| format!("{ability}, {}", plural(days as usize, "day", "days"));
        days: S = "要几天", "In how many days";
        undrilled: S = "12 个月内没演练", "not drilled within 12 months";
        drilled: S = "上次演练", "Drilled on";
        takeover_note: S = "演练结果，或还缺什么", "What came of the drill, or what is missing";
        whole_head: S = "集中程度", "How concentrated";
        whole_empty: S = "还没有数据：先在上面填份额。", "No data yet: enter the shares above.";
        whole_columns: [S; 3] = ["供应商", "承担", "份额"], ["Vendor", "Carries", "Share"];
        n_modules: fn(&str) -> String = |count| format!("{count} 个模块"), |count| format!("{count} modules");
        a_month: fn(&str) -> String = |amount| format!("{amount} / 月"), |amount| format!("{amount} a month");
        level: fn(Level) -> S = |level| match level { Level::Single => "只有一家", Level::High => "高度依赖", Level::Medium => "中等依赖", Level::Low => "依赖较低" },
            |level| match level { Level::Single => "one vendor alone", Level::High => "high", Level::Medium => "medium", Level::Low => "low" };
        whole_said: fn(&str, &str, S) -> String = |effective, largest, level| format!("相当于 {effective} 家供应商平分，最大一家占 {largest}：{level}。"), |effective, largest, level| format!("As if {effective} vendors shared it equally; the largest has {largest}. Dependence: {level}.");
        whole_rule: S = "份额 ＝ 每家承担的 ÷ 各家合计（自有团队不算）；HHI ＝ 份额平方之和；等效家数 ＝ 10 000 ÷ HHI。只有一家单列，低于 1.5 家为高，低于 2.5 家为中。", "Share = what a vendor carries ÷ what all vendors carry, without the own team; HHI = sum of squared shares; effective vendors = 10 000 ÷ HHI. One alone stands for itself, below 1.5 is high, below 2.5 medium.";
        by_money: S = "按每个模块每月付的钱折算。", "Counted by what each module costs a month.";
        of_one: S = "这里只看这个模块的份额。", "Here only the shares of this module count.";
        by_modules: S = "不是每个由供应商承担的模块都填了月费，所以每个模块按同样分量算。", "Not every module a vendor carries has a cost, so each module counts the same.";
        exit_head: S = "随时能退出吗", "Ready to leave";
        exit_said: fn(&str, usize, usize) -> String = |score, missing, unknown| format!("退出准备度 {score} / 100：缺 {missing} 项，{unknown} 项不清楚。"), |score, missing, unknown| format!("Exit readiness {score} of 100: {missing} missing, {unknown} not known.");
        weights_wrong: fn(&str) -> String = |sum| format!("权重合计 {sum}，要正好 100%：改一项的权重"), |sum| format!("The weights come to {sum} and have to be 100 %: change one");
        exit_rule: S = "准备度 ＝ 已具备各项的权重之和。不清楚的不得分：准备好了要能证明。", "Readiness = sum of the weights of what is there. What is not known earns nothing: it has to be shown.";
        exit_columns: [S; 4] = ["要具备什么", "有没有", "权重", "凭什么"], ["What has to be there", "Is it", "Weight", "What shows it"];
        exit_item: fn(ExitItem) -> S = |item| match item { ExitItem::DataExportTested => "数据导出测试过", ExitItem::DocumentsComplete => "文档齐全", ExitItem::BackupVendorQualified => "备用供应商合格", ExitItem::TakeoverDrillDone => "接管演练做过", ExitItem::AccessListCurrent => "账号权限清单是最新的", ExitItem::NoticeCoversReplacement => "通知期够换一家" },
            |item| match item { ExitItem::DataExportTested => "Data export is tested", ExitItem::DocumentsComplete => "Documents are complete", ExitItem::BackupVendorQualified => "A backup vendor is qualified", ExitItem::TakeoverDrillDone => "Takeover was drilled", ExitItem::AccessListCurrent => "The list of accounts is current", ExitItem::NoticeCoversReplacement => "Notice covers the replacement" };
        answer: fn(Option<bool>) -> S = |answer| match answer { Some(true) => "有", Some(false) => "缺", None => "不清楚" }, |answer| match answer { Some(true) => "yes", Some(false) => "missing", None => "not known" };
        is_there: S = "有没有", "Is it there";
        weight: S = "权重（%）", "Weight (%)";
        exit_note: S = "凭什么", "What shows it";
        notice_months: S = "合同通知期（月）", "Notice in the contract (months)";
        replace_months: S = "换一家要几个月", "Months it takes to replace";
        drill_follows: S = "由上面各模块的演练日期得出：每个由供应商承担的模块都要在 12 个月内演练过。", "It follows from the modules above: every module a vendor carries has to be drilled within 12 months.";
        drilled_of: fn(usize, usize) -> String = |drilled, carried| format!("{carried} 个模块里演练过 {drilled} 个"), |drilled, carried| format!("{drilled} of {carried} modules drilled");
        months_of: fn(&str, &str) -> String = |notice, replace| format!("通知期 {notice} 个月，换一家 {replace} 个月"), |notice, replace| format!("notice {notice} months, replacing takes {replace}");
        backup_is: fn(&str) -> String = |vendor| format!("备用供应商是 {vendor}；合不合格看准入门槛。"), |vendor| format!("The backup is {vendor}; the gates say whether it is qualified.");
        backup_none: S = "还没有指定备用供应商。", "No backup vendor is named.";
        to_decide: S = "去定备用供应商", "Name the backup";
        to_gates: S = "去看门槛", "Look at the gates";
        usual_clause: S = "常见的退出条款：协助 3 个月，10 个工作日内交出计划，数据用机器可读的格式交付，不以有争议的账单为条件。", "A typical exit clause: three months of assistance, a plan within ten working days, data in a machine-readable form, not conditional on disputed invoices.";
        stress_head: S = "如果……会怎样", "What if …";
        blow_label: S = "如果", "What if";
        blows: [S; 4] = ["供应商退出", "涨价", "节假日半夜 P0 故障", "关键的人离开"], ["The vendor quits", "The price goes up", "P0 at night on a holiday", "A key person leaves"];
        which_vendor: S = "哪家供应商", "Which vendor";
        more_percent: S = "涨多少（%）", "By how much (%)";
        on_date: S = "哪一天", "On which day";
        at_hour: S = "几点", "At which hour";
        which_role: S = "谁", "Who";
        holds: S = "按现在写下的，没有什么会断。", "By what is written down, nothing breaks.";
        breaks: fn(usize) -> String = |count| format!("会断 {count} 处。"), |count| if count == 1 { "1 thing breaks.".to_owned() } else { format!("{count} things break.") };
        tasks_said: fn(usize, usize, usize) -> String = |roles, tasks, broken| format!("{roles} 个角色没了，涉及 {tasks} 项任务，其中 {broken} 项再没有别人负责或批准。"), |roles, tasks, broken| format!("{} gone, {} touched; in {broken} of them nobody else is Responsible or Accountable.", plural(roles, "role is", "roles are"), plural(tasks, "task", "tasks"));
        not_serving: S = "这家供应商现在没有承担什么。", "This vendor carries nothing now.";
        several_hold: S = "这个角色不止一个人：走一个，还有别人。", "More than one person holds this role: others stay.";
        area: fn(Area) -> S = |area| match area { Area::Raci => "谁做什么（RACI）", Area::Escalation => "响应与升级", Area::Plans => "预案和告知", Area::Modules => "模块", Area::Exit => "退出准备", Area::Cost => "花费" },
            |area| match area { Area::Raci => "Who does what (RACI)", Area::Escalation => "Response and escalation", Area::Plans => "Plans and duties to tell", Area::Modules => "Modules", Area::Exit => "Ways out", Area::Cost => "Cost" };
        area_count: fn(usize) -> String = |count| format!("{count} 处"), |count| count.to_string();
        task: fn(&str, Parts) -> String = |task, parts| format!("{task}：没有别人{}", parts.iter().map(part_zh).collect::<Vec<_>>().join("和")), |task, parts| format!("{task}: nobody else is {}", parts.iter().map(part_en).collect::<Vec<_>>().join(" or "));
        level_owner: fn(&str) -> String = |level| format!("{level}：没有人负责"), |level| format!("{level}: nobody answers for it");
        step_up: fn(&str, &str) -> String = |level, role| format!("{level}：升级到 {role}，但人不在了"), |level, role| format!("{level}: goes up to {role}, who is gone");
        plan: fn(&str) -> String = |risk| format!("{risk}：应急预案没人带头"), |risk| format!("{risk}: its plan has nobody to lead");
        leak: fn(&str) -> String = |told| format!("泄露后没人通知{told}"), |told| format!("Nobody tells of a leak: {told}");
        module_stops: fn(&str, &str, S) -> String = |module, share, ability| format!("{module}：{share} 停下，自有团队接管：{ability}"), |module, share, ability| format!("{module}: {share} of it stops; own team takes over: {ability}");
        hard: fn(&str) -> String = |module| format!("{module}：难换别家，只能谈"), |module| format!("{module}: hard to give to anybody else");
        no_backup: S = "没有备用供应商", "There is no backup vendor";
        exit_gap: fn(S, S) -> String = |item, answer| format!("{item}（{answer}）"), |item, answer| format!("{item} ({answer})");
        over_budget: fn(&str) -> String = |amount| format!("每月超出预算 {amount}"), |amount| format!("{amount} a month above the budget");
        no_level: S = "没有响应级别：不知道谁来接", "There is no response level: nobody knows who answers";
        clock_waits: fn(&str, &str) -> String = |level, until| format!("{level}：那时不计时，{until} 才开始算"), |level, until| format!("{level}: its time does not run then, only from {until}");
        never_opens: fn(&str) -> String = |level| format!("{level}：它的日历没有开放的时间"), |level| format!("{level}: its calendar never opens");
        not_counted: fn(&str) -> String = |level| format!("{level}：日历的时区不认识，没法算"), |level| format!("{level}: the zone of its calendar is not known");
        no_step: fn(&str, &str) -> String = |level, side| format!("{level}：从不升级到{side}"), |level, side| format!("{level}: never goes up to the {}", side.to_lowercase());
        unreachable: fn(&str, &str) -> String = |level, role| format!("{level}：轮到 {role} 时没有上班，也没写值班"), |level, role| format!("{level}: {role} is off work when it is their turn");
        no_site: fn(&str) -> String = |side| format!("不知道{side}几点上班：没有地点"), |side| format!("Nobody knows when the {} works: no site", side.to_lowercase());
        mend: fn(&str) -> String = |place| format!("去补：{place}"), |place| format!("Mend: {place}");
        reach_columns: [S; 4] = ["轮到谁", "过多久", "当地时间", "在不在"], ["Who is asked", "After", "Time", "There"];
        at_once: S = "马上", "at once";
        there: fn(Option<bool>) -> S = |there| match there { Some(true) => "在上班", Some(false) => "没上班", None => "不清楚" }, |there| match there { Some(true) => "at work", Some(false) => "off work", None => "not known" };
        never_reached: S = "轮不到", "never reached";
        time_by: fn(&str) -> String = |zone| format!("时间按 {zone}"), |zone| format!("Times in {zone}");
        cost_said: fn(&str, &str, &str, bool) -> String = |vendor, month, year, less| { let more = if less { "少" } else { "多" }; format!("付给 {vendor}：每月{more} {month}，一年{more} {year}。") }, |vendor, month, year, less| { let more = if less { "less" } else { "more" }; format!("Paid to {vendor}: {month} {more} a month, {year} {more} a year.") };
        cost_once: fn(&str) -> String = |once| format!("另外一次性 {once}（退出和交接）。"), |once| format!("Once, besides: {once} for leaving and handing over.");
        cost_rule: S = "多付 ＝ 那时每月的价格 − 现在每月的价格（基础服务＋增值服务）；一年 ＝ × 12。", "More = price a month then − price a month now, base and value-added service together; a year = × 12.";
        cost_now: S = "现在每月", "A month now";
        cost_then: S = "那时每月", "A month then";
        sealed: S = "价格还没打开：锁定评分以后才能算钱。", "Prices are still sealed: the money is computed once scores are locked.";
        no_price: fn(&str) -> String = |vendor| format!("{vendor} 没有报价，算不了钱。"), |vendor| format!("{vendor} has no price, so the money cannot be computed.");
        no_backup_price: S = "没有备用供应商，算不了换一家要多少钱。", "Without a backup vendor nobody knows what the change costs.";
    }
}

impl DependenceText {
    /// Says how easily a vendor is replaced.
    #[must_use]
    pub fn words_of(&self, mark: Rating) -> S {
        self.replaceable_words.get(usize::from(mark.get()).saturating_sub(1)).copied().unwrap_or_default()
    }
}

const fn part_zh(part: Part) -> S {
    match part {
        Part::Accountable => "批准",
        Part::Responsible => "负责",
        Part::Consulted => "可咨询",
        Part::Informed => "可知会",
    }
}

const fn part_en(part: Part) -> S {
    match part {
        Part::Accountable => "Accountable",
        Part::Responsible => "Responsible",
        Part::Consulted => "Consulted",
        Part::Informed => "Informed",
    }
}

fn finding_zh(said: &Said) -> Vec<String> {
    let first = match &said.largest {
        Some((vendor, share)) => format!("交出去的工作里 {vendor} 占 {share}，"),
        None => "还没写谁承担哪个模块，".to_owned(),
    };
    let second = said.effective.as_ref().map(|(effective, level)| match level {
        Level::Single => "只靠这一家；".to_owned(),
        _ => format!("相当于 {effective} 家平分，{}；", (ZH.level)(*level)),
    });
    let last = match &said.readiness {
        Some(score) if said.n_gaps == 0 => format!("退出准备度 {score} / 100，六项齐全。"),
        Some(score) => format!("退出准备度 {score} / 100，六项里 {} 项没有。", said.n_gaps),
        None => "退出准备度的权重合计不是 100%。".to_owned(),
    };
    std::iter::once(first).chain(second).chain(std::iter::once(last)).collect()
}

fn finding_en(said: &Said) -> Vec<String> {
    let first = match &said.largest {
        Some((vendor, share)) => format!("{vendor} carries {share} of what is given out,"),
        None => "Nobody wrote down yet who carries which module;".to_owned(),
    };
    let second = said.effective.as_ref().map(|(effective, level)| match level {
        Level::Single => "alone;".to_owned(),
        _ => format!("as if {effective} vendors shared it: {} dependence;", (EN.level)(*level)),
    });
    let last = match &said.readiness {
        Some(score) if said.n_gaps == 0 => format!("exit readiness is {score} of 100, nothing is missing."),
        Some(score) => {
            format!("exit readiness is {score} of 100, {} of six things are not there.", said.n_gaps)
        }
        None => "the weights of exit readiness do not come to 100 %.".to_owned(),
    };
    std::iter::once(first).chain(second).chain(std::iter::once(last)).collect()
}
