//! `look FILE OUT IDS AROUND,ABOVE …`: a sheet of small pictures of some structures, to judge a recipe by eye.
#![allow(clippy::unwrap_used)]

use bake::pictures::{View, list};
use bake::raster::{Image, render};
use neck::anatomy::StructureId;
use neck::asset::Model;

const SIDE: usize = 440;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let model = neck::asset::read(&std::fs::read(&args[0]).unwrap()).unwrap();
    let ids: Vec<StructureId> = args[2].split(',').filter_map(StructureId::find).collect();
    let meshes =
        model.meshes.into_iter().filter(|mesh| ids.is_empty() || ids.contains(&mesh.structure)).collect();
    let model = Model { meshes };
    let columns = 3;
    let rows = (args.len() - 3).div_ceil(columns);
    let mut sheet = Image {
        width: SIDE * columns,
        height: SIDE * rows,
        pixels: vec![[255; 4]; SIDE * SIDE * columns * rows],
    };
    for (i, angles) in args[3..].iter().enumerate() {
        let (around, above) = angles.split_once(',').unwrap();
        let view = View { name: "", around: around.parse().unwrap(), above: above.parse().unwrap() };
        let list = list(&model, view, (SIDE, SIDE), 1.2, None, [0.04, 0.04, 0.96, 0.96]);
        let image = render(&model, &list, SIDE, SIDE).over([0xFB, 0xF9, 0xF5]);
        let (x, y) = (i % columns * SIDE, i / columns * SIDE);
        for row in 0..SIDE {
            let to = (y + row) * sheet.width + x;
            sheet.pixels[to..to + SIDE].copy_from_slice(&image.pixels[row * SIDE..(row + 1) * SIDE]);
        }
    }
    std::fs::write(&args[1], sheet.png().unwrap()).unwrap();
}
