//! Who may see or change which class of data: the table, and below it the cell the keyboard is on.

use leptos::prelude::*;

use crate::domain::project::Project;
use crate::domain::register::Item;
use crate::domain::risk::RiskBook;
use crate::domain::risk::security::DataClass;
use crate::domain::risk::security::access::{Access, CellPlace, Right};
use crate::domain::step::Step;
use crate::domain::task::Task;
use crate::domain::team::{Role, Team};
use crate::exchange::{names, table};
use crate::i18n::context::use_words;
use crate::pages::list::{Facts, use_facts};
use crate::pages::parts::page_href;
use crate::routes::Page;
use crate::state::downloads;
use crate::state::notices::use_notices;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::choice_grid::{Asked, ChoiceColumn, ChoiceGrid, ChoiceRow, Chosen};
use crate::ui::field::{TextField, use_read_only};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::picks::ChoiceField;
use crate::ui::sheet::SheetSection;

/// Shows the section.
pub fn section() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let roles = page_href(workspace, Page::Task(Task::People));
    let has_classes = kept(move || !workspace.section::<RiskBook>().security.data.is_empty());
    let has_roles = kept(move || !workspace.section::<Team>().roles.is_empty());
    let missing = move || {
        view! {
            <p class="lead">
                {words.s(|t| t.security.rights_empty)}
                <Show when=fact(move || !has_roles.get())>" "<a href=roles>{words.s(|t| (t.common.task)(Task::People))}</a></Show>
            </p>
        }
    };
    view! {
        <SheetSection number="5.4.3" title=words.s(|t| t.security.rights_head)>
            <Show when=fact(move || has_classes.get() && has_roles.get()) fallback=missing>{rights()}</Show>
        </SheetSection>
    }
    .into_any()
}

/// Returns the class and the role of a cell of the table.
fn place(facts: &Facts, (row, column): (usize, usize)) -> Option<CellPlace> {
    let class = facts.project.risk.security.data.at(row)?.id;
    Some((class, facts.project.team.columns().nth(column)?.id))
}

fn rights() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let read_only = use_read_only();
    let at = RwSignal::new((0_usize, 0_usize));
    let rows = Signal::derive(move || {
        let text = words.get();
        let row = |class: &DataClass| ChoiceRow {
            number: class.clause(),
            name: class.name.clone(),
            note: (text.security.sensitivity)(class.sensitivity).to_owned(),
        };
        workspace.section::<RiskBook>().security.data.iter().map(|class| row(class)).collect()
    });
    let heads = Signal::derive(move || {
        let text = words.get();
        let head = |role: &Role| ChoiceColumn {
            number: role.clause(),
            name: role.name.clone(),
            group: text.common.side(role.side).to_owned(),
        };
        workspace.section::<Team>().columns().map(|role| head(role)).collect()
    });
    let cell = Callback::new(move |at: (usize, usize)| chosen(&facts.get(), at));
    let here = kept(move || {
        // A row or a column that was taken out takes the keyboard along.
        let facts = facts.get();
        place(&facts, at.get()).or_else(|| place(&facts, (0, 0)))
    });
    let set = move |right: Option<Right>| {
        if let Some((class, role)) = here.try_get_untracked().flatten().filter(|_| !read_only.get_untracked())
        {
            let subject = subject(&workspace.project_now(), (class, role));
            workspace.edit(Step::typing(subject, "right"), |book: &mut RiskBook| {
                book.security.set_right(class, role, right);
            });
        }
    };
    let on_ask = Callback::new(move |asked| {
        let Some((class, role)) = here.try_get_untracked().flatten() else { return };
        let now = workspace.section_now::<RiskBook>().security.access(class, role).map(|one| one.right);
        match asked {
            Asked::Letter(letter) => {
                if let Some(right) = Right::from_letter(letter) {
                    set(Some(right));
                }
            }
            Asked::Next => set(next(now)),
            Asked::Nothing => set(None),
        }
    });
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=move || words.get().security.rights_head>
            <ChoiceGrid label=words.s(|t| t.security.rights_head) row_label=words.s(|t| t.security.class_name) rows columns=heads cell at on_ask/>
        </div>
        <p class="hint keys">{words.s(|t| t.security.rights_keys)}</p>
        {panel(here.into(), Callback::new(set))}
        <div class="actions">{save()}</div>
    }
    .into_any()
}

/// Returns the right that follows another when going round; after the last one nothing is decided.
fn next(now: Option<Right>) -> Option<Right> {
    match now {
        None => Some(Right::See),
        Some(Right::See) => Some(Right::Edit),
        Some(Right::Edit) => Some(Right::None),
        Some(Right::None) => None,
    }
}

fn subject(project: &Project, (class, role): CellPlace) -> String {
    let class = project.risk.security.data.get(class).map(|class| class.clause());
    let role = project.team.roles.get(role).map(|role| role.clause());
    format!("{} {}", class.unwrap_or_default(), role.unwrap_or_default())
}

fn chosen(facts: &Facts, at: (usize, usize)) -> Chosen {
    let text = &facts.text.security;
    let security = &facts.project.risk.security;
    let Some((class, role)) = place(facts, at) else { return Chosen::default() };
    let Some(access) = security.access(class, role) else {
        return Chosen { words: "—".to_owned(), ..Chosen::default() };
    };
    let lacks = security.data.get(class).is_some_and(|class| access.lacks_reason(class));
    Chosen {
        code: match access.right {
            Right::None => "none",
            Right::See => "see",
            Right::Edit => "edit",
        },
        words: (text.right)(access.right).to_owned(),
        wrong: lacks.then(|| text.reason_wanted.to_owned()),
    }
}

/// Shows the cell the keyboard is on as fields: the way for fingers, and the place of the reason.
fn panel(here: Signal<Option<CellPlace>>, set: Callback<Option<Right>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let facts = use_facts();
    let access = kept(move || {
        let (class, role) = here.get()?;
        workspace.section::<RiskBook>().security.access(class, role).cloned()
    });
    let title = live(move || {
        let facts = facts.get();
        let (class, role) = here.get()?;
        let class = facts.project.risk.security.data.get(class)?.clone();
        let role = facts.project.team.roles.get(role)?.clone();
        Some(view! { <h3><bdi>{class.name.clone()}</bdi>" × "<bdi>{role.name.clone()}</bdi></h3> })
    });
    let value = Signal::derive(move || {
        access.get().map(|access: Access| access.right.letter().to_string()).unwrap_or_default()
    });
    let options = Signal::derive(move || {
        let text = words.get();
        let option = |right: Right| (right.letter().to_string(), (text.security.right)(right).to_owned());
        Right::ALL.map(option).to_vec()
    });
    let choose = move |code: String| set.run(code.chars().next().and_then(Right::from_letter));
    let reason = Signal::derive(move || access.get().map(|access| access.reason).unwrap_or_default());
    let wanted = MaybeProp::derive(move || {
        let (class, _) = here.get()?;
        let class = workspace.section::<RiskBook>().security.data.get(class).cloned()?;
        access.get()?.lacks_reason(&class).then(|| words.get().security.reason_wanted.to_owned())
    });
    let write = move |reason: String| {
        let (Some(place), Some(access)) = (here.get_untracked(), access.try_get_untracked().flatten()) else {
            return;
        };
        let subject = subject(&workspace.project_now(), place);
        workspace.edit(Step::typing(subject, "reason"), |book: &mut RiskBook| {
            book.security.access.set(place.0, place.1, Some(Access { reason, ..access }));
        });
    };
    view! {
        <div class="cell-panel">
            {title}
            <div class="fields">
                <div class="w4"><ChoiceField label=words.s(|t| t.security.right_label) value options on_input=choose/></div>
                <div class="w8">
                    <Show when=fact(move || access.with(Option::is_some)) fallback=move || view! { <p class="hint">{words.s(|t| t.security.right_first)}</p> }>
                        <TextField label=words.s(|t| t.security.reason) value=reason on_input=write error=wanted/>
                    </Show>
                </div>
            </div>
        </div>
    }
    .into_any()
}

/// Shows the button that hands the table to the download: one line a cell that is decided.
fn save() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let notices = use_notices();
    let press = move |()| {
        let (project, text) = (workspace.project_now(), words.now());
        let security = &project.risk.security;
        let mut rows = vec![text.security.csv_heads.map(str::to_owned).to_vec()];
        let cells =
            security.data.iter().flat_map(|class| project.team.columns().map(move |role| (class, role)));
        rows.extend(cells.map(|(class, role)| {
            let access = security.access(class.id, role.id);
            let right = access.map(|access| (text.security.right)(access.right)).unwrap_or_default();
            let reason = access.map(|access| access.reason.clone()).unwrap_or_default();
            vec![
                class.clause(),
                class.name.clone(),
                (text.security.sensitivity)(class.sensitivity).to_owned(),
                text.common.side(role.side).to_owned(),
                role.name.clone(),
                right.to_owned(),
                reason,
            ]
        }));
        let name =
            names::part_name(&project.profile.name, text.security.rights_head, workspace.today(), "csv");
        notices.show(downloads::text(name, "text/csv;charset=utf-8", &table::write_csv(&rows)));
    };
    view! { <Button kind=ButtonKind::Plain label=words.s(|t| t.security.save_rights) on_press=press/> }
        .into_any()
}
