//! No file makes the reader panic or ask for much memory.

use neck::asset::format::{HEADER, MAX_BYTES, checksum};
use neck::asset::{Vertex, read};

use super::FILE;

/// A small generator of numbers (`SplitMix64`): the same run each time.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }
}

#[test]
fn a_hundred_thousand_spoilt_files_are_refused_or_read_without_a_panic() {
    let mut numbers = Numbers(5);
    let (mut read_well, mut sealed) = (0, 0);
    for round in 0..100_000 {
        let mut file = FILE.clone();
        for _ in 0..=numbers.below(4) {
            spoil(&mut file, &mut numbers);
        }
        // Three of four are sealed again, so that the reader has to look inside.
        if round % 4 != 0 && file.len() >= HEADER {
            let sum = checksum(&file[HEADER..]).to_le_bytes();
            file[6..HEADER].copy_from_slice(&sum);
            sealed += 1;
        }
        if let Ok(model) = read(&file) {
            read_well += 1;
            let mut bytes = 0;
            for mesh in &model.meshes {
                bytes += mesh.vertices.capacity() * size_of::<Vertex>() + mesh.triangles.capacity() * 6;
                let corners = mesh.vertices.len();
                assert!(mesh.triangles.iter().flatten().all(|&corner| usize::from(corner) < corners));
                assert!(mesh.vertices.iter().all(|v| v.position.iter().all(|part| part.is_finite())));
            }
            assert!(bytes < 16 << 20, "{bytes} bytes");
        }
    }
    assert!(sealed >= 50_000);
    assert!(read_well > 100, "the mutations never reach the inside: {read_well}");
}

/// The largest file there may be, which says that it holds as much as it can.
#[test]
fn the_largest_files_stay_small_in_memory() {
    let mut numbers = Numbers(7);
    for meshes in [1usize, 4, 60, 255] {
        let mut file = FILE[..HEADER].to_vec();
        file[5] = meshes as u8;
        let room = MAX_BYTES - HEADER - meshes * 12;
        let each = (room / meshes / 5).min(65_535) as u16;
        for _ in 0..meshes {
            file.extend([0, 1]);
            file.extend(each.to_le_bytes());
            file.extend(each.to_le_bytes());
            file.extend([0; 6]);
        }
        for _ in 0..usize::from(each) * meshes {
            file.push([0, 0, 1][numbers.below(3)]);
        }
        file.resize(MAX_BYTES, 0);
        let sum = checksum(&file[HEADER..]).to_le_bytes();
        file[6..HEADER].copy_from_slice(&sum);
        if let Ok(model) = read(&file) {
            let vertices: usize = model.meshes.iter().map(|mesh| mesh.vertices.capacity()).sum();
            let triangles: usize = model.meshes.iter().map(|mesh| mesh.triangles.capacity()).sum();
            assert!(vertices * size_of::<Vertex>() + triangles * 6 < 16 << 20);
        }
    }
}

fn spoil(file: &mut Vec<u8>, numbers: &mut Numbers) {
    let at = numbers.below(file.len());
    match numbers.below(8) {
        0 => file.truncate(at),
        1 => file.extend((0..numbers.below(64)).map(|i| i as u8)),
        2 => file.insert(at, 255),
        3 => drop(file.remove(at)),
        // The table and the steps are where most can go wrong.
        4 => {
            let at = numbers.below(200).min(file.len() - 1);
            file[at] = numbers.next() as u8;
        }
        5 => {
            let at = (178 + numbers.below(12_000)).min(file.len() - 1);
            file[at] = numbers.below(6) as u8;
        }
        6 => file[at] ^= 1 << numbers.below(8),
        _ => {
            let end = (at + numbers.below(300)).min(file.len());
            file[at..end].fill(numbers.next() as u8);
        }
    }
    if file.is_empty() {
        file.push(0);
    }
}
