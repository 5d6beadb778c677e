//! Light on a surface: soft daylight, sky and ground, baked occlusion; no gloss but on tendons. The browser's shader has
//! the same figures.

use neck::draw::{BAND_DEPTH, BANDS, CORE, DrawList, FIBRE_DEPTH, FIBRES, Pattern};
use neck::math::Vec3;

use super::band::Fragment;

/// What light does not reach turns warm and brown rather than grey: the part of each colour that is left.
const SHADOW: Vec3 = Vec3::new(0.372, 0.2852, 0.2294);

/// The colour of a sample, sRGB, given the colour of its structure.
pub(super) fn solid(sample: &Fragment, pattern: Pattern, base: Vec3, list: &DrawList) -> Vec3 {
    let (base, gloss) = patterned(sample, pattern, base, list);
    let n = sample.normal;
    // Light wraps a third of the way round.
    let wrapped = ((n.dot(list.light) + 0.35) / 1.35).max(0.0);
    let key = smooth(wrapped);
    let open = 0.35 * sample.open + 0.65 * smooth(sample.open);
    // Sky above, ground below.
    let bright = ((0.42 + 0.12 * n.y) * open + 0.60 * key * (0.45 + 0.55 * open)).min(1.12);
    let edge = edge(sample, list);
    let rim = 1.0 - 0.30 * edge * edge * edge;
    let part = |base: f32, shadow: f32| {
        let low = base * shadow;
        ((low + (base * 1.02 - low) * bright + gloss) * rim).min(1.0)
    };
    Vec3::new(part(base.x, SHADOW.x), part(base.y, SHADOW.y), part(base.z, SHADOW.z))
}

/// What tells the kinds apart: a muscle's fibres and tendons, a nerve's light middle, an artery's bands. And how much
/// it shines.
fn patterned(sample: &Fragment, pattern: Pattern, base: Vec3, list: &DrawList) -> (Vec3, f32) {
    match pattern {
        Pattern::Smooth => (base, 0.0),
        Pattern::Fibres => fibres(sample, base, list),
        Pattern::Core => {
            let facing = sample.normal.dot(list.axes[2]).clamp(0.0, 1.0).powi(6);
            (mix(base, Vec3::new(1.0, 1.0, 1.0), facing * CORE), 0.0)
        }
        Pattern::Bands => (base * (1.0 - BAND_DEPTH * smooth(wave(sample.fibre[1] * BANDS))), 0.0),
    }
}

/// Bundles with furrows between them, and in them single fibres that come and go; no two of the same width. Where it
/// is small, only the bundles are left. Both run out into the tendon, of which each bundle has its own length.
fn fibres(sample: &Fragment, base: Vec3, list: &DrawList) -> (Vec3, f32) {
    let [across, along] = sample.fibre;
    let at = across * FIBRES;
    let bundle = wave(0.23 * at + 0.4 * wave(0.09 * at + along));
    let fine = wave(at + 0.6 * wave(0.31 * at - 1.7 * along)) * wave(0.17 * at + 2.6 * along);
    let fine = fine * (1.0 - smooth((sample.grain * FIBRES - 0.2) / 0.3));
    let end = 4.0 * along.min(1.0 - along) + 0.3 * bundle;
    let sinew = 1.0 - smooth((end - 0.2) / 1.1);
    let dark = FIBRE_DEPTH * (bundle * bundle + 0.7 * fine);
    let flesh = Vec3::new(base.x * (1.0 - 0.7 * dark), base.y * (1.0 - dark), base.z * (1.0 - dark));
    let halfway = (list.light + list.axes[2]).unit();
    let gloss = 0.16 * sinew * sample.normal.dot(halfway).max(0.0).powi(24);
    (mix(flesh, list.palette.tendon * (1.0 - 0.1 * fine), sinew), gloss)
}

/// 0 to 1 and back, once for each whole number.
fn wave(place: f32) -> f32 {
    0.5 + 0.5 * libm::sinf(place * std::f32::consts::TAU)
}

fn mix(a: Vec3, b: Vec3, share: f32) -> Vec3 {
    a * (1.0 - share) + b * share
}

/// See-through: colour and cover. Denser, and nearer to the ink, towards the rim; gone sooner at the lower edge.
pub(super) fn ghost(
    sample: &Fragment,
    base: Vec3,
    (middle, rim): (f32, f32),
    list: &DrawList,
) -> (Vec3, f32) {
    let edge = edge(sample, list);
    let inked = edge * edge * 0.7;
    (
        base * (1.0 - inked) + list.palette.line * inked,
        (middle + (rim - middle) * edge * edge) * sample.left * sample.left,
    )
}

/// 0 where the surface faces the eye, 1 where it turns away.
fn edge(sample: &Fragment, list: &DrawList) -> f32 {
    1.0 - sample.normal.dot(list.axes[2]).clamp(0.0, 1.0)
}

fn smooth(t: f32) -> f32 {
    let t = t.clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}
