//! What is asserted of the baked model. It is baked once for all tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bodies;
mod dimensions;
mod file;
mod held;
mod joints;
mod pictures;
mod relations;
mod skin;
mod skull;
mod surfaces;
mod tissue;
mod trunk;

use std::sync::LazyLock;

use bake::asset::Part;
use bake::sdf::Placed;
use neck::anatomy::Bone;
use neck::asset::Model;

/// All solids: bones in the order of `Bone::VERTEBRAE`, then discs.
static SOLIDS: LazyLock<Vec<Placed>> = LazyLock::new(bake::solids);
static PARTS: LazyLock<Vec<Part>> = LazyLock::new(bake::surfaces);
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| bake::asset::bytes(&PARTS));
static REST_PARTS: LazyLock<Vec<Part>> = LazyLock::new(bake::rest_surfaces);
static REST: LazyLock<Vec<u8>> = LazyLock::new(|| bake::asset::bytes(&REST_PARTS));
/// Both files.
static MODEL: LazyLock<Model> = LazyLock::new(|| bake::whole(&FILE, &REST).expect("the files read"));

fn solid(bone: Bone) -> &'static Placed {
    &SOLIDS[bone as usize]
}
