//! Ways to join two distances without a crease.

use crate::vec::V3;

/// The smaller of two, with a cubic fillet of about `k` mm.
pub fn smooth_min(a: f64, b: f64, k: f64) -> f64 {
    if k <= 0.0 {
        return a.min(b);
    }
    let h = (k - (a - b).abs()).max(0.0) / k;
    a.min(b) - h * h * h * k / 6.0
}

/// The larger of two, with a cubic fillet of about `k` mm.
pub fn smooth_max(a: f64, b: f64, k: f64) -> f64 {
    -smooth_min(-a, -b, k)
}

/// `|z|` without the crease at 0.
pub fn soft_abs(z: f64, k: f64) -> f64 {
    (z * z + k * k).sqrt() - k
}

/// 0 before `from`, 1 after `to`, a smooth step between; `from` may be the larger.
pub fn ramp(x: f64, from: f64, to: f64) -> f64 {
    let t = ((x - from) / (to - from)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// The unevenness of a bone's surface, -1 to 1, some 8 mm from crest to crest.
pub(super) fn grain(p: V3) -> f64 {
    let wave = |a: f64, b: f64, c: f64, s: f64| libm::sin(a * p.x + b * p.y + c * p.z + s);
    (wave(0.71, 0.32, 0.45, 0.4) + wave(-0.38, 0.83, 0.27, 2.1) + wave(0.22, -0.45, 0.78, 4.4)) / 3.0
}
