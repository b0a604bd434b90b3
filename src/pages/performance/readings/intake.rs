//! A table of figures on its way in: pasted or chosen as a file, mapped, looked at, taken over.

use js_sys::JsString;
use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::domain::ids::Id;
use crate::domain::performance::Performance;
use crate::domain::selection::{Selection, Vendor};
use crate::domain::step::{Step, Verb};
use crate::exchange::readings::mapping::{Mapping, upright};
use crate::exchange::readings::plan::{Against, Effect, Plan};
use crate::exchange::table;
use crate::i18n::context::use_words;
use crate::pages::performance::readings::mapping::mapping;
use crate::pages::performance::readings::preview::preview;
use crate::state::incoming::{self, TableFault};
use crate::state::mappings;
use crate::state::workspace::{Workspace, use_workspace};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Kept, Show, fact, kept, live};
use crate::ui::paste_box::PasteBox;

/// How many bytes a table may have: 512 KiB, far more than years of figures.
const MAX_BYTES: u64 = 512 * 1024;

/// A table that was taken in.
#[derive(Clone, PartialEq)]
pub(super) struct Source {
    pub name: String,
    /// The rows, the heads first.
    pub rows: Vec<Vec<String>>,
    /// Whether the months stood in the first row.
    pub is_turned: bool,
    /// Whether its columns are read as those of a table before.
    pub is_known: bool,
}

impl Source {
    pub fn heads(&self) -> &[String] {
        self.rows.first().map(Vec::as_slice).unwrap_or_default()
    }
}

/// Where the work stands besides the table.
#[derive(Clone, Copy, PartialEq)]
enum State {
    Idle,
    Large,
    NotText,
    NoRows,
    /// So many figures were taken, and so many left.
    Taken(usize, usize),
}

/// What the parts of the intake work with.
#[derive(Clone, Copy)]
pub(super) struct Intake {
    workspace: Workspace,
    pub vendor: Kept<Option<Id<Vendor>>>,
    pub source: RwSignal<Option<Source>>,
    pub mapping: RwSignal<Mapping>,
    state: RwSignal<State>,
}

impl Intake {
    fn take(self, name: String, text: &str) {
        self.source.set(None);
        let performance = self.workspace.section_now::<Performance>();
        let (rows, is_turned) = upright(table::read_csv(text));
        if rows.len() < 2 {
            return self.state.set(State::NoRows);
        }
        let source = Source { name, rows, is_turned, is_known: false };
        let known = mappings::remembered(source.heads());
        let is_known = known.is_some();
        let mut mapping = known.unwrap_or_else(|| Mapping::guess(&source.rows, &performance));
        mapping.settle(&performance);
        self.mapping.set(mapping);
        self.state.set(State::Idle);
        self.source.set(Some(Source { is_known, ..source }));
    }

    fn refuse(self, state: State) {
        self.source.set(None);
        self.state.set(state);
    }

    /// Reads the table by the mapping of the moment, against what is there at the moment.
    pub fn plan(self) -> Option<Plan> {
        let (vendor, mapping) = (self.vendor.get()?, self.mapping.get());
        if !mapping.is_ready() {
            return None;
        }
        let performance = self.workspace.section::<Performance>();
        let selection = self.workspace.section::<Selection>();
        let against = Against { performance: &performance, selection: &selection, vendor };
        self.source.with(|source| source.as_ref().map(|source| Plan::make(&source.rows, &mapping, &against)))
    }

    fn apply(self, plan: &Plan) {
        let Some(source) = self.source.get_untracked() else { return };
        mappings::remember(source.heads(), self.mapping.get_untracked());
        self.workspace.edit(Step::new(Verb::Paste, source.name), |performance: &mut Performance| {
            plan.apply(performance, self.workspace.today());
        });
        self.source.set(None);
        self.state.set(State::Taken(plan.taken.len(), plan.refused.len()));
    }
}

/// Shows the intake.
pub(super) fn intake(vendor: Kept<Option<Id<Vendor>>>) -> AnyView {
    let words = use_words();
    let intake = Intake {
        workspace: use_workspace(),
        vendor,
        source: RwSignal::new(None),
        mapping: RwSignal::new(Mapping::default()),
        state: RwSignal::new(State::Idle),
    };
    let field = NodeRef::<Input>::new();
    let choose = move |_| {
        let Some(input) = field.get_untracked() else { return };
        spawn_local(async move {
            match incoming::table(input, MAX_BYTES).await {
                Some(Ok((name, text))) => intake.take(name, &text),
                Some(Err(TableFault::TooLarge(_))) => intake.refuse(State::Large),
                Some(Err(TableFault::NotText)) => intake.refuse(State::NotText),
                None => (),
            }
        });
    };
    let paste = move |text: JsString| {
        let bytes = u64::from(text.length());
        if MAX_BYTES < bytes {
            intake.refuse(State::Large);
        } else if 0 < bytes {
            intake.take(words.now().figures.pasted.to_owned(), &String::from(text));
        }
    };
    let state = live(move || {
        let text = &words.get().figures;
        let (is_fault, said) = match intake.state.get() {
            State::Idle => return None,
            State::Large => (true, (text.too_large)(MAX_BYTES)),
            State::NotText => (true, text.not_text.to_owned()),
            State::NoRows => (true, text.no_rows.to_owned()),
            State::Taken(taken, left) => (false, (text.taken)(taken, left)),
        };
        Some(view! { <p class:field-error=is_fault>{said}</p> })
    });
    let has_source = kept(move || intake.source.with(Option::is_some));
    view! {
        <h3 class="readings-part">{words.s(|t| t.figures.head)}</h3>
        <p class="hint">{words.s(|t| t.figures.lead)}</p>
        <div class="paste-in">
            <PasteBox label=words.s(|t| t.figures.paste) on_text=paste/>
            <div class="field file-field">
                <label for="readings-file">{words.s(|t| t.figures.file)}</label>
                <input type="file" id="readings-file" accept=".csv,.tsv,.txt,text/csv,text/plain" node_ref=field on:change=choose/>
            </div>
        </div>
        <div role="status">{state}</div>
        <Show when=fact(move || has_source.get())>{source(intake)}</Show>
    }
    .into_any()
}

/// Shows the table that was taken in: what its columns hold, what would come of it, and what takes it over.
fn source(intake: Intake) -> AnyView {
    let words = use_words();
    let plan = kept(move || intake.plan());
    let count = kept(move || {
        let new = |plan: &Plan| plan.count(Effect::New) + plan.count(Effect::Changed);
        plan.with(|plan| plan.as_ref().map(new))
    });
    let apply = move |()| plan.with_untracked(|plan| plan.iter().for_each(|plan| intake.apply(plan)));
    let label = words.built(move |t| (t.figures.take)(count.get().unwrap_or_default()));
    let put_away = move |()| intake.source.set(None);
    view! {
        <section class="intake" aria-label=words.s(|t| t.figures.head)>
            {mapping(intake)}
            <Show when=fact(move || count.get().is_some()) fallback=move || view! { <p class="hint">{words.s(|t| t.figures.not_ready)}</p> }>
                {preview(intake, plan)}
            </Show>
            <div class="actions">
                <Show when=fact(move || count.get().is_some_and(|count| 0 < count))>
                    <Button kind=ButtonKind::Primary label=label on_press=apply/>
                </Show>
                <Button label=words.s(|t| t.figures.discard) on_press=put_away/>
            </div>
        </section>
    }
    .into_any()
}
