//! What a visitor does, as changes of what is shown.

use std::rc::Rc;

use leptos::prelude::*;
use neck::anatomy::StructureId;
use neck::camera::{Camera, VIEWS, View};
use neck::layers::Layers;
use neck::motion::Movement;
use neck::tissue::Side;
use web_sys::{Element, HtmlInputElement};

use super::{Neck, dom, page, stage};
use crate::explainer::store::ShownStoreFields;

/// Radians of one press of a turning button.
const PRESS: f32 = 0.52;
/// Zoom of one press or key.
pub(super) const CLOSER: f32 = 1.25;
/// What is said of the picture's size.
const SIZES: &str = "[data-sizes]";
/// Degrees of one press beside the slider.
const NOD: i16 = 5;

impl Neck {
    /// Told once: somebody uses the model.
    pub(super) fn used(&self) {
        if !self.begun.replace(true) {
            self.whole();
            dom::tell(&self.host, "clinic:interact");
        }
    }

    pub(super) fn choose(&self, selected: Option<StructureId>) {
        self.choose_side(selected.map(|id| (id, None)));
    }

    /// Of a pair, one side alone.
    pub(super) fn choose_side(&self, meant: Option<(StructureId, Option<Side>)>) {
        let (selected, side) = meant.map_or((None, None), |(id, side)| (Some(id), side));
        self.used();
        if self.shown.selected().get_untracked() != selected {
            self.shown.selected().set(selected);
        }
        if self.layers().side() != side {
            self.relayer(|layers| layers.mean(side));
        }
        // Nobody chooses what is to stay away.
        if let Some(id) = selected.filter(|id| id.members().any(|part| self.layers().hidden[part.index()])) {
            self.relayer(|layers| layers.hide(id, false));
        }
    }

    pub(super) fn relayer(&self, change: impl FnOnce(&mut Layers)) {
        let mut layers = self.layers();
        change(&mut layers);
        self.lay_out(layers);
    }

    // Once in the wasm, not once for each change.
    #[inline(never)]
    pub(super) fn layers(&self) -> Layers {
        self.shown.layers().get_untracked()
    }

    #[inline(never)]
    fn lay_out(&self, layers: Layers) {
        self.shown.layers().set(layers);
    }

    /// Says one of the sentences that stand at an element of the fragment. Returns whether they are here.
    pub(super) fn say(&self, selector: &str, place: usize, name: &str) -> bool {
        let words = dom::find::<Element>(&self.root, selector).and_then(|one| one.get_attribute("data-tell"));
        if let Some(words) = words.as_ref().and_then(|words| words.split('|').nth(place)) {
            page::say(&self.root, &[words, name].concat());
        }
        words.is_some()
    }

    /// The same, and where nothing is chosen in the card too.
    fn tell_all(&self, selector: &str, place: usize) -> bool {
        let said = self.say(selector, place, "");
        if said && self.shown.selected().get_untracked().is_none() {
            page::show_said(&self.root);
        }
        said
    }

    /// Takes away what is chosen.
    fn hide(&self) {
        let Some(id) = self.shown.selected().get_untracked() else {
            self.tell_all("[data-act=hide]", 1);
            return;
        };
        let name = dom::find::<Element>(&self.root, "[data-selected]").and_then(|name| name.text_content());
        let said = self.say("[data-act=hide]", 0, &[" ", &name.unwrap_or_default()].concat());
        self.told_so.set(said);
        self.choose(None);
        self.relayer(|layers| layers.hide(id, true));
    }

    pub(super) fn slide_to(&self, name: &str, degrees: i16) {
        self.used();
        if name == "layer" {
            return self.relayer(|layers| layers.peel(degrees));
        }
        self.shown.head().update(|head| match name {
            "turn" => head.turn(degrees),
            "side" => head.side(degrees),
            _ => head.bend(degrees),
        });
    }

    /// One press beside a slider.
    fn step(&self, button: &Element, by: i16) {
        let slide = button.closest(".slide").ok().flatten();
        if let Some(range) = slide.and_then(|slide| dom::find::<HtmlInputElement>(&slide, ".range")) {
            // A press is five degrees, or a whole step where steps are larger.
            let step = range.step().parse().unwrap_or(1).max(by.abs());
            self.slide_to(&range.name(), range.value_as_number() as i16 + by.signum() * step);
            // A slider speaks while it has the focus; the button does not.
            self.show_controls();
            let said = range.get_attribute("aria-valuetext").unwrap_or_default();
            let length = page::text(&self.root, "[data-stretch]");
            page::say(&self.root, &if length.is_empty() { said } else { [&said, ". ", &length].concat() });
        }
    }

    /// The movement of this name; the same again goes back.
    pub(super) fn make(&self, name: &str) {
        self.used();
        let movement = Movement::find(name);
        self.shown.head().update(|head| head.make(movement.filter(|_| movement != head.movement)));
    }

    /// Moves the eye.
    pub(super) fn look(&self, change: impl FnOnce(Camera) -> Camera) {
        self.stand(change(self.camera()));
    }

    // Once in the wasm, not once for each change.
    #[inline(never)]
    pub(super) fn camera(&self) -> Camera {
        self.shown.camera().get_untracked()
    }

    #[inline(never)]
    pub(super) fn stand(&self, camera: Camera) {
        self.shown.camera().set(camera);
    }

    pub(super) fn look_from(&self, place: usize) {
        if let Some(view) = VIEWS.get(place) {
            self.used();
            self.look(|camera| camera.from_view(*view));
            self.say(&["[data-view='", view.0, "']"].concat(), 0, "");
        }
    }

    /// Turned by a press or a key, and told from where it is seen now: never as an angle.
    pub(super) fn turn(&self, around: f32, above: f32) {
        self.look(|camera| camera.turned(around, above));
        self.say(&["[data-view='", self.camera().nearest().0, "']"].concat(), 0, "");
    }

    /// Larger or smaller by a press or a key.
    pub(super) fn zoom(&self, factor: f32) {
        self.look(|camera| camera.nearer(factor));
        self.say(SIZES, usize::from(factor < 1.0), "");
    }

    /// All of head and neck.
    pub(super) fn fit(&self) {
        self.look(Camera::fitted);
        self.say(SIZES, 2, "");
    }

    /// Twice: what is chosen fills the picture.
    pub(super) fn come_close(&self) {
        let id = self.shown.selected().get_untracked();
        let stage = self.stage.borrow();
        let there = id.zip(stage.as_ref()).and_then(|(id, stage)| stage.close_to(self.camera(), id));
        if let Some(there) = there {
            self.stand(there);
            self.say(SIZES, 3, "");
        }
    }

    /// The eye goes to the side that is meant.
    pub(super) fn face_side(&self) {
        if let Some(side) = self.layers().side() {
            self.look(
                |camera| if camera.axes()[0].x * side.sign() < 0.0 { camera.mirrored() } else { camera },
            );
        }
    }

    pub(super) fn act(self: &Rc<Self>, button: &Element, name: &str) {
        self.used();
        match name {
            "left" => self.turn(-PRESS, 0.0),
            "right" => self.turn(PRESS, 0.0),
            "closer" => self.zoom(CLOSER),
            "farther" => self.zoom(1.0 / CLOSER),
            "less" => self.step(button, -NOD),
            "more" => self.step(button, NOD),
            "open" => {
                // Opened or shut by the reader, it stays so.
                self.opened.set(false);
                self.open_moves(button);
            }
            "full" => self.fill_screen(),
            "next" => self.next_in_the_text(),
            "shut" => self.shut_sheet(true),
            "reset" => self.reset(),
            "hide" => self.hide(),
            "all" => {
                self.relayer(|layers| layers.hidden = Layers::NONE_HIDDEN);
                self.told_so.set(self.tell_all("[data-act=all]", 0));
            }
            "live" => self.go_live(),
            _ => {}
        }
    }

    /// The first view of a neck that looks ahead, nothing chosen, all layers as at first.
    pub(super) fn reset(&self) {
        self.choose(None);
        self.relayer(|layers| *layers = Layers::default());
        self.told_so.set(self.tell_all("[data-act=all]", 1));
        // The labels, too, stand where they stood.
        self.stage.borrow_mut().as_mut().map(stage::Stage::label);
        let home = Camera::view(View::Home);
        self.look(|camera| camera.facing(home.around, home.above).fitted());
        self.shown.head().update(|head| head.make(None));
    }
}
