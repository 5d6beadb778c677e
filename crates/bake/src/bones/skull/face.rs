//! The face: one solid block, from which orbits, nose, temples and palate are cut, and the cheek arch put on at last.

use crate::sdf::{Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const SIDE: V3 = v(0.0, 0.0, 1.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Middle of the orbit's mouth and its half-axes: depth, height, width (openings 33 to 36 high, 38 to 42 wide).
const ORBIT: (V3, V3) = (v(92.0, 162.5, 33.0), v(27.0, 17.0, 19.4));
/// The rim looks outward by so many degrees, and a little down.
const ORBIT_TURN: f64 = -21.0;
/// Top of the nose's opening below the tip of the nasal bones, and its floor; half width (23 to 26 across).
const NOSE: (f64, f64, f64) = (151.0, 129.0, 12.0);

pub(super) fn add(solid: Solid) -> Solid {
    solid
        // From the brows to the cheeks.
        .add(9.0, Shape::block_in(Frame::at(v(58.0, 164.0, 0.0)), v(43.5, 27.0, 53.0), 2.7))
        // Upper jaw: an arch in plan, down to the teeth.
        .add(9.0, Shape::block_in(Frame::at(v(66.0, 124.0, 0.0)), v(37.5, 29.0, 32.5), 2.6))
        // Cheek bone: body, its buttress on the upper jaw, its process up to the brow.
        .add(8.0, Shape::ellipsoid_in(Frame::at(v(80.0, 141.5, 45.0)).yawed(-42.0), v(8.5, 13.0, 17.0)))
        .add(7.0, limb(v(74.0, 138.0, 46.0), v(70.0, 116.0, 33.0), FORWARD, (9.0, 5.0), (8.0, 5.0)))
        .add(6.0, limb(v(77.0, 148.0, 53.0), v(80.0, 178.0, 51.5), FORWARD, (6.5, 4.6), (6.0, 4.2)))
        // Brow, from the glabella round to the temple.
        .add(
            8.0,
            path(
                &[
                    (v(101.0, 189.0, 0.0), (6.0, 6.0)),
                    (v(100.0, 187.5, 13.0), (5.6, 5.4)),
                    (v(96.0, 186.0, 26.0), (4.8, 5.0)),
                    (v(89.5, 184.0, 40.0), (4.0, 4.6)),
                    (v(80.5, 177.0, 51.0), (4.4, 4.4)),
                ],
                UP,
                3,
                1.5,
            ),
        )
        // Nasal bones and the processes of the upper jaw beside them.
        .add(5.0, limb(v(97.0, 179.0, 0.0), v(107.5, 156.0, 0.0), SIDE, (7.0, 7.0), (8.0, 3.6)))
        .add(5.0, limb(v(93.5, 174.0, 8.0), v(97.0, 136.0, 15.5), SIDE, (6.0, 8.0), (5.0, 7.0)))
}

pub(super) fn carve(solid: Solid) -> Solid {
    let (orbit, radii) = ORBIT;
    let (top, floor, width) = NOSE;
    solid
        // Temporal fossa, infratemporal fossa.
        .cut(11.0, Shape::ellipsoid_in(Frame::at(v(55.0, 160.0, 84.0)).yawed(-8.0), v(27.0, 42.0, 29.0)))
        .cut(7.0, Shape::ellipsoid(v(50.0, 119.0, 52.0), v(19.0, 27.0, 21.0)))
        // Canine fossa, below the orbit beside the nose.
        .cut(7.0, Shape::ellipsoid(v(103.0, 130.0, 29.0), v(10.0, 9.0, 7.0)))
        // Orbit: a rounded pyramid that narrows backwards and inwards.
        .cut(2.6, Shape::block_in(Frame::at(orbit).yawed(ORBIT_TURN).rolled(-6.0), radii, 2.6))
        .cut(5.0, limb(v(84.0, 163.0, 31.0), v(52.0, 166.0, 15.0), UP, (14.0, 14.0), (5.0, 5.0)))
        .cut(2.0, limb(v(84.0, 160.0, 14.5), v(86.0, 148.0, 13.0), FORWARD, (4.0, 3.0), (3.0, 2.2)))
        // The nose's opening: a pear.
        .cut(1.6, Shape::ellipsoid(v(100.0, 137.0, 5.2), v(24.0, 137.0 - floor, width - 5.2)))
        .cut(1.6, limb(v(100.0, 138.0, 0.0), v(104.0, top, 0.0), SIDE, (width - 2.0, 16.0), (3.6, 12.0)))
        // Septum, conchae, spine.
        .add(1.2, limb(v(74.0, 132.0, 0.0), v(84.0, 152.0, 0.0), FORWARD, (15.0, 0.9), (10.0, 0.9)))
        .add(1.6, limb(v(78.0, 137.0, 9.6), v(92.0, 135.0, 10.0), SIDE, (3.4, 2.2), (2.4, 1.6)))
        .add(3.0, limb(v(97.0, 128.0, 0.0), v(107.5, 129.0, 0.0), UP, (3.2, 2.6), (1.0, 1.0)))
        // Palate from below, and the choanae behind it.
        .cut(3.0, Shape::ellipsoid(v(72.0, 96.0, 0.0), v(27.0, 17.0, 20.5)))
        .cut(3.0, Shape::ellipsoid(v(46.0, 121.0, 8.0), v(13.0, 13.0, 8.0)))
        // Pterygoid plates.
        .add(2.6, limb(v(48.0, 134.0, 15.5), v(53.0, 106.0, 17.5), FORWARD, (8.0, 2.0), (5.0, 1.8)))
        .add(2.0, limb(v(45.0, 134.0, 17.5), v(45.0, 110.0, 23.0), FORWARD, (7.0, 1.8), (6.0, 1.6)))
        // Cheek arch.
        .add(
            5.0,
            path(
                &[
                    (v(75.0, 140.0, 54.5), (8.0, 4.0)),
                    (v(63.0, 140.5, 62.0), (5.8, 2.8)),
                    (v(50.0, 142.5, 65.5), (4.4, 2.2)),
                    (v(36.0, 144.5, 66.5), (4.2, 2.6)),
                    (v(23.0, 146.0, 66.0), (3.8, 3.2)),
                ],
                UP,
                3,
                1.5,
            ),
        )
}
