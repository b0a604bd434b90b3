//! Words of the issue log, the calendars it counts in and the way up. They are read on the pages of stage 4 only.

use crate::domain::calendar::{Obstacle, Place};
use crate::domain::collaboration::Since;
use crate::domain::collaboration::clock::{EventKind, Ignored, State};
use crate::domain::collaboration::history::Problem;
use crate::domain::collaboration::history::columns::{DateOrder, Field};
use crate::domain::collaboration::response::Preset;
use crate::i18n::format;
use crate::i18n::macros::{S, apart, texts};

apart!(LogText);

texts! {
    /// Words of the issue log.
    LogText {
        presets: S = "常用时限", "Usual targets";
        preset: fn(Preset) -> S = |preset| match preset { Preset::Guide => "指南：P0 两小时响应，P1 24 小时解决", Preset::Industry => "行业里更紧的：P0 到 P3" },
            |preset| match preset { Preset::Guide => "Guide: P0 answered in 2 h, P1 solved in 24 h", Preset::Industry => "Tighter, usual in industry: P0 to P3" };
        preset_source: fn(Preset) -> S = |preset| match preset { Preset::Guide => "来源：外包指南的示例", Preset::Industry => "来源：summitdnc.com《SLA management tips》，它的 P1～P4 就是这里的 P0～P3" },
            |preset| match preset { Preset::Guide => "Source: the example of the outsourcing guide", Preset::Industry => "Source: summitdnc.com, SLA management tips; its P1 to P4 are P0 to P3 here" };
        preset_answer: fn(&str) -> String = |time| format!("{time}响应"), |time| format!("answer {time}");
        preset_solve: fn(&str) -> String = |time| format!("{time}解决"), |time| format!("solve {time}");
        working: fn(u32) -> String = |minutes| if minutes < 60 { format!("{minutes} 个工作分钟") } else { format!("{} 个工作小时", hours(minutes)) }, |minutes| if minutes < 60 { format!("{minutes} working min") } else { format!("{} working h", hours(minutes)) };
        in_working_time: fn(&str) -> String = |targets| format!("只算这个日历里的工作时间：{targets}。"), |targets| format!("Only working time of the calendar counts: {targets}.");
        meanings: [S; 4] = ["服务中断或数据泄露", "主要工作做不了，没有替代办法", "部分受影响，有替代办法", "咨询和小改进"], ["Service is down or data leak", "A main task is blocked and there is no way around", "Part of the service suffers and there is a way around", "Question or small improvement"];
        calendar: S = "按哪个日历计时", "Counted in";
        calendar_none: S = "每一分钟（24×7）", "Every minute (24×7)";
        path: S = "升级路径", "Way up";
        path_hint: S = "没解决就逐级上报，双方各走各的路：每一步写问题停留多久，同一方的停留时间相加就是升级时刻。和解决时限同一个日历，暂停不算。", "An unsolved issue goes up step by step, on each side by itself: say how long it stays before each step; the times of one side add up to the instant it goes up. Counted in the calendar of the level, pauses left out.";
        step_to: S = "升级给", "Goes up to";
        step_after: S = "多少分钟后", "After, min";
        step_since: S = "从何时算起", "Counted from";
        since: fn(Since) -> S = |since| match since { Since::StepBefore => "同一方的上一步（停留时间）", Since::Report => "最初的报告" }, |since| match since { Since::StepBefore => "the step before on its side (dwell time)", Since::Report => "the first report" };
        step_reached: fn(&str) -> String = |time| format!("报告后 {time}升级"), |time| format!("Goes up {time} after the report");
        step_add: S = "添加一步", "Add a step";
        step_remove: fn(usize) -> String = |at| format!("删除第 {at} 步"), |at| format!("Remove step {at}");
        step: fn(&str, &str) -> String = |who, after| format!("报告后 {after}：{who}"), |who, after| format!("{who} {after} after the report");
        level_in_use: fn(usize) -> String = |n| format!("{n} 个问题按这一级计时；删除后它们会留在台账里，等你另选级别。"), |n| if n == 1 { "1 issue is counted by this level; without the level it stays in the log and asks for another one.".to_owned() } else { format!("{n} issues are counted by this level; without the level they stay in the log and ask for another one.") };

        calendars_head: S = "服务日历", "Service calendars";
        calendars_lead: S = "工作时间、节假日、调休上班日。没有日历的级别每一分钟都算。", "Working hours, holidays and make-up days. A level without a calendar counts every minute.";
        add_calendar: S = "添加日历", "Add a calendar";
        calendar_name: S = "名称", "Name";
        zone: S = "时区", "Time zone";
        zone_hint: S = "IANA 名称，例如 Asia/Shanghai", "IANA name, for example Europe/Berlin";
        zone_unknown: fn(&[&str]) -> String = |like| if like.is_empty() { "没有这个时区名".to_owned() } else { format!("没有这个时区名；是不是 {}？", like.join("、")) },
            |like| if like.is_empty() { "No zone has this name".to_owned() } else { format!("No zone has this name; perhaps {}?", like.join(", ")) };
        always_open: S = "24×7：每一分钟都算", "24×7: every minute counts";
        hours: S = "时间", "Hours";
        hours_hint: S = "例如 09:00-12:00 13:00-18:00；空着就是休息", "For example 09:00-12:00 13:00-18:00; empty is closed";
        hours_unread: fn(&str) -> String = |text| format!("读不懂“{text}”，要写成 09:00-12:00"), |text| format!("“{text}” is not read; write 09:00-12:00");
        like_monday: S = "周二到周五照周一", "Tuesday to Friday like Monday";
        holidays: S = "节假日，每行一天", "Holidays, one per line";
        makeup: S = "调休上班日，每行一天", "Make-up days, one per line";
        makeup_hint: S = "例如 2026-10-10 09:00-18:00", "For example 2026-10-10 09:00-18:00";
        date_unread: fn(&str) -> String = |text| format!("读不懂“{text}”，要写成 2026-10-01"), |text| format!("“{text}” is not read; write 2026-10-01");
        not_read: S = "读不懂的原样留着；改好以前按之前写的算", "What is not read is kept as it is; until it is mended, what was there before counts";
        used_by: fn(&str) -> String = |levels| format!("{levels} 按它计时；删除后它们每一分钟都算。"), |levels| format!("Counted by it: {levels}. Without it every minute counts.");
        weekday: [S; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"], ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        place: fn(Place) -> String = place_zh, place_en;
        obstacle: fn(Obstacle) -> S = |one| match one { Obstacle::UnknownZone => "没有这个时区名，按它计时的级别算不了", Obstacle::NeverOpen => "哪天都不上班，时钟永远不走", Obstacle::HoursOverlap => "两段时间重叠，只算一次", Obstacle::CrossesMidnight => "跨过午夜：晚上和次日早上各写一段", Obstacle::EndBeforeStart => "结束早于开始，这一段不算", Obstacle::EmptySpan => "开始等于结束，这一段不算", Obstacle::MakeupWithoutHours => "调休上班日没有写时间，当天不算", Obstacle::MakeupTwice => "同一天写了两次，只算第一次", Obstacle::MakeupOnHoliday => "既是节假日又是调休上班日：当天上班" },
            |one| match one { Obstacle::UnknownZone => "no zone has this name; levels counted in it cannot be counted", Obstacle::NeverOpen => "no day has hours: the clock never runs", Obstacle::HoursOverlap => "two spans overlap; the time counts once", Obstacle::CrossesMidnight => "goes past midnight: write the evening and the next morning as two spans", Obstacle::EndBeforeStart => "ends before it starts; this span does not count", Obstacle::EmptySpan => "ends where it starts; this span does not count", Obstacle::MakeupWithoutHours => "a make-up day without hours is closed", Obstacle::MakeupTwice => "stands here twice; the first one counts", Obstacle::MakeupOnHoliday => "is a holiday and a make-up day: it is worked" };

        empty: S = "交给供应商的每个问题都记在这里：到期时刻、剩余时间、超时、下一步升级给谁。", "Every issue handed to the vendor is noted here: when it is due, what is left, what is late, who hears of it next.";
        need_levels: S = "先有响应级别，才能计时。", "Levels come first: they say what counts.";
        to_levels: S = "去写响应级别", "To the response levels";
        lead: fn(usize, usize, usize) -> Vec<String> = |open, late, soon| vec![if open == 0 { "没有未解决的问题。".to_owned() } else { format!("{open} 个问题未解决，") }, match (open, late) { (0, _) => String::new(), (_, 0) => "没有超时；".to_owned(), _ => format!("{late} 个超时；") }, match (open, soon) { (0, _) => String::new(), (_, 0) => "一小时内没有到期的。".to_owned(), _ => format!("{soon} 个一小时内到期。") }],
            |open, late, soon| vec![if open == 0 { "No issue is open.".to_owned() } else { format!("{open} open;") }, match (open, late) { (0, _) => String::new(), (_, 0) => "none is late;".to_owned(), _ => format!("{late} late;") }, match (open, soon) { (0, _) => String::new(), (_, 0) => "none is due within the hour.".to_owned(), _ => format!("{soon} due within the hour.") }];
        silent_count: fn(usize) -> String = |count| format!("{count} 个不在计时，要选级别。"), |count| if count == 1 { "1 is not counted: choose its level.".to_owned() } else { format!("{count} are not counted: choose their level.") };
        not_counted: fn(&str) -> String = |levels| format!("{levels} 的日历时区不认识，这些级别的问题暂时不计时。"), |levels| format!("The zone of the calendar of {levels} is not known: issues of these levels are not counted for now.");
        show_label: S = "显示", "Show";
        show: [S; 3] = ["全部", "未解决", "超时"], ["All", "Open", "Late"];
        none_shown: S = "没有这样的问题。", "There is none.";
        issues_head: S = "问题", "Issues";
        add: S = "记一个问题", "Note an issue";
        title: S = "什么问题", "What it is about";
        reference: S = "外部单号", "Number elsewhere";
        level: S = "级别", "Level";
        state_label: S = "状态", "State";
        due: S = "到期", "Due";
        left_label: S = "剩余", "Left";
        next_label: S = "下一步升级", "Goes up next";
        state: fn(State) -> S = |state| match state { State::Running => "计时中", State::Paused => "已暂停", State::Solved => "已解决" },
            |state| match state { State::Running => "Running", State::Paused => "Paused", State::Solved => "Solved" };
        state_late: fn(State) -> S = |state| match state { State::Running => "计时中 · 超时", State::Paused => "已暂停 · 超时", State::Solved => "已解决 · 超时" },
            |state| match state { State::Running => "Running · late", State::Paused => "Paused · late", State::Solved => "Solved · late" };
        silent: S = "不计时", "Not counted";
        due_of: fn(bool, &str) -> String = |is_response, at| format!("{} {at}", if is_response { "响应" } else { "解决" }), |is_response, at| format!("{} {at}", if is_response { "answer" } else { "solve" });
        due_paused: S = "恢复计时后才定", "set once it goes on";
        due_never: S = "没有时限", "no target";
        left: fn(&str) -> String = |time| format!("剩 {time}"), |time| format!("{time} left");
        over: fn(&str) -> String = |time| format!("超 {time}"), |time| format!("{time} over");
        span: fn(i64) -> String = |minutes| span(minutes, "小时", "分"), |minutes| span(minutes, "h", "min");
        next: fn(&str, &str) -> String = |who, at| format!("{who}，{at}"), |who, at| format!("{who}, {at}");
        is_with: fn(&str) -> String = |who| format!("已到 {who}"), |who| format!("with {who} now");
        next_paused: S = "恢复计时后", "once it goes on";
        response: S = "响应", "First answer";
        resolution: S = "解决", "Solution";
        clock_line: fn(&str, &str) -> String = |due, left| format!("到期 {due}，{left}"), |due, left| format!("due {due}, {left}");
        met: S = "按时", "in time";
        clock_rule: S = "只算日历里的工作时间，暂停和已解决的间隔不算；改级别从最初的报告时刻重新算。正好用完时限不算超时。", "Only working time of the calendar counts, without pauses and solved gaps; a change of level counts anew from the first report. Using a target up exactly is no miss.";
        clock_formula: fn(&str, &str, &str) -> String = |target, worked, left| format!("{target} − {worked} = {left}"), |target, worked, left| format!("{target} − {worked} = {left}");
        input_calendar: S = "日历", "Calendar";
        input_created: S = "报告时刻", "Reported";
        input_start: S = "时钟开始走", "Clock starts";
        input_worked: S = "已用工作时间", "Worked";
        input_target: S = "时限", "Target";
        act_head: S = "处理", "What happened";
        act_at: fn(&str) -> String = |zone| format!("时刻（{zone}）；空着就是现在"), |zone| format!("When ({zone}); empty is now");
        act_note: S = "说明，例如在等什么", "Note, for example what it waits for";
        act: fn(EventKind) -> S = |kind| match kind { EventKind::Created => "报告", EventKind::Responded => "响应", EventKind::Pause => "暂停", EventKind::Resume => "恢复", EventKind::PriorityChange => "改级别", EventKind::Solved => "解决", EventKind::Reopen => "重新打开" },
            |kind| match kind { EventKind::Created => "Report", EventKind::Responded => "Answer", EventKind::Pause => "Pause", EventKind::Resume => "Go on", EventKind::PriorityChange => "Change the level", EventKind::Solved => "Solve", EventKind::Reopen => "Reopen" };
        event: fn(EventKind) -> S = |kind| match kind { EventKind::Created => "报告", EventKind::Responded => "响应", EventKind::Pause => "暂停", EventKind::Resume => "恢复", EventKind::PriorityChange => "改级别", EventKind::Solved => "解决", EventKind::Reopen => "重新打开" },
            |kind| match kind { EventKind::Created => "Reported", EventKind::Responded => "Answered", EventKind::Pause => "Paused", EventKind::Resume => "Went on", EventKind::PriorityChange => "Level changed", EventKind::Solved => "Solved", EventKind::Reopen => "Reopened" };
        act_unread: fn(&str) -> String = |text| format!("读不懂“{text}”"), |text| format!("“{text}” is not read");
        pause_needs_note: S = "写下在等什么，才能暂停。", "Say what it waits for to pause it.";
        events_head: S = "经过", "History";
        event_when: S = "时刻", "When";
        event_what: S = "事件", "Event";
        event_remove: fn(&str) -> String = |what| format!("删除：{what}"), |what| format!("Remove: {what}");
        ignored: fn(Ignored) -> S = |why| match why { Ignored::BeforeCreation => "早于报告，不算", Ignored::CreatedTwice => "已经报告过，不算", Ignored::AnsweredBefore => "之前已响应，只算第一次", Ignored::PausedTwice => "已在暂停，不算", Ignored::PausedWhileSolved => "已解决的不能暂停，不算", Ignored::ResumedWithoutPause => "没有暂停，不算", Ignored::SolvedTwice => "已经解决，不算", Ignored::ReopenedUnsolved => "还没解决，不算", Ignored::WithoutLevel => "没有可用的级别，选一个", Ignored::AfterReport => "还没到这个时刻" },
            |why| match why { Ignored::BeforeCreation => "before the report: left aside", Ignored::CreatedTwice => "was reported already: left aside", Ignored::AnsweredBefore => "answered before; the first one counts", Ignored::PausedTwice => "was paused already: left aside", Ignored::PausedWhileSolved => "a solved issue cannot be paused: left aside", Ignored::ResumedWithoutPause => "was not paused: left aside", Ignored::SolvedTwice => "was solved already: left aside", Ignored::ReopenedUnsolved => "was not solved: left aside", Ignored::WithoutLevel => "names no level there is: choose one", Ignored::AfterReport => "lies ahead" };
        never_created: S = "没有算数的报告时刻：它不进任何统计。选一个级别，或改报告时刻。", "No report counts, so it is in no figure. Choose a level or mend the instant of the report.";

        figures_head: S = "达标情况", "How often the targets were met";
        month: S = "报告月份", "Reported in";
        month_all: S = "全部", "All";
        all_levels: S = "合计", "All";
        met_column: S = "达标", "Met";
        median: S = "中位数", "Median";
        p90: S = "九成以内", "90 % within";
        share: fn(usize, usize, &str) -> String = |met, n, percent| format!("{met} / {n} · {percent}%"), |met, n, percent| format!("{met} of {n} · {percent} %");
        none_decided: fn(usize) -> String = |pending| if pending == 0 { "—".to_owned() } else { format!("{pending} 个未到期") }, |pending| if pending == 0 { "—".to_owned() } else { format!("{pending} not due yet") };
        figure_rule: S = "达标率＝达标数 ÷ 已判定数；已完成或已超时的才算已判定。中位数和九成以内取已完成的工作时间：n 个排好序，取第 ⌈0.9n⌉ 个。", "Met = in time of those decided; an issue is decided once it is done or late. Median and 90 % are taken of the working time of those done: of n in order the one at ⌈0.9 n⌉.";
        ages_head: S = "未解决的问题开了多久", "How long open issues have been open";
        age: [S; 5] = ["不到 1 天", "1–3 天", "3–7 天", "7–30 天", "30 天以上"], ["Under 1 day", "1–3 days", "3–7 days", "7–30 days", "30 days and more"];
        to_kpi_head: S = "写进 KPI", "Into the KPIs";
        to_kpi_lead: fn(&str, &str) -> String = |month, vendor| format!("把 {month} 的合计达标率记为 {vendor} 的读数。"), |month, vendor| format!("Enters the share met in {month} as a reading of {vendor}.");
        to_kpi_which: S = "哪个达标率", "Which share";
        to_kpi_where: S = "写进哪个指标", "Into which indicator";
        to_kpi_new: fn(&str) -> String = |name| format!("新指标：{name}"), |name| format!("A new one: {name}");
        to_kpi_name: fn(bool) -> S = |is_response| if is_response { "响应达标率" } else { "解决达标率" }, |is_response| if is_response { "First answers in time" } else { "Solutions in time" };
        to_kpi_part: fn(bool) -> [S; 2] = |is_response| if is_response { ["时限内响应的问题", "已判定的问题"] } else { ["时限内解决的问题", "已判定的问题"] }, |is_response| if is_response { ["Issues answered in time", "Issues decided"] } else { ["Issues solved in time", "Issues decided"] };
        to_kpi: fn(&str) -> String = |value| format!("把 {value} 写进 KPI"), |value| format!("Enter {value} as the reading");
        to_kpi_no_events: S = "“无事件”", "“no events”";
        to_kpi_month: S = "选一个月份，就能写进 KPI。", "Choose a month to enter its share in the KPIs.";
        to_kpi_vendor: S = "先有供应商，才能写进 KPI。", "A vendor comes first, then its KPIs.";

        paste_head: S = "别的系统里的工单", "Tickets from another system";
        paste_lead: S = "整份工单历史可以粘贴或选文件（CSV、制表符分隔，第一行是列名），最多 50,000 行；只在这台电脑里算。可以一行一个工单，也可以一行一个事件（工单号、时刻、事件、值）：重新打开、改级别这样才写得全。", "A whole ticket history can be pasted or chosen as a file (CSV or tab-separated, heads in the first row), up to 50,000 rows; it is counted on this computer only. One row a ticket, or one row an event (ticket, instant, event, value): the latter has room for reopenings and changes of level.";
        paste_label: S = "粘贴到这里", "Paste here";
        paste_file: S = "或选一个文件", "Or choose a file";
        pasted: S = "粘贴的表格", "Pasted table";
        paste_got: fn(&str, usize, usize) -> String = |name, rows, columns| format!("{name}：{rows} 行，{columns} 列。"), |name, rows, columns| format!("{name}: {}, {}.", format::plural(rows, "row", "rows"), format::plural(columns, "column", "columns"));
        too_many: fn(usize, usize) -> String = |rows, limit| format!("有 {rows} 行，最多 {limit} 行；没有读入任何内容。请分成几份再试。"), |rows, limit| format!("{rows} rows are more than {limit}; nothing was taken in. Part it and come again.");
        too_large: fn(u64, u64) -> String = |bytes, limit| format!("文件 {} MB，最多 {} MB；没有读入任何内容。", bytes / 1_048_576, limit / 1_048_576), |bytes, limit| format!("{} MB are more than {} MB; nothing was taken in.", bytes / 1_048_576, limit / 1_048_576);
        not_text: S = "这个文件不是文本。请导出为 CSV 再试。", "This file is no text. Export it as CSV.";
        no_rows: S = "只有一行，没有可算的内容。", "There is one row and nothing to count.";
        reads: fn(usize) -> String = |percent| format!("已读入 {percent}%"), |percent| format!("{percent} % read");
        is_log: S = "每行是一个事件：同一单号的行合成一个工单。", "Each row is an event: rows of one number make one ticket.";
        columns_head: S = "每一列是什么", "What the columns are";
        column_ignored: S = "不用", "Left aside";
        field: fn(Field) -> S = field_zh, field_en;
        order_label: S = "日期写法", "Dates are written";
        order: fn(DateOrder) -> S = |order| match order { DateOrder::DayFirst => "日在前：31/12/2026", DateOrder::MonthFirst => "月在前：12/31/2026" },
            |order| match order { DateOrder::DayFirst => "Day first: 31/12/2026", DateOrder::MonthFirst => "Month first: 12/31/2026" };
        order_hint: S = "年在前的日期怎么都读得懂", "Dates that begin with the year are read either way";
        usual_level: S = "没写级别的算", "Without a level count as";
        word_level: fn(&str) -> String = |word| format!("“{word}”算哪一级"), |word| format!("“{word}” stands for");
        word_event: fn(&str) -> String = |word| format!("事件“{word}”是"), |word| format!("The event “{word}” is");
        word_open: S = "还没说", "Not said yet";
        column: fn(usize, &str) -> String = |at, head| format!("第 {at} 列 {head}"), |at, head| format!("Column {at} {head}");
        need_created: S = "至少要说哪一列是报告时刻（事件表：单号、发生时刻、事件），以及级别从哪里来。", "Say at least which column is the instant of the report (of events: number, instant, event), and where levels come from.";
        unread: S = "读不懂", "not read";
        evaluate: S = "开始计算", "Evaluate";
        cancel: S = "停止", "Cancel";
        progress: fn(usize, usize) -> String = |done, all| format!("已算 {done} / {all} 行"), |done, all| format!("{done} of {all} rows");
        cancelled: S = "已停止，没有保留任何内容。", "Cancelled; nothing was kept.";
        failed: S = "计算没有完成，请再试一次。", "The evaluation did not finish. Try again.";
        found: fn(usize, usize) -> Vec<String> = |counted, out| vec![format!("{counted} 个工单算进去了，"), if out == 0 { "没有遗漏。".to_owned() } else { format!("{out} 行没有算，原因在下面。") }],
            |counted, out| vec![format!("{counted} {};", if counted == 1 { "ticket counts" } else { "tickets count" }), match out { 0 => "no row is left aside.".to_owned(), 1 => "1 row is left aside, for the reason below.".to_owned(), _ => format!("{out} rows are left aside, for the reasons below.") }];
        problem: fn(Problem) -> String = problem_zh, problem_en;
        cause: fn(&str, usize) -> String = |why, n| format!("{why}：{n} 行"), |why, n| format!("{why}: {}", if n == 1 { "1 row".to_owned() } else { format!("{n} rows") });
        example: fn(usize, &str) -> String = |row, text| if text.is_empty() { format!("第 {row} 行") } else { format!("第 {row} 行“{text}”") }, |row, text| if text.is_empty() { format!("row {row}") } else { format!("row {row} “{text}”") };
        save_lines: S = "把没算的行存为 CSV", "Save the rows left aside as CSV";
        lines_part: S = "没算的行", "rows-left-aside";
        lines_heads: [S; 3] = ["行", "原因和怎么办", "写的是"], ["Row", "Reason and what to do", "What stands there"];
        repeated: fn(usize, &str) -> String = |n, some| format!("{n} 个单号出现不止一次，每行都算了：{some}"), |n, some| format!("{} in more than one row, and each row counts: {some}", if n == 1 { "1 number stands".to_owned() } else { format!("{n} numbers stand") });
        keep: S = "只保留结果", "Keep the figures";
        kept: S = "结果已保留；工单本身没有保存。", "The figures are kept; the tickets themselves are not.";
        take: fn(usize) -> String = |n| format!("记进台账（{n} 个）"), |n| format!("Take {n} into the log");
        take_limit: fn(usize) -> String = |limit| format!("台账最多 {limit} 个问题（浏览器能存的有限），所以这份只能保留结果。"), |limit| format!("The log holds up to {limit} issues, as a browser keeps only so much: of this table only the figures can be kept.");
        taken: fn(usize, usize) -> String = |n, known| if known == 0 { format!("{n} 个问题记进了台账。") } else { format!("{n} 个问题记进了台账；{known} 个单号已经在，没有重复添加。") }, |n, known| { let taken = format!("{} taken into the log", if n == 1 { "1 issue was".to_owned() } else { format!("{n} issues were") }); match known { 0 => format!("{taken}."), 1 => format!("{taken}; 1 was there already by its number."), _ => format!("{taken}; {known} were there already by their numbers.") } };
        discard: S = "放弃这份", "Put it away";
        histories_head: S = "保留的结果", "Figures kept";
        history_month: S = "这份历史是哪个月的", "The month it is of";
        history_from: S = "来自", "From";
        history_as_of: S = "截至", "As of";
        history_rows: S = "行数", "Rows";
        history_out: S = "未算", "Left out";
    }
}

fn hours(minutes: u32) -> String {
    format::number(f64::from(minutes) / 60.0, 1)
}

fn span(minutes: i64, hour: &str, minute: &str) -> String {
    match (minutes / 60, minutes % 60) {
        (0, rest) => format!("{rest} {minute}"),
        (hours, 0) => format!("{hours} {hour}"),
        (hours, rest) => format!("{hours} {hour} {rest} {minute}"),
    }
}

fn place_zh(place: Place) -> String {
    match place {
        Place::Zone => "时区".to_owned(),
        Place::Week => "一周".to_owned(),
        Place::Weekday(day) => ZH.weekday.get(day).copied().unwrap_or_default().to_owned(),
        Place::Makeup(date) => date.to_string(),
    }
}

fn place_en(place: Place) -> String {
    match place {
        Place::Zone => "Time zone".to_owned(),
        Place::Week => "The week".to_owned(),
        Place::Weekday(day) => EN.weekday.get(day).copied().unwrap_or_default().to_owned(),
        Place::Makeup(date) => date.to_string(),
    }
}

fn field_zh(field: Field) -> S {
    match field {
        Field::Reference => "单号",
        Field::Title => "标题",
        Field::Level => "级别",
        Field::Created => "报告时刻",
        Field::Responded => "响应时刻",
        Field::Solved => "解决时刻",
        Field::Pauses => "暂停（起 / 止；…）",
        Field::At => "事件：时刻",
        Field::Event => "事件：发生了什么",
        Field::Value => "事件：值（新级别或说明）",
    }
}

fn field_en(field: Field) -> S {
    match field {
        Field::Reference => "Number",
        Field::Title => "Title",
        Field::Level => "Level",
        Field::Created => "Reported at",
        Field::Responded => "Answered at",
        Field::Solved => "Solved at",
        Field::Pauses => "Pauses (from / until; …)",
        Field::At => "Event: instant",
        Field::Event => "Event: what happened",
        Field::Value => "Event: value (new level or note)",
    }
}

fn problem_zh(problem: Problem) -> String {
    match problem {
        Problem::NoCreated => "没有报告时刻".to_owned(),
        Problem::NotATime(field) => format!("“{}”读不成日期加时刻", field_zh(field)),
        Problem::NoLevel => "级别对不上".to_owned(),
        Problem::NotCounted => "级别的日历时区不认识".to_owned(),
        Problem::BeforeCreated(field) => format!("“{}”早于报告时刻", field_zh(field)),
        Problem::AfterReport(field) => format!("“{}”还没到", field_zh(field)),
        Problem::WrongPause => "暂停的起止颠倒、重叠，或在报告之前、解决之后".to_owned(),
        Problem::NoReference => "没有单号：补上单号".to_owned(),
        Problem::UnknownEvent => "不认识的事件：在上面说它是什么，整个工单才算".to_owned(),
        Problem::OutOfOrder(why) => out_of_order_zh(why).to_owned(),
        Problem::TicketLeftOut => "同一工单的另一行有问题：改好那一行，这些行就算".to_owned(),
    }
}

fn problem_en(problem: Problem) -> String {
    match problem {
        Problem::NoCreated => "It does not say when it was reported".to_owned(),
        Problem::NotATime(field) => format!("“{}” is no date with a time of day", field_en(field)),
        Problem::NoLevel => "No level fits".to_owned(),
        Problem::NotCounted => "The zone of the level's calendar is not known".to_owned(),
        Problem::BeforeCreated(field) => format!("“{}” lies before the report", field_en(field)),
        Problem::AfterReport(field) => format!("“{}” lies in the future", field_en(field)),
        Problem::WrongPause => {
            "A pause ends before it starts, overlaps another, or lies before the report or after the solution"
                .to_owned()
        }
        Problem::NoReference => "It names no ticket: fill in the number".to_owned(),
        Problem::UnknownEvent => {
            "An event that is not known: say above what it is, then its ticket counts".to_owned()
        }
        Problem::OutOfOrder(why) => out_of_order_en(why).to_owned(),
        Problem::TicketLeftOut => {
            "Another row of the same ticket is in the way: mend that one and these count".to_owned()
        }
    }
}

const fn out_of_order_zh(why: Ignored) -> S {
    match why {
        Ignored::BeforeCreation => "早于报告：改时刻，或补上更早的报告",
        Ignored::CreatedTwice => "报告了两次：同一单号是两个工单的，给其中一个换单号",
        Ignored::AnsweredBefore => "之前已响应，只算第一次：不用改",
        Ignored::PausedTwice => "暂停中又暂停：补上前一次的恢复",
        Ignored::PausedWhileSolved => "已解决又暂停：补上重新打开",
        Ignored::ResumedWithoutPause => "没有暂停就恢复：补上暂停",
        Ignored::SolvedTwice => "解决了两次，只算第一次：中间若重新打开过就补上",
        Ignored::ReopenedUnsolved => "没解决就重新打开：补上解决",
        Ignored::WithoutLevel => "没有可用的级别：写上级别",
        Ignored::AfterReport => "还没到这个时刻：查时刻和时区",
    }
}

const fn out_of_order_en(why: Ignored) -> S {
    match why {
        Ignored::BeforeCreation => "Before the report: mend the instant, or add the earlier report",
        Ignored::CreatedTwice => "Reported twice: where two tickets share a number, give one another",
        Ignored::AnsweredBefore => "Answered before, and the first answer counts: nothing to do",
        Ignored::PausedTwice => "Paused while paused: add the missing resumption before it",
        Ignored::PausedWhileSolved => "Paused while solved: add the missing reopening before it",
        Ignored::ResumedWithoutPause => "Resumed without a pause: add the pause",
        Ignored::SolvedTwice => "Solved twice, and the first one counts: add the reopening if there was one",
        Ignored::ReopenedUnsolved => "Reopened unsolved: add the missing solution before it",
        Ignored::WithoutLevel => "Names no level there is: write one",
        Ignored::AfterReport => "Lies in the future: check instant and zone",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_time_is_said_in_hours_and_never_in_days() {
        let said = |minutes| [(ZH.working)(minutes), (EN.working)(minutes)];
        assert_eq!(said(4320), ["72 个工作小时", "72 working h"]);
        assert_eq!(said(90), ["1.5 个工作小时", "1.5 working h"]);
        assert_eq!(said(30), ["30 个工作分钟", "30 working min"]);
    }
}
