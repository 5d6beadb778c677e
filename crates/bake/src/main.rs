//! `bake VERB`: the files that the site ships, and pictures to look at.

use std::path::PathBuf;
use std::process::ExitCode;

use bake::pictures;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let verb = args.next().unwrap_or_default();
    let path = PathBuf::from(args.next().unwrap_or_default());
    match verb.as_str() {
        "asset" => std::fs::write(&path, bake::asset_bytes()).map_or(ExitCode::FAILURE, |()| ExitCode::SUCCESS),
        "stills" => {
            let file = std::env::var("ASSET").ok().and_then(|f| std::fs::read(f).ok());
            let model = file.map_or_else(bake::model, |f| neck::asset::read(&f).unwrap());
            let only = args.next();
            for (name, image) in pictures::stills(&model, only.as_deref()).unwrap() {
                std::fs::write(path.join(format!("{name}.png")), image.over([0xfb, 0xf9, 0xf5]).png().unwrap()).unwrap();
            }
            ExitCode::SUCCESS
        }
        _ => ExitCode::FAILURE,
    }
}
