//! What is asserted of the baked model. It is baked once for all tests.
#![allow(clippy::unwrap_used, clippy::expect_used)]

mod bodies;
mod file;
mod fuzz;
mod joints;
mod pictures;
mod surfaces;

use std::sync::LazyLock;

use bake::asset::Part;
use bake::sdf::Placed;
use neck::anatomy::Bone;
use neck::asset::Model;

/// All solids: bones in the order of `Bone::ALL`, then discs.
static SOLIDS: LazyLock<Vec<Placed>> = LazyLock::new(bake::solids);
static PARTS: LazyLock<Vec<Part>> = LazyLock::new(bake::surfaces);
static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| bake::asset::bytes(&PARTS));
static MODEL: LazyLock<Model> = LazyLock::new(|| neck::asset::read(&FILE).expect("the file reads"));

fn solid(bone: Bone) -> &'static Placed {
    &SOLIDS[bone as usize]
}
