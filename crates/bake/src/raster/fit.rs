//! Puts the model where a picture wants it.

use neck::anatomy::StructureId;
use neck::asset::Model;
use neck::draw::{DrawList, State, shown_at};
use neck::pick::posed;

/// What the fade leaves less of than this may be cut off.
const FAINT: f32 = 0.104;

/// The box that the given structure, or all that is shown, takes in clip space: its lower left, and its upper right.
/// None if nothing is shown.
fn bounds(list: &DrawList, model: &Model, only: Option<StructureId>) -> Option<([f32; 2], [f32; 2])> {
    let m = list.matrix;
    let (mut low, mut high) = ([f32::MAX; 2], [f32::MIN; 2]);
    let meant = |id: StructureId| match only {
        Some(only) => only.holds(id),
        None => list.states[id.index()] != State::Hidden,
    };
    for mesh in model.meshes.iter().filter(|mesh| meant(mesh.structure)) {
        for vertex in &mesh.vertices {
            let p = posed(list, vertex);
            if only.is_none() && shown_at(p.y, list.fade) < FAINT {
                continue;
            }
            let row = |r: usize| m[r] * p.x + m[4 + r] * p.y + m[8 + r] * p.z + m[12 + r];
            for i in 0..2 {
                let place = row(i) / row(3).max(1e-3);
                low[i] = low[i].min(place);
                high[i] = high[i].max(place);
            }
        }
    }
    (low[0] < high[0] && low[1] < high[1]).then_some((low, high))
}

/// How many times as wide as high the picture of the given structure, or of all that is shown above the fade, is.
pub fn aspect(list: &DrawList, model: &Model, only: Option<StructureId>) -> f32 {
    let shape = |(low, high): ([f32; 2], [f32; 2])| (high[0] - low[0]) / (high[1] - low[1]);
    bounds(list, model, only).map_or(1.0, |found| shape(found) * list.viewport.aspect())
}

/// Moves and scales the list's picture so that the given structure, or all that is shown above the fade, fills a box of
/// the picture: left, top, right, bottom, each 0 to 1.
pub fn fit(
    list: &mut DrawList,
    model: &Model,
    only: Option<StructureId>,
    [left, top, right, bottom]: [f32; 4],
) {
    let m = list.matrix;
    let Some((low, high)) = bounds(list, model, only) else { return };
    // The box in clip space, y up.
    let (x0, x1, y0, y1) = (left * 2.0 - 1.0, right * 2.0 - 1.0, 1.0 - bottom * 2.0, 1.0 - top * 2.0);
    let scale = ((x1 - x0) / (high[0] - low[0])).min((y1 - y0) / (high[1] - low[1]));
    let shift = [
        (x0 + x1) * 0.5 - (low[0] + high[0]) * 0.5 * scale,
        (y0 + y1) * 0.5 - (low[1] + high[1]) * 0.5 * scale,
    ];
    for column in 0..4 {
        let w = m[column * 4 + 3];
        for i in 0..2 {
            list.matrix[column * 4 + i] = m[column * 4 + i] * scale + w * shift[i];
        }
    }
}
