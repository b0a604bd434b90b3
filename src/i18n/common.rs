//! Words used on many pages.

use crate::domain::profile::{BusinessType, Side};
use crate::domain::task::{Stage, Task};
use crate::domain::template::Content;

/// Words used on many pages.
pub struct CommonText {
    /// The product's name.
    pub product: &'static str,
    /// The keys that add the next item.
    pub add_keys: &'static str,
    /// The verb on a remove button.
    pub remove_action: &'static str,
    /// The verb on a move-up button.
    pub move_up_action: &'static str,
    /// The verb on a move-down button.
    pub move_down_action: &'static str,
    /// The verb that leaves without doing.
    pub cancel_action: &'static str,
    /// Says that a picture is wider than the screen.
    pub sideways: &'static str,
    /// What stands before the pages that come before the sign-off.
    pub before_signing: &'static str,
    /// The verb that closes a layer.
    pub close_action: &'static str,
    /// The verb that takes back.
    pub undo_action: &'static str,
    /// The word for yes.
    pub yes: &'static str,
    /// The word for no.
    pub no: &'static str,
    /// The word for not known.
    pub unknown: &'static str,
    /// The choice of nothing in a list.
    pub none_choice: &'static str,
    /// What an item without a name is called.
    pub unnamed: &'static str,
    /// What stands where something mandatory is missing.
    pub to_fill: &'static str,
    /// The link to a field that is empty.
    pub fill_action: &'static str,
    /// The note at a number that cannot be read.
    pub not_a_number: fn(&str) -> String,
    /// A number lies outside its limits.
    pub not_in_range: fn(Option<f64>, Option<f64>) -> String,
    /// The title of a problem summary.
    pub problem_title: &'static str,
    /// The link that shows a chart's numbers.
    pub as_table: &'static str,
    /// The link that downloads a chart as SVG.
    pub download_svg: &'static str,
    /// The link that downloads a chart as PNG.
    pub download_png: &'static str,
    /// The link that opens a calculation.
    pub how_computed: &'static str,
    /// What joins two notes on one line.
    pub sentence_join: &'static str,
    /// The word that joins two clauses of a list.
    pub list_comma: &'static str,
    /// The tick that ends a free-text task.
    pub section_finished: &'static str,
    /// The word for the client side.
    pub client: &'static str,
    /// The word for the vendor side.
    pub vendor: &'static str,
    /// The names of the six stages.
    pub stages: [&'static str; 6],
    /// The name of a task's page.
    pub task: fn(Task) -> &'static str,
    /// What a template holds.
    pub content: fn(Content) -> &'static str,
    /// The button that takes content over from the template of a business type.
    pub take_usual: fn(&str, &str) -> String,
    /// The menu of all templates.
    pub from_template: fn(&str) -> String,
    /// The name of a business type.
    pub business: fn(BusinessType) -> &'static str,
}

impl CommonText {
    /// Returns the name of a side.
    #[must_use]
    pub const fn side(&self, side: Side) -> &'static str {
        match side {
            Side::Client => self.client,
            Side::Vendor => self.vendor,
        }
    }

    /// Returns the name of a stage.
    #[must_use]
    pub fn stage(&self, stage: Stage) -> &'static str {
        let [requirements, team, vendors, collaboration, risk, performance] = self.stages;
        match stage {
            Stage::Requirements => requirements,
            Stage::Team => team,
            Stage::Vendors => vendors,
            Stage::Collaboration => collaboration,
            Stage::Risk => risk,
            Stage::Performance => performance,
        }
    }
}

/// The Chinese texts.
pub const ZH: CommonText = CommonText {
    product: "合契 Halfseal",
    add_keys: "Ctrl+Enter 添加下一条",
    remove_action: "删除",
    move_up_action: "上移",
    move_down_action: "下移",
    cancel_action: "取消",
    sideways: "图比屏幕宽：左右滑动，或用方向键。",
    before_signing: "确认前：",
    close_action: "关闭",
    undo_action: "撤销",
    yes: "是",
    no: "否",
    unknown: "不确定",
    none_choice: "未选",
    unnamed: "未命名",
    to_fill: "待填",
    fill_action: "填写",
    not_a_number: |raw| format!("“{raw}”不是数字，没有采用"),
    not_in_range: |min, max| match (min, max) {
        (Some(min), Some(max)) => format!("要在 {min} 到 {max} 之间，没有采用"),
        (Some(min), None) => format!("不能小于 {min}，没有采用"),
        (None, Some(max)) => format!("不能大于 {max}，没有采用"),
        (None, None) => String::new(),
    },
    problem_title: "有问题",
    as_table: "以表格显示",
    download_svg: "下载 SVG",
    download_png: "下载 PNG",
    how_computed: "怎么算的",
    sentence_join: "；",
    list_comma: "、",
    section_finished: "本节已完成",
    client: "委托方",
    vendor: "供应商",
    stages: ["需求", "团队", "选商", "协作", "风险", "绩效"],
    task: |task| match task {
        Task::Goals => "目标",
        Task::Screening => "筛选",
        Task::Scope => "范围",
        Task::Sla => "服务等级",
        Task::SignOff => "确认",
        Task::People => "人员",
        Task::Raci => "责任矩阵",
        Task::Qualify => "资质",
        Task::Capability => "能力",
        Task::Cases => "案例",
        Task::Proposals => "方案",
        Task::Pilot => "试点",
        Task::Decide => "决定",
        Task::Cadence => "例会",
        Task::Milestones => "里程碑",
        Task::Quality => "质检",
        Task::Response => "问题响应",
        Task::Register => "登记表",
        Task::Map => "热力图",
        Task::Plans => "应急预案",
        Task::Kpis => "指标",
        Task::Reviews => "评审",
    },
    content: |content| match content {
        Content::Modules => "模块",
        Content::Skills => "能力",
        Content::Features => "功能",
        Content::Sla => "服务等级",
        Content::Roles => "角色",
        Content::Matrix => "任务和职责",
        Content::Gates => "资质要求",
        Content::Criteria => "评分准则",
        Content::Meetings => "例会",
        Content::Response => "响应等级",
        Content::Risks => "风险",
        Content::Kpis => "指标",
    },
    take_usual: |content, business| format!("加入常用{content}（{business}）"),
    from_template: |content| format!("从模板加入{content}"),
    business: |business| match business {
        BusinessType::SoftwareDevelopment => "软件开发",
        BusinessType::CustomerService => "客户服务",
        BusinessType::ItOperations => "IT 运维",
        BusinessType::HrPayroll => "人事与薪酬",
        BusinessType::DataAnnotation => "数据标注",
        BusinessType::FinanceAccounting => "财务与记账",
        BusinessType::Other => "其他",
    },
};

/// The English texts.
pub const EN: CommonText = CommonText {
    product: "Halfseal 合契",
    add_keys: "Ctrl+Enter adds the next one",
    remove_action: "Remove",
    move_up_action: "Move up",
    move_down_action: "Move down",
    cancel_action: "Cancel",
    sideways: "Wider than the screen: swipe sideways, or use the arrow keys.",
    before_signing: "Before you sign:",
    close_action: "Close",
    undo_action: "Undo",
    yes: "Yes",
    no: "No",
    unknown: "Unknown",
    none_choice: "Not chosen",
    unnamed: "Unnamed",
    to_fill: "To fill",
    fill_action: "Fill",
    not_a_number: |raw| format!("Not taken over: “{raw}” is not a number"),
    not_in_range: |min, max| match (min, max) {
        (Some(min), Some(max)) => format!("Not taken over: it has to lie between {min} and {max}"),
        (Some(min), None) => format!("Not taken over: it cannot be below {min}"),
        (None, Some(max)) => format!("Not taken over: it cannot be above {max}"),
        (None, None) => String::new(),
    },
    problem_title: "There is a problem",
    as_table: "As table",
    download_svg: "Download SVG",
    download_png: "Download PNG",
    how_computed: "How this was computed",
    sentence_join: "; ",
    list_comma: ", ",
    section_finished: "This section is finished",
    client: "Client",
    vendor: "Vendor",
    stages: ["Requirements", "Team", "Vendors", "Collaboration", "Risk", "Performance"],
    task: |task| match task {
        Task::Goals => "Goals",
        Task::Screening => "Screening",
        Task::Scope => "Scope",
        Task::Sla => "Service levels",
        Task::SignOff => "Sign-off",
        Task::People => "People",
        Task::Raci => "RACI",
        Task::Qualify => "Qualify",
        Task::Capability => "Capability",
        Task::Cases => "Cases",
        Task::Proposals => "Proposals",
        Task::Pilot => "Pilot",
        Task::Decide => "Decide",
        Task::Cadence => "Cadence",
        Task::Milestones => "Milestones",
        Task::Quality => "Quality",
        Task::Response => "Response",
        Task::Register => "Register",
        Task::Map => "Map",
        Task::Plans => "Plans",
        Task::Kpis => "KPIs",
        Task::Reviews => "Reviews",
    },
    content: |content| match content {
        Content::Modules => "modules",
        Content::Skills => "skills",
        Content::Features => "features",
        Content::Sla => "service levels",
        Content::Roles => "roles",
        Content::Matrix => "tasks and duties",
        Content::Gates => "gates",
        Content::Criteria => "criteria",
        Content::Meetings => "meetings",
        Content::Response => "response levels",
        Content::Risks => "risks",
        Content::Kpis => "KPIs",
    },
    take_usual: |content, business| format!("Add the usual {content} ({business})"),
    from_template: |content| format!("Add {content} of a template"),
    business: |business| match business {
        BusinessType::SoftwareDevelopment => "Software development",
        BusinessType::CustomerService => "Customer service",
        BusinessType::ItOperations => "IT operations",
        BusinessType::HrPayroll => "HR services and payroll",
        BusinessType::DataAnnotation => "Data annotation",
        BusinessType::FinanceAccounting => "Finance and accounting",
        BusinessType::Other => "Other",
    },
};
