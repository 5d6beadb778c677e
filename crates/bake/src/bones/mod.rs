//! The recipes: one file a bone or family.

pub mod atlas;
pub mod axis;
pub mod disc;
pub mod numbers;
pub mod skin;
pub mod skull;
pub mod stack;
pub mod thoracic;
pub mod throat;
pub mod trunk;
pub mod typical;

use neck::anatomy::{Bone, StructureId};
use neck::layers::Layer;

use crate::sdf::Placed;
use crate::vec::V3;

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

/// A bone of the second model file.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Of its structure.
    pub id: &'static str,
    pub solid: Placed,
    /// Cells of the grid it is meshed in, mm.
    pub cell: f64,
    /// Triangles of its half.
    pub triangles: usize,
    /// How much of it goes with its upper bone, 0 to 1; none: it goes with one bone.
    pub blend: Option<fn(V3) -> f64>,
}

impl Recipe {
    /// Whether it is a body of its own, not a plate over one, nor the skin round all.
    pub fn is_body(&self) -> bool {
        StructureId::find(self.id).is_none_or(|id| id.get().layer == Layer::Skeleton)
    }
}

/// What the second model file holds, in the order of `neck::anatomy::STRUCTURES`.
pub fn rest() -> [Recipe; 15] {
    let recipe = |id, solid, cell, triangles| Recipe { id, solid, cell, triangles, blend: None };
    let [occipital, temporal, teeth] = skull::regions();
    [
        recipe("skull", skull::skull(), 1.0, 7400),
        recipe("mandible", skull::mandible(), 0.9, 2600),
        recipe("t2", thoracic::t2(), 0.8, 900),
        recipe("t3", thoracic::t3(), 0.8, 900),
        recipe("rib1", trunk::rib1(), 0.8, 900),
        recipe("rib2", trunk::rib2(), 0.9, 860),
        recipe("manubrium", trunk::manubrium(), 0.8, 500),
        recipe("clavicle", trunk::clavicle(), 0.9, 700),
        recipe("scapula", trunk::scapula(), 0.8, 2000),
        recipe("hyoid", throat::hyoid(), 0.6, 340),
        recipe("thyroid_cartilage", throat::thyroid_cartilage(), 0.6, 620),
        occipital,
        temporal,
        teeth,
        Recipe { blend: Some(skin::follows), ..recipe("skin", skin::skin(), 2.5, 2600) },
    ]
}
