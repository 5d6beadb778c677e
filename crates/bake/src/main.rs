//! `bake VERB`: the files that the site ships, and pictures to look at.

use std::path::PathBuf;
use std::process::ExitCode;

use bake::raster::{Camera, Look, paint};

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let path = PathBuf::from(args.next().unwrap_or_default());
    match verb.as_str() {
        "asset" => {
            std::fs::write(&path, bake::asset_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS)
        }
        "try" => {
            let file = std::env::var("ASSET").ok().and_then(|f| std::fs::read(f).ok());
            let model = file.map_or_else(bake::model, |f| neck::asset::read(&f).unwrap());
            let only: Vec<u8> = args
                .next()
                .map(|s| s.split(',').filter_map(|n| n.parse().ok()).collect())
                .unwrap_or_default();
            let num = |s: Option<String>, d: f64| s.and_then(|s| s.parse().ok()).unwrap_or(d);
            let around = num(args.next(), 90.0);
            let above = num(args.next(), 0.0);
            let meshes: Vec<_> = model
                .meshes
                .iter()
                .filter(|m| only.is_empty() || only.contains(&m.structure.0))
                .map(|m| (m, if m.structure.0 < 8 { [0xE9, 0xDD, 0xC3] } else { [0x7F, 0xAF, 0xC4] }))
                .collect();
            let mut low = [f64::MAX; 3];
            let mut high = [f64::MIN; 3];
            for (m, _) in &meshes {
                for v in &m.vertices {
                    for i in 0..3 {
                        low[i] = low[i].min(v.position[i] as f64);
                        high[i] = high[i].max(v.position[i] as f64);
                    }
                }
            }
            let target = [0, 1, 2].map(|i| (low[i] + high[i]) / 2.0);
            let size = (0..3).map(|i| (high[i] - low[i]).powi(2)).sum::<f64>().sqrt();
            let camera = Camera { target, around, above, height: size * 0.9, distance: size * 8.0 };
            let look = Look { axes: camera.axes(), samples: 3, ink: 0.55 };
            let image = paint(&meshes, &camera.matrix(1.0), &look, 700, 700);
            let _ = std::fs::write(&path, image.over([0xfb, 0xf9, 0xf5]).png().unwrap_or_default());
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}
