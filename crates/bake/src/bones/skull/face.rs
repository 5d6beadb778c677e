//! Forehead's lower edge, orbits, nose, cheek and upper jaw.

use crate::sdf::{Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Middle of the orbit's opening; half its height and width (some 35 x 40 in adults); its axis runs outward to the
/// front, and its outer corner hangs.
const ORBIT: V3 = v(84.0, 162.6, 30.5);
const ORBIT_HALF: (f64, f64) = (17.2, 19.4);
const ORBIT_OUTWARD: f64 = 18.0;
const ORBIT_HANG: f64 = 9.0;
/// Where the optic nerve enters.
const APEX: V3 = v(50.0, 160.0, 14.0);
/// Root and tip of the nasal bones.
const NASION: V3 = v(101.0, 174.0, 0.0);
const RHINION: V3 = v(112.4, 155.6, 0.0);
/// Lower edge of the nasal opening, and half its greatest width (some 24 in adults).
const SILL: f64 = 122.0;
const NOSE_HALF: f64 = 12.2;

/// The solid face, before anything is carved.
pub(super) fn masses(solid: Solid) -> Solid {
    solid
        // Between forehead and cheek: the orbits will lie in it.
        .add(10.0, Shape::block_in(Frame::at(v(62.0, 164.0, 0.0)), v(38.0, 23.0, 54.0), 2.7))
        // Upper jaw, narrower below.
        .add(8.0, Shape::block_in(Frame::at(v(74.0, 133.0, 0.0)), v(27.0, 22.0, 35.0), 2.6))
        .add(6.0, Shape::block_in(Frame::at(v(75.4, 113.0, 0.0)), v(28.0, 14.0, 29.0), 2.3))
}

/// What stands free round the orbit: brow, outer rim, cheekbone, nose.
pub(super) fn rims(solid: Solid) -> Solid {
    let brow = path(
        &[
            (v(99.5, 189.0, 3.0), (7.0, 7.0)),
            (v(98.6, 187.2, 12.0), (6.4, 6.4)),
            (v(94.5, 184.6, 25.0), (5.0, 5.4)),
            (v(87.5, 182.2, 38.0), (4.2, 5.0)),
            (v(79.5, 176.0, 49.5), (4.4, 4.6)),
            (v(76.6, 168.0, 53.0), (4.6, 4.0)),
        ],
        UP,
        3,
        1.0,
    );
    let outer = path(
        &[
            (v(76.6, 170.0, 53.0), (4.6, 4.0)),
            (v(75.4, 158.0, 53.6), (4.8, 3.6)),
            (v(76.0, 147.0, 53.4), (6.4, 4.4)),
        ],
        FORWARD,
        3,
        0.8,
    );
    let cheek = path(
        &[
            (v(93.0, 140.0, 28.0), (6.0, 5.0)),
            (v(88.6, 139.4, 38.0), (9.0, 5.2)),
            (v(81.0, 139.2, 48.0), (10.6, 5.0)),
            (v(71.0, 139.8, 57.0), (8.6, 3.8)),
        ],
        UP,
        3,
        1.0,
    );
    let nose = limb(
        NASION + v(-5.0, 3.0, 0.0),
        RHINION - v(4.0, 0.0, 0.0),
        v(0.0, 0.0, 1.0),
        (6.6, 4.8),
        (5.0, 2.6),
    );
    // Frontal process of the maxilla, from the nose's root down beside its opening.
    let beside = path(
        &[
            (v(94.0, 172.0, 9.0), (5.0, 6.0)),
            (v(99.8, 157.0, 8.6), (4.8, 5.6)),
            (v(96.4, 146.0, 12.2), (3.6, 5.2)),
            (v(92.0, 136.0, 15.4), (3.6, 5.4)),
            (v(91.6, 125.0, 16.5), (4.2, 5.6)),
        ],
        v(0.0, 0.0, 1.0),
        3,
        1.0,
    );
    solid
        .add(11.0, brow)
        .add(6.0, outer)
        // The orbit's outer wall.
        .add(5.0, limb(v(75.0, 159.0, 51.0), v(63.0, 160.0, 38.0), UP, (13.0, 3.0), (15.0, 5.0)))
        .add(8.0, cheek)
        .add(6.0, Shape::ellipsoid(v(77.0, 136.0, 38.0), v(10.0, 9.0, 10.0)))
        // From the cheekbone down to the molars.
        .add(6.0, limb(v(78.0, 134.0, 44.0), v(71.0, 112.0, 29.0), FORWARD, (5.4, 4.0), (6.4, 3.6)))
        .add(7.0, beside)
        .add(7.0, nose)
}

/// Orbits, nose and the shallow pits of the face.
pub(super) fn hollows(solid: Solid) -> Solid {
    let (h, w) = ORBIT_HALF;
    let frame = Frame::at(ORBIT).yawed(-ORBIT_OUTWARD).rolled(ORBIT_HANG);
    let orbit = Solid::of(Shape::block_in(frame, v(16.0, h, w), 2.5))
        .add(7.0, limb(ORBIT - v(4.0, 0.5, 3.4), APEX, UP, (14.6, 16.4), (3.4, 3.0)));
    let opening =
        Solid::of(limb(v(96.0, SILL + 7.4, 0.0), v(101.0, 147.0, 0.0), FORWARD, (18.0, 7.4), (14.0, 5.0)))
            .add(3.0, Shape::ellipsoid(v(94.0, SILL + 7.0, NOSE_HALF - 6.2), v(24.0, 7.0, 6.2)));
    solid
        // Canine fossa, under the orbit.
        .cut(7.0, Shape::ellipsoid_in(Frame::at(v(101.0, 128.0, 30.0)).yawed(-34.0), v(7.4, 9.0, 7.0)))
        .cut(2.4, orbit)
        // The fissure between the wings of the sphenoid.
        .cut(1.0, limb(v(60.0, 158.0, 20.0), v(56.0, 167.0, 27.0), FORWARD, (8.0, 2.0), (6.0, 1.2)))
        // Bed of the tear sac.
        .cut(2.0, limb(v(90.0, 163.0, 12.0), v(88.0, 148.0, 13.0), FORWARD, (2.8, 2.0), (2.4, 1.6)))
        .cut(1.4, opening)
        // Septum, and the lower turbinates.
        .add(1.4, Solid::of(Shape::block_in(Frame::at(v(76.0, 136.0, 0.0)), v(17.0, 17.0, 1.0), 3.5)))
        .add(1.4, limb(v(78.0, 131.0, 9.6), v(92.0, 129.0, 9.4), UP, (4.0, 1.8), (2.4, 1.4)))
        // Anterior nasal spine.
        .add(3.0, limb(v(95.0, SILL - 2.0, 0.0), v(105.4, SILL + 0.8, 0.0), UP, (6.0, 5.0), (1.6, 1.9)))
        // Infraorbital foramen.
        .cut(0.8, limb(v(98.0, 136.6, 27.0), v(88.0, 140.0, 26.0), UP, (1.5, 1.8), (1.0, 1.0)))
}
