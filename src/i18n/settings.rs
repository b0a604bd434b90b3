//! Words of settings and help.

use crate::domain::money::Currency;
use crate::domain::performance::GradeScheme;
use crate::i18n::macros::{S, apart, texts};

apart!(SettingsText);

/// Names a currency; code and sign are the same in every language.
fn currency_name(currency: Currency) -> S {
    match currency {
        Currency::Cny => "CNY ¥",
        Currency::Eur => "EUR €",
        Currency::Gbp => "GBP £",
        Currency::Usd => "USD $",
        Currency::Hkd => "HKD HK$",
        Currency::Sgd => "SGD S$",
    }
}

texts! {
    /// Words of settings and help.
    SettingsText {
        language_label: S = "界面语言", "Language";
        theme_label: S = "颜色", "Colours";
        theme_names: [S; 3] = ["跟随系统", "浅色", "深色"], ["As the system", "Light", "Dark"];
        shortcuts_label: S = "使用单键快捷键（? 和 g）", "Use single-key shortcuts (? and g)";
        storage_head: S = "数据在哪里", "Where the data are";
        storage_body: S = "数据只在这个浏览器的本地存储里，从不发送。清除网站数据、换设备、或在 Safari 里七天不打开，都会失去没存成文件的内容。", "The data are in this browser's local storage only and are never sent. Clearing site data, another device, or seven days without a visit in Safari lose what was not saved as a file.";
        parties_head: S = "双方", "Parties";
        project_name: S = "项目名称", "Project name";
        client_name: S = "委托方", "Client";
        vendor_name: S = "供应商", "Vendor";
        time_zone: S = "时区", "Time zone";
        work_language: S = "工作语言", "Working language";
        frame_head: S = "范围和预算", "Scope and budget";
        business: S = "业务类型", "Business type";
        reason: S = "外包的理由", "Why it is outsourced";
        start: S = "目标上线", "Target start";
        months: S = "合同月数", "Months of contract";
        currency: S = "币种", "Currency";
        currency_name: fn(Currency) -> S = currency_name, currency_name;
        budget_turned: S = "每月预算的下限高于上限：对调，或改一个。", "The budget starts above where it ends: swap the two, or change one.";
        budget_low: S = "每月预算，最低", "Budget a month, from";
        budget_high: S = "每月预算，最高", "Budget a month, to";
        decider: S = "最后决定", "Decides in the end";
        scales_head: S = "评分尺度", "Scales";
        tolerance: S = "风险容忍线（1～25）", "Risk tolerance line (1–25)";
        tolerance_hint: S = "分数高于它的风险要有负责人和预案", "Risks with a higher score need an owner and a plan";
        grade_scheme: S = "评级档位", "Grade bands";
        scheme: fn(GradeScheme) -> S = |scheme| match scheme { GradeScheme::CnCommon => "A ≥90，B ≥80，C ≥70，D", GradeScheme::CnWithF => "A ≥90，B ≥80，C ≥70，D ≥60，F", GradeScheme::DeAdvisory => "A ≥85，B ≥70，C ≥50，D" },
            |scheme| match scheme { GradeScheme::CnCommon => "A ≥90, B ≥80, C ≥70, D", GradeScheme::CnWithF => "A ≥90, B ≥80, C ≥70, D ≥60, F", GradeScheme::DeAdvisory => "A ≥85, B ≥70, C ≥50, D" };
        file_head: S = "文件", "File";
        reset_action: S = "恢复示例原样", "Put the sample back as it came";
        help_title: S = "帮助", "Help";
        help_lead: S = "六个阶段，一个文件：需求、团队、选商、协作、风险、绩效。每个数字都能打开看公式。", "Six stages, one file: requirements, team, vendors, collaboration, risk, performance. Every number opens to its formula.";
        keys_head: S = "快捷键", "Keys";
        key_column: S = "按键", "Keys";
        does_column: S = "作用", "What they do";
        keys: fn() -> Vec<(S, S)> = || vec![
            ("Ctrl+Z", "撤销"), ("Ctrl+Y", "重做"), ("Ctrl+S", "存成备份文件"), ("Ctrl+K", "搜索和命令"), ("Ctrl+P", "打印此页"),
            ("?", "这张表"), ("g 0…6", "去总览或某个阶段"), ("g d", "去文件"), ("Esc", "关闭最上一层"),
            ("矩阵：方向键", "移动"), ("矩阵：Shift+方向键", "选中一片"), ("矩阵：R A C I", "填入整片"), ("矩阵：Shift+R A C I", "加一个字母"),
            ("矩阵：Delete", "清空"), ("矩阵：Enter", "打开字母条"), ("矩阵：Ctrl+D", "向下填充"), ("矩阵：Ctrl+C / X / V", "复制、剪切、粘贴"), ("矩阵：F8", "下一个问题"), ("矩阵：Alt+上下键 / 左右键", "移动任务 / 移动角色"),
        ], || vec![
            ("Ctrl+Z", "Undo"), ("Ctrl+Y", "Redo"), ("Ctrl+S", "Save a backup file"), ("Ctrl+K", "Search and commands"), ("Ctrl+P", "Print this page"),
            ("?", "This sheet"), ("g 0…6", "Go to the overview or a stage"), ("g d", "Go to the documents"), ("Esc", "Close the top layer"),
            ("Grid: arrows", "Move"), ("Grid: Shift+arrows", "Select a range"), ("Grid: R A C I", "Fill the range"), ("Grid: Shift+R A C I", "Add a letter"),
            ("Grid: Delete", "Clear"), ("Grid: Enter", "Open the strip of letters"), ("Grid: Ctrl+D", "Fill down"), ("Grid: Ctrl+C / X / V", "Copy, cut, paste"), ("Grid: F8", "Next problem"), ("Grid: Alt+Up, Down / Left, Right", "Move the task / the role"),
        ];
        safety_head: S = "会丢吗", "Can it be lost";
        safety_body: S = "显示“已存于本浏览器”的修改，关页面、刷新、程序出错都还在。丢失浏览器数据就只能靠你存下的文件。", "Changes shown as saved in this browser survive closing, reloading and an error of the program. If the browser's data are lost, only the files you saved help.";
    }
}
