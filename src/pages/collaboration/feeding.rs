//! How what is counted here flows into an indicator: it is made in one press, and its months are entered in another.

use leptos::prelude::*;

use crate::domain::collaboration::dates::on_time_by_month;
use crate::domain::ids::Id;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Counted, Direction, Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::selection::Vendor;
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::context::use_words;
use crate::pages::list::{Facts, use_facts};
use crate::state::notices::{Notice, use_notices};
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Show, fact, kept, live};

/// The share of milestones in time that is usual as a target, in percent.
const USUAL_ON_TIME: f64 = 95.0;

/// Shows where the months go, or the button that makes the indicator.
pub fn feeding(counted: Counted) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let read_only = use_read_only();
    let facts = use_facts();
    let known = kept(move || workspace.section::<Performance>().counted_from(counted).map(|kpi| kpi.id));
    let make = move |()| {
        let text = &words.now().collaboration;
        let kpi = workspace.add_item::<Kpi>(|kpi| {
            (kpi.name, kpi.unit) = ((text.kpi_name)(counted).to_owned(), "%".to_owned());
            kpi.numerator = (text.kpi_above)(counted).to_owned();
            kpi.denominator = (text.kpi_below)(counted).to_owned();
            (kpi.direction, kpi.counted) = (Direction::Higher, Some(counted));
            kpi.target = (counted == Counted::OnTime).then_some(USUAL_ON_TIME);
        });
        if let Some(kpi) = workspace.project_now().performance.kpis.get(kpi) {
            notices.show(Notice::Done(Step::new(Verb::Add, kpi.clause())));
        }
    };
    let offer = move || {
        view! {
            <p class="hint">{words.s(|t| t.collaboration.feed_lead)}</p>
            <Show when=fact(move || !read_only.get())><Button label=words.s(|t| t.collaboration.make_kpi) on_press=make/></Show>
        }
    };
    let flow = live(move || known.get().and_then(|kpi| flow(&facts.get(), counted, kpi)));
    view! {
        <div class="feeding"><Show when=fact(move || known.with(Option::is_none))>{offer()}</Show>{flow}</div>
    }
    .into_any()
}

/// Returns the value of each month that is over.
fn months(project: &Project, counted: Counted, today: chrono::NaiveDate) -> Vec<(Month, f64)> {
    match counted {
        Counted::OnTime => on_time_by_month(&project.collaboration, today),
        Counted::FirstPass => project.collaboration.yield_by_month(today),
    }
}

/// Returns the vendor that works here: the chosen one, or the only one there is.
fn at_work(project: &Project) -> Option<Id<Vendor>> {
    let selection = &project.selection;
    let only = selection.vendors.at(0).filter(|_| selection.vendors.len() == 1).map(|vendor| vendor.id);
    selection.decision.chosen.or(only)
}

/// Says into which indicator the months go, and enters those that are not there.
fn flow(facts: &Facts, counted: Counted, kpi: Id<Kpi>) -> Option<AnyView> {
    let (text, project) = (&facts.text.collaboration, &facts.project);
    let kpi = project.performance.kpis.get(kpi)?;
    let clause = kpi.clause();
    let months = months(project, counted, facts.today);
    let vendor = at_work(project);
    let n_behind = vendor.map(|vendor| project.performance.n_behind(vendor, kpi.id, &months));
    let state = match n_behind {
        None => text.no_vendor,
        Some(_) if months.is_empty() => text.no_month,
        Some(0) => text.fed,
        Some(_) => "",
    };
    let read_only = use_read_only();
    let press = vendor.zip(n_behind.filter(|n_behind| 0 < *n_behind)).map(|(vendor, n_behind)| {
        let label = (text.feed)(n_behind, &clause);
        let enter = entering(vendor, kpi.id, clause.clone(), months);
        view! { <Show when=fact(move || !read_only.get())><Button kind=ButtonKind::Plain label=label.clone() on_press=enter/></Show> }
    });
    let href = facts.link(Task::Kpis, &clause);
    Some(view! { <p class="hint">{text.feeds}<a href=href>{clause}" "<bdi>{kpi.name.clone()}</bdi></a>{state}</p>{press} }.into_any())
}

/// Enters the months of an indicator as one step.
fn entering(vendor: Id<Vendor>, kpi: Id<Kpi>, clause: String, months: Vec<(Month, f64)>) -> Callback<()> {
    let workspace = use_workspace();
    let notices = use_notices();
    Callback::new(move |()| {
        let step = Step::new(Verb::Set, clause.clone());
        workspace.edit(step.clone(), |performance: &mut Performance| {
            for (month, value) in &months {
                let place = Place { vendor, kpi, month: *month };
                performance.enter(place, Some(Reading::Value(*value)), Entered::Counted, workspace.today());
            }
        });
        notices.show(Notice::Done(step));
    })
}
