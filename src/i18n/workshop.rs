//! Words of the workshop. They are read on its two pages only and travel with them.

use crate::domain::requirements::suitability::Factor;
use crate::domain::requirements::workshop::vote::{CastError, Outcome, Subject};
use crate::domain::requirements::workshop::{Department, Reading};
use crate::i18n::format::plural;
use crate::i18n::macros::{S, apart, texts};

apart!(WorkshopText);

texts! {
    /// Words of the workshop.
    WorkshopText {
        empty: S = "把各方请到一间屋里，一次谈定需求：议程有计时，投票先各投各的再揭晓，谈不完的先停在一边。", "Get everybody into one room and settle the requirements: an agenda with a clock, votes nobody sees until all are in, a place for what has to wait.";
        lead: fn(usize, usize, usize) -> Vec<String> = |here, open, lacks| vec![format!("{here} 人在场；"), if open == 0 { "没有待定问题；".to_owned() } else { format!("{open} 个问题待答复；") }, if lacks == 0 { "必填内容齐了。".to_owned() } else { format!("确认前还要补 {lacks} 处。") }],
            |here, open, lacks| vec![format!("{} present;", plural(here, "person", "people")), if open == 0 { "no open question;".to_owned() } else { format!("{};", plural(open, "open question", "open questions")) }, if lacks == 0 { "nothing left to fill.".to_owned() } else { format!("{lacks} to fill before signing.") }];
        to_projector: S = "打开投影页（新标签页）", "Projector view (new tab)";
        to_workshop: S = "回主持页", "Facilitator view";
        agenda_head: S = "议程", "Agenda";
        usual_agenda: S = "加入常用议程", "Add the usual agenda";
        titles: [S; 7] = ["开场", "目标", "筛选", "范围", "服务等级", "待定问题", "确认"], ["Opening", "Goals", "Screening", "Scope", "Service levels", "Open questions", "Sign-off"];
        add_item: S = "添加议题", "Add an item";
        item_title: S = "议题", "Item";
        minutes: S = "分钟", "Minutes";
        done: S = "完成", "Done";
        progress: S = "进度", "Progress";
        now: S = "现在", "Now";
        now_is: S = "现在：", "Now: ";
        next: fn(&str) -> String = |title| format!("下一项：{title}"), |title| format!("Next: {title}");
        all_done: S = "议程走完了", "The agenda is done";
        start: fn(&str) -> String = |title| format!("开始：{title}"), |title| format!("Start: {title}");
        start_this: S = "从这一项开始计时", "Start the clock here";
        pause: S = "暂停", "Pause";
        go_on: S = "继续", "Go on";
        finish: S = "完成，下一项", "Done, next";
        time_up: S = "时间到", "Time is up";
        clock: fn(Reading) -> String = |reading| match reading { Reading::Left(s) => format!("剩 {}", minutes(s)), Reading::Over(s) => format!("超 {}", minutes(s)), Reading::Spent(s) => format!("已用 {}", minutes(s)) },
            |reading| match reading { Reading::Left(s) => format!("{} left", minutes(s)), Reading::Over(s) => format!("{} over", minutes(s)), Reading::Spent(s) => format!("{} so far", minutes(s)) };
        people_head: S = "参加的人", "Participants";
        add_person: S = "添加参加的人", "Add a participant";
        person: S = "姓名", "Name";
        department_label: S = "部门", "Department";
        department: fn(Department) -> S = |one| match one { Department::Business => "业务", Department::Tech => "技术", Department::Legal => "法务", Department::Vendor => "供应商", Department::Other => "其他" },
            |one| match one { Department::Business => "Business", Department::Tech => "Technology", Department::Legal => "Legal", Department::Vendor => "Vendor", Department::Other => "Other" };
        present: S = "在场", "Present";
        away: S = "不在", "Away";
        absent: fn(&[S]) -> String = |names| format!("没有人代表：{}", names.join("、")), |names| format!("Nobody here from: {}", names.join(", "));
        vote_head: S = "静默投票", "Silent vote";
        vote_rule: S = "轮流在这台电脑上投，揭晓前谁也看不到别人的票。", "Take turns at this computer; nobody sees a vote until all are revealed.";
        need_people: S = "先添加参加的人。", "Participants come first.";
        need_items: S = "先写功能或模块，才有东西可投。", "There is nothing to vote on before features or modules are written.";
        begin_priorities: S = "给优先级投票", "Vote on priorities";
        factor_label: S = "筛选因素", "Screening factor";
        begin_factor: S = "给这个因素打分", "Score this factor";
        subject: fn(Subject, fn(Factor) -> S) -> String = |subject, factor| match subject { Subject::Priorities => "功能优先级".to_owned(), Subject::Rating(one) => format!("筛选打分：{}", factor(one)) },
            |subject, factor| match subject { Subject::Priorities => "Priority of each feature".to_owned(), Subject::Rating(one) => format!("Score of each module: {}", factor(one)) };
        voted: fn(usize, usize) -> String = |voted, all| format!("{voted} / {all} 已投"), |voted, all| format!("{voted} of {all} voted");
        has_voted: fn(bool) -> S = |has| if has { "已投" } else { "未投" }, |has| if has { "Voted" } else { "To vote" };
        vote: fn(bool) -> S = |again| if again { "重投" } else { "投票" }, |again| if again { "Vote again" } else { "Vote" };
        ballot_of: fn(&str) -> String = |name| format!("{name} 的票"), |name| format!("Ballot of {name}");
        cast: S = "投好了", "Done";
        not_cast: fn(CastError) -> S = |why| match why { CastError::Revealed => "已经揭晓，票不再改", CastError::Empty => "至少选一项" },
            |why| match why { CastError::Revealed => "The votes are revealed and stay as they are", CastError::Empty => "Choose for at least one" };
        reveal: S = "揭晓", "Reveal";
        reveal_without: fn(&[String]) -> String = |names| format!("不等{}，现在揭晓", names.join("、")), |names| format!("Reveal without {}", names.join(", "));
        turnout: fn(usize, &[String]) -> String = turnout_zh, turnout_en;
        votes: S = "票数", "Votes";
        call_off: S = "取消投票", "Call the vote off";
        outcome: S = "结果", "Outcome";
        came_to: fn(&Outcome, &[String]) -> String = |outcome, choices| match outcome { Outcome::Nothing => "没有票".to_owned(), Outcome::Clear(at) => named(choices, &[*at], ""), Outcome::Tied(at) => format!("持平：{}", named(choices, at, " / ")) },
            |outcome, choices| match outcome { Outcome::Nothing => "No vote".to_owned(), Outcome::Clear(at) => named(choices, &[*at], ""), Outcome::Tied(at) => format!("Tie: {}", named(choices, at, " / ")) };
        outcome_rule: fn(Subject) -> S = |subject| match subject { Subject::Priorities => "票最多的算数；持平的谈过再定，采用时不动。", Subject::Rating(_) => "取中位数；中间两票不同的谈过再定，采用时不动。" },
            |subject| match subject { Subject::Priorities => "The most votes count; a tie is talked over and stays as it is.", Subject::Rating(_) => "The median counts; where the two in the middle differ, it is talked over and stays as it is." };
        take_over: fn(usize) -> String = |count| format!("采用（改 {count} 处）"), |count| format!("Take over ({})", plural(count, "change", "changes"));
        taken: S = "已采用", "Taken over";
        new_vote: S = "再投一轮", "New vote";
        parked_head: S = "搁置事项", "Parking lot";
        parked_empty: S = "跑题的、一时谈不清的，先放在这里。", "What leads astray or takes too long waits here.";
        parked_label: S = "先放着的事", "Parked";
        park: S = "搁置一件事", "Park something";
        to_question: S = "转为待定问题", "Make it an open question";
        to_decision: S = "记为决定", "Make it a decision";
        decisions_head: S = "决定", "Decisions";
        add_decision: S = "记一个决定", "Note a decision";
        decision: S = "决定了什么", "What was decided";
        decided_on: S = "日期", "Date";
        decided_by: S = "谁定的", "Decided by";
        ready_head: S = "确认前还差什么", "Before the sign-off";
        ready: S = "齐了", "None";
        written: S = "必填内容", "Still to fill";
        places: fn(usize) -> String = |count| format!("{count} 处"), |count| format!("{count}");
        unguarded: S = "没有服务等级的“必须有”功能", "Must-haves without a service level";
        breaks: S = "追溯的断点", "Breaks of the thread";
        blocks: S = "挡住确认", "blocks the sign-off";
        see: S = "去看", "See";
        nothing: S = "没有", "None";
    }
}

fn turnout_zh(voted: usize, without: &[String]) -> String {
    match without.len() {
        0 => format!("{voted} 人都投了"),
        away => format!("{} 人里 {voted} 人投了，没投：{}", voted + away, without.join("、")),
    }
}

fn turnout_en(voted: usize, without: &[String]) -> String {
    match without.len() {
        0 => format!("All {voted} voted"),
        away => format!("{voted} of {} voted; not {}", voted + away, without.join(", ")),
    }
}

fn minutes(seconds: u32) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}

fn named(choices: &[String], places: &[usize], between: &str) -> String {
    let names: Vec<_> = places.iter().filter_map(|place| choices.get(*place).cloned()).collect();
    names.join(between)
}
