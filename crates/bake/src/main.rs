//! `bake VERB`: the files that the site ships, and the model for other eyes.

use std::path::PathBuf;
use std::process::ExitCode;

use bake::site::{Site, SiteError};
use bake::{lengths, obj, pictures};
use clap::{Args, Parser, Subcommand};
use neck::motion::{Movement, Pose, displacements};

/// Bakes the neck's bones.
#[derive(Debug, Parser)]
#[command(name = "bake")]
struct Ask {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Write the model file
    Asset { file: PathBuf },
    /// Write the model file and all pictures of the site
    Site { folder: PathBuf },
    /// Draw the standard views, 1600 pixels high
    Stills {
        folder: PathBuf,
        /// One structure alone, by its id, 800 pixels high, in the eight views
        #[arg(long)]
        only: Option<String>,
    },
    /// Write one OBJ file a bone
    ExportObj {
        folder: PathBuf,
        #[command(flatten)]
        pose: Given,
    },
    /// Print the lengths of muscle lines as CSV, `line,pose,mm`: in one pose, or in the seven that are published
    MuscleLengths {
        #[command(flatten)]
        pose: Given,
    },
}

/// A pose in words of the command line.
#[derive(Debug, Args)]
struct Given {
    /// Degrees of the head: extension, tilt to the right, turn to the left
    #[arg(long, value_name = "FE,LB,AR", value_delimiter = ',', num_args = 1, allow_hyphen_values = true)]
    pose: Option<Vec<f32>>,
    /// A movement with a name, such as nod
    #[arg(long = "move", value_name = "NAME", conflicts_with_all = ["pose", "upper", "lower"])]
    movement: Option<String>,
    /// Degrees of extension between skull and C2, in place of a pose
    #[arg(long, value_name = "DEG", conflicts_with = "pose", allow_hyphen_values = true)]
    upper: Option<f32>,
    /// Degrees of extension between C2 and T1, in place of a pose
    #[arg(long, value_name = "DEG", conflicts_with = "pose", allow_hyphen_values = true)]
    lower: Option<f32>,
}

impl Given {
    /// With its name; none: no pose is given.
    fn pose(&self) -> Result<Option<(&'static str, Pose)>, Error> {
        if let Some(name) = &self.movement {
            let movement = Movement::find(name).ok_or_else(|| Error::Movement(name.clone()))?;
            let (upper, lower) = movement.parts();
            return Ok(Some((movement.id(), Pose::from_parts(upper.into(), lower.into(), 0.0, 0.0))));
        }
        let pose = match (self.pose.as_deref(), self.upper, self.lower) {
            (None, None, None) => return Ok(None),
            (None, upper, lower) => Pose::from_parts(upper.unwrap_or(0.0), lower.unwrap_or(0.0), 0.0, 0.0),
            (Some(&[bend, side, turn]), ..) => Pose::from_degrees(bend, turn, side),
            (Some(other), ..) => return Err(Error::Pose(other.len())),
        };
        Ok(Some(("given", pose)))
    }
}

fn main() -> ExitCode {
    match run(&Ask::parse().verb) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error(transparent)]
    Site(#[from] SiteError),
    #[error(
        "{path} could not be written: {source}; see that the folder may be written and the disk has room"
    )]
    Write { path: PathBuf, source: std::io::Error },
    #[error("{0}")]
    Structure(String),
    #[error("a pose is three numbers of degrees, as in --pose=-30,0,0; {0} came")]
    Pose(usize),
    #[error("there is no movement {0}: it is one of {names}", names = Movement::ALL.map(Movement::id).join(", "))]
    Movement(String),
}

fn run(verb: &Verb) -> Result<(), Error> {
    match verb {
        Verb::Asset { file } => write(file.clone(), &bake::asset_bytes()),
        Verb::Site { folder } => Ok(Site::bake()?.write(folder)?),
        Verb::Stills { folder, only } => {
            let model = match only {
                Some(id) => bake::one(id)?,
                None => bake::model()?,
            };
            for (name, image) in pictures::stills(&model, only.as_deref()).map_err(Error::Structure)? {
                write(folder.join(name + ".png"), &image.png().map_err(SiteError::from)?)?;
            }
            Ok(())
        }
        Verb::ExportObj { folder, pose } => {
            let pose = pose.pose()?.map_or_else(Pose::default, |(_, pose)| pose);
            for (name, text) in obj::bones(&bake::model()?, &displacements(pose)) {
                write(folder.join(name + ".obj"), text.as_bytes())?;
            }
            Ok(())
        }
        Verb::MuscleLengths { pose } => {
            let poses = pose.pose()?.map_or_else(lengths::poses, |one| vec![one]);
            print!("{}", lengths::csv(&poses));
            Ok(())
        }
    }
}

fn write(path: PathBuf, bytes: &[u8]) -> Result<(), Error> {
    let made = path.parent().map_or(Ok(()), std::fs::create_dir_all);
    made.and_then(|()| std::fs::write(&path, bytes)).map_err(|source| Error::Write { path, source })
}
