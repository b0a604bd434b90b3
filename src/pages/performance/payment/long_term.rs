//! What the reviews suggest for the time after this contract, with the reasons.

use leptos::prelude::*;

use crate::domain::performance::payment::long_term::{Reason, Suggestion};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::i18n::period::name;
use crate::pages::list::{Facts, use_facts};
use crate::pages::performance::payment::Shown;
use crate::routes::{Page, Route};
use crate::ui::finding::Finding;
use crate::ui::live::{kept, live};
use crate::ui::sheet::SheetSection;

/// Shows the section.
pub fn long_term(shown: Shown) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let found = kept(move || {
        let (vendor, _) = shown.place.get()?;
        let workspace = shown.workspace;
        Some(workspace.project().suggest(vendor, workspace.today()))
    });
    let clauses = Signal::derive(move || {
        let text = words.get();
        let said = found.with(|found| found.as_ref().map(|found| (text.long_term.advice)(found.advice)));
        said.map(str::to_owned).into_iter().collect::<Vec<_>>()
    });
    let reasons = live(move || {
        let facts = facts.get();
        found.with(|found| found.as_ref().map(|found| list(&facts, found)))
    });
    view! {
        <SheetSection number=shown.number(6) title=words.s(|t| t.long_term.suggestion_head)>
            <Finding clauses/>
            {reasons}
            <p class="hint">{words.s(|t| t.long_term.rule)}</p>
        </SheetSection>
    }
    .into_any()
}

fn list(facts: &Facts, found: &Suggestion) -> AnyView {
    let text = facts.text;
    let words = &text.long_term;
    let agreed = &facts.project.performance.credits;
    let to = |page: Page| Route::Project(facts.project.id, page).href();
    let mut said: Vec<(String, Vec<(String, &'static str)>)> = Vec::new();
    for reason in &found.reasons {
        match reason {
            Reason::Grades(grades) => said.extend(grades.iter().map(|one| {
                let period = name(one.period, text.language);
                let score = format::fixed(one.score, 1);
                let way = (to(Page::Task(Task::Reviews)), words.to_reviews);
                ((words.reason_grade)(&period, &score, &one.grade, one.is_closed), vec![way])
            })),
            Reason::Severe => {
                let way = (to(Page::Task(Task::Reviews)), words.to_reviews);
                said.push((words.reason_severe.to_owned(), vec![way]));
            }
            Reason::Chronic(one) => {
                let limits = [agreed.chronic.count, agreed.chronic.window_months];
                let way = (facts.link(Task::Sla, &one.clause), words.to_line);
                said.push((
                    (words.reason_chronic)(&one.clause, &one.measure, limits, agreed.exit_right),
                    vec![way],
                ));
            }
            Reason::NoBackup => {
                let way = (to(Page::Task(Task::Decide)), words.to_decide);
                said.push((words.reason_alone.to_owned(), vec![way]));
            }
            Reason::Depends(share, effective) => {
                let share = format::percent(*share, 1, text.language);
                let way = (to(Page::Dependence), words.to_dependence);
                said.push(((words.reason_depends)(&share, &format::number(*effective, 1)), vec![way]));
            }
        }
    }
    let items = said.into_iter().map(|(said, ways)| {
        let ways = ways.into_iter().map(|(href, label)| view! { " "<a href=href>{label}</a> });
        view! { <li><span>{said}{ways.collect_view()}</span></li> }
    });
    view! { <ul class="gap-list">{items.collect_view()}</ul> }.into_any()
}
