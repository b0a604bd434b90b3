//! Words of the frame: navigation, save state, shortcuts, search.

/// Words of the frame.
pub struct FrameText {
    /// The link that jumps over the navigation.
    pub skip_link: &'static str,
    /// The name of the navigation.
    pub rail_label: &'static str,
    /// The overview.
    pub overview: &'static str,
    /// The settings.
    pub settings: &'static str,
    /// The settings of the app.
    pub app_settings: &'static str,
    /// The settings of a project.
    pub project_settings: &'static str,
    /// The page that takes in a file.
    pub import_title: &'static str,
    /// The command that writes a file.
    pub save_action: &'static str,
    /// The command that prints.
    pub print_action: &'static str,
    /// The help page.
    pub help: &'static str,
    /// The list of projects.
    pub projects: &'static str,
    /// The button that opens the menu on a phone.
    pub menu_action: &'static str,
    /// The button that takes back.
    pub undo_action: &'static str,
    /// The button that does again.
    pub redo_action: &'static str,
    /// The button that opens the search.
    pub search_action: &'static str,
    /// The command that changes the language.
    pub other_language: &'static str,
    /// The command that changes between light and dark.
    pub other_theme: &'static str,
    /// The title of the history list.
    pub history_title: &'static str,
    /// The history list with nothing in it.
    pub history_empty: &'static str,
    /// Saved, with the time.
    pub saved_at: fn(&str) -> String,
    /// Being saved.
    pub saving: &'static str,
    /// Nothing to save yet.
    pub nothing_saved: &'static str,
    /// Not saved since a time.
    pub not_saved_since: fn(&str) -> String,
    /// Why not: storage is full or blocked.
    pub not_saved_full: &'static str,
    /// Why not: another tab saved something else.
    pub not_saved_conflict: &'static str,
    /// The button that writes a file.
    pub save_file_action: &'static str,
    /// A file was never written.
    pub backup_never: &'static str,
    /// A file was written today.
    pub backup_today: &'static str,
    /// A file was written days ago.
    pub backup_days: fn(i64) -> String,
    /// The notice that a backup is due.
    pub backup_due_title: &'static str,
    /// What that means.
    pub backup_due_body: &'static str,
    /// The notice that a newer version of the app is there.
    pub newer_title: &'static str,
    /// What that means.
    pub newer_body: &'static str,
    /// Opens the page anew in it.
    pub renew_action: &'static str,
    /// The notice that another tab edits.
    pub read_only_title: &'static str,
    /// What that means.
    pub read_only_body: &'static str,
    /// The button that takes the right to edit.
    pub edit_here_action: &'static str,
    /// The notice at a published case.
    pub published_title: &'static str,
    /// What that means.
    pub published_body: &'static str,
    /// The button that makes an own copy.
    pub copy_action: &'static str,
    /// When a sample or a template could not be loaded.
    pub not_loaded: &'static str,
    /// The search finds nothing.
    pub no_hits: &'static str,
    /// Ready-made content was there already.
    pub nothing_new: &'static str,
    /// A file was handed to the download without so many unreadable projects.
    pub file_saved_without: fn(&str, usize) -> String,
    /// The browser took no file.
    pub file_not_saved: &'static str,
    /// A project could not be taken out.
    pub not_deleted: &'static str,
    /// Other projects are not saved.
    pub stranded_title: &'static str,
    /// What to do about it.
    pub stranded_body: &'static str,
    /// Saves everything to one file.
    pub save_all_action: &'static str,
    /// The note at a sample.
    pub sample_tag: &'static str,
    /// After taking back.
    pub undone: fn(&str) -> String,
    /// After doing again.
    pub redone: fn(&str) -> String,
    /// After writing a file.
    pub file_saved: fn(&str) -> String,
    /// The title of a page that is not there.
    pub unknown_title: &'static str,
    /// What to do then.
    pub unknown_body: &'static str,
    /// While the code of a page is on its way.
    pub page_awaited: &'static str,
    /// When it did not come.
    pub page_failed: &'static str,
    /// Fetches it again.
    pub page_again: &'static str,
    /// The link to the projects.
    pub to_projects: &'static str,
}

/// The Chinese texts.
pub const ZH: FrameText = FrameText {
    skip_link: "跳到正文",
    rail_label: "六个阶段",
    overview: "总览",
    settings: "设置",
    app_settings: "应用设置",
    project_settings: "项目设置",
    import_title: "导入文件",
    save_action: "存成文件",
    print_action: "打印此页",
    help: "帮助",
    projects: "全部项目",
    menu_action: "菜单",
    undo_action: "撤销",
    redo_action: "重做",
    search_action: "搜索和命令",
    other_language: "切换到 English",
    other_theme: "切换浅色和深色",
    history_title: "最近的修改",
    history_empty: "还没有修改",
    saved_at: |time| format!("已存于本浏览器 {time}"),
    saving: "正在保存…",
    nothing_saved: "已存于本浏览器",
    not_saved_since: |time| format!("{time} 起未保存"),
    not_saved_full: "浏览器的存储已满或不可用。你的修改还在这个页面上。",
    not_saved_conflict: "另一个标签页存了不同的内容。你的修改还在这个页面上。",
    save_file_action: "立即存成文件",
    backup_never: "从未备份",
    backup_today: "今天已备份",
    backup_days: |days| format!("备份 {days} 天前"),
    backup_due_title: "该备份了。",
    backup_due_body: "有些修改只存在这个浏览器里。",
    newer_title: "有新版本。",
    newer_body: "重新打开就能用上；已存的内容都在，这一页会回到原处。",
    renew_action: "重新打开",
    read_only_title: "只读。",
    read_only_body: "这个项目正在另一个标签页里编辑。",
    edit_here_action: "改在这里编辑",
    published_title: "公开案例，只读。",
    published_body: "数据出自文献，用来核对算法；想改动就先复制一份。",
    copy_action: "复制成我的项目",
    no_hits: "没有找到。可以搜编号、名称、页面或命令",
    nothing_new: "这些内容已经都有了，没有加入新的",
    not_loaded: "没能加载，请检查网络后再试一次",
    file_saved_without: |name, count| {
        format!("已交给浏览器下载：{name}。有 {count} 个项目读不出来，没有包含")
    },
    file_not_saved: "浏览器没有接受下载，请再试一次",
    not_deleted: "没能删除：浏览器的存储出错或已满。先存成文件，再删旧项目腾地方",
    stranded_title: "还有别的项目没存进浏览器。",
    stranded_body: "它们的修改只在这个页面里，关掉就没有了。请现在存成文件。",
    save_all_action: "全部存成文件",
    sample_tag: "示例",
    undone: |step| format!("已撤销：{step}"),
    redone: |step| format!("已重做：{step}"),
    file_saved: |name| format!("已存成文件 {name}"),
    unknown_title: "这里没有页面",
    unknown_body: "这个地址不属于任何项目，也可能项目已经删除。",
    page_awaited: "正在打开这一页…",
    page_failed: "这一页的程序没有载入，可能是断网了。填过的内容都还在。",
    page_again: "再试一次",
    to_projects: "去项目列表",
};

/// The English texts.
pub const EN: FrameText = FrameText {
    skip_link: "Skip to content",
    rail_label: "Six stages",
    overview: "Overview",
    settings: "Settings",
    app_settings: "App settings",
    project_settings: "Project settings",
    import_title: "Import a file",
    save_action: "Save a file",
    print_action: "Print this page",
    help: "Help",
    projects: "All projects",
    menu_action: "Menu",
    undo_action: "Undo",
    redo_action: "Redo",
    search_action: "Search and commands",
    other_language: "Change to 中文",
    other_theme: "Change between light and dark",
    history_title: "Latest changes",
    history_empty: "No changes yet",
    saved_at: |time| format!("Saved in this browser {time}"),
    saving: "Saving…",
    nothing_saved: "Saved in this browser",
    not_saved_since: |time| format!("Not saved since {time}"),
    not_saved_full: "The browser’s storage is full or blocked. Your changes are still on this page.",
    not_saved_conflict: "Another tab saved something else. Your changes are still on this page.",
    save_file_action: "Save a file now",
    backup_never: "Backup: never",
    backup_today: "Backup today",
    backup_days: |days| {
        if days == 1 { "Backup 1 day ago".to_owned() } else { format!("Backup {days} days ago") }
    },
    backup_due_title: "Time for a backup.",
    backup_due_body: "Some changes exist only in this browser.",
    newer_title: "A new version is here.",
    newer_body: "It is used once this page is opened anew; everything saved stays, and you come back to this place.",
    renew_action: "Open anew",
    read_only_title: "Read-only.",
    read_only_body: "This project is being edited in another tab.",
    edit_here_action: "Edit here instead",
    published_title: "Published case, read-only.",
    published_body: "The data come from the literature and serve to check the maths. Copy it to change it.",
    copy_action: "Copy it as my project",
    no_hits: "Nothing found. Search for numbers, names, pages or commands",
    nothing_new: "All of this is there already; nothing was added",
    not_loaded: "It could not be loaded; check the connection and try again",
    file_saved_without: |name, count| {
        format!("Handed to the download: {name}. {count} projects that cannot be read are not in it")
    },
    file_not_saved: "The browser did not take the download; try again",
    not_deleted: "Not deleted: the browser's storage failed or is full. Save a file first, then delete older projects to make room",
    stranded_title: "Other projects are not saved in this browser.",
    stranded_body: "Their changes live in this page only and are gone when it is closed. Save a file now.",
    save_all_action: "Save all to a file",
    sample_tag: "Sample",
    undone: |step| format!("Undone: {step}"),
    redone: |step| format!("Redone: {step}"),
    file_saved: |name| format!("Saved file {name}"),
    unknown_title: "There is no page here",
    unknown_body: "This address belongs to no project, or the project was deleted.",
    page_awaited: "Opening this page…",
    page_failed: "This page did not load; the network may be down. All you entered is still here.",
    page_again: "Try again",
    to_projects: "Go to the projects",
};
