//! First run, the list of projects, a new project.

use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::ids::Id;
use crate::domain::language::Language;
use crate::domain::money::Currency;
use crate::domain::profile::{BusinessType, Origin, Profile};
use crate::domain::project::Project;
use crate::domain::sheet::Sheet;
use crate::domain::task::{Stage, Task};
use crate::i18n::context::use_words;
use crate::pages::form::{Field, field, form};
use crate::routes::{Page, Route};
use crate::state::library::files::SAMPLES;
use crate::state::library::use_library;
use crate::state::notices::{Notice, use_notices};
use crate::state::part::{Bindable, Part};
use crate::state::place;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::TextField;
use crate::ui::live::{Show, fact, live};
use crate::ui::problem_summary::{Problem, ProblemSummary};
use crate::ui::sheet::{Sheet, SheetSection};

/// Shows the two ways to begin, and the projects on this device.
#[component]
pub fn StartPage() -> impl IntoView {
    let words = use_words();
    let library = use_library();
    let (workspace, notices) = (use_workspace(), use_notices());
    library.refresh();
    let deleted = RwSignal::new(None::<Id<Project>>);
    let open = move |name: &'static str| {
        spawn_local(async move {
            let Some(id) = library.open_sample(name).await else { return notices.show(Notice::NotLoaded) };
            library.refresh();
            let origin = workspace.section_now::<Profile>().origin;
            // A published case shows one thing only: how its ranking comes about.
            let page =
                if origin == Origin::PublishedCase { Page::Task(Task::Decide) } else { Page::Overview };
            place::go(Route::Project(id, page));
        });
    };
    let default_sample = move || {
        let [zh, en, ..] = SAMPLES;
        if words.now().language == Language::Zh { zh } else { en }
    };
    let list = move || {
        let text = words.get();
        let entries = library.entries().into_iter().map(|entry| {
            let id = entry.id;
            let name = match &entry.project {
                Some(project) if project.profile.name.is_empty() => text.start.default_name.to_owned(),
                Some(project) => project.profile.name.clone(),
                None => text.start.unreadable.to_owned(),
            };
            let client = entry.project.as_ref().map(|project| match Sheet::alone(project, workspace.today()) {
                Some(Sheet::Scores(sheet)) => (text.overview.sheet_head)(&sheet.evaluator.name),
                Some(Sheet::Answers(sheet)) => (text.overview.answers_of)(sheet.side).to_owned(),
                None => project.profile.client.name.clone(),
            });
            let client = client.unwrap_or_default();
            let remove = move |()| {
                if library.delete(id) { deleted.set(Some(id)) } else { notices.show(Notice::NotDeleted) }
            };
            let raw = entry.project.is_none().then(|| view! { <Button kind=ButtonKind::Text label=text.start.raw_action.to_owned() on_press=move |()| library.save_raw(id)/> });
            let label = format!("{} {name}", text.start.delete_action);
            view! {
                <li>
                    <a href=Route::Project(id, Page::Overview).href()><bdi>{name}</bdi></a>
                    <span class="quiet">{client}</span>
                    {raw}
                    <Button kind=ButtonKind::Text label=text.start.delete_action.to_owned() name=label on_press=remove/>
                </li>
            }
        });
        entries.collect_view()
    };
    let has_projects = fact(move || !library.entries().is_empty());
    let samples = live(move || {
        let text = words.get();
        let samples =
            SAMPLES.into_iter().zip(text.start.samples).filter(|(file, _)| *file != default_sample());
        let link = |(file, name): (&'static str, &'static str)| view! { <li><Button kind=ButtonKind::Text label=name.to_owned() on_press=move |()| open(file)/></li> };
        // The other project first; the published cases behind a line, for those who want to check the mathematics.
        let mut links: Vec<_> = samples.map(link).collect();
        let cases = links.split_off(1);
        view! { {links}<li><details class="cases"><summary>{text.start.cases}</summary><ul class="sample-list">{cases}</ul></details></li> }
    });
    let stages = live(move || {
        let text = words.get();
        let stages = Stage::ALL.into_iter().zip(text.start.stage_notes).enumerate();
        let stages = stages.map(|(place, (stage, note))| {
            view! { <li><span class="number" aria-hidden="true">{place + 1}</span><strong>{text.common.stage(stage)}</strong><span class="hint">{note}</span></li> }
        });
        stages.collect_view()
    });
    view! {
        <article class="first-run">
            <h1 tabindex="-1" id="page-title">{live(move || match words.get().language {
                Language::Zh => name_across("合", "契", "zh-CN", "Half", "seal", "en"),
                Language::En => name_across("Half", "seal", "en", "合", "契", "zh-CN"),
            })}</h1>
            <p class="first-lead">{words.s(|t| t.start.lead)}</p>
            <p class="first-sub">{words.s(|t| t.start.sub)}</p>
            <div class="choices">
                <section>
                    <h2>{words.s(|t| t.start.sample_title)}</h2>
                    <p>{words.s(|t| t.start.sample_body)}</p>
                    <div class="actions"><Button label=words.s(|t| t.start.sample_action) on_press=move |()| open(default_sample())/></div>
                    <p class="hint">{words.s(|t| t.start.other_samples)}</p>
                    <ul class="sample-list">{samples}</ul>
                </section>
                <section>
                    <h2>{words.s(|t| t.start.mine_title)}</h2>
                    <p>{words.s(|t| t.start.mine_body)}</p>
                    <div class="actions"><a class="button primary" href=Route::New.href()>{words.s(|t| t.start.mine_action)}</a></div>
                </section>
            </div>
            <Show when=has_projects>
                <section class="first-projects">
                    <h2>{words.s(|t| t.start.projects_head)}</h2>
                    <ul class="project-list">{live(list)}</ul>
                    <div class="actions">
                        <Button label=words.s(|t| t.start.save_all_action) on_press=move |()| library.save_all()/>
                        <Show when=fact(move || deleted.get().is_some())>
                            <span role="status">{words.s(|t| t.start.deleted)}</span>
                            <Button kind=ButtonKind::Text label=words.s(|t| t.start.restore_action) on_press=move |()| {
                                if deleted.get_untracked().is_some_and(|id| library.undelete(id)) {
                                    deleted.set(None);
                                }
                            }/>
                        </Show>
                    </div>
                </section>
            </Show>
            <ol class="stage-strip">{stages}</ol>
        </article>
        <div class="first-foot">
            <span><a href=Route::Import.href()>{words.s(|t| t.start.open_file)}</a>" · "<a href=Route::Settings.href()>{words.s(|t| t.frame.app_settings)}</a></span>
            <span class="hint">{words.s(|t| t.start.local_note)}</span>
        </div>
    }
}

/// Writes the product's name across the seam, large in one language and small in the other.
fn name_across(
    left: &'static str,
    right: &'static str,
    language: &'static str,
    small_left: &'static str,
    small_right: &'static str,
    small_language: &'static str,
) -> AnyView {
    view! {
        <span class="big-name" lang=language><b>{left}</b><b>{right}</b></span>
        <small lang=small_language><span>{small_left}</span><span>{small_right}</span></small>
    }
    .into_any()
}

const WHAT: &[Field<Profile>] =
    &[field!(6 OneOf(BusinessType::ALL, common.business) business: settings.business)];
const WHY: &[Field<Profile>] = &[field!(12 Lines reason: settings.reason)];
const WHEN: &[Field<Profile>] =
    &[field!(4 Date start: settings.start), field!(4 Whole(240) months: settings.months)];
const MONEY: &[Field<Profile>] = &[
    field!(4 OneOf(Currency::ALL, settings.currency_name) currency: settings.currency),
    field!(4 Amount budget_low: settings.budget_low),
    field!(4 Amount budget_high: settings.budget_high),
];
const WHO: &[Field<Profile>] = &[field!(6 Line decider: settings.decider)];

/// Asks the five questions and makes the project.
#[component]
pub fn NewPage() -> impl IntoView {
    let words = use_words();
    let workspace = use_workspace();
    let library = use_library();
    let currency = if words.now().language == Language::Zh { Currency::Cny } else { Currency::Usd };
    let profile = RwSignal::new(Profile { currency, ..Profile::default() });
    let answers = Part::new(move || profile.get(), move |_, asked| profile.update(|profile| asked(profile)));
    let problems = RwSignal::new(Vec::new());
    let missing = MaybeProp::derive(move || {
        problems.with(|problems: &Vec<Problem>| problems.first().map(|problem| problem.text.clone()))
    });
    let create = move |()| {
        // A field that says what is wrong with it comes first: nothing typed is left out without a word.
        if crate::state::focus::element(".questions .faulty input") {
            return;
        }
        let mut profile = profile.get_untracked();
        profile.name = profile.name.trim().to_owned();
        if profile.name.is_empty() {
            problems.set(vec![Problem {
                text: words.now().start.name_missing.to_owned(),
                href: Route::New.href(),
            }]);
            let _ = crate::state::focus::element("#project-name");
            return;
        }
        let project = Project { id: workspace.new_id(), profile: Arc::new(profile), ..Project::default() };
        let id = project.id;
        if library.create(project.clone().into()).is_err() {
            library.open_unsaved(project.into());
        }
        place::go(Route::Project(id, Page::Overview));
    };
    let name = answers.bind(
        "name",
        |profile: &Profile| profile.name.clone(),
        |profile: &mut Profile, name: String| profile.name = name,
    );
    let client = answers.bind(
        "client",
        |profile: &Profile| profile.client.name.clone(),
        |profile: &mut Profile, name: String| profile.client.name = name,
    );
    let questions = [
        (WHAT, 0),
        (WHY, 1),
        (WHEN, 2),
        (MONEY, 3),
        (WHO, 4),
    ]
    .map(|(fields, place): (&'static [Field<Profile>], usize)| {
        let title = words.s(move |t| t.start.questions.get(place).copied().unwrap_or_default());
        view! { <SheetSection number=(place + 1).to_string() title>{form(answers, fields)}</SheetSection> }
    });
    view! {
        <ProblemSummary title=words.s(|t| t.common.problem_title) problems/>
        <Sheet title=words.s(|t| t.start.new_title)>
            <p class="lead">{words.s(|t| t.start.new_lead)}</p>
            <div class="fields" on:keydown=move |event| {
                if event.key() == "Enter" && !event.is_composing() {
                    create(());
                }
            }>
                <div class="w6"><TextField id="project-name" label=words.s(|t| t.start.name_label) value=name.value on_input=name.set error=missing/></div>
                <div class="w6"><TextField label=words.s(|t| t.start.client_label) value=client.value on_input=client.set/></div>
            </div>
            <div class="questions">{questions.into_iter().collect_view()}</div>
            <div class="actions"><Button kind=ButtonKind::Primary label=words.s(|t| t.start.create_action) on_press=create/></div>
        </Sheet>
    }
}

/// Says that there is no such page.
#[component]
pub fn UnknownPage() -> impl IntoView {
    let words = use_words();
    view! {
        <Sheet title=words.s(|t| t.frame.unknown_title)>
            <SheetSection number="" title=words.s(|t| t.frame.unknown_body)><p><a href=Route::Start.href()>{words.s(|t| t.frame.to_projects)}</a></p></SheetSection>
        </Sheet>
    }
}
