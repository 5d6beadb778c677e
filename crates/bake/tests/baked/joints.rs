//! Bones meet as in life: near, but not in each other.

use bake::bones::stack::{FACET_GAP, Joint};
use bake::bones::{DISCS, disc::endplates};
use bake::vec::V3;
use neck::anatomy::Bone;

use super::{PARTS, solid};

fn points(bone: Bone) -> &'static [V3] {
    &PARTS[bone as usize].half.points
}

#[test]
fn no_bone_stands_in_another() {
    for a in Bone::VERTEBRAE {
        for b in Bone::VERTEBRAE {
            if a != b {
                let least = points(a).iter().map(|&p| solid(b).distance(p)).fold(f64::MAX, f64::min);
                assert!(least > -0.2, "{a:?} is {} mm deep in {b:?}", -least);
            }
        }
    }
}

/// Least distance from the corners of `from` within `reach` of a point to `to`, mm.
fn gap(from: Bone, to: Bone, near: V3, reach: f64) -> f64 {
    let close = points(from).iter().filter(|&&p| (p - near).length() < reach);
    close.map(|&p| solid(to).distance(p)).fold(f64::MAX, f64::min)
}

#[test]
fn facets_leave_room_for_cartilage() {
    for (upper, lower) in DISCS {
        let joint = Joint::facet(upper, lower);
        for (from, to) in [(upper, lower), (lower, upper)] {
            let gap = gap(from, to, joint.point, 6.0);
            println!("{from:?} to {to:?}: {gap:.2} mm");
            assert!((0.5..3.0).contains(&gap), "{from:?} to {to:?}: {gap} mm");
        }
    }
    let joint = Joint::atlas_axis();
    let gap = gap(Bone::C1, Bone::C2, joint.point, 7.0);
    assert!((0.5..3.0).contains(&gap), "C1 to C2: {gap} mm");
    assert!((0.5..3.0).contains(&FACET_GAP));
}

#[test]
fn the_dens_turns_behind_the_front_arch() {
    // Front of the dens: the axis above its shoulders, near the midline.
    let front = points(Bone::C2).iter().filter(|p| p.y > 110.0 && p.z < 3.0);
    let gap = front.map(|&p| solid(Bone::C1).distance(p)).fold(f64::MAX, f64::min);
    println!("dens to arch: {gap:.2} mm");
    assert!((1.5..3.0).contains(&gap), "{gap} mm");
    let top = |bone: Bone, far: f64| {
        points(bone).iter().filter(|p| p.z < 4.0 && p.x > far).map(|p| p.y).fold(f64::MIN, f64::max)
    };
    let (dens, arch) = (top(Bone::C2, 5.0), top(Bone::C1, 18.0));
    assert!((dens - arch).abs() < 4.0, "the dens ends at {dens}, the arch at {arch} mm");
}

#[test]
fn discs_are_as_high_as_in_adults() {
    for (upper, lower) in DISCS {
        let (top, bottom) = endplates(upper, lower).unwrap();
        let (middle, up) = ((top + bottom) * 0.5, (top - bottom).unit());
        let forward = up.cross(V3 { z: 1.0, ..V3::ZERO });
        for x in [-4.0, 0.0, 4.0] {
            // From the middle of the disc to bone, upwards and downwards.
            let way = |bone: Bone, sign: f64| {
                let mut far = 0.0;
                while far < 12.0 && solid(bone).distance(middle + forward * x + up * (far * sign)) > 0.0 {
                    far += 0.05;
                }
                far
            };
            let height = way(upper, 1.0) + way(lower, -1.0);
            println!("{upper:?}/{lower:?} at {x}: {height:.2} mm");
            assert!((3.0..8.0).contains(&height), "{upper:?}/{lower:?} at {x}: {height} mm");
        }
    }
}
