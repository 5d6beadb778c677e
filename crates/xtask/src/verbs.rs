//! One file per verb.

mod bench;
mod build;
mod check;
mod content;
mod export_obj;
mod front_desk;
mod muscle_lengths;
mod pictures;
mod serve;
mod stills;
mod test;

use std::process::ExitCode;

use crate::ask::{self, Ask};
use crate::error::Error;
use crate::project::Project;

/// Does what was asked; gives the code to end with.
pub(crate) fn carry_out(ask: Ask) -> Result<ExitCode, Error> {
    if ask == Ask::Help {
        print!("{}", ask::help());
        return Ok(ExitCode::SUCCESS);
    }
    let project = Project::find()?;
    match ask {
        Ask::Help => {}
        Ask::Serve { port, data, dist, origins } => return serve::run(&project, port, data, dist, &origins),
        Ask::Build => build::run(&project)?,
        Ask::Test { suite, long } => return test::run(&project, suite, long),
        Ask::Check => return check::run(&project),
        Ask::Content => return content::list(&project),
        Ask::Bench { json, long } => bench::run(&project, json.as_deref(), long)?,
        Ask::Pictures { folder } => pictures::run(&project, &folder)?,
        Ask::Stills { folder, only } => stills::run(&project, &folder, only.as_deref())?,
        Ask::ExportObj { folder, pose } => export_obj::run(&project, &folder, &pose)?,
        Ask::MuscleLengths { pose } => muscle_lengths::run(&project, &pose)?,
        Ask::FrontDeskList { data, json } => return front_desk::list(&project, data, json),
    }
    Ok(ExitCode::SUCCESS)
}
