//! Light on a surface: soft daylight, sky and ground, baked occlusion; no gloss. The browser's shader has the same
//! figures.

use neck::draw::{BAND_DEPTH, BANDS, CORE, DrawList, FIBRE_DEPTH, FIBRES, Pattern};
use neck::math::Vec3;

use super::band::Fragment;

/// What light does not reach turns warm and brown rather than grey: the part of each colour that is left.
const SHADOW: Vec3 = Vec3::new(0.372, 0.2852, 0.2294);

/// The colour of a sample, sRGB, given the colour of its structure.
pub(super) fn solid(sample: &Fragment, pattern: Pattern, base: Vec3, list: &DrawList) -> Vec3 {
    let base = patterned(sample, pattern, base, list);
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
        ((low + (base * 1.02 - low) * bright) * rim).min(1.0)
    };
    Vec3::new(part(base.x, SHADOW.x), part(base.y, SHADOW.y), part(base.z, SHADOW.z))
}

/// What tells the kinds apart: a muscle's fibres and tendons, a nerve's light middle, an artery's bands.
fn patterned(sample: &Fragment, pattern: Pattern, base: Vec3, list: &DrawList) -> Vec3 {
    let [across, along] = sample.fibre;
    let wave = |place: f32| 0.5 + 0.5 * libm::sinf(place * std::f32::consts::TAU);
    let mix = |a: Vec3, b: Vec3, share: f32| a * (1.0 - share) + b * share;
    match pattern {
        Pattern::Smooth => base,
        Pattern::Fibres => {
            mix(base * (1.0 - FIBRE_DEPTH * wave(across * FIBRES)), list.palette.tendon, along)
        }
        Pattern::Core => {
            let facing = sample.normal.dot(list.axes[2]).clamp(0.0, 1.0).powi(6);
            mix(base, Vec3::new(1.0, 1.0, 1.0), facing * CORE)
        }
        Pattern::Bands => base * (1.0 - BAND_DEPTH * smooth(wave(along * BANDS))),
    }
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
