//! The braincase from outside, and the fossa of the temporal muscle.

use super::on;
use crate::sdf::{Shape, Solid, path};
use crate::vec::{Frame, V3, v};

/// Highest point of the vault, foremost (glabella), hindmost, and widest (euryon), mm: the neutral head of the joint
/// model. Length 175 to 187, breadth 138 to 150, height over the foramen magnum 130 to 138 in men (textbook).
const VERTEX: f64 = 267.6;
const GLABELLA: f64 = 105.5;
const BACK: f64 = -72.5;
const EURYON: f64 = 75.0;
/// External occipital protuberance.
pub(super) const INION: V3 = v(-65.5, 138.5, 0.0);

/// Parietal and occipital bones behind, frontal bone in front, cut off below by the planes of the neck's muscles, of
/// the foramen magnum and of the throat.
pub(super) fn vault() -> Solid {
    let behind = v(72.0, 85.0, EURYON - 3.0);
    let front = v(62.0, 60.0, 58.0);
    Solid::of(Shape::ellipsoid(v(BACK + behind.x, VERTEX - behind.y - 5.0, 0.0), behind))
        .add(22.0, Shape::block_in(Frame::at(v(GLABELLA - front.x - 1.8, 204.0, 0.0)), front, 2.15))
        .add(20.0, Shape::ellipsoid(v(24.0, 204.0, 0.0), v(60.0, 60.5, 68.0)))
        // Parietal bosses.
        .add(28.0, Shape::ellipsoid(v(-5.0, 205.0, 33.0), v(40.0, 40.0, 36.5)))
        .clip(24.0, Shape::half_space(v(-44.0, 126.5, 0.0), v(-0.36, -0.93, 0.0)))
        // Over the cerebellum, bulging down on both sides of the crest.
        .add(9.0, Shape::ellipsoid(v(-32.0, 140.0, 27.0), v(25.0, 20.5, 22.0)))
        .clip(10.0, Shape::half_space(v(0.0, 120.0, 0.0), v(0.1, -1.0, 0.12)))
        .clip(8.0, Shape::half_space(v(28.0, 136.0, 0.0), v(0.5, -0.87, 0.0)))
}

/// The muscle's bed: its upper edge is the temporal line. Deepest behind the orbit's outer wall.
pub(super) fn temporal_fossa(solid: Solid) -> Solid {
    solid
        .cut(13.0, Shape::ellipsoid_in(Frame::at(v(62.0, 150.0, 85.0)).yawed(25.0), v(44.0, 56.0, 36.0)))
        // Below the arch, behind the upper jaw.
        .cut(7.0, Shape::ellipsoid_in(Frame::at(v(51.0, 121.0, 46.0)).yawed(20.0), v(17.0, 25.0, 20.0)))
}

/// What muscles hold on to: protuberance, nuchal lines and crest at the back, the temporal line at the side. A point of
/// a ridge is brought onto the surface; beside it stands how high the ridge is there.
pub(super) fn ridges(solid: Solid) -> Solid {
    let ridge = |points: &[(V3, f64)]| {
        let points: Vec<_> = points.iter().map(|&(p, r)| (on(&solid, p), (r, r))).collect();
        path(&points, v(0.0, 1.0, 0.0), 3, 0.6)
    };
    let superior = ridge(&[
        (INION, 1.2),
        (v(-63.0, 140.5, 14.0), 1.1),
        (v(-54.0, 140.0, 30.0), 1.0),
        (v(-38.0, 136.0, 46.0), 0.9),
        (v(-18.0, 132.0, 58.0), 0.8),
    ]);
    let inferior = ridge(&[
        (v(-43.0, 128.0, 0.0), 1.2),
        (v(-42.0, 129.0, 14.0), 1.1),
        (v(-34.0, 127.0, 28.0), 0.9),
        (v(-20.0, 124.0, 38.0), 0.6),
    ]);
    let crest = ridge(&[
        (INION, 1.4),
        (v(-50.0, 131.0, 0.0), 1.3),
        (v(-34.0, 125.0, 0.0), 1.2),
        (v(-22.0, 121.0, 0.0), 0.8),
    ]);
    // The muscle's upper edge is a line only in front; over the parietal bone it fades.
    let temporal = ridge(&[
        (v(78.0, 181.0, 50.5), 2.2),
        (v(72.0, 196.0, 54.0), 1.3),
        (v(61.0, 211.0, 59.0), 0.7),
        (v(46.0, 221.0, 64.0), 0.1),
    ]);
    let knob = on(&solid, INION);
    solid
        .add(6.0, temporal)
        .add(6.0, superior)
        .add(5.0, inferior)
        .add(4.0, crest)
        .add(7.0, Shape::ellipsoid(knob + v(0.6, -0.6, 0.0), v(3.6, 3.0, 6.5)))
}
