//! Stills of the soft tissue: from the back layer by layer, and where nerves and arteries run among the muscles.

use neck::anatomy::{Kind, STRUCTURES, StructureId};
use neck::asset::Model;
use neck::camera::Named;
use neck::draw::{DrawList, State};
use neck::layers::{Layer, Layers};

use crate::pictures::{self, STILL, STILL_RATIO};
use crate::raster::{Image, fit, render};

/// One still.
struct Still {
    /// With the name of its file.
    view: Named,
    /// Muscles down to this depth; none: of the muscles only those that are named.
    peeled: Option<u8>,
    /// Shown besides, by id.
    with: &'static [&'static str],
    /// Bones that would be in the way: left out.
    without: &'static [&'static str],
    /// The same, but see-through, so that it is seen where the rest lies.
    ghosts: &'static [&'static str],
    /// A structure that the picture is drawn round, and the part of its height that it takes; none: all of it.
    round: Option<(&'static str, f32)>,
}

const HEAD: &[&str] = &["skull", "mandible", "teeth"];
/// The cord, and what closes its canal behind.
const CANAL: &[&str] = &["cervical_cord", "ligamenta_flava", "interspinous"];

/// Width and height of a still that is drawn round a structure.
const CLOSE: (usize, usize) = (STILL * 3 / 4, STILL);

const SCALP: &[&str] =
    &["greater_occipital", "lesser_occipital", "third_occipital", "great_auricular", "occipital_artery"];

const STILLS: [Still; 8] = [
    Still {
        view: ("soft-back-1", 180.0, 6.0),
        peeled: Some(25),
        with: &[],
        without: &[],
        ghosts: &[],
        round: None,
    },
    Still {
        view: ("soft-back-2", 180.0, 6.0),
        peeled: Some(50),
        with: &["nuchal_ligament"],
        without: &[],
        ghosts: &[],
        round: None,
    },
    Still {
        view: ("soft-back-3", 180.0, -8.0),
        peeled: Some(75),
        with: CANAL,
        without: &[],
        ghosts: &[],
        round: None,
    },
    Still {
        view: ("soft-suboccipital", 180.0, -2.0),
        peeled: None,
        with: &[
            "suboccipitals",
            "greater_occipital",
            "suboccipital_nerve",
            "vertebral_artery",
            "cervical_cord",
            "ligamenta_flava",
            "interspinous",
        ],
        without: &["mandible", "teeth", "hyoid", "thyroid_cartilage"],
        ghosts: &[],
        round: Some(("oc_inferior", 0.74)),
    },
    Still {
        view: ("soft-side", 90.0, 3.0),
        peeled: Some(25),
        with: &["great_auricular", "lesser_occipital", "spinal_accessory", "jugular_vein", "carotid_artery"],
        without: &[],
        ghosts: &[],
        round: None,
    },
    Still {
        view: ("soft-front-deep", 8.0, -2.0),
        peeled: None,
        with: &[
            "longus_colli",
            "longus_capitis",
            "rectus_capitis_anterior",
            "rectus_capitis_lateralis",
            "scalenes",
            "root_c4",
            "phrenic_nerve",
        ],
        without: &["hyoid", "thyroid_cartilage"],
        ghosts: HEAD,
        round: Some(("longus_colli", 0.78)),
    },
    Still {
        view: ("soft-scalp-nerves", 152.0, 10.0),
        peeled: Some(25),
        with: SCALP,
        without: &[],
        ghosts: &[],
        round: None,
    },
    Still {
        view: ("soft-plexus", 44.0, 10.0),
        peeled: None,
        with: &[
            "scalenes",
            "cervical_roots",
            "trunk_upper",
            "trunk_middle",
            "trunk_lower",
            "phrenic_nerve",
            "subclavian_artery",
            "vertebral_artery",
        ],
        without: &["hyoid", "thyroid_cartilage", "clavicle"],
        ghosts: HEAD,
        round: Some(("scalene_middle", 0.62)),
    },
];

/// All of them, by name, on a transparent ground.
pub(crate) fn stills(model: &Model) -> Vec<(String, Image)> {
    STILLS.iter().map(|still| (still.view.0.to_owned(), draw(model, still))).collect()
}

fn draw(model: &Model, still: &Still) -> Image {
    let round = still.round.and_then(|(id, part)| Some((StructureId::find(id)?, (1.0 - part) / 2.0)));
    let (only, free, size) = match round {
        None => (None, pictures::MARGIN, pictures::size(model, |size| still.list(size))),
        Some((id, free)) => (Some(id), free, CLOSE),
    };
    let mut list = still.list(size);
    fit(&mut list, model, only, [free, free, 1.0 - free, 1.0 - free]);
    render(model, &list, size.0, size.1)
}

impl Still {
    fn list(&self, size: (usize, usize)) -> DrawList {
        let layers = Layers::bare(self.peeled.unwrap_or(Layers::PEEL.1));
        let mut list = pictures::seen(self.view, size, STILL_RATIO, layers);
        for (structure, state) in STRUCTURES.iter().zip(&mut list.states) {
            let bone = structure.layer == Layer::Skeleton || structure.kind == Kind::Tooth;
            let with = |id: &str| self.with.contains(&id);
            let grouped =
                STRUCTURES.iter().any(|group| with(group.id) && group.parts.contains(&structure.id));
            if grouped || with(structure.id) {
                *state = State::Plain;
            } else if bone && self.without.contains(&structure.id) {
                *state = State::Hidden;
            } else if self.ghosts.contains(&structure.id) {
                *state = State::Ghost;
            }
        }
        list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_they_name_is_there() {
        for still in &STILLS {
            let round = still.round.iter().map(|(id, _)| id);
            for id in still.with.iter().chain(still.without).chain(still.ghosts).chain(round) {
                assert!(StructureId::find(id).is_some(), "{}: {id}", still.view.0);
            }
        }
    }
}
