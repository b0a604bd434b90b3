//! What stands around the cells: heads, sums, the seam, and the frames of the range and of the cell in focus.

use leptos::html::{Div, Tr};
use leptos::prelude::*;

use crate::ui::grid::body::{HEAD_ROWS, style};
use crate::ui::grid::engine::Engine;
use crate::ui::grid::hyphen::breakable;
use crate::ui::grid::keys::Range;
use crate::ui::grid::window::{Layout, SEAM};
use crate::ui::live::{follow, live};

/// Draws the range, the cell of the keyboard and the seam, each as one element above the cells.
pub(super) fn marks(engine: Engine) -> (AnyView, AnyView, AnyView) {
    let (range, cursor, seam) = (NodeRef::<Tr>::new(), NodeRef::<Tr>::new(), NodeRef::<Div>::new());
    let over = move |node: NodeRef<Tr>, of: Range, layout: &Layout| {
        let Some(node) = node.get() else { return };
        let left = layout.left(of.first.1);
        style(&node, "left", layout.head + left);
        style(&node, "width", layout.left(of.last.1) + layout.cell - left);
        style(&node, "top", of.first.0 as f64 * layout.row());
        style(&node, "height", (of.last.0 + 1 - of.first.0) as f64 * layout.row());
    };
    follow(move || {
        let (now, layout) = (engine.selection.get(), engine.layout.get());
        over(range, now.range(), &layout);
        over(cursor, Range::between(now.at, now.at), &layout);
    });
    // Beside the first column the seam would stand over the names.
    follow(move || {
        let layout = engine.layout.get();
        let Some(seam) = seam.get() else { return };
        let left = layout.seam.map_or(-1.0, |column| layout.left(column) - SEAM / 2.0);
        let sizes = engine.sizes.get();
        style(&seam, "left", layout.head + left);
        style(&seam, "height", sizes.head + sizes.foot + engine.source.n_rows.get() as f64 * layout.row());
        let beyond = left - engine.scrolled.get().0;
        let room = sizes.width - layout.head - layout.tail;
        seam.set_hidden(layout.seam.is_none() || beyond < 0.0 || room < beyond);
    });
    (
        view! { <tr class="grid-range" aria-hidden="true" node_ref=range></tr> }.into_any(),
        view! { <tr class="grid-cursor" aria-hidden="true" node_ref=cursor></tr> }.into_any(),
        view! { <div class="grid-seam" aria-hidden="true" node_ref=seam></div> }.into_any(),
    )
}

/// Draws the heads of the groups and of the columns in the window.
pub(super) fn heads(engine: Engine) -> AnyView {
    let source = engine.source;
    let groups = live(move || {
        let layout = engine.layout.get();
        let groups = source.groups.get().into_iter().enumerate().filter(|(_, group)| group.count > 0);
        let groups = groups.map(|(place, group)| {
            let side = if group.vendor { "vendor" } else { "client" };
            let class = if place > 0 && layout.seam.is_some() { "group seam" } else { "group" };
            let width = format!("{}px", group.count as f64 * layout.cell);
            view! {
                <th role="columnheader" class=class data-side=side style:flex-basis=width aria-colspan=group.count>
                    <span><strong>{group.label}</strong>" "<bdi>{group.name}</bdi></span>
                </th>
            }
        });
        groups.collect_view()
    });
    let columns = live(move || {
        let (window, layout) = (engine.window.with(|window| window.1.clone()), engine.layout.get());
        source.heads.with(|heads| {
            let columns = window.clone().zip(heads.get(window).unwrap_or_default());
            let columns = columns.map(|(column, head)| {
                let class = if layout.seam == Some(column) { "column-head seam" } else { "column-head" };
                let full = format!("{} {}", head.name, head.note);
                view! {
                    <th role="columnheader" class=class aria-colindex=column + 2 data-column=column title=full>
                        <bdi>{if layout.is_dense() { breakable(&head.name) } else { head.name.clone() }}</bdi><small>{head.note.clone()}</small>
                    </th>
                }
            });
            columns.collect_view()
        })
    });
    let corner = move || source.corners.get().0;
    let tail = move || source.corners.get().1;
    view! {
        <tr role="row" class="grid-sides" aria-rowindex="1"><td role="presentation" class="row-head"></td>{groups}<td role="presentation" class="row-tail"></td></tr>
        <tr role="row" class="grid-heads" aria-rowindex="2">
            <th role="columnheader" class="row-head" aria-colindex="1">{corner}</th>
            {columns}
            <th role="columnheader" class="row-tail" aria-colindex=move || source.heads.with(Vec::len) + 2>{tail}</th>
        </tr>
    }
    .into_any()
}

/// Draws the sums of the columns in the window.
pub(super) fn feet(engine: Engine) -> AnyView {
    let source = engine.source;
    let rows = live(move || {
        let (window, layout) = (engine.window.with(|window| window.1.clone()), engine.layout.get());
        let first = source.n_rows.get() + HEAD_ROWS + 1;
        let rows = source.feet.get().into_iter().enumerate().map(|(place, foot)| {
            let cells = window.clone().zip(foot.cells.get(window.clone()).unwrap_or_default());
            let cells = cells.map(|(column, (says, is_wrong))| {
                let class = match (layout.seam == Some(column), *is_wrong) {
                    (true, true) => "sum seam wrong",
                    (true, false) => "sum seam",
                    (false, true) => "sum wrong",
                    (false, false) => "sum",
                };
                view! { <td role="gridcell" class=class aria-colindex=column + 2>{says.clone()}</td> }
            });
            let end = foot.cells.len() + 2;
            view! {
                <tr role="row" aria-rowindex=first + place>
                    <th role="rowheader" class="row-head" aria-colindex="1">{foot.name}</th>
                    {cells.collect_view()}
                    <td role="gridcell" class="row-tail" aria-colindex=end>{foot.says}</td>
                </tr>
            }
        });
        rows.collect_view()
    });
    view! { {rows} }.into_any()
}
