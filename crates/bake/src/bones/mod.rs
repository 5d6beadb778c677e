//! The recipes: one file a bone or family.

pub mod atlas;
pub mod axis;
pub mod disc;
pub mod numbers;
pub mod skull;
pub mod stack;
pub mod thoracic;
pub mod typical;

use neck::anatomy::Bone;

use crate::sdf::Placed;

/// The recipe of a bone, standing in the world.
pub fn bone(bone: Bone) -> Placed {
    match bone {
        Bone::C1 => atlas::bone(),
        Bone::C2 => axis::bone(),
        Bone::C3 => typical::bone(&numbers::C3),
        Bone::C4 => typical::bone(&numbers::C4),
        Bone::C5 => typical::bone(&numbers::C5),
        Bone::C6 => typical::bone(&numbers::C6),
        Bone::C7 => typical::bone(&numbers::C7),
        Bone::T1 => thoracic::bone(),
        Bone::Skull => skull::skull(),
    }
}

/// Bones with a disc below them, from above.
pub const DISCS: [(Bone, Bone); 6] = [
    (Bone::C2, Bone::C3),
    (Bone::C3, Bone::C4),
    (Bone::C4, Bone::C5),
    (Bone::C5, Bone::C6),
    (Bone::C6, Bone::C7),
    (Bone::C7, Bone::T1),
];

/// What the second model file holds: structure, recipe, cells of the grid (mm), triangles of the half.
pub fn rest() -> Vec<(&'static str, Placed, f64, usize)> {
    vec![("skull", skull::skull(), 1.0, 6200), ("mandible", skull::mandible(), 0.9, 2400)]
}
