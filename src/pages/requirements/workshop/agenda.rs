//! The agenda with its clock.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::Requirements;
use crate::domain::requirements::workshop::{AgendaItem, Reading, Workshop};
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::form::{Field, field, form};
use crate::pages::list::{Column, List, list, wanted};
use crate::pages::requirements::workshop::workshop;
use crate::state::seconds;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::ledger::Said;
use crate::ui::live::{Live, Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

static AGENDA: List<AgendaItem> = List {
    name: |text| text.workshop.agenda_head,
    columns: COLUMNS,
    is_wrong: |_, item| item.title.trim().is_empty(),
    form: |row| {
        let words = use_words();
        let read_only = use_read_only();
        let press = starting(row.id());
        view! {
            {form(row, FIELDS)}
            <Show when=fact(move || !read_only.get())>
                <p><Button kind=ButtonKind::Small label=words.s(|t| t.workshop.start_this) on_press=press/></p>
            </Show>
        }
        .into_any()
    },
    add: |text| text.workshop.add_item,
    fill: |_| (),
};

const COLUMNS: &[Column<AgendaItem>] = &[
    Column::new(|text| text.workshop.item_title, |facts, item| wanted(facts, &item.title)),
    Column::number(
        |text| text.workshop.minutes,
        |_, item| Said::Number(item.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
    ),
    Column::new(
        |text| text.workshop.progress,
        |facts, item| {
            let text = &facts.text.workshop;
            let spent = (0 < item.spent).then(|| (text.clock)(Reading::Spent(item.spent)));
            match spent {
                _ if facts.project.requirements.workshop.current == Some(item.id) => {
                    Said::Tag(TagKind::Note, text.now.to_owned())
                }
                spent if item.done => {
                    let said = std::iter::once(text.done.to_owned()).chain(spent).collect::<Vec<_>>();
                    Said::Tag(TagKind::Passed, said.join(" · "))
                }
                spent => Said::Quiet(spent.unwrap_or_else(|| format::MISSING.to_owned())),
            }
        },
    ),
];

const FIELDS: &[Field<AgendaItem>] = &[
    field!(8 Line title: |text| text.workshop.item_title),
    field!(2 Whole(600) minutes: |text| text.workshop.minutes),
    field!(2 Tick done: |text| text.workshop.done),
];

/// Changes the clock at the moment of a press: of an item, or of the one it is set to.
fn press(
    item: Option<Id<AgendaItem>>,
    change: impl Fn(&mut Workshop, u64) + Copy + Send + Sync + 'static,
) -> Callback<()> {
    let workspace = use_workspace();
    Callback::new(move |()| {
        let requirements = workspace.section_now::<Requirements>();
        let shop = &requirements.workshop;
        let clause = item.or(shop.current).and_then(|id| shop.agenda.get(id)).map(|item| item.clause());
        let now = workspace.now_seconds();
        let step = Step::new(Verb::Set, clause.unwrap_or_default());
        workspace.edit(step, |requirements: &mut Requirements| change(&mut requirements.workshop, now));
    })
}

/// Starts the clock of an item.
fn starting(item: Id<AgendaItem>) -> Callback<()> {
    press(Some(item), move |shop, now| shop.start(item, now))
}

/// Shows the button that adds the usual agenda.
pub(super) fn usual_agenda(kind: ButtonKind) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let add = move |()| {
        let text = &words.now().workshop;
        workspace.edit(Step::new(Verb::Template, text.agenda_head), |requirements: &mut Requirements| {
            requirements.workshop.adopt_agenda(&text.titles);
        });
    };
    view! { <Button kind label=words.s(|t| t.workshop.usual_agenda) on_press=add/> }.into_any()
}

/// Shows the agenda.
pub(super) fn agenda() -> AnyView {
    let words = use_words();
    let shop = workshop(use_workspace());
    let is_short = fact(move || shop.with(|shop| shop.agenda.is_empty()));
    let has_items = fact(move || shop.with(|shop| !shop.agenda.is_empty()));
    let more = view! { <Show when=is_short>{usual_agenda(ButtonKind::Plain)}</Show> }.into_any();
    view! {
        <SheetSection number="1.6.1" title=words.s(|t| t.workshop.agenda_head)>
            <Show when=has_items>{now()}</Show>
            {list(&AGENDA, more)}
        </SheetSection>
    }
    .into_any()
}

/// Shows what is talked about now, with its clock and what to do about it.
fn now() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let read_only = use_read_only();
    let shop = workshop(workspace);
    let state = kept(move || shop.with(|shop| (shop.current, shop.since.is_some(), shop.next().cloned())));
    let actions = live(move || {
        if read_only.get() {
            return ().into_any();
        }
        let (current, runs, next) = state.get();
        let finish = move || view! { <Button label=words.s(|t| t.workshop.finish) on_press=press(None, Workshop::finish)/> };
        match (current, runs, next) {
            (Some(_), true, _) => {
                view! { {finish()}<Button label=words.s(|t| t.workshop.pause) on_press=press(None, Workshop::pause)/> }
                    .into_any()
            }
            (Some(current), false, _) => {
                view! { <Button kind=ButtonKind::Primary label=words.s(|t| t.workshop.go_on) on_press=starting(current)/>{finish()} }
                    .into_any()
            }
            (None, _, Some(next)) => {
                let title = next.title.clone();
                let label = words.built(move |t| (t.workshop.start)(&title));
                view! { <Button kind=ButtonKind::Primary label on_press=starting(next.id)/> }.into_any()
            }
            (None, _, None) => ().into_any(),
        }
    });
    view! { <section class="now">{clock(workspace)}<div class="actions">{actions}</div></section> }.into_any()
}

/// Shows what is talked about now with the time it has, and what comes next. The clock is text that nobody has to hear
/// every second; that the time is up is said once.
pub(super) fn clock(workspace: Workspace) -> Live {
    let words = use_words();
    let shop = workshop(workspace);
    let second = seconds::while_running(move || shop.with(|shop| shop.since.is_some()));
    let reading = kept(move || {
        let now = second.get();
        shop.with(|shop| shop.current().map(|item| shop.reading(item, now)))
    });
    let titles = kept(move || {
        let titles = |shop: &Workshop| {
            [shop.current(), shop.next()].map(|item| item.map(|item| item.title.trim().to_owned()))
        };
        shop.with(|shop| (titles(shop), shop.agenda.is_empty()))
    });
    let is_up = kept(move || matches!(reading.get(), Some(Reading::Over(_))));
    live(move || {
        let text = &words.get().workshop;
        let ([current, next], is_empty) = titles.get();
        let time = live(move || reading.get().map(|reading| (text.clock)(reading)));
        let up = live(move || is_up.get().then(|| view! { <Tag kind=TagKind::Due label=text.time_up/> }));
        let shown = current.map(|title| {
            view! {
                <h3>{text.now_is}<bdi>{title}</bdi></h3>
                <p class="clock" role="timer" aria-live="off">{time}</p>
                <p class="time-up" role="status">{up}</p>
            }
        });
        let next = match next {
            Some(title) => Some((text.next)(&title)),
            None => (!is_empty).then(|| text.all_done.to_owned()).filter(|_| shown.is_none()),
        };
        view! { {shown}{next.map(|next| view! { <p class="quiet"><bdi>{next}</bdi></p> })} }
    })
}
