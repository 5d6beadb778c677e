//! The model file.

use neck::anatomy::{FIRST, STRUCTURES};
use neck::asset::format::{QUANTUM, VERSION, checksum};
use neck::asset::{AssetError, read};

use super::{FILE, MODEL, PARTS, REST};

#[test]
fn holds_every_structure_in_order() {
    let ids: Vec<&str> = MODEL.meshes.iter().map(|mesh| mesh.structure.get().id).collect();
    // A group is shown by its parts.
    let shown = STRUCTURES.iter().filter(|structure| structure.parts.is_empty());
    let wanted: Vec<&str> = shown.map(|structure| structure.id).collect();
    assert_eq!(ids, wanted);
}

#[test]
fn is_small_enough_for_a_phone() {
    let mut small = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &FILE[..], &mut small, &settings).unwrap();
    println!("model: {} bytes, {} with brotli 11", FILE.len(), small.len());
    assert!(small.len() <= 20_000, "{} bytes", small.len());
    let first = small.len();
    small.clear();
    brotli::BrotliCompress(&mut &REST[..], &mut small, &settings).unwrap();
    println!("rest: {} bytes, {} with brotli 11", REST.len(), small.len());
    assert!(first + small.len() <= 75_000, "{} bytes", first + small.len());
}

#[test]
fn the_first_file_holds_what_is_first() {
    let first = read(&FILE).unwrap();
    assert_eq!(first.meshes.len(), FIRST);
    assert_eq!(first.meshes[..], MODEL.meshes[..FIRST]);
}

#[test]
fn reads_back_what_was_written() {
    for (part, mesh) in PARTS.iter().zip(&MODEL.meshes) {
        assert_eq!(mesh.triangles.len(), part.half.triangles.len() * 2);
        // Every corner written stands where it should, to half a quantum.
        for point in &part.half.points {
            let wanted = [point.x as f32, point.y as f32, point.z as f32];
            let off = |p: [f32; 3]| (0..3).map(|i| (p[i] - wanted[i]).abs()).fold(0.0, f32::max);
            let nearest = mesh.vertices.iter().map(|vertex| off(vertex.position)).fold(f32::MAX, f32::min);
            assert!(nearest <= QUANTUM * 0.51, "{}: {nearest} mm off", mesh.structure.get().id);
        }
    }
}

#[test]
fn what_joins_bones_follows_both_and_bones_only_themselves() {
    for mesh in &MODEL.meshes {
        let (least, most) = mesh.vertices.iter().fold((255, 0), |(a, b), v| (v.blend.min(a), v.blend.max(b)));
        let joins = mesh.structure.get().bones.is_none_or(|[above, below]| above != below);
        assert_eq!((least, most), if joins { (0, 255) } else { (255, 255) }, "{}", mesh.structure.get().id);
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    assert_eq!(read(&[]), Err(AssetError::Length));
    assert_eq!(read(&FILE[..FILE.len() - 1]), Err(AssetError::Checksum));
    assert_eq!(read(b"<!doctype html>"), Err(AssetError::NotAModel));
    assert_eq!(read(&vec![0; 300_000]), Err(AssetError::TooLarge));
    let mut newer = FILE.clone();
    newer[4] = VERSION + 1;
    assert_eq!(read(&newer), Err(AssetError::OtherVersion(VERSION + 1)));
    let mut flipped = FILE.clone();
    flipped[1000] ^= 1;
    assert_eq!(read(&flipped), Err(AssetError::Checksum));
    // Too short or too long, but sealed again.
    for change in [FILE.len() - 3, FILE.len() + 2] {
        let mut other = FILE.clone();
        other.resize(change, 0);
        let sum = checksum(&other[10..]).to_le_bytes();
        other[6..10].copy_from_slice(&sum);
        assert!(matches!(read(&other), Err(AssetError::Length | AssetError::Broken)), "{change}");
    }
}
