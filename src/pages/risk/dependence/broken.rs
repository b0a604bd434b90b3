//! What a broken thing is called, and where it is mended.

use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::domain::collaboration::ResponseLevel;
use crate::domain::collaboration::response::Counting;
use crate::domain::held::Held;
use crate::domain::ids::Id;
use crate::domain::project::{Project, Section};
use crate::domain::requirements::Module;
use crate::domain::risk::dependence::stress::{Area, Break};
use crate::domain::task::Task;
use crate::domain::team::Role;
use crate::i18n::{Text, format};
use crate::pages::list::Facts;
use crate::pages::name;
use crate::pages::risk::dependence::exit;
use crate::routes::{Page, Route};

/// Writes an instant by the clock on the wall where the work is.
pub fn local(facts: &Facts, at: DateTime<Utc>) -> String {
    match Counting::of(&facts.project.collaboration).zone() {
        Some(zone) => zone.wall(at).format("%Y-%m-%d %H:%M").to_string(),
        None => at.format("%Y-%m-%d %H:%M UTC").to_string(),
    }
}

/// Returns the number of an item and its name.
fn titled<T: Held>(facts: &Facts, id: Id<T>, name: fn(&T) -> String) -> (String, String) {
    let item = T::register(T::Section::of(&facts.project)).get(id);
    item.map(|item| (item.clause(), name(item))).unwrap_or_default()
}

fn level(facts: &Facts, id: Id<ResponseLevel>) -> (String, String) {
    titled(facts, id, |level: &ResponseLevel| format!("{} {}", level.name(), level.meaning))
}

fn role(facts: &Facts, id: Id<Role>) -> String {
    titled(facts, id, |role: &Role| role.name.clone()).1
}

/// One thing that breaks, in words.
#[derive(Clone, Debug, PartialEq)]
struct Line {
    said: String,
    /// The page it is mended on.
    page: Page,
    /// The value of a link to its place there.
    href: String,
}

/// What breaks of one area, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    area: Area,
    lines: Vec<Line>,
}

impl Group {
    /// Puts what breaks of an area into words.
    pub fn of(facts: &Facts, area: Area, breaks: &[Break]) -> Self {
        Self { area, lines: breaks.iter().map(|one| broken(facts, *one)).collect() }
    }

    /// Shows the area with its lines. What is mended on one page has the way there once, and each line leads to its place.
    pub fn show(&self, text: &'static Text, project: Id<Project>) -> AnyView {
        let words = &text.dependence;
        let pages: Vec<Page> = self.lines.iter().map(|line| line.page).collect();
        let common = pages.first().copied().filter(|first| pages.iter().all(|page| page == first));
        let lines = self.lines.iter().cloned().map(|Line { said, page, href }| match common {
            Some(_) => view! { <li><a href=href><bdi>{said}</bdi></a></li> }.into_any(),
            None => view! { <li><span><bdi>{said}</bdi></span><a href=href>{(words.mend)(name(text, page))}</a></li> }.into_any(),
        });
        let lines = lines.collect_view();
        let way = common.map(|page| {
            let href = Route::Project(project, page).href();
            view! { <a href=href>{(words.mend)(name(text, page))}</a> }
        });
        view! {
            <section class="broken">
                <div><h3>{(words.area)(self.area)}" "<small>{(words.area_count)(self.lines.len())}</small></h3>{way}</div>
                <ul class="gap-list">{lines}</ul>
            </section>
        }
        .into_any()
    }
}

/// Says what is broken, and where it is mended.
fn broken(facts: &Facts, one: Break) -> Line {
    let text = &facts.text.dependence;
    let percent = |share: u32| format::percent(f64::from(share) / 100.0, 0, facts.text.language);
    let module = |id: Id<Module>| titled(facts, id, |module: &Module| module.name.clone());
    let side = |side| facts.text.common.side(side);
    let (said, page, clause) = match one {
        Break::Task(id, parts) => {
            let (clause, task) = titled(facts, id, |activity| activity.name.clone());
            ((text.task)(&format!("{clause} {task}"), parts), Page::Task(Task::Raci), clause)
        }
        Break::Level(id) => {
            let (clause, level) = level(facts, id);
            ((text.level_owner)(&level), Page::Task(Task::Response), clause)
        }
        Break::StepUp(id, to) => {
            let (clause, level) = level(facts, id);
            ((text.step_up)(&level, &role(facts, to)), Page::Task(Task::Response), clause)
        }
        Break::Plan(id) => {
            let (clause, risk) = titled(facts, id, |risk| risk.event.clone());
            ((text.plan)(&format!("{clause} {risk}")), Page::Task(Task::Plans), clause)
        }
        Break::Leak(id) => {
            let (clause, told) = titled(facts, id, |duty| duty.told.clone());
            ((text.leak)(&told), Page::Security, clause)
        }
        Break::Module(id, share, ability) => {
            let (clause, module) = module(id);
            let said = (text.module_stops)(&module, &percent(share), (text.ability)(ability));
            (said, Page::Dependence, clause)
        }
        Break::HardToReplace(id) => {
            let (clause, module) = module(id);
            ((text.hard)(&module), Page::Dependence, clause)
        }
        Break::NoBackup => (text.no_backup.to_owned(), Page::Task(Task::Decide), String::new()),
        Break::Exit(item, answer) => {
            let said = (text.exit_gap)((text.exit_item)(item), (text.answer)(answer));
            (said, Page::Dependence, exit::clause(item))
        }
        Break::OverBudget(amount) => {
            let amount = format::money(amount, facts.project.profile.currency);
            ((text.over_budget)(&amount), Page::Settings, String::new())
        }
        Break::NoLevel => (text.no_level.to_owned(), Page::Task(Task::Response), String::new()),
        Break::ClockWaits(id, until) => {
            let (clause, level) = level(facts, id);
            let said = match until {
                Some(until) => (text.clock_waits)(&level, &local(facts, until)),
                None => (text.never_opens)(&level),
            };
            (said, Page::Task(Task::Response), clause)
        }
        Break::NotCounted(id) => {
            let (clause, level) = level(facts, id);
            ((text.not_counted)(&level), Page::Task(Task::Response), clause)
        }
        Break::NoStep(id, of_side) => {
            let (clause, level) = level(facts, id);
            ((text.no_step)(&level, side(of_side)), Page::Task(Task::Response), clause)
        }
        Break::Unreachable(id, of_role) => {
            let (clause, level) = level(facts, id);
            ((text.unreachable)(&level, &role(facts, of_role)), Page::Task(Task::Response), clause)
        }
        Break::NoSite(of_side) => ((text.no_site)(side(of_side)), Page::Sites, String::new()),
    };
    let route = Route::Project(facts.project.id, page);
    let href = if clause.is_empty() { route.href() } else { route.href_to(&clause) };
    Line { said, page, href }
}
