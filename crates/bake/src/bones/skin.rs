//! The outline of the body round all the rest: head, neck and shoulders, a face of nobody's.
//!
//! Drawn by eye, at least 4 mm outside every muscle, nerve and bone. It ends below the picture's lower edge.

use crate::sdf::{Placed, Shape, Solid, limb, path, ramp};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Lower edge, mm.
const END: f64 = -74.0;

/// The surface, right side.
pub fn skin() -> Placed {
    let solid = face(head()).add(16.0, neck()).add(38.0, trunk());
    let solid = ear(solid).clip(2.0, Shape::half_space(v(0.0, END, 0.0), v(0.0, -1.0, 0.0)));
    Placed {
        frame: Frame::WORLD,
        solid,
        bounds: (v(-112.0, END - 6.0, 0.0), v(140.0, 284.0, 216.0)),
        grain: 0.0,
    }
}

/// The scalp.
fn head() -> Solid {
    Solid::of(Shape::ellipsoid(v(-1.0, 184.0, 0.0), v(78.5, 90.0, 80.5)))
        .add(24.0, Shape::block_in(Frame::at(v(42.0, 206.0, 0.0)), v(71.0, 66.0, 66.0), 2.15))
        .add(20.0, Shape::ellipsoid(v(24.0, 190.0, 0.0), v(60.0, 60.0, 82.0)))
}

/// Forehead to chin, with soft sockets, a nose and lips.
fn face(solid: Solid) -> Solid {
    solid
        .add(22.0, limb(v(64.0, 160.0, 0.0), v(76.0, 88.0, 0.0), FORWARD, (42.0, 72.0), (33.0, 50.0)))
        // Cheekbone, jaw angle, chin.
        .add(18.0, Shape::ellipsoid(v(62.0, 140.0, 44.0), v(36.0, 22.0, 30.0)))
        .add(18.0, Shape::ellipsoid(v(40.0, 92.0, 42.0), v(30.0, 34.0, 25.0)))
        // Below the ear.
        .add(16.0, Shape::ellipsoid(v(22.0, 120.0, 56.0), v(22.0, 24.0, 20.0)))
        .add(14.0, limb(v(84.0, 70.0, 0.0), v(92.0, 62.0, 0.0), UP, (20.0, 32.0), (14.0, 20.0)))
        .cut(18.0, Shape::ellipsoid(v(122.0, 167.0, 33.0), v(16.0, 11.0, 17.0)))
        .add(9.0, limb(v(104.0, 172.0, 0.0), v(118.0, 138.0, 0.0), FORWARD, (8.0, 6.0), (10.0, 11.0)))
        .add(5.0, Shape::ellipsoid(v(112.0, 135.0, 11.0), v(9.0, 7.0, 6.0)))
        .add(9.0, Shape::ellipsoid(v(103.0, 104.0, 0.0), v(12.0, 8.0, 24.0)))
        .add(9.0, Shape::ellipsoid(v(101.0, 92.0, 0.0), v(11.0, 7.0, 21.0)))
        .cut(3.0, Shape::ellipsoid(v(117.0, 98.4, 0.0), v(6.0, 1.4, 24.0)))
}

fn ear(solid: Solid) -> Solid {
    let frame = Frame::at(v(3.0, 142.0, 80.0)).yawed(20.0).pitched(-8.0);
    let bowl = Frame::at(v(5.0, 144.0, 86.0)).yawed(20.0).pitched(-8.0);
    solid
        .add(4.0, Shape::ellipsoid_in(frame, v(17.0, 31.0, 6.5)))
        .cut(3.0, Shape::ellipsoid_in(bowl, v(9.0, 18.0, 4.5)))
}

fn neck() -> Solid {
    path(
        &[
            (v(-4.0, 128.0, 0.0), (68.0, 74.0)),
            (v(-2.0, 95.0, 0.0), (68.0, 70.5)),
            (v(-1.0, 65.0, 0.0), (69.0, 68.0)),
            (v(-1.0, 35.0, 0.0), (70.5, 71.0)),
            (v(-4.0, 8.0, 0.0), (68.0, 84.0)),
            (v(-9.0, -24.0, 0.0), (68.0, 96.0)),
        ],
        FORWARD,
        2,
        6.0,
    )
}

/// Shoulders and the top of the chest.
fn trunk() -> Solid {
    Solid::of(limb(v(-21.0, 4.0, 58.0), v(-27.0, -36.0, 152.0), UP, (44.0, 51.0), (40.0, 50.0)))
        .add(20.0, Shape::ellipsoid(v(-12.0, -80.0, 0.0), v(84.0, 62.0, 150.0)))
}

/// Heights of skull and vertebrae, mm: what lies between two of them follows both.
const LEVELS: [f64; 9] = [126.0, 112.0, 96.0, 76.0, 60.0, 42.0, 25.0, 8.0, -10.0];

/// How much it goes with the upper end of the neck, 1 at the skull, 0 at the first chest vertebra.
pub fn follows(p: V3) -> f64 {
    let links = (LEVELS.len() - 1) as f64;
    let along: f64 = LEVELS.windows(2).map(|two| ramp(two[0] - p.y, 0.0, two[0] - two[1])).sum();
    // What hangs on the jaw goes with the head.
    let border = 75.0 - 0.42 * (p.x - 30.0);
    let jaw = ramp(p.y, border - 18.0, border + 6.0) * ramp(p.x, 4.0, 46.0);
    1.0 - along * (1.0 - jaw) / links
}
