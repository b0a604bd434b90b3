//! All statements with what was confirmed, each as it was; and where today's data differ.

use leptos::prelude::*;

use crate::domain::ids::Id;
use crate::domain::money::Money;
use crate::domain::performance::Performance;
use crate::domain::performance::payment::Statement;
use crate::domain::performance::payment::difference::{Differing, Piece};
use crate::domain::performance::payment::settling::Agreed;
use crate::domain::performance::payment::stated::Stated;
use crate::domain::performance::review::Signed;
use crate::domain::profile::Side;
use crate::domain::register::Item;
use crate::domain::requirements::confirmed::short;
use crate::domain::step::{Step, Verb};
use crate::i18n::context::use_words;
use crate::i18n::payment::lines::Weight;
use crate::i18n::payment::{bare, basis, worded};
use crate::i18n::period::name;
use crate::i18n::{Text, format};
use crate::pages::form::{Asked, Label, with_reason};
use crate::pages::list::{Lines, ledger, use_facts};
use crate::pages::performance::payment::Shown;
use crate::pages::performance::payment::lines::{Ways, lines};
use crate::ui::button::{Button, ButtonKind};
use crate::ui::field::use_read_only;
use crate::ui::figure::{FigureTable, data_table};
use crate::ui::ledger::{Line, Said};
use crate::ui::live::{Show, fact, kept, live};
use crate::ui::sheet::SheetSection;
use crate::ui::signing::signature;
use crate::ui::tag::TagKind;

const HEADS: [(Label, bool); 4] = [
    (|text| text.payment.payee, false),
    (|text| text.payment.period_label, false),
    (|text| text.payment.state, false),
    (|text| text.payment.amount, true),
];

const ASKED: Asked =
    Asked { reason: |text| text.payment.take_back_reason, missing: |text| text.payment.take_back_missing };

/// Says that both sides confirmed it, takes it back for a reason, and says where today's data would give something else.
pub fn settled(shown: Shown) -> AnyView {
    let words = use_words();
    let agreed = kept(move || shown.entered.with(|one| one.latest().cloned()));
    let found = kept(move || {
        let agreed = agreed.get()?;
        let differences = |today: &Stated| agreed.stated.differences(today);
        shown.drawn.with(|drawn| drawn.as_ref().map(|drawn| differences(&drawn.stated)))
    });
    let said = live(move || {
        let text = words.get();
        let agreed = agreed.get()?;
        let date = format::date_or_missing(agreed.date());
        let said = (text.payment.settled)(&date, &short(agreed.fingerprint()));
        let broken =
            (!agreed.is_intact()).then(|| view! { <p class="field-error">{text.payment.broken}</p> });
        let differing = found.get().unwrap_or_default();
        if differing.is_empty() {
            return Some(
                view! { <div class="settled"><p>{said}" "{text.payment.same_today}</p>{broken}</div> }
                    .into_any(),
            );
        }
        let count = (text.payment.differs_today)(differing.len());
        let table = shown.drawn.with(|drawn| {
            let today = drawn.as_ref().map(|drawn| &drawn.stated)?;
            Some(differences_table(text, &agreed.stated, today, &differing))
        });
        let Shown { looks_at_today, confirming, .. } = shown;
        let turn = move |()| shown.asked_for_today.set(Some(!looks_at_today.get_untracked()));
        let label =
            words.s(move |t| if looks_at_today.get() { t.payment.show_agreed } else { t.payment.show_today });
        Some(
            view! {
                <div class="settled">
                    <p>{said}" "{count}</p>
                    {broken}
                    <details class="calculation"><summary>{text.payment.where_differs}</summary>{table}</details>
                    <Show when=fact(move || confirming.with(Option::is_none))><p><Button kind=ButtonKind::Text label on_press=turn/></p></Show>
                </div>
            }
            .into_any(),
        )
    });
    let note = move || shown.looks_at_today.get() && agreed.with(Option::is_some);
    let read_only = use_read_only();
    let take_back = move || {
        let act = move |reason: String| {
            let today = shown.workspace.today();
            shown.change(Step::new(Verb::Withdraw, shown.subject()), |one| one.take_back(&reason, today));
            shown.asked_for_today.set(None);
        };
        view! {
            <p class="hint">{words.s(|t| t.payment.take_back_note)}</p>
            <div class="actions">{with_reason(words.s(|t| t.payment.take_back), ASKED, Callback::new(act))}</div>
        }
    };
    view! {
        {said}
        <Show when=fact(move || agreed.with(Option::is_some) && !read_only.get())>{take_back()}</Show>
        <Show when=fact(note)><p class="hint" role="status">{words.s(|t| t.payment.shows_today)}</p></Show>
    }
    .into_any()
}

/// Lists the differences: what it is, then and now.
fn differences_table(text: &'static Text, then: &Stated, now: &Stated, found: &[Differing]) -> AnyView {
    let words = &text.payment;
    let rows = found.iter().map(|one| {
        let [was, today] = match (&one.piece, one.was, one.now) {
            (Piece::Line(clause), was, now_amount) => {
                let said = |stated: &Stated, amount: Option<Money>| {
                    let line = stated.lines.iter().find(|line| line.clause == *clause);
                    let basis = line.map(|line| basis::credit(text, line)).unwrap_or_default();
                    format!("{} {basis}", amount.map_or_else(|| format::MISSING.to_owned(), bare))
                        .trim()
                        .to_owned()
                };
                [said(then, was), said(now, now_amount)]
            }
            (_, None, None) => [plain(text, then, &one.piece), plain(text, now, &one.piece)],
            (_, was, now) => [was, now].map(|amount| amount.map_or_else(|| format::MISSING.to_owned(), bare)),
        };
        vec![(words.piece)(&one.piece), was, today]
    });
    let table = FigureTable {
        heads: vec![words.item.to_owned(), words.then.to_owned(), words.today.to_owned()],
        rows: rows.collect(),
    };
    data_table(words.where_differs.to_owned(), table)
}

/// Says a part that is no amount.
fn plain(text: &'static Text, stated: &Stated, piece: &Piece) -> String {
    match piece {
        Piece::Due => format::date_or_missing(stated.due),
        Piece::Parties => format!("{} · {} · {}", stated.client, stated.vendor, stated.currency.sign()),
        Piece::Review => {
            let score = stated.review.score_milli.map(|milli| f64::from(milli) / 1000.0);
            let score = format::number_or_missing(score, 3);
            (text.payment.review_said)(&score, stated.review.grade.as_deref())
        }
        _ => format::MISSING.to_owned(),
    }
}

/// Shows the list.
pub fn all(shown: Shown) -> AnyView {
    let words = use_words();
    let facts = use_facts();
    let workspace = shown.workspace;
    let find = move |bits: u128| {
        let performance = workspace.section::<Performance>();
        performance.payments.statements.get(Id::fixed(bits)).cloned()
    };
    let line = move |bits: u128| {
        let facts = facts.get();
        let text = facts.text;
        let Some(one) = find(bits) else { return Line::default() };
        let stated = match one.latest() {
            Some(agreed) => agreed.stated.clone(),
            None => facts.project.draw_statement(one.vendor, one.period).stated,
        };
        Line {
            number: one.clause(),
            cells: vec![
                Said::Text(stated.vendor.clone()),
                Said::Text(name(one.period, text.language)),
                state(text, &one),
                match stated.fee {
                    Some(_) => Said::Number(worded(stated.payment, stated.currency, text.language)),
                    None => Said::Quiet(format::MISSING.to_owned()),
                },
            ],
            is_wrong: one.agreed.iter().any(|agreed| !agreed.is_intact()),
        }
    };
    let form = move |bits: u128| {
        let show = move |()| {
            if let Some(one) = untrack(|| find(bits)) {
                shown.leave();
                shown.chosen.set(Some((one.vendor, one.period)));
                crate::state::focus::item_once_shown("sides");
            }
        };
        let kept_ones = live(move || {
            let text = words.get();
            let one = find(bits)?;
            let each = one.agreed.iter().enumerate().rev().map(|(place, agreed)| {
                let version = place as u32 + 1;
                let taken = one.taken_back.iter().find(|taken| taken.version == version);
                let taken = taken.map(|taken| {
                    let date = format::date_or_missing(taken.date);
                    view! { <p>{(text.payment.taken_back_for)(&date, &taken.reason)}</p> }
                });
                view! { {as_agreed(text, place, agreed)}{taken} }
            });
            Some(each.collect_view())
        });
        view! {
            <p><Button kind=ButtonKind::Text label=words.s(|t| t.payment.show) on_press=show/></p>
            {kept_ones}
        }
        .into_any()
    };
    let lines = Lines {
        name: |text| text.payment.all_head,
        heads: HEADS.into(),
        ids: workspace.bits::<Statement>().into(),
        line: Callback::new(line),
        form: Callback::new(form),
    };
    let none = workspace.bits::<Statement>();
    view! {
        <SheetSection number=shown.number(9) title=words.s(|t| t.payment.all_head)>
            <Show when=fact(move || none.with(Vec::is_empty))><p class="quiet">{words.s(|t| t.payment.all_none)}</p></Show>
            {ledger(lines, None, ().into_any())}
        </SheetSection>
    }
    .into_any()
}

fn state(text: &'static Text, one: &Statement) -> Said {
    let words = &text.payment;
    if let Some(agreed) = one.latest() {
        return match agreed.is_intact() {
            true => Said::Tag(TagKind::Passed, (words.agreed_on)(&format::date_or_missing(agreed.date()))),
            false => Said::Tag(TagKind::Problem, words.broken.to_owned()),
        };
    }
    let half = Side::ALL.into_iter().find(|side| one.confirmed(*side).is_some());
    let open = if one.agreed.is_empty() { words.open } else { words.taken_back };
    half.map_or_else(
        || Said::Quiet(open.to_owned()),
        |side| Said::Tag(TagKind::Due, (words.half)(side).to_owned()),
    )
}

/// Shows what both confirmed, as it was.
fn as_agreed(text: &'static Text, place: usize, agreed: &Agreed) -> AnyView {
    let words = &text.payment;
    let signed = |one: &Signed| {
        signature([
            (words.signer, one.name.clone()),
            (words.signer_role, one.role.clone()),
            (words.signed_on, format::date_or_missing(one.date)),
            (words.fingerprint, short(&one.fingerprint)),
        ])
    };
    let said = lines(text, &agreed.stated, &Ways::default()).into_iter();
    let rows = said.filter(|line| line.weight != Weight::Head).map(|line| {
        let name = format!("{} {}", line.clause, line.name);
        vec![name.trim().to_owned(), line.basis, line.share, line.amount]
    });
    let table = FigureTable {
        heads: vec![
            words.item.to_owned(),
            words.basis.to_owned(),
            words.share.to_owned(),
            (words.amount_in)(agreed.stated.currency),
        ],
        rows: rows.collect(),
    };
    let title = (words.version)(place + 1);
    view! {
        <div class="version">
            <h3>{title.clone()}</h3>
            {data_table(title, table)}
            <div class="signers">
                <div><h4>{text.common.side(Side::Client)}</h4>{signed(&agreed.client)}</div>
                <div><h4>{text.common.side(Side::Vendor)}</h4>{signed(&agreed.vendor)}</div>
            </div>
            <p class="print"><span class="hint">{words.fingerprint}</span>" "<code>{agreed.fingerprint().to_owned()}</code></p>
        </div>
    }
    .into_any()
}
