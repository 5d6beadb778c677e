//! No file makes the reader panic or ask for much memory. A program of its own, as it counts all that is allocated in
//! it.
#![allow(clippy::unwrap_used)]

use std::sync::{LazyLock, Mutex, PoisonError};

use neck::asset::format::{HEADER, MAX_BYTES, checksum};
use neck::asset::{AssetError, Model, read};
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// The most that a file may take while it is read, bytes.
const MOST: usize = 16 << 20;

static FILE: LazyLock<Vec<u8>> = LazyLock::new(bake::asset_bytes);

/// What is counted is counted for one test at a time.
static ALONE: Mutex<()> = Mutex::new(());

/// Reads and weighs.
fn weighed(file: &[u8]) -> Result<Model, AssetError> {
    MEMORY.reset_peak_usage();
    let before = MEMORY.current_usage();
    let told = read(file);
    let taken = MEMORY.peak_usage() - before;
    assert!(taken <= MOST, "{taken} bytes for a file of {}", file.len());
    told
}

fn seal(file: &mut [u8]) {
    let sum = checksum(&file[HEADER..]).to_le_bytes();
    file[6..HEADER].copy_from_slice(&sum);
}

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

/// A hundred thousand files, a million with `cargo xtask test --long`.
#[test]
fn spoilt_files_are_refused_or_read_without_a_panic() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
    let rounds = if std::env::var_os("NECK_LONG").is_some() { 1_000_000 } else { 100_000 };
    let mut numbers = Numbers(5);
    let (mut read_well, mut sealed) = (0, 0);
    for round in 0..rounds {
        let mut file = FILE.clone();
        for _ in 0..=numbers.below(4) {
            spoil(&mut file, &mut numbers);
        }
        // Three of four are sealed again, so that the reader has to look inside.
        if round % 4 != 0 && file.len() >= HEADER {
            seal(&mut file);
            sealed += 1;
        }
        if let Ok(model) = weighed(&file) {
            read_well += 1;
            for mesh in &model.meshes {
                let corners = mesh.vertices.len();
                assert!(mesh.triangles.iter().flatten().all(|&corner| usize::from(corner) < corners));
                assert!(mesh.vertices.iter().all(|v| v.position.iter().all(|part| part.is_finite())));
            }
        }
    }
    println!("{rounds} files, {sealed} sealed again, {read_well} read");
    assert!(sealed * 2 >= rounds, "only {sealed} of {rounds} are sealed");
    assert!(read_well > 100, "the mutations never reach the inside: {read_well}");
}

/// The largest file there may be, which says that it holds as much as it can.
#[test]
fn the_largest_files_stay_small_in_memory() {
    let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
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
        seal(&mut file);
        // Whether it tells a surface or not: it is weighed.
        let _ = weighed(&file);
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
