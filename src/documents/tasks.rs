//! Lists of tasks in the columns other programs import.
//!
//! Jira needs a `Summary` and reads every column named `Labels` as one label more, which must hold no blank; its wizard
//! asks for the form of dates. Trello's power-ups for import and Asana's importer know the columns by these names.

use crate::domain::collaboration::tasks::{Assignment, Origin};
use crate::domain::requirements::Priority;

/// A program that imports tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tracker {
    /// Jira.
    Jira,
    /// Trello.
    Trello,
    /// Asana.
    Asana,
}

impl Tracker {
    /// Every program, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Jira, Self::Trello, Self::Asana];

    /// Returns its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jira => "Jira",
            Self::Trello => "Trello",
            Self::Asana => "Asana",
        }
    }

    const fn heads(self) -> &'static [&'static str] {
        match self {
            Self::Jira => &[
                "Summary",
                "Description",
                "Assignee",
                "Due Date",
                "Priority",
                "Issue Type",
                "Labels",
                "Labels",
            ],
            Self::Trello => &["Card Name", "Card Description", "List Name", "Due Date", "Labels", "Members"],
            Self::Asana => &["Name", "Description", "Assignee", "Due Date", "Section/Column", "Tags"],
        }
    }
}

/// The words of a list.
#[derive(Clone, Copy, Debug)]
pub struct TaskWords {
    /// What stands before the acceptance.
    pub accepted_when: &'static str,
    /// What stands before the feature.
    pub feature: &'static str,
    /// What stands before the phase.
    pub phase: &'static str,
    /// What stands before who does it.
    pub owner: &'static str,
    /// What the milestones are called together.
    pub milestones: &'static str,
    /// What the activities are called together.
    pub activities: &'static str,
}

/// Lays tasks out in the columns of a program, its heads first.
#[must_use]
pub fn rows(tracker: Tracker, tasks: &[Assignment], words: &TaskWords) -> Vec<Vec<String>> {
    let heads = tracker.heads().iter().map(|head| (*head).to_owned()).collect();
    std::iter::once(heads).chain(tasks.iter().map(|task| row(tracker, task, words))).collect()
}

fn row(tracker: Tracker, task: &Assignment, words: &TaskWords) -> Vec<String> {
    let name = format!("{} {}", task.clause, task.name).trim_end().to_owned();
    let group = match task.origin {
        Origin::Milestone => words.milestones,
        Origin::Activity => words.activities,
    };
    let description = description(task, words);
    let assignee = task.assignee.clone();
    let due = task.due.map(|due| due.to_string()).unwrap_or_default();
    match tracker {
        Tracker::Jira => {
            let group = group.replace(char::is_whitespace, "-");
            vec![
                name,
                description,
                assignee,
                due,
                priority(task).to_owned(),
                "Task".to_owned(),
                task.clause.clone(),
                group,
            ]
        }
        Tracker::Trello => vec![name, description, group.to_owned(), due, task.clause.clone(), assignee],
        Tracker::Asana => vec![name, description, assignee, due, group.to_owned(), task.clause.clone()],
    }
}

fn description(task: &Assignment, words: &TaskWords) -> String {
    let owner = match (task.role.trim(), task.assignee.trim()) {
        (role, "") => role.to_owned(),
        (role, person) => format!("{role}, {person}"),
    };
    let lines = [
        (words.accepted_when, &task.acceptance),
        (words.feature, &task.feature),
        (words.phase, &task.phase),
        (words.owner, &owner),
    ];
    let filled = lines.into_iter().filter(|(_, said)| !said.trim().is_empty());
    filled.map(|(lead, said)| format!("{lead}{said}")).collect::<Vec<_>>().join("\n")
}

const fn priority(task: &Assignment) -> &'static str {
    match task.priority {
        Some(Priority::Must) => "High",
        Some(Priority::Should) | None => "Medium",
        Some(Priority::Could) => "Low",
        Some(Priority::Wont) => "Lowest",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: TaskWords = TaskWords {
        accepted_when: "Accepted when: ",
        feature: "Feature: ",
        phase: "Phase: ",
        owner: "Owner: ",
        milestones: "Key dates",
        activities: "Activities",
    };

    fn task() -> Assignment {
        Assignment {
            origin: Origin::Milestone,
            clause: "M-2".into(),
            name: "=First release".into(),
            role: "Client PM".into(),
            assignee: "tom@marlow.example".into(),
            due: "2027-05-03".parse().ok(),
            acceptance: "All cases pass,\nsigned".into(),
            feature: String::new(),
            phase: String::new(),
            priority: Some(Priority::Must),
        }
    }

    #[test]
    fn every_program_gets_its_columns() {
        let written = |tracker| rows(tracker, &[task()], &WORDS);
        let description = "Accepted when: All cases pass,\nsigned\nOwner: Client PM, tom@marlow.example";
        let name = "M-2 =First release";
        let person = "tom@marlow.example";
        assert_eq!(written(Tracker::Jira)[0][..4], ["Summary", "Description", "Assignee", "Due Date"]);
        let jira = [name, description, person, "2027-05-03", "High", "Task", "M-2", "Key-dates"];
        assert_eq!(written(Tracker::Jira)[1], jira);
        assert_eq!(
            written(Tracker::Trello)[1],
            [name, description, "Key dates", "2027-05-03", "M-2", person]
        );
        assert_eq!(written(Tracker::Asana)[1], [name, description, person, "2027-05-03", "Key dates", "M-2"]);
        for tracker in Tracker::ALL {
            let rows = written(tracker);
            assert_eq!(rows[0].len(), rows[1].len(), "{tracker:?}");
        }
    }
}
