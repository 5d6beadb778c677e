//! All structures, from recipe to file.

use neck::anatomy::{Bone, FIRST};
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
/// How far a corner looks for what takes its light, mm: across a vertebra's hollows, or a skull's.
const REACH: f64 = 16.0;
const FAR_REACH: f64 = 36.0;
/// Triangles of half a skull and half a mandible, teeth included.
const HALF_SKULL: usize = 3400;
const HALF_MANDIBLE: usize = 1500;

/// The surface of one solid, right half.
fn surface(solid: &Placed, cell: f64, triangles: usize) -> Half {
    let (low, high) = solid.bounds;
    let mut half = mesh::march(&|p| solid.distance(p), low, high, cell);
    mesh::settle(&mut half, solid, 1, 0.5);
    mesh::reduce(&mut half, triangles);
    mesh::settle(&mut half, solid, 1, 0.15);
    mesh::flip(&mut half, solid);
    mesh::settle(&mut half, solid, 1, 0.0);
    half
}

/// All bones, then all discs, in the order of `neck::anatomy::STRUCTURES`.
pub fn solids() -> Vec<Placed> {
    let mut solids: Vec<Placed> = Bone::VERTEBRAE.iter().map(|&bone| bones::bone(bone)).collect();
    for (upper, lower) in bones::DISCS {
        solids.extend(bones::disc::disc(upper, lower, &solids[upper as usize], &solids[lower as usize]));
    }
    solids
}

/// Every structure, baked, as the file's writer wants it.
pub fn surfaces() -> Vec<Part> {
    let solids = solids();
    let bones = Bone::VERTEBRAE.len();
    solids
        .par_iter()
        .enumerate()
        .map(|(index, solid)| {
            let half = surface(solid, CELL, if index < bones { HALF_BONE } else { HALF_DISC });
            let others: Vec<&Placed> = solids[..bones]
                .iter()
                .enumerate()
                .filter(|&(other, _)| other != index)
                .map(|(_, s)| s)
                .collect();
            let occlusion = occlusion(&half, solid, &others, REACH);
            let blend = index.checked_sub(bones).map(|disc| {
                let (upper, lower) = bones::DISCS[disc];
                let gap = |bone: Bone, p| solids[bone as usize].distance(p).max(0.0) + 1e-3;
                half.points.iter().map(|&p| gap(lower, p) / (gap(lower, p) + gap(upper, p))).collect()
            });
            Part { structure: index as u8, half, occlusion, blend: blend.unwrap_or_default() }
        })
        .collect()
}

/// The first model file: what the page needs to answer a tap.
pub fn asset_bytes() -> Vec<u8> {
    asset::bytes(&surfaces())
}

/// The bones of the second file, in the order of `neck::anatomy::STRUCTURES`, each with its grid's cells (mm) and the
/// triangles of its half.
pub fn rest() -> Vec<(Placed, f64, usize)> {
    vec![(bones::skull::skull(), 1.0, HALF_SKULL), (bones::skull::mandible(), 0.8, HALF_MANDIBLE)]
}

/// The second model file.
pub fn rest_bytes() -> Vec<u8> {
    let rest = rest();
    let vertebrae: Vec<Placed> = Bone::VERTEBRAE.iter().map(|&bone| bones::bone(bone)).collect();
    let parts: Vec<Part> = rest
        .par_iter()
        .enumerate()
        .map(|(index, (solid, cell, triangles))| {
            let half = surface(solid, *cell, *triangles);
            let neighbours =
                rest.iter().enumerate().filter(|&(other, _)| other != index).map(|(_, one)| &one.0);
            let others: Vec<&Placed> = neighbours.chain(&vertebrae).collect();
            let occlusion = occlusion(&half, solid, &others, FAR_REACH);
            Part { structure: (FIRST + index) as u8, half, occlusion, blend: Vec::new() }
        })
        .collect();
    asset::bytes(&parts)
}

/// Both files as their reader sees them.
///
/// # Errors
/// When writer and reader disagree.
pub fn model() -> Result<neck::asset::Model, SiteError> {
    whole(&asset_bytes(), &rest_bytes())
}

/// One model of two files, and the muscles.
///
/// # Errors
/// When one of them is none.
pub fn whole(first: &[u8], rest: &[u8]) -> Result<neck::asset::Model, SiteError> {
    let mut model = neck::asset::read(first).map_err(SiteError::Model)?;
    model.meshes.extend(neck::asset::read(rest).map_err(SiteError::Model)?.meshes);
    model.meshes.extend(neck::tissue::meshes());
    Ok(model)
}
