//! A block of cells pasted into the grid of readings: it fills rows downwards and columns to the right.

use leptos::prelude::*;
use web_sys::{ClipboardEvent, Element};

use crate::domain::ids::Id;
use crate::domain::performance::records::{Entered, Place};
use crate::domain::performance::{Kpi, Performance, Reading};
use crate::domain::period::Month;
use crate::domain::selection::Vendor;
use crate::domain::step::{Step, Verb};
use crate::exchange::table::read_pasted;
use crate::pages::performance::readings::{Fault, Limits, read, scale_of};
use crate::state::workspace::Workspace;
use crate::ui::{clipboard, walking};

/// Where a block may go: the columns and rows of the grid, and which of its cells a formula computes.
pub(super) struct Sheet<'a> {
    pub(super) vendor: Id<Vendor>,
    pub(super) kpis: &'a [Id<Kpi>],
    pub(super) months: &'a [Month],
    pub(super) computed: &'a [(Id<Kpi>, Month)],
}

/// What a pasted cell makes of its place; a text that is no reading is kept as it is.
type Put = (Place, Result<Option<Reading>, String>);

/// Enters a pasted block as one step, from the field it is pasted into. Returns how many filled cells found no place, or
/// nothing where a single text is pasted: that goes into its field as any text does. Empty cells change nothing.
pub(super) fn paste(
    event: &ClipboardEvent,
    workspace: Workspace,
    sheet: &Sheet<'_>,
    limits: Limits,
) -> Option<usize> {
    let from = walking::place(&event_target::<Element>(event))?;
    let rows = read_pasted(&event.clipboard_data().and_then(|data| clipboard::table(&data))?);
    if rows.iter().map(Vec::len).sum::<usize>() < 2 {
        return None;
    }
    event.prevent_default();
    let (taken, n_left) = placed(&rows, from, sheet, limits);
    let name = sheet.months.get(from.0).map(ToString::to_string).unwrap_or_default();
    workspace.edit(Step::new(Verb::Paste, name), |performance: &mut Performance| {
        for (place, reading) in taken {
            match reading {
                Ok(reading) => performance.enter(place, reading, Entered::Pasted, workspace.today()),
                Err(text) => performance.set_unread(place, text),
            }
        }
    });
    Some(n_left)
}

/// Finds the place of every filled cell, and counts those without one: beyond the last column, or where a formula
/// computes. Rows below the last month go on with the months after it.
fn placed(
    rows: &[Vec<String>],
    (first, column): (usize, usize),
    sheet: &Sheet<'_>,
    limits: Limits,
) -> (Vec<Put>, usize) {
    let (mut taken, mut n_left) = (Vec::new(), 0);
    for (down, row) in rows.iter().enumerate() {
        let here = first + down;
        let beyond = || {
            let more = u16::try_from(here + 1 - sheet.months.len()).ok()?;
            Some(sheet.months.last()?.plus(more.into()))
        };
        let month = sheet.months.get(here).copied().or_else(beyond);
        for (right, text) in row.iter().enumerate().filter(|(_, text)| !text.trim().is_empty()) {
            let kpi = sheet.kpis.get(column + right).copied();
            let free = kpi.zip(month).filter(|place| !sheet.computed.contains(place));
            let Some((kpi, month)) = free else {
                n_left += 1;
                continue;
            };
            let scale = limits.with_untracked(|limits| scale_of(limits, kpi));
            let reading = read(text, scale).map_err(|_: Fault| text.trim().to_owned());
            taken.push((Place { vendor: sheet.vendor, kpi, month }, reading));
        }
    }
    (taken, n_left)
}
