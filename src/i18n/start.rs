//! Words of the first run, the project list, import and settings.

use crate::i18n::macros::{S, texts};

texts! {
    /// Words of the first run and the project list.
    StartText {
        lead: S = "一步一步，把外包团队搭起来", "Set up an outsourced team, step by step";
        sub: S = "从理清需求到按绩效付款，六个阶段，最后得到双方都认的一套文件。", "From clear requirements to payment by results: six stages, and in the end one set of papers both sides stand by.";
        stage_notes: [S; 6] = ["说清要什么", "定好谁负责", "比过再决定", "约好怎么做", "想好出事怎么办", "按结果付款"], ["Say what is wanted", "Settle who does what", "Compare, then decide", "Agree how to work", "Plan for trouble", "Pay by results"];
        sample_title: S = "看样例项目", "Look at the sample project";
        sample_body: S = "云栖商城把客服外包给明澈科技，六个阶段都已填好。随便改，随时可以复原或删除。", "Marlow Pay has its disputes desk built abroad; all six stages are filled in. Change what you like; put it back or delete it at any time.";
        sample_action: S = "打开样例", "Open the sample";
        mine_title: S = "建我的项目", "Set up my project";
        mine_body: S = "回答五个问题：做什么、为什么、何时、多少钱、谁拍板。答不上来的先空着。", "Five questions: what, why, when, how much, who decides. Leave open what you cannot answer yet.";
        mine_action: S = "开始，约 3 分钟", "Start, about 3 minutes";
        open_file: S = "打开项目文件…", "Open a project file…";
        local_note: S = "数据只留在这个浏览器里，记得另存备份文件", "Data stays in this browser; keep a backup file";
        projects_head: S = "这个浏览器里的项目", "Projects in this browser";
        other_samples: S = "别的样例", "Other samples";
        cases: S = "公开案例：核对算法", "Published cases: check the mathematics";
        samples: [S; 8] = [
            "电商客服外包（中文）", "软件开发外包（英文）", "供应商选择，加权求和（Badi 等，2017）", "战斗机选型，TOPSIS（Hwang 与 Yoon，1981）",
            "耐用与能力，TOPSIS（Tzeng 与 Huang，2011）", "风险与海拔，VIKOR（Opricovic 与 Tzeng，2004）", "五个方案，VIKOR（Yang 与 Wu，2020）", "三个方案，PROMETHEE II（Zhao 等，2013）",
        ], [
            "Customer service of a shop (Chinese)", "Software development abroad (English)", "Supplier selection, weighted sum (Badi et al. 2017)", "Fighter aircraft, TOPSIS (Hwang & Yoon 1981)",
            "Durability and capability, TOPSIS (Tzeng & Huang 2011)", "Risk and altitude, VIKOR (Opricovic & Tzeng 2004)", "Five alternatives, VIKOR (Yang & Wu 2020)", "Three alternatives, PROMETHEE II (Zhao et al. 2013)",
        ];
        unreadable: S = "这份数据读不出来，原文留在浏览器里", "This data cannot be read; the raw text is kept in the browser";
        raw_action: S = "下载原文", "Download the raw text";
        delete_action: S = "删除", "Delete";
        deleted: S = "已删除", "Deleted";
        restore_action: S = "恢复", "Put back";
        save_all_action: S = "全部存成一个文件", "Save all as one file";
        new_title: S = "五个问题", "Five questions";
        name_label: S = "项目叫什么", "What is the project called";
        client_label: S = "委托方（你们公司）", "Client (your firm)";
        new_lead: S = "答不上来的先空着，以后在项目设置里补。", "Leave open what you cannot answer yet; project settings hold the same questions.";
        questions: [S; 5] = ["要外包什么？", "为什么外包？", "什么时候开始，多久？", "每月花多少？", "最后由谁拍板？"], ["What is outsourced?", "Why?", "When does it start, and for how long?", "How much a month?", "Who decides in the end?"];
        create_action: S = "建立项目", "Create the project";
        name_missing: S = "填写项目名称", "Enter the project's name";
        default_name: S = "我的外包项目", "My outsourcing project";
    }
}
