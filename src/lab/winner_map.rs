//! Who is first over two weights; the other two share the rest in their present proportion.

use crate::charts::winner_map::{self, Stretch, WinnerMap};
use crate::i18n::format;
use crate::lab::block::{Block, Cell, Grid, Steps};
use crate::lab::scene::Scene;

/// Fields along each axis: one every 1 %, two pixels or three of the picture.
const STEPS: usize = 100;

/// Draws the map.
pub fn block(scene: &Scene) -> Option<Block> {
    let words = scene.words;
    let (across, up) = scene.question.axes;
    let shares = scene.ranking.shares();
    let (now_across, now_up) = (*shares.get(across)?, *shares.get(up)?);
    if across == up {
        return None;
    }
    let others: Vec<usize> = (0..shares.len()).filter(|place| *place != across && *place != up).collect();
    let rest: f64 = others.iter().filter_map(|place| shares.get(*place)).sum();
    let matrix = scene.matrix();
    let first = |x: f64, y: f64| -> Option<usize> {
        let left = 1.0 - x - y;
        let weight = |place: usize| match place {
            place if place == across => x,
            place if place == up => y,
            place if 0.0 < rest => left * shares.get(place).copied().unwrap_or(0.0) / rest,
            _ => left / others.len().max(1) as f64,
        };
        let total = |row: &Vec<f64>| row.iter().enumerate().map(|(place, score)| score * weight(place)).sum();
        let totals: Vec<f64> = matrix.iter().map(total).collect();
        let most = totals.iter().copied().fold(f64::MIN, f64::max);
        totals.iter().position(|total| *total == most)
    };
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut counts = vec![0_usize; matrix.len()];
    for row in 0..STEPS {
        for column in 0..STEPS - row {
            let middle = |place: usize| (place as f64 + 0.5) / STEPS as f64;
            // The middles along the slope lie on it; a field there is half outside.
            let (x, y) = (middle(column), middle(row).min(1.0 - middle(column)));
            let winner = first(x, y)?;
            if let Some(count) = counts.get_mut(winner) {
                *count += 1;
            }
            let style = scene.style_at(winner);
            match stretches.last_mut().filter(|last| last.row == row && last.style == style) {
                Some(last) => last.columns.end = column + 1,
                None => stretches.push(Stretch { columns: column..column + 1, row, style }),
            }
        }
    }
    let parts = scene.parts();
    let (name_across, name_up) = (*parts.get(across)?, *parts.get(up)?);
    let all = counts.iter().sum::<usize>().max(1) as f64;
    let percent = |count: usize| format!("{} %", format::number(100.0 * count as f64 / all, 0));
    let names: Vec<_> = counts.iter().enumerate().filter(|(_, count)| 0 < **count).collect();
    let key = names.iter().map(|(place, _)| (scene.style_at(*place), scene.name_at(*place))).collect();
    let said: Vec<_> = names
        .iter()
        .map(|(place, count)| (words.map_share)(&scene.name_at(*place), &percent(**count)))
        .collect();
    let axis = |name: &str| (scene.text.decide.weight_axis)(name);
    let picture = winner_map::draw(
        &WinnerMap {
            steps: STEPS,
            stretches,
            key,
            now: (now_across, now_up),
            now_words: words.map_now.to_owned(),
            axes: [axis(name_across), axis(name_up)],
        },
        scene.palette(),
    );
    let rows = counts.iter().enumerate();
    let rows = rows.map(|(place, count)| {
        vec![Cell::new(scene.name_at(place), place == 0), Cell::plain(percent(*count))]
    });
    Some(Block {
        key: "map",
        title: words.map_title.to_owned(),
        finding: (words.map_finding)(name_across, name_up, &said),
        picture,
        table: Grid {
            heads: [scene.text.vendors.vendor, words.map_head].map(str::to_owned).to_vec(),
            rows: rows.collect(),
        },
        steps: vec![Steps {
            title: words.map_title.to_owned(),
            rule: words.map_rule.to_owned(),
            formula: format!(
                "{name_across} {} %, {name_up} {} %",
                format::number(now_across * 100.0, 2),
                format::number(now_up * 100.0, 2)
            ),
            inputs: scene.weights(),
        }],
        ..Block::default()
    })
}
