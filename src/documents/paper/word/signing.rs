//! Where both sides sign: room for a hand on each side, and between them the seal of what was confirmed in the app.

use crate::documents::paper::Signature;
use crate::documents::paper::word::sheet::{TEXT, paragraph};
use crate::documents::paper::word::table::{Cell, INK, border, open};
use crate::documents::paper::word::text::{Look, Tongue};

/// The sides in one language, and what the seal stands for.
pub type End<'a> = (&'a [Signature; 2], &'a str);

/// How wide the seal is: 19 mm.
pub const SEAL: u32 = 1077;
/// What stands between both sides: 30 mm.
const GAP: u32 = 1701;
/// How high a line for a hand is: 15 mm.
const HAND: u32 = 850;
/// How high the line of the date is: 11 mm.
const DATE: u32 = 624;

/// Writes the table. In two languages there is one place to sign: nobody signs each apart.
#[must_use]
pub fn write(tongues: &[Tongue], ends: &[End], seal: &str) -> String {
    let (Some(tongue), Some(([client, vendor], _))) = (tongues.first().copied(), ends.first()) else {
        return String::new();
    };
    let labels = |of: fn(Tongue) -> &'static str| {
        let labels: Vec<_> = tongues.iter().map(|tongue| of(*tongue)).collect();
        tongue.run(Look::Quiet, &labels.join(" "))
    };
    let names = |at: usize| {
        let sides = ends.iter().filter_map(|(sides, _)| sides.get(at));
        let names: Vec<_> = sides.map(|side| side.side.as_str()).collect();
        tongue.run(Look::Plain, &names.join(" "))
    };
    let filled = |label: &str, said: Option<&String>| {
        let said = said.map(|said| tongue.run(Look::Plain, &format!("  {said}"))).unwrap_or_default();
        paragraph("Signing", "", &format!("{label}{said}"))
    };
    let party = |side: &Signature| paragraph("Signing", "", &tongue.line(&side.party, false));
    let (signature, date) = (labels(|tongue| tongue.words.signature), labels(|tongue| tongue.words.date));
    let side = (TEXT - GAP) / 2;
    let top = [border("top", "single", 12, "0E5A63"), border("top", "double", 6, "84500A")];
    let line = border("bottom", "single", 4, INK);
    let plain = [String::new(), String::new()];
    let lined = [line.clone(), line];
    let rows = [
        (0, [paragraph("SideClient", "", &names(0)), paragraph("SideVendor", "", &names(1))], &top),
        (0, [party(client), party(vendor)], &plain),
        (
            HAND,
            [filled(&signature, client.person.as_ref()), filled(&signature, vendor.person.as_ref())],
            &lined,
        ),
        (DATE, [filled(&date, client.when.as_ref()), filled(&date, vendor.when.as_ref())], &lined),
    ];
    let mut out = open(&[side, GAP, TEXT - GAP - side], 0, "", [0; 4]);
    for (at, (height, [client, vendor], [before, after])) in rows.into_iter().enumerate() {
        // A hand signs on the line; what stands above begins at one height.
        let stands = if height == 0 { "" } else { "bottom" };
        let cell = |width, borders| Cell { width, borders, stands, ..Cell::default() };
        // The seal stands between both sides from the first row to the last.
        let (merged, sealed) = match at {
            0 => ("<w:vMerge w:val=\"restart\"/>", seal),
            _ => ("<w:vMerge/>", ""),
        };
        let gap = Cell { width: GAP, merged, stands: "center", ..Cell::default() };
        let gap = gap.write(&paragraph("Signing", "<w:jc w:val=\"center\"/>", sealed));
        let height = match height {
            0 => String::new(),
            height => format!("<w:trHeight w:val=\"{height}\" w:hRule=\"atLeast\"/>"),
        };
        out.push_str(&format!(
            "<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{}{gap}{}</w:tr>",
            cell(side, before).write(&client),
            cell(TEXT - GAP - side, after).write(&vendor)
        ));
    }
    out.push_str("</w:tbl>");
    out
}
