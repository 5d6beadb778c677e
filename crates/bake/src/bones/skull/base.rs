//! The underside: foramen magnum, condyles, mastoid and styloid processes, sockets of the jaw, nuchal lines.

use crate::sdf::{Shape, Solid, limb, path};
use crate::vec::{Frame, V3, v};

const UP: V3 = v(0.0, 1.0, 0.0);
const FORWARD: V3 = v(1.0, 0.0, 0.0);

/// Foramen magnum: middle (basion x = 14.5, opisthion x = -18), half length and half width, mm (35 to 37 long, 29 to
/// 31 wide).
const FORAMEN: (f64, f64, f64) = (-1.6, 17.0, 14.6);
/// How high the pit of the foramen goes, y; its mouth lies at about 124.
const PIT_TOP: f64 = 152.0;
/// The condyle: what fills C1's upper facet but for the joint's gap (see `atlas`).
const CONDYLE: (V3, V3) = (v(13.8, 125.9, 14.9), v(11.2, 8.6, 5.7));
/// Tip of the mastoid process (108 across both: 100 to 108).
const MASTOID: V3 = v(9.0, 110.0, 52.0);
/// External occipital protuberance.
const PROTUBERANCE: V3 = v(-66.0, 139.0, 0.0);

pub(super) fn add(solid: Solid) -> Solid {
    solid
        // Mastoid part and process: a blunt cone.
        .add(9.0, limb(v(-2.0, 142.0, 59.0), MASTOID, FORWARD, (17.0, 10.5), (6.2, 5.2)))
        // Superior nuchal line, from the protuberance to the mastoid.
        .add(
            7.0,
            path(
                &[
                    (v(-66.5, 139.0, 0.0), (2.0, 2.0)),
                    (v(-60.5, 141.0, 22.0), (1.8, 1.8)),
                    (v(-43.5, 139.5, 42.5), (2.0, 2.0)),
                    (v(-20.0, 137.0, 56.0), (2.4, 2.4)),
                ],
                UP,
                3,
                1.0,
            ),
        )
        .add(6.0, Shape::ellipsoid(PROTUBERANCE, v(5.2, 4.8, 7.0)))
        // Inferior nuchal line and the crest in the midline.
        .add(
            6.0,
            path(
                &[
                    (v(-44.0, 127.5, 5.0), (1.8, 1.8)),
                    (v(-38.0, 127.5, 22.0), (1.8, 1.8)),
                    (v(-24.0, 127.5, 36.0), (2.0, 2.0)),
                ],
                UP,
                3,
                1.0,
            ),
        )
        .add(5.0, limb(v(-60.0, 134.5, 0.0), v(-24.0, 122.5, 0.0), UP, (2.0, 1.6), (1.8, 1.6)))
        // Clivus and the body of the sphenoid, down to the roof of the throat.
        .add(8.0, limb(v(15.0, 132.0, 0.0), v(46.0, 140.0, 0.0), UP, (5.0, 11.0), (12.0, 16.0)))
        // Petrous part, from the ear hole inward to the front.
        .add(6.0, limb(v(12.0, 138.0, 56.0), v(28.0, 131.0, 20.0), UP, (9.0, 9.0), (6.0, 7.0)))
        // Root of the cheek arch over the ear hole, and the eminence before the jaw's socket.
        .add(5.0, limb(v(10.0, 147.0, 65.0), v(34.0, 146.0, 66.0), UP, (3.4, 3.4), (3.8, 3.2)))
        .add(5.0, limb(v(41.0, 146.0, 63.0), v(43.0, 143.0, 42.0), UP, (5.0, 5.0), (5.0, 5.0)))
        // Tympanic plate, behind the socket.
        .add(3.0, limb(v(17.0, 138.0, 61.0), v(21.0, 132.0, 42.0), UP, (7.0, 2.4), (6.0, 2.4)))
        .add(2.4, limb(v(16.0, 130.0, 43.0), v(19.4, 108.5, 37.6), FORWARD, (2.6, 2.4), (0.9, 0.9)))
}

pub(super) fn carve(solid: Solid) -> Solid {
    let (x, length, width) = FORAMEN;
    let (condyle, radii) = CONDYLE;
    let mouth = Frame::at(v(x, 128.0, 0.0));
    let pit = Solid::of(Shape::tunnel_in(mouth, length, width, 2.1))
        .clip(6.0, Shape::half_space(v(x, PIT_TOP, 0.0), UP));
    solid
        // Nuchal plane: hollow between the lines.
        .cut(8.0, Shape::ellipsoid(v(-50.0, 118.0, 19.0), v(22.0, 13.0, 15.0)))
        // Notch for the digastric, on the inner side of the mastoid.
        .cut(3.0, limb(v(-16.0, 116.0, 43.0), v(8.0, 114.0, 42.5), UP, (9.0, 2.6), (9.0, 2.6)))
        .cut(2.4, pit)
        // The condyles stand round the front half of the hole.
        .add(3.0, Shape::ellipsoid_in(Frame::at(condyle).yawed(26.0).rolled(-12.0), radii))
        .cut(2.0, Shape::tunnel_in(Frame::at(v(x, 128.0, 0.0)), length - 1.0, 9.5, 2.0))
        // Jugular fossa.
        .cut(4.0, Shape::ellipsoid(v(8.0, 124.0, 29.0), v(8.0, 7.0, 6.0)))
        // Socket of the jaw.
        .cut(2.4, Shape::ellipsoid_in(Frame::at(v(29.5, 137.5, 50.0)).yawed(12.0), v(8.6, 8.4, 13.5)))
        // Ear hole.
        .cut(1.6, limb(v(13.0, 140.5, 84.0), v(15.0, 139.5, 48.0), UP, (4.4, 3.8), (2.4, 2.2)))
}
