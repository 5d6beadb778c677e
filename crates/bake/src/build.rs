//! All structures, from recipe to file.

use neck::anatomy::Bone;
use rayon::prelude::*;

use crate::asset::{self, Part};
use crate::bones;
use crate::mesh::{self, Half};
use crate::occlusion::occlusion;
use crate::sdf::Placed;
use crate::site::SiteError;

/// Cells of the grid, mm.
const CELL: f64 = 0.7;
/// Triangles of half a bone.
const HALF_BONE: usize = 980;
/// Triangles of half a disc.
const HALF_DISC: usize = 240;

/// The surface of one solid, right half.
fn surface(solid: &Placed, triangles: usize) -> Half {
    let (low, high) = solid.bounds;
    let mut half = mesh::march(&|p| solid.distance(p), low, high, CELL);
    mesh::settle(&mut half, solid, 1, 0.5);
    mesh::reduce(&mut half, triangles);
    mesh::settle(&mut half, solid, 1, 0.15);
    mesh::flip(&mut half, solid);
    mesh::settle(&mut half, solid, 1, 0.0);
    half
}

/// All bones, then all discs, in the order of `neck::anatomy::STRUCTURES`.
pub fn solids() -> Vec<Placed> {
    let mut solids: Vec<Placed> = Bone::ALL.iter().map(|&bone| bones::bone(bone)).collect();
    for (upper, lower) in bones::DISCS {
        solids.extend(bones::disc::disc(upper, lower, &solids[upper as usize], &solids[lower as usize]));
    }
    solids
}

/// Every structure, baked, as the file's writer wants it.
pub fn surfaces() -> Vec<Part> {
    let solids = solids();
    let bones = Bone::ALL.len();
    solids
        .par_iter()
        .enumerate()
        .map(|(index, solid)| {
            let half = surface(solid, if index < bones { HALF_BONE } else { HALF_DISC });
            let others: Vec<&Placed> = solids[..bones]
                .iter()
                .enumerate()
                .filter(|&(other, _)| other != index)
                .map(|(_, s)| s)
                .collect();
            let occlusion = occlusion(&half, solid, &others);
            let blend = index.checked_sub(bones).map(|disc| {
                let (upper, lower) = bones::DISCS[disc];
                let gap = |bone: Bone, p| solids[bone as usize].distance(p).max(0.0) + 1e-3;
                half.points.iter().map(|&p| gap(lower, p) / (gap(lower, p) + gap(upper, p))).collect()
            });
            Part { structure: index as u8, half, occlusion, blend: blend.unwrap_or_default() }
        })
        .collect()
}

/// The model file.
pub fn asset_bytes() -> Vec<u8> {
    asset::bytes(&surfaces())
}

/// The model as a reader of the file sees it.
///
/// # Errors
/// When writer and reader disagree.
pub fn model() -> Result<neck::asset::Model, SiteError> {
    neck::asset::read(&asset_bytes()).map_err(SiteError::Model)
}
