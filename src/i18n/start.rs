//! Words of the first run, the project list, import and settings.

use crate::i18n::macros::{S, texts};

texts! {
    /// Words of the first run and the project list.
    StartText {
        lead: S = "把外包服务团队一步一步搭起来。", "Set up an outsourced team, step by step.";
        sample_title: S = "看看示例项目", "Look at the sample project";
        sample_body: S = "一家电商把客服外包出去：从筛选业务到季度评级，每一步都填好了。", "A fintech has software developed abroad: every step from screening to the quarterly review is filled in.";
        sample_action: S = "打开示例", "Open the sample";
        mine_title: S = "开始我的项目", "Start mine";
        mine_body: S = "回答五个问题就能开始，以后都能改。", "Answer five questions to begin; all can be changed later.";
        mine_action: S = "开始", "Start";
        open_file: S = "打开项目文件…", "Open a project file…";
        local_note: S = "数据只在这个浏览器里；记得存成文件备份。", "Data stays in this browser; keep file backups.";
        projects_title: S = "项目", "Projects";
        projects_head: S = "这个浏览器里的项目", "Projects in this browser";
        other_samples: S = "示例", "Samples";
        sample_zh: S = "示例：电商客服外包（中文）", "Sample: customer service of a shop (Chinese)";
        sample_en: S = "示例：软件开发外包（英文）", "Sample: software development abroad (English)";
        sample_published: S = "公开案例：供应商选择（Badi 等，2017），只读", "Published case: supplier selection (Badi et al. 2017), read-only";
        unreadable: S = "这份数据读不出来，原文留在浏览器里", "This data cannot be read; the raw text is kept in the browser";
        delete_action: S = "删除", "Delete";
        deleted: S = "已删除", "Deleted";
        restore_action: S = "恢复", "Put back";
        save_all_action: S = "全部存成一个文件", "Save all as one file";
        new_title: S = "五个问题", "Five questions";
        name_label: S = "项目叫什么", "What is the project called";
        client_label: S = "委托方（你们公司）", "Client (your firm)";
        what_label: S = "1 要外包什么", "1 What is outsourced";
        why_label: S = "2 为什么外包", "2 Why";
        when_label: S = "3 想什么时候上线", "3 When should it start";
        budget_label: S = "4 每月预算", "4 Budget a month";
        budget_low: S = "最低", "From";
        budget_high: S = "最高", "To";
        who_label: S = "5 最后由谁决定", "5 Who decides in the end";
        create_action: S = "建立项目", "Create the project";
        name_missing: S = "填写项目名称", "Enter the project's name";
        default_name: S = "我的外包项目", "My outsourcing project";
    }
}
