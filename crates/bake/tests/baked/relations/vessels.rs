//! Arteries and the vein beside them. The usual case: Gray 1918.

use neck::anatomy::Bone::{C1, C2, C3, C4, C5, C6, C7, Skull, T1};
use neck::math::Vec3;
use neck::motion::Pose;
use neck::tissue::length;

use super::BUMP;
use crate::held::{BACK, DOWN, FORTH, Held, OUT, UP, in_every_pose};

/// Vertebral artery: of C6 to C1, in this order, each has bone all around it at some place, C7 nowhere; there it is in
/// front of the side process.
#[test]
fn va_foramina() {
    const ROUND: [[f32; 2]; 8] = [
        [1.0, 0.0],
        [0.7, 0.7],
        [0.0, 1.0],
        [-0.7, 0.7],
        [-1.0, 0.0],
        [-0.7, -0.7],
        [0.0, -1.0],
        [0.7, -0.7],
    ];
    in_every_pose(|held, must| {
        let mut last = 0;
        for (id, bone) in
            ["C7", "C6", "C5", "C4", "C3", "C2", "C1"].into_iter().zip([C7, C6, C5, C4, C3, C2, C1])
        {
            let line = held.line(bone, "vertebral_artery", 0);
            let inside = |p: &Vec3| {
                held.gap(bone, id, *p) > 0.5
                    && ROUND
                        .iter()
                        .all(|[x, z]| held.bone(bone, *p, Vec3::new(*x, 0.0, *z), 12.0) == Some(id))
            };
            let place = line.0.iter().position(inside);
            if bone == C7 {
                must(place.is_none(), "goes through C7".into());
                let front = line.0.iter().any(|p| held.bone(bone, *p, BACK, 15.0) == Some(id));
                must(front, "is not in front of C7".into());
            } else {
                must(place.is_some_and(|place| place > last), format!("the hole of {id} is at {place:?}"));
                last = place.unwrap_or(last);
            }
        }
    });
}

/// Vertebral artery above the hole of C1: it goes back and inwards, has the rear arch under it and never over it, ends
/// in front of where it crossed; turned by 45 degrees it is not longer by more than an eighth.
#[test]
fn va_atlas() {
    in_every_pose(|held, must| {
        let line = held.line(C1, "vertebral_artery", 0);
        let (hole, back) = (line.part(0.7), line.part(0.9));
        must(back.x < hole.x - 10.0 && back.z < hole.z - 5.0, format!("{hole:?} to {back:?}"));
        must(line.part(1.0).x > back.x + 5.0, "does not turn forward".into());
        for p in line.0.iter().skip(140).filter(|p| p.y > 112.0) {
            must(held.bone(C1, *p, UP, 8.0) != Some("C1"), format!("{p:?} is under the arch"));
            if (14.0..19.0).contains(&p.z) {
                let under = held.bone(C1, *p, DOWN, 12.0);
                must(under == Some("C1"), format!("{p:?} is over {under:?}"));
            }
        }
    });
    let mm = |pose| length(&Held::new("", pose).line(T1, "vertebral_artery", 0).0[115..]);
    let still = mm(Pose::default());
    for turn in [-45.0, 45.0] {
        let turned = mm(Pose::from_degrees(0.0, turn, 0.0));
        assert!(turned < still * 1.125, "{still:.1} mm are {turned:.1} at {turn} degrees");
    }
}

/// Carotid: forks at C3 or the disc below it, above the upper edge of the thyroid cartilage; the vein is farther
/// out at every height, the sternocleidomastoid farther out still, the spine behind.
#[test]
fn carotid() {
    in_every_pose(|held, must| {
        let (common, vein) = (held.line(C3, "common_carotid", 0), held.line(C3, "jugular_vein", 0));
        let fork = common.part(1.0);
        must((63.0..86.0).contains(&fork.y), format!("forks at {fork:?}"));
        let cartilage = (0..80).map(|y| Vec3::new(40.0, 75.0 - y as f32 * 0.5, 0.0));
        let reached =
            |p: &Vec3| (0..24).any(|z| held.gap(C3, "thyroid_cartilage", *p + OUT * z as f32) < 0.5);
        let edge = cartilage.into_iter().find(reached).map_or(0.0, |p| p.y);
        must((-2.0..32.0).contains(&(fork.y - edge)), format!("forks at {fork:?}, the edge is at {edge:.0}"));
        let inner = held.line(C3, "internal_carotid", 0);
        for p in common.0.iter().chain(&inner.0) {
            if let Some(v) = vein.at(p.y) {
                must(v.z > p.z + 1.0, format!("{p:?} is outside the vein at {v:?}"));
            }
            let front = held.bone(C3, *p, FORTH, 20.0);
            let spine = front.is_some_and(|id| id.starts_with('C'));
            must(!spine, format!("{p:?} is behind {front:?}"));
        }
        // Bent far back it goes straight, and the vessels are held by the neck.
        let least = if held.neutral() { 0.0 } else { -4.0 };
        let cover = held.sheet(T1, "scm");
        let [common, vein] = ["common_carotid", "jugular_vein"].map(|id| held.line(T1, id, 0));
        // Lower down both lie behind the gap between its heads.
        let upper = common.0.iter().chain(&vein.0).filter(|p| p.y > 0.0);
        let over = upper.filter_map(|p| Some((p, cover.beyond(*p, OUT)?)));
        let over: Vec<_> = over.collect();
        must(over.len() > 25, format!("is under the sternocleidomastoid at {} places", over.len()));
        for (p, far) in over {
            must(far > least, format!("sternocleidomastoid is {far:.1} mm outside {p:?}"));
        }
    });
}

/// Occipital artery: sternocleidomastoid, splenius, longissimus and rear digastric are farther out than it, as is the
/// mastoid; at the nuchal line it is outside the greater occipital nerve, within 25 mm.
#[test]
fn occ_artery() {
    in_every_pose(|held, must| {
        let line = held.line(Skull, "occipital_artery", 0);
        let edge = held.fibre(Skull, "splenius_capitis", 0, 1.0);
        for id in ["scm", "splenius_capitis", "longissimus_capitis", "digastric"] {
            let sheet = held.sheet(Skull, id);
            let hits: Vec<_> = line.0.iter().filter_map(|p| Some((p, sheet.beyond(*p, OUT)?))).collect();
            must(!hits.is_empty(), format!("does not pass {id}"));
            // Beside the rear edge of splenius it comes out.
            for (p, far) in hits.into_iter().filter(|(p, _)| (edge.near(**p) - **p).length() > 8.0) {
                must(far > 0.0, format!("{id} is {far:.1} mm outside {p:?}"));
            }
        }
        let under = line.0.iter().any(|p| held.bone(Skull, *p, OUT, 25.0) == Some("skull"));
        must(under, "is not inside the mastoid".into());
        let nerve = held.line(Skull, "greater_occipital", 0);
        let (a, n) = (line.at(BUMP.y + 2.0).unwrap(), nerve.at(BUMP.y + 2.0).unwrap());
        must((0.0..25.0).contains(&(a.z - n.z)), format!("{a:?}, the nerve {n:?}"));
    });
}
