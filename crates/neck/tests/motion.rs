//! Poses against published figures, and what must hold for every pose.
#![allow(clippy::unwrap_used)]

use neck::anatomy::Bone;
use neck::math::{Rigid, Vec3};
use neck::motion::{Movement, Pose, displacements, limits};
use proptest::prelude::*;

/// Degrees from the numbers of a rotation about one axis.
fn degrees(sine: f32, cosine: f32) -> f32 {
    libm::atan2f(sine, cosine).to_degrees()
}

fn placed(bend: f32, turn: f32, side: f32) -> [Rigid; Bone::COUNT] {
    displacements(Pose::from_degrees(bend, turn, side))
}

/// Figures of the joint table's own sources, computed with their model: how far a bone turns (degrees) and where the
/// origin goes with it (mm).
#[test]
fn known_poses() {
    let close = |name: &str, bone: &Rigid, angle: f32, expected: f32, t: [f32; 3]| {
        assert!((angle - expected).abs() < 0.1, "{name} turns {angle}, not {expected}");
        let off = (bone.t - Vec3::from_array(t)).length();
        assert!(off < 0.5, "{name} is {off} mm off");
    };
    let bent = placed(-30.0, 0.0, 0.0);
    for (bone, angle, t) in [
        (Bone::C1, -24.531, [-19.554, 9.751, 0.0]),
        (Bone::C4, -14.624, [-6.574, 2.728, 0.0]),
        (Bone::C7, -1.994, [0.0, 0.0, 0.0]),
    ] {
        let r = &bent[bone as usize];
        close("flexion", r, degrees(r.r[1].x, r.r[0].x), angle, t);
    }
    let turned = placed(0.0, 45.0, 0.0);
    for (bone, angle, t) in [
        (Bone::C1, 42.086, [3.211, 0.0, 7.187]),
        (Bone::C4, 12.893, [0.196, 0.0, 1.472]),
        (Bone::C7, 1.179, [0.0, 0.0, 0.0]),
    ] {
        let r = &turned[bone as usize];
        close("turn", r, degrees(r.r[0].z, r.r[0].x), angle, t);
    }
    let tilted = placed(0.0, 0.0, 30.0);
    for (bone, angle, t) in [
        (Bone::C1, 27.5625, [0.0, 7.487, -22.871]),
        (Bone::C4, 14.774, [0.0, 1.221, -7.242]),
        (Bone::C7, 1.960, [0.0, 0.0, 0.0]),
    ] {
        let r = &tilted[bone as usize];
        close("tilt", r, degrees(r.r[2].y, r.r[1].y), angle, t);
    }
}

#[test]
fn the_signs_are_the_subjects() {
    let face = Vec3::new(60.0, 110.0, 0.0);
    assert!(placed(20.0, 0.0, 0.0)[0].point(face).y > face.y, "extension lifts the face");
    assert!(placed(0.0, 20.0, 0.0)[0].point(face).z < 0.0, "+ turns to the left");
    assert!(placed(0.0, 0.0, 20.0)[0].point(face).z > 0.0, "+ tilts to the right");
    assert_eq!(placed(30.0, 30.0, 30.0)[Bone::T1 as usize], Rigid::IDENTITY);
}

#[test]
fn poses_stay_within_what_necks_do() {
    let far = Pose::from_degrees(1e9, -1e9, f32::NAN);
    assert_eq!(far, Pose::from_degrees(limits::BEND.1, limits::TURN.0, 0.0));
}

/// In a chin tuck the top of the neck bends forward and the rest back; pushing the head forward does the reverse.
#[test]
fn named_movements() {
    for movement in Movement::ALL {
        assert_eq!(Movement::find(movement.id()), Some(movement));
        let (upper, lower) = movement.parts();
        let pose = Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0);
        assert!((pose.upper.to_degrees() - f32::from(upper)).abs() < 1e-3, "{movement:?} {pose:?}");
        assert!((pose.lower.to_degrees() - f32::from(lower)).abs() < 1e-3, "{movement:?} {pose:?}");
    }
    let c1 = |movement: Movement| {
        let (upper, lower) = movement.parts();
        let placed = displacements(Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0));
        // Where the joint below the skull goes.
        placed[Bone::C1 as usize].point(Vec3::new(14.019, 116.961, 0.0)).x - 14.019
    };
    assert!(c1(Movement::ChinTuck) < -5.0 && c1(Movement::ForwardHead) > 15.0);
    let nodding = displacements(Pose::from_parts(-10.0, 0.0, 0.0, 0.0));
    assert_eq!(nodding[Bone::C2 as usize], Rigid::IDENTITY, "a small nod moves nothing below C1");
}

#[test]
fn what_one_part_cannot_take_goes_to_the_other() {
    let degrees = |pose: Pose| (pose.upper.to_degrees().round(), pose.lower.to_degrees().round());
    assert_eq!(degrees(Pose::from_parts(-30.0, 0.0, 0.0, 0.0)), (-16.0, -14.0));
    assert_eq!(degrees(Pose::from_parts(0.0, 55.0, 0.0, 0.0)), (7.0, 48.0));
    assert_eq!(degrees(Pose::from_parts(90.0, 90.0, 0.0, 0.0)), (24.0, 36.0));
    assert_eq!(degrees(Pose::from_degrees(-50.0, 0.0, 0.0)), (-16.0, -34.0));
    assert_eq!(Pose::from_parts(f32::NAN, 0.0, f32::NAN, f32::NAN), Pose::default());
}

proptest! {
    /// Within every limit, whatever comes; and the whole is what was asked for where a neck can do it.
    #[test]
    fn parts_stay_within_their_stops(upper in -90.0_f32..90.0, lower in -90.0_f32..90.0) {
        let pose = Pose::from_parts(upper, lower, 0.0, 0.0);
        let (up, low) = (pose.upper.to_degrees(), pose.lower.to_degrees());
        let within = |angle: f32, (least, most): (f32, f32)| (least - 1e-3..=most + 1e-3).contains(&angle);
        prop_assert!(within(up, limits::UPPER) && within(low, limits::LOWER) && within(up + low, limits::BEND));
        let asked = (upper + lower).clamp(limits::BEND.0, limits::BEND.1);
        prop_assert!((up + low - asked).abs() < 1e-2, "{up} + {low} is not {asked}");
    }

    #[test]
    fn there_and_back(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let p = Vec3::new(12.0, 80.0, 9.0);
        for bone in placed(bend, turn, side) {
            prop_assert!((bone.inverse().point(bone.point(p)) - p).length() < 1e-3);
            // Rigid: lengths and right angles stay.
            for row in 0..3 {
                prop_assert!((bone.r[row].length() - 1.0).abs() < 1e-5);
                prop_assert!(bone.r[row].dot(bone.r[(row + 1) % 3]).abs() < 1e-5);
            }
        }
    }

    /// The left of one pose is the right of the mirrored one.
    #[test]
    fn mirrored(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let mirror = |p: Vec3| Vec3::new(p.x, p.y, -p.z);
        let p = Vec3::new(12.0, 80.0, 9.0);
        let (here, there) = (placed(bend, turn, side), placed(bend, -turn, -side));
        for (a, b) in here.iter().zip(&there) {
            prop_assert!((mirror(a.point(p)) - b.point(mirror(p))).length() < 1e-3);
        }
    }

    /// No joint opens: the bones on both sides of it agree where its centre is.
    #[test]
    fn joints_hold(bend in -50.0_f32..60.0, turn in -65.0_f32..65.0, side in -40.0_f32..40.0) {
        let placed = placed(bend, turn, side);
        for (upper, lower, centre) in [
            (Bone::C1, Bone::C2, Vec3::new(13.166, 106.168, 0.0)),
            (Bone::C4, Bone::C5, Vec3::new(9.095, 44.923, 0.0)),
            (Bone::C7, Bone::T1, Vec3::ZERO),
        ] {
            let apart = placed[upper as usize].point(centre) - placed[lower as usize].point(centre);
            prop_assert!(apart.length() < 1e-3);
        }
    }
}
