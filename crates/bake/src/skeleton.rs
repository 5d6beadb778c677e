//! Stills of the skeleton from the eight views; from below the eye stands straighter than on the page.

use neck::anatomy::{Bone, STRUCTURES, Structure, StructureId};
use neck::asset::Model;
use neck::camera::{Named, VIEWS};
use neck::draw::{DrawList, Fade};
use neck::layers::Layers;

use crate::pictures::{self, STILL, STILL_RATIO, WHOLE};
use crate::raster::{Image, fit, render};

/// What a still shows.
struct Still {
    view: Named,
    /// The lowest bone; none: all.
    last: Option<Bone>,
    /// Besides, what would be in the way.
    without: &'static [&'static str],
    /// None: the one of the page.
    fade: Option<Fade>,
}

/// From below, what the head stands on would hide what is meant.
fn of(view: Named) -> Still {
    match view.0 {
        // The base of the skull, straight from below, on the ring that carries it.
        "below" => Still {
            view: (view.0, 0.0, -72.0),
            last: Some(Bone::C1),
            without: &["mandible", "teeth"],
            fade: None,
        },
        "suboccipital" => {
            Still { view, last: Some(Bone::C7), without: &["thyroid_cartilage"], fade: Some((-14.0, 10.0)) }
        }
        _ => Still { view, last: None, without: &[], fade: None },
    }
}

impl Still {
    fn layers(&self) -> Layers {
        let mut layers = Layers::bare(Layers::PEEL.1);
        let out = |one: &Structure| {
            let below = |last: Bone| one.bones.is_some_and(|[_, lower]| lower.links() > last.links());
            self.last.is_some_and(below) || self.without.contains(&one.id)
        };
        for (place, _) in STRUCTURES.iter().enumerate().filter(|(_, one)| out(one)) {
            layers.hide(StructureId(place as u8), true);
        }
        layers
    }

    fn list(&self, size: (usize, usize)) -> DrawList {
        let ratio = STILL_RATIO * size.1 as f32 / STILL as f32;
        let list = pictures::seen(self.view, size, ratio, self.layers());
        DrawList { fade: self.fade.unwrap_or(list.fade), ..list }
    }

    fn draw(&self, model: &Model, size: (usize, usize)) -> Image {
        let mut list = self.list(size);
        fit(&mut list, model, None, WHOLE);
        render(model, &list, size.0, size.1)
    }
}

/// A still from there, on a transparent ground.
pub fn still(model: &Model, view: Named, size: (usize, usize)) -> Image {
    of(view).draw(model, size)
}

/// All of them, by name.
pub(crate) fn stills(model: &Model) -> [(String, Image); VIEWS.len()] {
    VIEWS.map(|view| {
        let still = of(view);
        let size = pictures::size(model, |size| still.list(size));
        (["skeleton-", view.0].concat(), still.draw(model, size))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_they_leave_out_is_known() {
        for id in VIEWS.iter().flat_map(|view| of(*view).without) {
            assert!(StructureId::find(id).is_some(), "{id}");
        }
    }
}
