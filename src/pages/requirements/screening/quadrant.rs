//! The quadrant of the modules, how it is read, and what is chosen from it.

use leptos::prelude::*;

use crate::charts::palette::Palette;
use crate::charts::quadrant::{self, Mark, Point};
use crate::domain::register::Item;
use crate::domain::requirements::suitability::{judge, too_broad};
use crate::domain::requirements::{Module, Requirements};
use crate::domain::step::{Step, Verb};
use crate::domain::task::Task;
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::i18n::format;
use crate::pages::chart::{Chart, chart};
use crate::routes::{Page, Route};
use crate::state::notices::{Notice, use_notices};
use crate::state::place;
use crate::state::preferences::use_preferences;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::figure::FigureTable;
use crate::ui::live::{kept, live};
use crate::ui::tag::{Tag, TagKind};

/// Returns how far a module is from the core and how standardised it is, once both are rated.
pub fn placed(module: &Module) -> Option<(u8, u8)> {
    Some((module.factors.non_core?.get(), module.factors.standardised?.get()))
}

/// Draws where the modules stand.
#[component]
pub fn Quadrant() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let preferences = use_preferences();
    let svg = Signal::derive(move || {
        let requirements = workspace.section::<Requirements>();
        let text = words.get();
        let point = |module: &Module| {
            let mark = match (module.core, module.measure_named) {
                (Some(true), _) => Mark::Core,
                (_, Some(false)) => Mark::NotYet,
                _ => Mark::Measurable,
            };
            let (distance, standard) = placed(module)?;
            Some(Point { name: module.clause(), distance, standard, mark })
        };
        let points: Vec<Point> = requirements.modules.iter().filter_map(|module| point(module)).collect();
        let chart_words = quadrant::Words {
            x: text.requirements.quadrant_x.map(str::to_owned),
            y: text.requirements.quadrant_y.to_owned(),
            names: text.requirements.quadrant_names.map(str::to_owned),
        };
        quadrant::draw(&points, &chart_words, Palette::of(preferences.is_dark()))
    });
    let table = Signal::derive(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let rating = |rating: Option<u8>| format::number_or_missing(rating.map(f64::from), 0);
        let row = |module: &Module| {
            let judged = judge(module);
            vec![
                format!("{} {}", module.clause(), module.name),
                rating(module.factors.non_core.map(|rating| rating.get())),
                rating(module.factors.standardised.map(|rating| rating.get())),
                format::number_or_missing(judged.score, 1),
                (text.requirements.verdict)(judged.verdict).to_owned(),
            ]
        };
        FigureTable {
            heads: vec![
                text.requirements.module_name.to_owned(),
                text.requirements.core_column.to_owned(),
                text.requirements.standard_column.to_owned(),
                text.requirements.score.to_owned(),
                text.requirements.verdict_column.to_owned(),
            ],
            rows: requirements.modules.iter().map(|module| row(module)).collect(),
        }
    });
    let caption = words.s(|t| t.requirements.quadrant_caption);
    chart(Chart { heading: MaybeProp::default(), caption, svg, table, wide: false })
}

/// Says how the quadrant is read and what is chosen.
#[component]
pub fn Reading() -> impl IntoView {
    let words = use_words();
    let mark = |shape: &'static str, name: fn(&'static Text) -> &'static str| {
        view! { <li><span aria-hidden="true">{shape}</span>{words.s(name)}</li> }
    };
    view! {
        <div class="reading">
            <h2>{words.s(|t| t.requirements.how_to_read)}</h2>
            <p>{words.s(|t| t.requirements.how_to_read_lead)}</p>
            <ul class="key">
                {mark("●", |t| t.requirements.mark_measurable)}
                {mark("○", |t| t.requirements.mark_not_yet)}
                {mark("◆", |t| t.requirements.mark_core)}
            </ul>
            {chosen()}
        </div>
    }
}

/// Says what is chosen, and leads on to the scope.
pub fn chosen() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let n_chosen =
        kept(move || workspace.section::<Requirements>().modules.iter().filter(|one| one.chosen).count());
    let write = move |()| {
        let mut begun = Vec::new();
        let requirements = workspace.section_now::<Requirements>();
        if requirements.features.is_empty() {
            let mut next = (*requirements).clone();
            begun = next.begin_scope(|| workspace.new_id());
            let step = Step::new(Verb::Add, begun.join(" "));
            workspace.edit(step.clone(), |requirements: &mut Requirements| *requirements = next);
            notices.show(Notice::Done(step));
        }
        let scope = Route::Project(workspace.project_now().id, Page::Task(Task::Scope));
        match begun.first() {
            Some(clause) => place::go_href(&scope.href_to(clause)),
            None => place::go(scope),
        }
    };
    let chosen = live(move || {
        let text = words.get();
        let requirements = workspace.section::<Requirements>();
        let chosen: Vec<_> = requirements.modules.iter().filter(|module| module.chosen).collect();
        if chosen.is_empty() {
            return view! { <p class="quiet">{text.requirements.chosen_none}</p> }.into_any();
        }
        let names: Vec<_> =
            chosen.iter().map(|module| format!("{} {}", module.clause(), module.name)).collect();
        let broad = match too_broad(requirements.modules.iter().map(|module| &**module)) {
            Some(found) => {
                let label = (text.requirements.too_broad)(found.chosen, found.all, found.vetoed);
                view! { <p><Tag kind=TagKind::Due label/></p> }.into_any()
            }
            None => {
                let share = (text.requirements.chosen_share)(chosen.len(), requirements.modules.len());
                view! { <p class="hint">{share}</p> }.into_any()
            }
        };
        view! { <p><bdi>{names.join(text.common.list_comma)}</bdi></p>{broad} }.into_any()
    });
    let button = live(move || {
        let count = n_chosen.get();
        let label = words.built(move |t| (t.requirements.write_scope)(count));
        (count > 0).then(
            || view! { <div class="actions"><Button kind=ButtonKind::Primary label on_press=write/></div> },
        )
    });
    view! {
        <h3>{words.s(|t| t.requirements.chosen_head)}</h3>
        {chosen}
        {button}
    }
    .into_any()
}
