//! How much longer or shorter a muscle is than in neutral, in colour and as a number.
#![allow(clippy::unwrap_used, clippy::float_cmp)]

use neck::anatomy::StructureId;
use neck::draw::{DrawList, Palette, Viewport, stretch};
use neck::motion::{Pose, displacements};
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
