//! Silent votes: begin one, pass the keyboard round, reveal, take over.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::register::Item;
use crate::domain::requirements::suitability::Factor;
use crate::domain::requirements::workshop::vote::{Ballot, CastError, Outcome, Round, Subject, Voted};
use crate::domain::requirements::workshop::{Participant, Workshop};
use crate::domain::requirements::{Priority, Requirements};
use crate::domain::step::{Step, Verb};
use crate::i18n::Text;
use crate::i18n::context::use_words;
use crate::pages::requirements::workshop::workshop;
use crate::state::focus;
use crate::state::workspace::use_workspace;
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::live::{Live, Show, fact, kept, live};
use crate::ui::picks::{ChoiceField, SelectField};
use crate::ui::sheet::SheetSection;
use crate::ui::tag::{Tag, TagKind};

/// Changes the workshop as one step.
fn change(change: impl Fn(&mut Requirements) + Copy + Send + Sync + 'static) -> Callback<()> {
    let (words, workspace) = (use_words(), use_workspace());
    Callback::new(move |()| workspace.edit(Step::new(Verb::Set, words.now().workshop.vote_head), change))
}

/// Begins a vote, or with nothing calls it off.
fn begin(subject: Option<Subject>) -> Callback<()> {
    change(move |requirements| requirements.workshop.round = subject.map(Round::on))
}

/// Names the choices there are for each item.
fn choices(text: &Text, subject: Subject) -> Vec<String> {
    match subject {
        Subject::Priorities => {
            Priority::ALL.map(|priority| (text.requirements.priority)(priority).to_owned()).to_vec()
        }
        Subject::Rating(_) => (1..=subject.n_choices()).map(|rating| rating.to_string()).collect(),
    }
}

/// Names what is voted on.
fn subject_name(text: &Text, subject: Subject) -> String {
    (text.workshop.subject)(subject, text.requirements.factor)
}

/// Shows the vote, wherever it is.
pub(super) fn votes() -> AnyView {
    let words = use_words();
    let read_only = use_read_only();
    let shop = workshop(use_workspace());
    let state = kept(move || {
        shop.with(|shop| shop.round.as_ref().map(|round| (round.subject(), round.is_revealed())))
    });
    let shown = live(move || match state.get() {
        _ if read_only.get() => watched(),
        None => beginning(),
        Some((subject, false)) => voting(subject),
        Some((_, true)) => revealed(),
    });
    view! { <SheetSection number="1.6.3" title=words.s(|t| t.workshop.vote_head)>{shown}</SheetSection> }
        .into_any()
}

/// Shows what can be voted on.
fn beginning() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let has = kept(move || {
        let requirements = workspace.section::<Requirements>();
        let has_people = !requirements.workshop.participants.is_empty();
        (has_people, !requirements.features.is_empty(), !requirements.modules.is_empty())
    });
    let factor = RwSignal::new(Factor::NonCore);
    let options = Signal::derive(move || {
        let text = words.get();
        let option = |one: Factor| (one.code().to_owned(), (text.requirements.factor)(one).to_owned());
        Factor::ALL.map(option).to_vec()
    });
    let pick = move |code: String| {
        factor.set(Factor::ALL.into_iter().find(|one| one.code() == code).unwrap_or(Factor::NonCore));
    };
    let score = change(move |requirements| {
        requirements.workshop.round = Some(Round::on(Subject::Rating(factor.get_untracked())));
    });
    live(move || {
        let (has_people, has_features, has_modules) = has.get();
        if !has_people || !(has_features || has_modules) {
            let why = words.s(move |t| if has_people { t.workshop.need_items } else { t.workshop.need_people });
            return view! { <p class="hint">{why}</p> }.into_any();
        }
        let priorities = has_features.then(|| {
            view! { <Button label=words.s(|t| t.workshop.begin_priorities) on_press=begin(Some(Subject::Priorities))/> }
        });
        let factors = has_modules.then(|| {
            let value = Signal::derive(move || factor.get().code().to_owned());
            view! {
                <SelectField label=words.s(|t| t.workshop.factor_label) value options on_input=pick hide_label=true/>
                <Button label=words.s(|t| t.workshop.begin_factor) on_press=score/>
            }
        });
        view! {
            <p class="hint">{words.s(|t| t.workshop.vote_rule)}</p>
            <div class="actions">{priorities}{factors}</div>
        }
        .into_any()
    })
    .into_any()
}

/// Shows who has voted, and the ballot of the one whose turn it is.
fn voting(subject: Subject) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let shop = workshop(workspace);
    let voter = RwSignal::new(None::<Id<Participant>>);
    let turns = live(move || {
        let text = &words.get().workshop;
        let people = shop.with(voters).into_iter().map(|Voter { id, name, has_voted }| {
            let label = (text.vote)(has_voted);
            let called = format!("{label}: {name}");
            let pass = move |()| {
                voter.set(Some(id));
                focus::once_shown(&[".ballot input"]);
            };
            view! {
                <li>
                    <bdi>{name}</bdi>
                    {voted_tag(text.has_voted, has_voted)}
                    <Button kind=ButtonKind::Text label name=called on_press=pass/>
                </li>
            }
        });
        view! { <ul class="voters">{people.collect_view()}</ul> }
    });
    let ballot = live(move || voter.get().map(|id| ballot(id, subject, voter)));
    let some = fact(move || {
        voter.get().is_none()
            && shop.with(|shop| shop.round.as_ref().is_some_and(|round| 0 < round.n_voted()))
    });
    let today = workspace.today();
    let reveal = change(move |requirements| requirements.workshop.reveal(today));
    let waits_for = kept(move || {
        shop.with(|shop| {
            let waiting = shop.round.as_ref().map(|round| round.waits_for(&shop.participants));
            names_of(shop, &waiting.unwrap_or_default())
        })
    });
    // Whoever is here is waited for; going on without them is said aloud.
    let reveal_action = move || {
        live(move || {
            let names = waits_for.get();
            let (kind, label) = match names.is_empty() {
                true => (ButtonKind::Primary, words.s(|t| t.workshop.reveal)),
                false => (ButtonKind::Text, words.built(move |t| (t.workshop.reveal_without)(&names))),
            };
            view! { <Button kind label on_press=reveal/> }
        })
    };
    view! {
        {heading(subject)}
        {turns}
        {ballot}
        <div class="actions">
            <Show when=some>{reveal_action()}</Show>
            <Button kind=ButtonKind::Text label=words.s(|t| t.workshop.call_off) on_press=begin(None)/>
        </div>
    }
    .into_any()
}

/// Says what is voted on, and how many have.
fn heading(subject: Subject) -> Live {
    let words = use_words();
    let shop = workshop(use_workspace());
    live(move || {
        let text = words.get();
        let (voted, all) = shop.with(|shop| {
            let people = voters(shop);
            (people.iter().filter(|one| one.has_voted).count(), people.len())
        });
        view! { <h3>{subject_name(text, subject)}</h3><p class="quiet" role="status">{(text.workshop.voted)(voted, all)}</p> }
    })
}

/// Names participants, in their order.
fn names_of(shop: &Workshop, ids: &[Id<Participant>]) -> Vec<String> {
    let named = shop.participants.iter().filter(|one| ids.contains(&one.id));
    named.map(|one| if one.name.is_empty() { one.clause() } else { one.name.clone() }).collect()
}

/// Somebody who votes.
struct Voter {
    id: Id<Participant>,
    name: String,
    has_voted: bool,
}

/// Lists those who are here, and who voted before they left.
fn voters(shop: &Workshop) -> Vec<Voter> {
    let voter = |one: &Participant| Voter {
        id: one.id,
        name: one.name.clone(),
        has_voted: shop.round.as_ref().is_some_and(|round| round.has_voted(one.id)),
    };
    let all = shop.participants.iter().map(|one| (one.present, voter(one)));
    all.filter(|(present, voter)| *present || voter.has_voted).map(|(_, voter)| voter).collect()
}

fn voted_tag(words: fn(bool) -> &'static str, has_voted: bool) -> AnyView {
    let kind = if has_voted { TagKind::Passed } else { TagKind::Quiet };
    view! { <Tag kind label=words(has_voted)/> }.into_any()
}

/// Shows an empty ballot: what was cast before is shown to nobody, not even to who asks in the name of its owner.
fn ballot(id: Id<Participant>, subject: Subject, voter: RwSignal<Option<Id<Participant>>>) -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let draft = RwSignal::new(Ballot::default());
    let refused = RwSignal::new(None::<CastError>);
    let requirements = workspace.section_now::<Requirements>();
    let name = requirements.workshop.participants.get(id).map(|one| one.name.clone()).unwrap_or_default();
    let options = Signal::derive(move || {
        let names = choices(words.get(), subject).into_iter().enumerate();
        names.map(|(place, name)| (place.to_string(), name)).collect::<Vec<_>>()
    });
    let ends = MaybeProp::derive(move || match subject {
        Subject::Priorities => None,
        Subject::Rating(factor) => {
            let [low, high] = (words.get().requirements.factor_ends)(factor);
            Some([format!("1 = {low}"), format!("{} = {high}", subject.n_choices())])
        }
    });
    let field = |Voted { bits, clause, name }: Voted| {
        let value = Signal::derive(move || {
            draft
                .with(|draft| draft.choice(subject, bits))
                .map(|choice| choice.to_string())
                .unwrap_or_default()
        });
        let pick = move |code: String| draft.update(|draft| draft.choose(subject, bits, code.parse().ok()));
        view! { <ChoiceField label=format!("{clause} {name}") value options on_input=pick ends/> }
    };
    let fields = requirements.voted_on(subject).into_iter().map(field).collect_view();
    let cast = {
        let name = name.clone();
        move |()| {
            let mut why = None;
            workspace.edit(Step::new(Verb::Submit, name.clone()), |requirements: &mut Requirements| {
                if let Some(round) = &mut requirements.workshop.round {
                    why = round.cast(id, draft.get_untracked()).err();
                }
            });
            refused.set(why);
            if why.is_none() {
                voter.set(None);
            }
        }
    };
    let error = live(move || {
        refused.get().map(
            |why| view! { <p class="field-error" role="alert">{(words.get().workshop.not_cast)(why)}</p> },
        )
    });
    view! {
        <section class="ballot">
            <h4>{words.built(move |t| (t.workshop.ballot_of)(&name))}</h4>
            {fields}
            {error}
            <div class="actions">
                <Button kind=ButtonKind::Primary label=words.s(|t| t.workshop.cast) on_press=cast/>
                <Button kind=ButtonKind::Text label=words.s(|t| t.common.cancel_action) on_press=move |()| voter.set(None)/>
            </div>
        </section>
    }
    .into_any()
}

/// Shows what the votes came to, and takes it over.
fn revealed() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let untaken = kept(move || workspace.section::<Requirements>().untaken().len());
    let take = change(Requirements::take_over);
    let state = live(move || match untaken.get() {
        0 => view! { <Tag kind=TagKind::Passed label=words.s(|t| t.workshop.taken)/> }.into_any(),
        count => {
            let label = words.built(move |t| (t.workshop.take_over)(count));
            view! { <Button kind=ButtonKind::Primary label on_press=take/> }.into_any()
        }
    });
    view! {
        {watched()}
        <div class="actions">{state}<Button label=words.s(|t| t.workshop.new_vote) on_press=begin(None)/></div>
    }
    .into_any()
}

/// Shows a vote to those who only look on: who has voted, and once they are revealed the votes.
pub(super) fn watched() -> AnyView {
    let words = use_words();
    let workspace = use_workspace();
    let round = kept(move || {
        let requirements = workspace.section::<Requirements>();
        let round = requirements.workshop.round.as_ref()?;
        Some((round.subject(), round.tallies(&requirements), requirements.voted_on(round.subject())))
    });
    let shop = workshop(workspace);
    live(move || {
        let (subject, tallies, items) = round.get()?;
        let text = words.get();
        let own = &text.workshop;
        let Some(tallies) = tallies else {
            let people = shop.with(voters).into_iter();
            let people = people.map(|one| view! { <li><bdi>{one.name}</bdi>{voted_tag(own.has_voted, one.has_voted)}</li> });
            return Some(view! { {heading(subject)}<ul class="voters">{people.collect_view()}</ul> }.into_any());
        };
        let names = choices(text, subject);
        let (voted, without) = shop.with(|shop| {
            let round = shop.round.as_ref();
            let without = round.map(|round| names_of(shop, round.without())).unwrap_or_default();
            (round.map_or(0, Round::n_voted), without)
        });
        let turnout = (own.turnout)(voted, &without);
        let heads = names.iter().map(|name| view! { <th scope="col" class="num">{name.clone()}</th> });
        let rows = tallies.into_iter().zip(items).map(|(tally, item)| {
            let highest = tally.counts.iter().copied().max().unwrap_or(0);
            let cells = tally.counts.iter().zip(&names).map(|(count, name)| {
                let is_most = 0 < *count && *count == highest;
                let shown = if *count == 0 { "·".to_owned() } else { count.to_string() };
                view! { <td class="num" class:most=is_most data-head=name.clone()>{shown}</td> }
            });
            let cells = cells.collect_view();
            let n_votes = format!("{} / {voted}", tally.counts.iter().sum::<usize>());
            let kind = match tally.outcome {
                Outcome::Clear(_) => TagKind::Passed,
                Outcome::Tied(_) => TagKind::Due,
                Outcome::Nothing => TagKind::Quiet,
            };
            view! {
                <tr>
                    <th scope="row"><span class="number">{item.clause}</span>" "<bdi>{item.name}</bdi></th>
                    {cells}
                    <td class="num" data-head=own.votes>{n_votes}</td>
                    <td class="came-to" data-head=own.outcome><Tag kind label=(own.came_to)(&tally.outcome, &names)/></td>
                </tr>
            }
        });
        Some(
            view! {
                <h3>{subject_name(text, subject)}</h3>
                <p class="quiet">{turnout}</p>
                <table class="table votes">
                    <thead><tr><th scope="col"><span class="sr-only">{own.vote_head}</span></th>{heads.collect_view()}<th scope="col" class="num">{own.votes}</th><th scope="col">{own.outcome}</th></tr></thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
                <p class="hint">{(own.outcome_rule)(subject)}</p>
            }
            .into_any(),
        )
    })
    .into_any()
}
