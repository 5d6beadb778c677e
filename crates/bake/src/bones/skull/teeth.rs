//! The teeth: eight a side in each jaw, simplified to their crowns.

use crate::sdf::{Shape, Solid, path};
use crate::vec::{Frame, v};

/// One crown: middle (x, z), half its length along the arch, half its depth, and degrees the arch has turned there.
type Crown = ([f64; 2], f64, f64, f64);

/// Upper crowns (mesiodistal widths after Wheeler: 8.5, 6.5, 7.5, 7, 7, 10, 9, 8.5).
const UPPER: [Crown; 8] = [
    ([102.6, 4.4], 4.2, 3.0, 8.0),
    ([100.4, 11.6], 3.3, 2.8, 22.0),
    ([95.6, 17.6], 3.7, 3.6, 42.0),
    ([89.4, 21.8], 3.5, 4.4, 60.0),
    ([82.8, 24.6], 3.5, 4.4, 68.0),
    ([74.2, 27.2], 5.0, 5.2, 76.0),
    ([64.8, 28.8], 4.6, 5.2, 84.0),
    ([56.2, 29.2], 4.0, 4.8, 90.0),
];
/// Lower crowns (5, 5.5, 7, 7, 7, 11, 10.5, 10).
const LOWER: [Crown; 8] = [
    ([99.6, 2.7], 2.6, 2.8, 6.0),
    ([98.6, 8.2], 2.8, 2.8, 18.0),
    ([94.8, 14.2], 3.5, 3.4, 40.0),
    ([88.8, 18.6], 3.5, 3.8, 56.0),
    ([82.4, 22.4], 3.5, 4.0, 62.0),
    ([73.6, 26.4], 5.4, 5.0, 68.0),
    ([63.8, 29.8], 5.2, 5.0, 72.0),
    ([54.4, 32.4], 4.8, 4.6, 76.0),
];
/// Height of the incisors' edge in the upper jaw, and how much higher the last molars bite.
const BITE: (f64, f64) = (92.0, 4.0);
/// Half height of a crown.
const HEIGHT: f64 = 5.6;

pub(super) fn add_upper(solid: Solid) -> Solid {
    add(solid.add(5.0, rim(&UPPER, 14.0, (6.5, 4.6))), &UPPER, HEIGHT)
}

pub(super) fn add_lower(solid: Solid) -> Solid {
    // The lower incisors bite behind the upper ones.
    add(solid.add(5.0, rim(&LOWER, -15.0, (6.5, 4.4))), &LOWER, -HEIGHT - 0.8)
}

/// The jaw's rim that holds the roots, `above` the middle of the crowns, with its half height and half thickness.
fn rim(row: &[Crown; 8], above: f64, size: (f64, f64)) -> Solid {
    let mut points = vec![(v(row[0].0[0] - 2.0, bite(0) + above, 0.0), size)];
    points.extend(
        row.iter().enumerate().map(|(place, &([x, z], ..))| (v(x - 2.0, bite(place) + above, z - 0.6), size)),
    );
    path(&points, v(0.0, 1.0, 0.0), 2, 1.0)
}

/// Where the two rows meet at a tooth.
fn bite(place: usize) -> f64 {
    BITE.0 + BITE.1 * place as f64 / 7.0
}

fn add(solid: Solid, row: &[Crown], up: f64) -> Solid {
    row.iter().enumerate().fold(solid, |solid, (place, &([x, z], half, depth, turn))| {
        let frame = Frame::at(v(x, bite(place) + up, z)).yawed(-turn);
        // Across the arch, up, along the arch.
        let crown = Shape::block_in(frame, v(depth, HEIGHT, half), 3.0);
        solid.add(1.0, crown)
    })
}
