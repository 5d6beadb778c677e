//! Few colours for many: median cut.

use std::collections::BTreeMap;

/// At most 256 colours for these pixels, and each pixel's place among them.
pub(super) fn reduce(pixels: &[[u8; 4]]) -> (Vec<[u8; 4]>, Vec<u8>) {
    let mut counts: BTreeMap<[u8; 4], u32> = BTreeMap::new();
    for pixel in pixels {
        // What is clear has no colour.
        *counts.entry(if pixel[3] == 0 { [0; 4] } else { *pixel }).or_default() += 1;
    }
    let mut boxes = vec![counts.into_iter().collect::<Vec<_>>()];
    while boxes.len() < 256 {
        // Split the box whose colours differ most, weighted by how many pixels they have.
        let worth = |colours: &[([u8; 4], u32)]| {
            let pixels: u64 = colours.iter().map(|(_, count)| u64::from(*count)).sum();
            u64::from(widest(colours).1).pow(2) * pixels
        };
        let Some(index) =
            (0..boxes.len()).max_by_key(|&i| worth(&boxes[i])).filter(|&i| worth(&boxes[i]) > 0)
        else {
            break;
        };
        let mut colours = boxes.swap_remove(index);
        let axis = widest(&colours).0;
        colours.sort_by_key(|(colour, _)| (colour[axis], *colour));
        let half: u64 = colours.iter().map(|(_, count)| u64::from(*count)).sum::<u64>() / 2;
        let mut sum = 0;
        let middle = colours.iter().position(|(_, count)| {
            sum += u64::from(*count);
            sum > half
        });
        let upper = colours.split_off(middle.unwrap_or(1).clamp(1, colours.len() - 1));
        boxes.extend([colours, upper]);
    }
    let mut palette = Vec::new();
    let mut place = BTreeMap::new();
    for (index, colours) in boxes.iter().enumerate() {
        let total: u64 = colours.iter().map(|(_, count)| u64::from(*count)).sum();
        let mean = [0, 1, 2, 3].map(|i| {
            let sum: u64 =
                colours.iter().map(|(colour, count)| u64::from(colour[i]) * u64::from(*count)).sum();
            ((sum + total / 2) / total.max(1)) as u8
        });
        palette.push(mean);
        place.extend(colours.iter().map(|(colour, _)| (*colour, index as u8)));
    }
    let indices = pixels.iter().map(|p| place[&if p[3] == 0 { [0; 4] } else { *p }]).collect();
    (palette, indices)
}

/// The channel in which the colours differ most, and by how much.
fn widest(colours: &[([u8; 4], u32)]) -> (usize, u8) {
    let range = |i: usize| {
        let values = colours.iter().map(|(colour, _)| colour[i]);
        values.clone().max().unwrap_or(0) - values.min().unwrap_or(0)
    };
    (0..4).map(|i| (i, range(i))).max_by_key(|&(i, range)| (range, 3 - i)).unwrap_or((0, 0))
}
