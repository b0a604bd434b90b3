//! A ruled list: one line an item, the clause number in the margin, and the chosen item open below its line.

use leptos::html::Tbody;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::ui::button::{Button, ButtonKind};
use crate::ui::live::{Show, each, fact, follow, kept, live};
use crate::ui::series_mark::series_mark;
use crate::ui::tag::{Tag, TagKind};

/// From how many lines on a list is long.
const LONG: usize = 100;

/// How many lines of a long list are there at once. The rest follow, as many with each frame, so that the page opens
/// at once and answers meanwhile.
const AT_ONCE: usize = 50;

/// A word of more letters may be broken anywhere.
const ENDLESS: usize = 24;

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Words, as the user or a rule wrote them.
    Text(String),
    /// Words that carry weight.
    Strong(String),
    /// A date, or the sign for none.
    Date(String),
    /// A figure, set at the right.
    Number(String),
    /// Nothing to act on.
    Quiet(String),
    /// A name with the mark of its series, which is counted from 0.
    Marked(usize, String),
    /// A state somebody may have to act on.
    Tag(TagKind, String),
    /// A place on a scale of 1 to 5.
    Rating(Option<u8>),
    /// A severity as a filled box: how dark it is, 1 to 5, and its words.
    Severity(u8, String),
    /// How a severity changes, box by box; nothing where it is not judged.
    Severities(Vec<Option<(u8, String)>>),
    /// A name some levels below the one above it.
    Nested(u8, String),
    /// Something that is missing, with the words that lead to its field.
    Fill(String),
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// What stands in the column.
    pub label: String,
    /// Whether it holds figures.
    pub is_number: bool,
}

/// One line of the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The clause number.
    pub number: String,
    /// What the line says, column by column; the first cell names the item.
    pub cells: Vec<Said>,
    /// Whether the item needs fixing.
    pub is_wrong: bool,
}

/// The words of the list's own controls.
#[derive(Clone, Copy)]
pub struct LedgerWords {
    /// What an item without a name is called.
    pub unnamed: Signal<String>,
    /// Closes the open item.
    pub close: Signal<String>,
}

/// Shows a list whose lines open one at a time.
#[component]
pub fn Ledger(
    /// The name of the list.
    #[prop(into)]
    label: Signal<String>,
    /// The columns.
    #[prop(into)]
    heads: Signal<Vec<Head>>,
    /// The items in their order, each by a number of its own.
    #[prop(into)]
    ids: Signal<Vec<u128>>,
    /// What a line says.
    line: Callback<u128, Line>,
    /// The fields of an item; the second of both is its place for actions.
    form: Callback<u128, AnyView>,
    /// Which item is open.
    open: RwSignal<Option<u128>>,
    /// What stands before the numbers in the places links lead to, where the same numbers stand in several lists.
    #[prop(optional, into)]
    within: String,
    /// The words of its controls.
    words: LedgerWords,
    /// Adds the next item, where items can be added here.
    #[prop(optional_no_strip)]
    add: Option<Callback<()>>,
) -> impl IntoView {
    let heads = kept(move || heads.get());
    let within = StoredValue::new(within);
    let row = move |id: u128| {
        let node = NodeRef::<Tbody>::new();
        let line = kept(move || line.run(id));
        let is_open = kept(move || open.get() == Some(id));
        let toggle = move || open.update(|open| *open = if *open == Some(id) { None } else { Some(id) });
        let close = Callback::new(move |()| {
            open.set(None);
            focus_name(node);
        });
        // A link to a clause brings the focus to it; what is behind the link opens.
        let on_focus = move |event: leptos::ev::FocusEvent| {
            if event.target() == event.current_target() {
                open.set(Some(id));
            }
        };
        let on_key = move |event: leptos::ev::KeyboardEvent| {
            if event.is_composing() || !is_open.get_untracked() {
                return;
            }
            match (event.key().as_str(), add) {
                ("Escape", _) => close.run(()),
                ("Enter", Some(add)) if event.ctrl_key() || event.meta_key() => add.run(()),
                _ => return,
            }
            event.prevent_default();
        };
        // The name is drawn apart from what follows it: where a clock runs in the line, the focus stays on the name.
        let named =
            kept(move || line.with(|line| (line.number.clone(), line.cells.first().cloned(), line.is_wrong)));
        let name = live(move || {
            let (number, first, is_wrong) = named.get();
            let is_plain = matches!(first, Some(Said::Quiet(_)));
            let mark = match first {
                Some(Said::Marked(series, _)) => Some(series_mark(series)),
                _ => None,
            };
            let (depth, name) = match first {
                Some(Said::Nested(depth, name)) => (depth, name),
                Some(Said::Text(name) | Said::Strong(name) | Said::Quiet(name) | Said::Marked(_, name)) => {
                    (0, name)
                }
                _ => (0, String::new()),
            };
            let name = if name.trim().is_empty() { words.unnamed.get() } else { name };
            let is_torn = is_endless(&name);
            view! {
                <th scope="row" data-depth=depth class:torn=is_torn>
                    <span class="margin-number" class:wrong=is_wrong>{number}</span>
                    {mark}
                    <button type="button" class="ledger-name" class:plain=is_plain aria-expanded=move || if is_open.get() { "true" } else { "false" } on:click=move |event| { event.stop_propagation(); toggle(); }><bdi>{name}</bdi></button>
                </th>
            }
        });
        let said = kept(move || line.with(|line| line.cells.get(1..).unwrap_or_default().to_vec()));
        let cells = live(move || {
            let heads = heads.get().into_iter().skip(1);
            said.get().into_iter().zip(heads).map(|(said, head)| cell(said, head)).collect_view()
        });
        let body = move || {
            view! {
                <tr class="ledger-form"><td colspan=move || heads.with(Vec::len)>
                    {form.run(id)}
                    <div class="ledger-close"><Button kind=ButtonKind::Text label=words.close on_press=close/></div>
                </td></tr>
            }
        };
        view! {
            <tbody node_ref=node id=move || format!("c-{}{}", within.get_value(), line.with(|line| line.number.clone())) tabindex="-1" class:open=move || is_open.get() on:focus=on_focus on:keydown=on_key>
                <tr class="ledger-line" on:click=move |_| toggle()>{name}{cells}</tr>
                <Show when=fact(move || is_open.get())>{body()}</Show>
            </tbody>
        }
    };
    let columns = live(move || {
        let columns = heads.get().into_iter();
        let columns =
            columns.map(|head| view! { <th scope="col" class:num=head.is_number>{head.label}</th> });
        columns.collect_view()
    });
    // The widths of the columns of a long list do not wait for what is in it: else each key would lay out every line.
    let is_long = fact(move || ids.with(|ids| LONG < ids.len()));
    let (standing, is_coming) = coming(ids);
    view! {
        <table class="table ledger" class:long=is_long aria-busy=move || is_coming.get().then_some("true")>
            <caption class="sr-only">{label}</caption>
            <thead><tr>{columns}</tr></thead>
            {each(standing, move |id| row(id).into_any())}
        </table>
    }
}

/// Lets the lines of a long list come by and by. Returns those that are there, and whether more are to come; once all
/// have been there, whatever joins them is there at once.
fn coming(ids: Signal<Vec<u128>>) -> (impl Fn() -> Vec<u128> + Send + Sync, RwSignal<bool>) {
    let is_coming = RwSignal::new(ids.with_untracked(|ids| LONG < ids.len()));
    let count = RwSignal::new(AT_ONCE);
    follow(move || {
        if !is_coming.get() {
            return;
        }
        if ids.with(|ids| ids.len() <= count.get()) {
            is_coming.set(false);
            return;
        }
        // Whoever left the page meanwhile wants no more of it.
        request_animation_frame(move || {
            count.try_update(|count| *count += AT_ONCE);
        });
    });
    let standing = move || {
        let all = ids.get();
        if is_coming.get() { all.into_iter().take(count.get()).collect() } else { all }
    };
    (standing, is_coming)
}

/// Moves the focus to the name of a line.
fn focus_name(line: NodeRef<Tbody>) {
    let name = line.get_untracked().and_then(|line| line.query_selector(".ledger-name").ok().flatten());
    if let Some(name) = name.and_then(|name| name.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Where it cannot take the focus, the focus stays where the browser puts it.
        let _ = name.focus();
    }
}

fn cell(said: Said, head: Head) -> AnyView {
    let class = match &said {
        _ if head.is_number => "num",
        Said::Text(text) | Said::Marked(_, text) | Said::Nested(_, text) if is_endless(text) => "torn",
        _ => "",
    };
    let shown = match said {
        Said::Text(text)
        | Said::Number(text)
        | Said::Nested(_, text)
        | Said::Date(text)
        | Said::Marked(_, text)
            if is_nothing(&text) =>
        {
            nothing()
        }
        Said::Date(date) => view! { <time>{date}</time> }.into_any(),
        Said::Text(text) | Said::Number(text) | Said::Nested(_, text) | Said::Marked(_, text) => {
            view! { <bdi>{text}</bdi> }.into_any()
        }
        Said::Strong(text) => view! { <strong>{text}</strong> }.into_any(),
        Said::Quiet(text) => view! { <span class="quiet">{text}</span> }.into_any(),
        Said::Tag(kind, label) => view! { <Tag kind label/> }.into_any(),
        Said::Rating(rating) => dots(rating),
        Said::Severity(fill, label) => severity(Some((fill, label))),
        Said::Severities(boxes) => {
            let boxes = boxes.into_iter().enumerate();
            let boxes = boxes.map(|(place, of)| view! { {(place > 0).then_some(" → ")}{severity(of)} });
            view! { <span class="severities">{boxes.collect_view()}</span> }.into_any()
        }
        // The press reaches the line, which opens.
        Said::Fill(label) => {
            view! { <button type="button" class="button text ledger-fill">{label}</button> }.into_any()
        }
    };
    view! { <td class=class data-label=head.label>{shown}</td> }.into_any()
}

/// Tells whether a text has a word no column holds as a whole, such as an address.
fn is_endless(text: &str) -> bool {
    text.split(|letter: char| letter.is_whitespace() || !letter.is_ascii()).any(|word| ENDLESS < word.len())
}

fn is_nothing(text: &str) -> bool {
    matches!(text.trim(), "" | "—")
}

fn nothing() -> AnyView {
    view! { <span class="quiet nothing">"—"</span> }.into_any()
}

/// Shows a severity as a filled box.
pub fn severity(of: Option<(u8, String)>) -> AnyView {
    match of {
        None => view! { <span class="quiet">"—"</span> }.into_any(),
        Some((fill, label)) => view! { <span class="score-box" data-risk=fill>{label}</span> }.into_any(),
    }
}

/// Shows a rating of 1 to 5 as the place of a dot, with its number.
fn dots(rating: Option<u8>) -> AnyView {
    let Some(rating) = rating else { return nothing() };
    let places = (1..=5).map(|place| view! { <i class:here=place == rating aria-hidden="true"></i> });
    view! { <span class="rating-dots">{places.collect_view()}<span>{rating}</span></span> }.into_any()
}
