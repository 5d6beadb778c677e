//! How much longer or shorter a muscle is than in neutral, in colour and as a number.
#![allow(clippy::unwrap_used, clippy::float_cmp)]

use neck::anatomy::StructureId;
use neck::draw::{DrawList, Viewport, stretch};
use neck::motion::{Pose, displacements};
use neck::palette::Palette;
use neck::scene::Scene;

const VIEWPORT: Viewport = Viewport { width: 800.0, height: 600.0, ratio: 1.0 };

#[test]
fn a_muscle_is_lighter_where_it_is_longer() {
    let lists = |bend, side| {
        DrawList::new(
            &Scene { pose: Pose::from_degrees(bend, 0.0, side), ..Scene::default() },
            VIEWPORT,
            Palette::LIGHT,
        )
    };
    let tints = |list: &DrawList, id: &str| {
        let id = StructureId::find(id).unwrap();
        [30.0, -30.0].map(|z| list.tint_at(id, [0.0, 0.0, z]))
    };
    for id in ["upper_trapezius", "levator_scapulae", "splenius_capitis", "rcp_major", "C4", "common_carotid"]
    {
        assert_eq!(tints(&lists(0.0, 0.0), id), [0.0; 2], "{id} in neutral");
    }
    // Head down: the back of the neck gets longer. To the right: its right side gets shorter.
    for id in ["upper_trapezius", "semispinalis_capitis", "rcp_major"] {
        let [right, left] = tints(&lists(-30.0, 0.0), id);
        assert!(right > 0.05 && right == left, "{id}: {right} {left}");
    }
    for id in ["levator_scapulae", "scalene_middle"] {
        let [right, left] = tints(&lists(0.0, 30.0), id);
        assert!(right < -0.05 && left > 0.05, "{id}: {right} {left}");
        assert_eq!(tints(&lists(0.0, -30.0), id), [left, right], "{id} is no mirror image");
    }
    // No other kind shows it, whatever its length.
    assert_eq!(tints(&lists(-30.0, 30.0), "common_carotid"), [0.0; 2]);
    let flesh = Palette::LIGHT.muscle;
    let sum = |tint| {
        let colour = Palette::tinted(flesh, tint);
        colour.x + colour.y + colour.z
    };
    assert!(sum(0.3) > sum(0.0) && sum(0.0) > sum(-0.3));
}

#[test]
fn a_group_is_told_of_where_its_parts_do_the_same() {
    let bones = displacements(Pose::from_degrees(-30.0, 0.0, 0.0));
    let of = |id: &str| stretch(StructureId::find(id).unwrap(), &bones);
    let (whole, a, b) =
        (of("scm").unwrap()[0], of("scm_sternal").unwrap()[0], of("scm_clavicular").unwrap()[0]);
    assert!((whole - f32::midpoint(a, b)).abs() < 1e-5, "{whole} of {a} and {b}");
    // Turned, some of the four get longer and some shorter: of the group nothing can be said.
    let turned = displacements(Pose::from_degrees(0.0, 60.0, 0.0));
    let of_turned = |id: &str| stretch(StructureId::find(id).unwrap(), &turned);
    let parts = ["rcp_major", "rcp_minor", "oc_superior", "oc_inferior"].map(|id| of_turned(id).unwrap()[0]);
    assert!(parts.iter().any(|part| *part < 0.98) && parts.iter().any(|part| *part > 1.02), "{parts:?}");
    assert_eq!(of_turned("suboccipitals"), None);
    assert_eq!(of("C4"), None);
    assert_eq!(of("greater_occipital"), None);
}

/// How a demonstration holds the head, degrees: bent by the whole neck or by its upper part alone; turned; tilted.
#[derive(Debug, Clone, Copy)]
enum Held {
    Whole(f32, f32, f32),
    Upper(f32, f32, f32),
}

use Held::{Upper, Whole};

/// The demonstrations, each with the pose that makes its muscle short and the one that makes it long, and the change
/// that straight lines between its ends have there, per cent; of a range the end that is nearer to nothing. Shoulders
/// stand still here.
const SHOWN: [(&str, Held, f32); 23] = [
    ("scm", Whole(-10.0, 30.0, 20.0), -14.0),
    ("scm", Whole(10.0, -30.0, -25.0), 10.0),
    ("upper_trapezius", Whole(10.0, 20.0, 20.0), -21.0),
    ("upper_trapezius", Whole(-25.0, -20.0, -25.0), 20.0),
    ("levator_scapulae", Whole(10.0, -20.0, 20.0), -13.0),
    ("levator_scapulae", Whole(-30.0, 35.0, -20.0), 20.0),
    ("splenius_capitis", Whole(15.0, -30.0, 10.0), -16.0),
    ("splenius_capitis", Whole(-30.0, 35.0, -15.0), 21.0),
    ("splenius_cervicis", Whole(15.0, -30.0, 10.0), -5.0),
    ("splenius_cervicis", Whole(-35.0, 35.0, -15.0), 6.0),
    ("semispinalis_capitis", Whole(20.0, 0.0, 0.0), -8.0),
    ("semispinalis_capitis", Whole(-40.0, 0.0, 0.0), 16.0),
    ("rcp_major", Upper(12.0, 0.0, 0.0), -19.0),
    ("rcp_major", Upper(-10.0, 0.0, 0.0), 15.0),
    ("rcp_major", Upper(-10.0, 35.0, 0.0), 27.0),
    ("rcp_minor", Upper(12.0, 0.0, 0.0), -13.0),
    ("rcp_minor", Upper(-10.0, 0.0, 0.0), 12.0),
    ("oc_inferior", Whole(0.0, -40.0, 0.0), -21.0),
    ("oc_inferior", Whole(0.0, 40.0, 0.0), 20.0),
    ("oc_superior", Upper(12.0, 0.0, 0.0), -4.0),
    ("oc_superior", Upper(-10.0, 0.0, -15.0), 4.0),
    ("scalenes", Whole(-5.0, 0.0, 25.0), -4.0),
    ("scalenes", Whole(10.0, 0.0, -30.0), 5.0),
];

/// At least half of it, as muscles here go round what lies beneath; and never the other way.
#[test]
fn each_demonstration_shortens_and_lengthens_its_muscle() {
    for (id, held, expected) in SHOWN {
        let pose = match held {
            Whole(bend, turn, side) => Pose::from_degrees(bend, turn, side),
            Upper(bend, turn, side) => Pose::from_parts(bend, 0.0, turn, side),
        };
        let [right, _] = stretch(StructureId::find(id).unwrap(), &displacements(pose)).unwrap();
        let percent = (right - 1.0) * 100.0;
        println!("{id} at {held:?}: {percent:.1} %, expected {expected}");
        assert!(percent / expected > 0.5, "{id} changes by {percent:.1} % at {held:?}, not {expected}");
    }
}
