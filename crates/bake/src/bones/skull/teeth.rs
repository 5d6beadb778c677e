//! Both rows of teeth, without the wisdom teeth. Crowns: mesiodistal, buccolingual and length, mm, from the middle
//! backwards (Wheeler, Dental Anatomy, table of average sizes).

use crate::sdf::{Shape, Solid, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);

type Crown = (f64, f64, f64);

const UPPER: [Crown; 7] = [
    (8.5, 7.0, 10.5),
    (6.5, 6.0, 9.0),
    (7.5, 8.0, 10.0),
    (7.0, 9.0, 8.5),
    (7.0, 9.0, 8.5),
    (10.0, 11.0, 7.5),
    (9.0, 11.0, 7.0),
];
const LOWER: [Crown; 7] = [
    (5.0, 6.0, 9.0),
    (5.5, 6.5, 9.5),
    (7.0, 7.5, 11.0),
    (7.0, 7.5, 8.5),
    (7.0, 8.0, 8.0),
    (11.0, 10.5, 7.5),
    (10.5, 10.0, 7.0),
];
/// So much of a row is seen, mm.
const CROWN: f64 = 9.0;
/// Front teeth have an edge, the others a face.
const FRONT: usize = 3;
/// Upper incisors bite over the lower ones.
const BITING: usize = 2;

/// The middle line of the upper crowns, and of the lower ones, which stand a little inside: x and z.
const UPPER_ARCH: [(f64, f64); 7] =
    [(103.0, 0.0), (101.2, 9.0), (95.2, 17.0), (85.6, 22.4), (73.0, 26.2), (60.0, 28.6), (44.0, 30.0)];
const LOWER_ARCH: [(f64, f64); 7] =
    [(100.0, 0.0), (98.2, 7.6), (92.4, 14.8), (84.2, 20.4), (73.0, 25.2), (60.0, 29.2), (40.0, 33.6)];

/// Height where the rows meet, rising to the back.
fn meeting(x: f64) -> f64 {
    92.4 + (100.0 - x) * 0.15
}

/// Place and direction (forward along the arch) after so many mm from the middle.
fn along(arch: &[(f64, f64)], mut way: f64) -> (V3, V3) {
    let mut last = (V3::ZERO, V3::ZERO);
    for pair in arch.windows(2) {
        let (a, b) = (v(pair[0].0, 0.0, pair[0].1), v(pair[1].0, 0.0, pair[1].1));
        let length = (b - a).length();
        let direction = (b - a).unit();
        last = (a + direction * way, direction);
        if way < length {
            break;
        }
        way -= length;
    }
    last
}

/// Adds one row; `side` is +1 for teeth that hang from above.
fn row(solid: Solid, crowns: &[Crown; 7], arch: &[(f64, f64)], side: f64) -> Solid {
    let (teeth, gum) = stand(crowns, arch, side);
    solid.add(9.0, path(&gum, UP, 2, 1.2)).add(0.8, teeth)
}

/// A middle line with half-axes, for [`path`].
type Gum = Vec<(V3, (f64, f64))>;

/// The teeth of a row, and the ridge of the jaw that they stand in.
fn stand(crowns: &[Crown; 7], arch: &[(f64, f64)], side: f64) -> (Solid, Gum) {
    let mut way = 0.0;
    let mut gum = Vec::new();
    let mut teeth = Solid::default();
    for (i, &(width, depth, length)) in crowns.iter().enumerate() {
        let (place, direction) = along(arch, way + width * 0.5);
        way += width;
        let front = i < FRONT;
        let edge = meeting(place.x) + side * if i < BITING && side > 0.0 { -1.2 } else { 0.3 };
        let at = |height: f64| v(place.x, edge + side * height, place.z);
        // Half of it is root, in the jaw.
        // Each touches the next: only a groove stays between.
        let half = v(width * 0.51, length, depth * 0.5);
        let frame = Frame { axes: [direction, UP, direction.cross(UP)], origin: at(half.y) };
        let crown = if front {
            // A chisel.
            let lean = |s: f64| {
                Shape::half_space(at(0.0) + frame.axes[2] * (0.9 * s), frame.axes[2] * s - UP * (side * 0.3))
            };
            Solid::of(Shape::block_in(frame, half, 5.0)).clip(1.4, lean(1.0)).clip(1.4, lean(-1.0))
        } else {
            Solid::of(Shape::block_in(frame, half, 4.6)).cut(1.4, Shape::ball(at(-2.4), 3.8))
        };
        teeth = teeth.add(0.3, crown);
        gum.push((at(length + 5.6), (5.6, depth * 0.5 - 0.9)));
    }
    let (first, _) = along(arch, 0.0);
    gum.insert(0, (v(first.x, gum[0].0.y, 0.0), gum[0].1));
    (teeth, gum)
}

/// What is seen of both rows, a hair larger than they are.
pub(super) fn crowns() -> Solid {
    let rows = [(&UPPER, &UPPER_ARCH, 1.0), (&LOWER, &LOWER_ARCH, -1.0)];
    rows.into_iter().fold(Solid::default(), |solid, (crowns, arch, side)| {
        let gum = v(100.0, meeting(100.0) + side * CROWN, 0.0);
        let (teeth, _) = stand(crowns, arch, side);
        let row = Solid::of(Shape::Grown(Box::new(teeth.into()), 0.3));
        solid.add(0.0, row.clip(1.0, Shape::half_space(gum, v(0.15, 1.0, 0.0) * side)))
    })
}

pub(super) fn upper(solid: Solid) -> Solid {
    row(solid, &UPPER, &UPPER_ARCH, 1.0)
}

pub(super) fn lower(solid: Solid) -> Solid {
    row(solid, &LOWER, &LOWER_ARCH, -1.0)
}
