//! The underside: foramen magnum, condyles, mastoid and styloid processes, jaw sockets, pterygoid plates, palate; and
//! the arch from the ear to the cheek.

use super::vault;
use crate::bones::atlas;
use crate::bones::stack::FACET_GAP;
use crate::sdf::{Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Middle of the foramen magnum's opening, half its length (35 to 37) and width (some 30), and how far up the pit goes.
pub const FORAMEN: V3 = v(-1.0, 124.5, 0.0);
const FORAMEN_HALF: (f64, f64) = (17.6, 14.8);
const PIT: f64 = 26.0;
/// Tip of the mastoid process (tips 100 to 108 apart).
const MASTOID: V3 = v(8.0, 108.4, 51.0);
const STYLOID: V3 = v(21.0, 106.5, 37.0);
/// Ear hole.
const PORION: V3 = v(13.0, 137.6, 64.0);
/// Roof of the jaw's socket, over the head of the mandible.
const SOCKET: V3 = v(30.0, 138.6, 50.0);
/// Where the arch reaches farthest to the side (bizygomatic breadth 128 to 138).
const ZYGION: f64 = 66.8;
/// Roof of the mouth.
const PALATE: f64 = 118.0;

/// The masses of the underside, and the ridges behind.
pub(super) fn base(solid: Solid) -> Solid {
    let solid = solid
        // From the foramen magnum up to the back of the nose.
        .add(8.0, limb(v(16.0, 133.0, 0.0), v(44.0, 147.0, 0.0), UP, (6.5, 11.0), (8.0, 12.0)))
        // Petrous bone, from the ear inward to the front.
        .add(7.0, limb(v(12.0, 136.0, 52.0), v(32.0, 140.0, 16.0), UP, (8.5, 9.0), (7.0, 7.0)))
        .add(10.0, mastoid());
    let solid = vault::ridges(solid);
    let (frame, radii) = atlas::cup();
    let condyle = Shape::ellipsoid_in(frame, radii - v(1.0, 1.0, 1.0) * FACET_GAP);
    let reach = frame.origin - UP * 2.0;
    solid
        .add(
            3.0,
            // The lower part of the cup's ellipsoid, a cartilage smaller.
            Solid::of(condyle).clip(2.0, Shape::half_space(reach, UP)),
        )
        .add(4.0, limb(v(8.0, 128.0, 19.0), v(20.0, 130.0, 12.0), UP, (6.0, 5.0), (6.0, 5.0)))
        // Plates behind the upper jaw.
        .add(3.0, limb(v(50.0, 140.0, 17.0), v(51.0, 107.0, 19.5), FORWARD, (9.0, 2.6), (5.0, 1.6)))
        .add(3.0, limb(v(52.0, 138.0, 12.5), v(53.0, 108.5, 13.5), FORWARD, (7.0, 2.2), (3.4, 1.5)))
}

/// A blunt cone behind the ear.
fn mastoid() -> Solid {
    path(
        &[
            (v(-5.0, 138.0, 58.5), (16.0, 8.0)),
            (v(0.5, 126.0, 57.0), (12.0, 7.6)),
            (v(5.0, 116.5, 53.5), (8.6, 6.6)),
            (MASTOID + v(-0.4, 4.2, 0.0), (4.4, 4.0)),
        ],
        FORWARD,
        3,
        1.5,
    )
}

/// From the ear's upper edge to the cheekbone.
pub(super) fn zygomatic_arch(solid: Solid) -> Solid {
    let arch = path(
        &[
            (v(74.0, 140.0, 55.0), (7.6, 3.6)),
            (v(65.0, 140.4, 61.6), (5.8, 2.8)),
            (v(52.0, 141.4, ZYGION - 2.4), (4.4, 2.3)),
            (v(38.0, 142.6, ZYGION - 2.0), (3.8, 2.3)),
            (v(25.0, 144.2, ZYGION - 3.4), (3.8, 3.2)),
            (v(12.0, 147.0, 63.4), (3.4, 4.6)),
            (v(-2.0, 150.0, 65.0), (2.6, 4.0)),
        ],
        UP,
        3,
        1.0,
    );
    solid
        .add(5.0, arch)
        // Articular eminence, in front of the socket.
        .add(4.0, limb(v(40.0, 143.0, 42.0), v(39.0, 142.6, 62.0), UP, (5.0, 6.0), (3.6, 5.0)))
}

/// Pits and passages, and the thin processes beside them.
pub(super) fn holes(solid: Solid) -> Solid {
    let (length, width) = FORAMEN_HALF;
    solid
        .cut(3.0, Shape::ellipsoid_in(Frame::at(SOCKET).yawed(16.0), v(8.6, 8.4, 13.5)))
        // The tympanic plate behind the socket, with the ear hole.
        .add(2.4, limb(PORION + v(2.6, -5.0, -2.0), v(19.0, 131.0, 40.0), UP, (6.0, 3.4), (5.0, 3.0)))
        .cut(1.4, limb(PORION + v(0.0, 0.0, 12.0), PORION - v(-2.0, 0.0, 12.0), UP, (5.0, 4.0), (3.0, 2.6)))
        .cut(
            2.4,
            limb(
                FORAMEN - v(0.0, 18.0, 0.0),
                FORAMEN + v(0.0, PIT - width, 0.0),
                FORWARD,
                (length, width),
                (length, width),
            ),
        )
        // Notch of the digastric muscle.
        .cut(2.6, limb(v(-14.0, 118.0, 44.0), v(9.0, 113.0, 44.0), UP, (7.0, 2.2), (8.0, 2.4)))
        // Jugular foramen and carotid canal.
        .cut(2.0, limb(v(10.0, 120.0, 26.5), v(10.0, 138.0, 25.0), FORWARD, (5.0, 4.0), (3.0, 3.0)))
        .cut(1.4, limb(v(21.0, 124.0, 28.0), v(23.0, 138.0, 26.0), FORWARD, (3.4, 3.0), (2.6, 2.4)))
        // Oval foramen.
        .cut(1.2, limb(v(35.0, 128.0, 25.0), v(36.0, 144.0, 23.0), FORWARD, (3.6, 2.2), (3.0, 2.0)))
        .add(2.4, limb(v(16.0, 130.0, 40.5), STYLOID, FORWARD, (2.8, 2.4), (0.9, 0.9)))
        // Back of the nose, and between the plates.
        .cut(3.0, limb(v(40.0, 127.0, 6.6), v(68.0, 130.0, 6.6), UP, (8.6, 5.0), (9.0, 4.6)))
        // The mouth's roof.
        .cut(3.0, Shape::block_in(Frame::at(v(66.0, PALATE - 16.0, 0.0)), v(33.0, 16.0, 20.5), 2.3))
}
