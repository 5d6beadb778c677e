//! Bones meet as in life: near, but not in each other.

use bake::bones::stack::{FACET_GAP, Joint};
use bake::bones::{DISCS, disc::endplates};
use bake::vec::{V3, v};
use neck::anatomy::Bone;
use neck::math::{Rigid, Vec3};
use neck::motion::{Movement, Pose, displacements, limits};
use rayon::prelude::*;

use super::{PARTS, SOLIDS, solid};

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

/// How deep two neighbours press into each other in a pose, mm.
fn pressed(upper: Bone, lower: Bone, pose: Pose) -> f64 {
    let placed = displacements(pose);
    let (above, below) = (placed[upper as usize], placed[lower as usize]);
    let deep = |from: Bone, to: Bone, way: Rigid| {
        let mirrored = |p: &V3| [*p, V3 { z: -p.z, ..*p }];
        let inside = points(from).iter().flat_map(mirrored).map(|p| {
            let q = way.point(Vec3::new(p.x as f32, p.y as f32, p.z as f32)).to_array().map(f64::from);
            -solid(to).distance(v(q[0], q[1], q[2]))
        });
        inside.fold(f64::MIN, f64::max)
    };
    let down = deep(upper, lower, below.inverse() * above);
    down.max(deep(lower, upper, above.inverse() * below))
}

/// The movements with a name, and 200 poses from all over the working range.
///
/// Surfaces are made here already: on rayon's threads one would wait for the other for ever.
pub(crate) fn poses() -> Vec<Pose> {
    let _made = (&*SOLIDS, &*PARTS);
    let named = Movement::ALL.map(|movement| {
        let (upper, lower) = movement.parts();
        Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0)
    });
    // Evenly spread: the multiples of three irrational steps.
    let part =
        |i: u16, step: f32, (least, most): (f32, f32)| least + (most - least) * (f32::from(i) * step).fract();
    let spread = (1..=200).map(|i| {
        let (bend, turn) = (part(i, 0.819_172_5, limits::BEND), part(i, 0.671_043_6, limits::TURN));
        Pose::from_degrees(bend, turn, part(i, 0.549_700_5, limits::SIDE))
    });
    named.into_iter().chain(spread).collect()
}

/// Bone may press into bone by 2 mm at most, as much as cartilage and discs give.
#[test]
fn moving_neighbours_keep_clear() {
    let deepest = poses().into_par_iter().map(|pose| {
        let pairs = Bone::VERTEBRAE.windows(2);
        let depths = pairs.map(|pair| (pressed(pair[0], pair[1], pose), pair[0]));
        let (depth, bone) = depths.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
        (depth, bone, pose)
    });
    let (depth, bone, pose) = deepest.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    println!("{depth:.2} mm below {bone:?} at {pose:?}");
    assert!(depth < 2.0, "{depth} mm deep below {bone:?} at {pose:?}");
}
