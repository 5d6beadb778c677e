//! All structures, from recipe to file.

use neck::anatomy::{Bone, FIRST, StructureId};
use neck::asset::Model;
use rayon::prelude::*;

use crate::asset::{self, Part};
use crate::bones::{self, Recipe};
use crate::mesh::{self, Half};
use crate::occlusion::occlusion;
use crate::sdf::Placed;
use crate::site::SiteError;

/// Cells of the grid, mm.
const CELL: f64 = 0.7;
/// Triangles of half a bone.
const HALF_BONE: usize = 1200;
/// Triangles of half a disc.
const HALF_DISC: usize = 240;
/// How far is looked for what takes the light, mm: about a vertebra's canal; an orbit.
const REACH: f64 = 16.0;
const REST_REACH: f64 = 34.0;

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

/// Vertebrae, then discs: the first file, in the order of `neck::anatomy::STRUCTURES`.
pub fn solids() -> Vec<Placed> {
    let mut solids: Vec<Placed> = Bone::VERTEBRAE.iter().map(|&bone| bones::bone(bone)).collect();
    for (upper, lower) in bones::DISCS {
        solids.extend(bones::disc::disc(upper, lower, &solids[upper as usize], &solids[lower as usize]));
    }
    solids
}

/// Every structure of the first file, baked, as the file's writer wants it.
pub fn surfaces() -> Vec<Part> {
    let solids = solids();
    let bones = Bone::VERTEBRAE.len();
    (0..solids.len())
        .into_par_iter()
        .map(|index| {
            let others = solids[..bones].iter().enumerate().filter(|&(other, _)| other != index);
            first_part(&solids, index, &others.map(|(_, solid)| solid).collect::<Vec<_>>())
        })
        .collect()
}

/// One of them, in the shade of others.
fn first_part(solids: &[Placed], index: usize, others: &[&Placed]) -> Part {
    let disc = index.checked_sub(Bone::VERTEBRAE.len());
    let solid = &solids[index];
    let half = surface(solid, CELL, if disc.is_none() { HALF_BONE } else { HALF_DISC });
    let occlusion = occlusion(&half, solid, others, REACH);
    let blend = disc.map(|disc| {
        let (upper, lower) = bones::DISCS[disc];
        let gap = |bone: Bone, p| solids[bone as usize].distance(p).max(0.0) + 1e-3;
        half.points.iter().map(|&p| gap(lower, p) / (gap(lower, p) + gap(upper, p))).collect()
    });
    Part { structure: index as u8, half, occlusion, blend: blend.unwrap_or_default() }
}

/// Every structure of the second file. Bodies shade each other and take the shade of the top of the neck.
pub fn rest_surfaces() -> Vec<Part> {
    let recipes = bones::rest();
    let neck = [bones::bone(Bone::C1), bones::bone(Bone::C2)];
    recipes
        .par_iter()
        .map(|recipe| {
            let shades = |other: &&Recipe| other.id != recipe.id && other.is_body();
            let others = recipes.iter().filter(shades).map(|other| &other.solid);
            rest_part(recipe, &others.chain(&neck).collect::<Vec<_>>())
        })
        .collect()
}

/// One of them, in the shade of others.
fn rest_part(recipe: &Recipe, others: &[&Placed]) -> Part {
    let half = surface(&recipe.solid, recipe.cell, recipe.triangles);
    let occlusion = occlusion(&half, &recipe.solid, others, REST_REACH);
    // No structure has this number: the reader refuses it.
    let structure = StructureId::find(recipe.id).map_or(u8::MAX, |id| id.0);
    let blend = recipe.blend.map(|follows| half.points.iter().map(|&p| follows(p)).collect());
    Part { structure, half, occlusion, blend: blend.unwrap_or_default() }
}

/// The first model file: what the first answer needs.
pub fn asset_bytes() -> Vec<u8> {
    asset::bytes(&surfaces())
}

/// The second model file.
pub fn rest_bytes() -> Vec<u8> {
    asset::bytes(&rest_surfaces())
}

/// Both files as their reader sees them.
///
/// # Errors
/// When writer and reader disagree.
pub fn model() -> Result<Model, SiteError> {
    whole(&asset_bytes(), &rest_bytes())
}

/// A model of one structure, or of a group's parts, without the shadows that others cast on it: to see a change of its
/// recipe soon. Empty if there is no such structure.
///
/// # Errors
/// When writer and reader disagree.
pub fn one(id: &str) -> Result<Model, SiteError> {
    let mut model = Model { meshes: Vec::new() };
    let Some(id) = StructureId::find(id) else { return Ok(model) };
    let part = if id.index() < FIRST {
        Some(first_part(&solids(), id.index(), &[]))
    } else {
        bones::rest().iter().find(|recipe| recipe.id == id.get().id).map(|recipe| rest_part(recipe, &[]))
    };
    if let Some(part) = part {
        model = neck::asset::read(&asset::bytes(&[part])).map_err(SiteError::Model)?;
    }
    model.meshes.extend(neck::tissue::meshes().filter(|mesh| id.holds(mesh.structure)));
    Ok(model)
}

/// One model of two files, and the muscles.
///
/// # Errors
/// When writer and reader disagree.
pub fn whole(first: &[u8], rest: &[u8]) -> Result<Model, SiteError> {
    let read = |bytes| neck::asset::read(bytes).map_err(SiteError::Model);
    let mut model = read(first)?;
    model.meshes.extend(read(rest)?.meshes);
    model.meshes.extend(neck::tissue::meshes());
    Ok(model)
}
