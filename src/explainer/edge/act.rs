//! What a visitor does, as changes of what is shown.

use std::rc::Rc;

use leptos::prelude::*;
use neck::anatomy::{Layers, StructureId};
use neck::camera::{Camera, VIEWS, View};
use neck::motion::Movement;
use neck::tissue::Side;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent,
    WheelEvent,
};

use super::{Neck, around, dom, page, search, stage};
use crate::explainer::Life;
use crate::explainer::gesture::Meaning;
use crate::explainer::store::ShownStoreFields;

/// Radians the model turns under a finger, per CSS pixel.
const DRAG: f32 = 0.007;
/// Radians of one press of a turning button, and of an arrow key.
const PRESS: f32 = 0.52;
const KEY: f32 = 0.18;
/// Zoom of one press or key.
const CLOSER: f32 = 1.25;
/// Degrees of one press beside the slider.
const NOD: i16 = 5;

impl Neck {
    pub(super) fn hear(self: &Rc<Self>, event: &Event) {
        match event.type_().as_str() {
            "click" if event.current_target().is_some_and(|at| at.is_instance_of::<Document>()) => {
                self.linked(event);
            }
            "click" => self.pressed(event),
            "input" => {
                if let Some(range) =
                    event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
                {
                    if let Some(typed) = search::typed(&range) {
                        return self.search(&typed);
                    }
                    self.slide_to(&range.name(), range.value_as_number() as i16);
                }
            }
            "keydown" => self.keyed(event),
            "wheel" => self.wheeled(event),
            "dblclick" => self.come_close(),
            "webglcontextlost" => {
                // Without this the browser never gives it back.
                event.prevent_default();
                self.stage.borrow_mut().as_mut().map(stage::Stage::lost);
                // Given up by ourselves, it is no loss.
                if self.stage.borrow().is_some() {
                    self.shown.life().set(Life::Still);
                }
            }
            "webglcontextrestored" => {
                let back = self.stage.borrow_mut().as_mut().is_some_and(stage::Stage::restored);
                self.shown.life().set(if back { Life::Ready } else { Life::Unavailable });
                self.ask_for_frame();
            }
            // Other colours.
            "change" => self.measure(),
            _ => self.touched(event),
        }
    }

    /// Told once: somebody uses the model.
    fn used(&self) {
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

    fn relayer(&self, change: impl FnOnce(&mut Layers)) {
        let mut layers = self.layers();
        change(&mut layers);
        self.lay_out(layers);
    }

    // Once in the wasm, not once for each change.
    #[inline(never)]
    fn layers(&self) -> Layers {
        self.shown.layers().get_untracked()
    }

    #[inline(never)]
    fn lay_out(&self, layers: Layers) {
        self.shown.layers().set(layers);
    }

    /// Says one of the sentences that stand at an element of the fragment. Returns whether they are here.
    fn say(&self, selector: &str, place: usize, name: &str) -> bool {
        let words = dom::find::<Element>(&self.root, selector).and_then(|one| one.get_attribute("data-tell"));
        if let Some(words) = words.as_ref().and_then(|words| words.split('|').nth(place)) {
            page::say(&self.root, &[words, name].concat());
        }
        words.is_some()
    }

    /// Takes away what is chosen.
    fn hide(&self) {
        let Some(id) = self.shown.selected().get_untracked() else {
            self.say("[data-act=hide]", 1, "");
            return;
        };
        let name = dom::find::<Element>(&self.root, "[data-selected]").and_then(|name| name.text_content());
        let said = self.say("[data-act=hide]", 0, &[" ", &name.unwrap_or_default()].concat());
        self.told_so.set(said);
        self.choose(None);
        self.relayer(|layers| layers.hide(id, true));
    }

    fn slide_to(&self, name: &str, degrees: i16) {
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
            let shown = self.shown.get_untracked();
            self.show_head(shown.head);
            page::layers(&self.root, shown.layers, shown.selected);
            page::say(&self.root, &range.get_attribute("aria-valuetext").unwrap_or_default());
        }
    }

    /// The movement of this name; the same again goes back.
    fn make(&self, name: &str) {
        self.used();
        let movement = Movement::find(name);
        self.shown.head().update(|head| head.make(movement.filter(|_| movement != head.movement)));
    }

    /// Moves the eye.
    fn look(&self, change: impl FnOnce(Camera) -> Camera) {
        self.stand(change(self.camera()));
    }

    // Once in the wasm, not once for each change.
    #[inline(never)]
    fn camera(&self) -> Camera {
        self.shown.camera().get_untracked()
    }

    #[inline(never)]
    fn stand(&self, camera: Camera) {
        self.shown.camera().set(camera);
    }

    fn look_from(&self, place: usize) {
        if let Some(view) = VIEWS.get(place) {
            self.used();
            self.look(|camera| camera.from_view(*view));
            self.say(&["[data-view='", view.0, "']"].concat(), 0, "");
        }
    }

    /// Twice: what is chosen fills the picture.
    fn come_close(&self) {
        let id = self.shown.selected().get_untracked();
        let stage = self.stage.borrow();
        let there = id.zip(stage.as_ref()).and_then(|(id, stage)| stage.close_to(self.camera(), id));
        self.look(|camera| there.unwrap_or(camera));
    }

    /// The same as [`around`], but of our own: the page around may use the same names.
    fn within(&self, event: &Event, selector: &str) -> Option<Element> {
        around(event, selector).filter(|found| self.root.contains(Some(found)))
    }

    fn pressed(self: &Rc<Self>, event: &Event) {
        if let Some(button) = self.within(event, "button[data-structure]") {
            let id = StructureId::find(&button.get_attribute("data-structure").unwrap_or_default());
            // Pressed again: let go.
            let held = id.is_some() && id == self.shown.selected().get_untracked();
            self.choose(if held { None } else { id });
        } else if let Some(button) = self.within(event, "[data-movement]") {
            self.make(&button.get_attribute("data-movement").unwrap_or_default());
        } else if let Some(button) = self.within(event, "[data-layer]") {
            self.used();
            let name = button.get_attribute("data-layer").unwrap_or_default();
            self.relayer(|layers| {
                if let Some(on) = layers.press(&name) {
                    self.say(&["[data-layer=", &name, "]"].concat(), usize::from(!on), "");
                }
            });
            self.face_side();
        } else if let Some(button) = self.within(event, "[data-view]") {
            let name = button.get_attribute("data-view").unwrap_or_default();
            self.look_from(VIEWS.iter().position(|view| view.0 == name).unwrap_or(VIEWS.len()));
        } else if let Some(button) = self.within(event, "[data-act]") {
            self.act(&button, &button.get_attribute("data-act").unwrap_or_default());
        }
    }

    /// The eye goes to the side that is meant.
    fn face_side(&self) {
        if let Some(side) = self.layers().side() {
            self.look(
                |camera| if camera.around.sin() * side.sign() < 0.0 { camera.mirrored() } else { camera },
            );
        }
    }

    fn act(self: &Rc<Self>, button: &Element, name: &str) {
        self.used();
        match name {
            "left" => self.look(|camera| camera.turned(-PRESS, 0.0)),
            "right" => self.look(|camera| camera.turned(PRESS, 0.0)),
            "closer" => self.look(|camera| camera.nearer(CLOSER)),
            "farther" => self.look(|camera| camera.nearer(1.0 / CLOSER)),
            "less" => self.step(button, -NOD),
            "more" => self.step(button, NOD),
            "open" => self.open_moves(button),
            "next" => self.next_in_the_text(),
            "shut" => self.shut_sheet(true),
            "reset" => self.reset(),
            "hide" => self.hide(),
            "all" => {
                self.relayer(|layers| layers.hidden = Layers::NONE_HIDDEN);
                self.say("[data-act=all]", 0, "");
            }
            "live" => self.go_live(),
            _ => {}
        }
    }

    /// The first view of a neck that looks ahead, nothing chosen.
    fn reset(&self) {
        let said = self.say("[data-act=all]", 1, "");
        self.told_so.set(said && self.shown.selected().get_untracked().is_some());
        self.choose(None);
        self.relayer(|layers| layers.hidden = Layers::NONE_HIDDEN);
        // The labels, too, stand where they stood.
        self.stage.borrow_mut().as_mut().map(stage::Stage::label);
        let home = Camera::view(View::Home);
        self.look(|camera| camera.facing(home.around, home.above).fitted());
        self.shown.head().update(|head| head.make(None));
    }

    fn keyed(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        if event.key() == "Escape" && self.shown.sheet().get_untracked() {
            return self.shut_sheet(true);
        }
        if around(event, "[data-find-in]").is_some() {
            // Escape empties the field, as browsers do.
            if event.key() == "Enter" {
                self.take_first();
            }
            return;
        }
        if event.key() == "Escape" && self.shown.selected().get_untracked().is_some() {
            event.prevent_default();
            return self.choose(None);
        }
        // The other controls have keys of their own.
        if self.within(event, "canvas").is_none() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => self.look(|camera| camera.turned(-KEY, 0.0)),
            "ArrowRight" => self.look(|camera| camera.turned(KEY, 0.0)),
            "ArrowUp" => self.look(|camera| camera.turned(0.0, KEY)),
            "ArrowDown" => self.look(|camera| camera.turned(0.0, -KEY)),
            "+" | "=" => self.look(|camera| camera.nearer(CLOSER)),
            "-" => self.look(|camera| camera.nearer(1.0 / CLOSER)),
            "0" => self.reset(),
            "f" | "F" => self.look(Camera::fitted),
            key @ ("1" | "2" | "3" | "4" | "5" | "6" | "7" | "8") => {
                self.look_from(key.bytes().map(|digit| usize::from(digit - b'1')).sum());
            }
            _ => return,
        }
        event.prevent_default();
        self.used();
    }

    /// A wheel scrolls the page; with Ctrl, or as a pinch on a touch pad, it zooms.
    fn wheeled(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<WheelEvent>().filter(|event| event.ctrl_key()) else { return };
        event.prevent_default();
        self.used();
        let turn = event.delta_y() as f32;
        let factor = 1.0 + turn.abs().min(50.0) * 0.01;
        self.look(|camera| camera.nearer(if turn > 0.0 { 1.0 / factor } else { factor }));
    }

    fn touched(&self, event: &Event) {
        let Some(event) = event.dyn_ref::<PointerEvent>() else { return };
        let (id, x, y) = (event.pointer_id(), event.offset_x() as f32, event.offset_y() as f32);
        let meaning = {
            let mut gesture = self.gesture.borrow_mut();
            match event.type_().as_str() {
                "pointerdown" if event.button() == 0 => {
                    // Followed outside the canvas too; a finger that is gone already cannot be.
                    let _ = self.canvas.set_pointer_capture(id);
                    gesture.down(id, x, y, event.pointer_type() != "mouse");
                    None
                }
                "pointermove" => gesture.to(id, x, y),
                "pointerup" => gesture.up(id, x, y),
                "pointercancel" => {
                    gesture.cancel(id);
                    None
                }
                _ => None,
            }
        };
        if event.type_() != "pointermove" {
            // What a finger led has come to rest.
            self.ask_for_frame();
        }
        match meaning {
            Some(Meaning::Turn { right, down }) => {
                self.look(|camera| camera.turned(right * DRAG, down * DRAG));
            }
            Some(Meaning::Zoom(factor)) => self.look(|camera| camera.nearer(factor)),
            Some(Meaning::Tap { x, y }) => {
                let id = self.stage.borrow().as_ref().and_then(|stage| stage.pick(x, y));
                self.choose(id);
            }
            None => return,
        }
        self.used();
    }

    /// A structure named in the text moves the model instead of leading away.
    fn linked(&self, event: &Event) {
        let Some(link) = around(event, "a[data-structure]") else {
            // Whoever goes elsewhere wants the room.
            if around(event, "a[href]").is_some() {
                self.shut_sheet(false);
            }
            return;
        };
        let plain = event.dyn_ref::<MouseEvent>().is_some_and(|event| {
            event.button() == 0
                && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key())
        });
        let meant = StructureId::find_side(&link.get_attribute("data-structure").unwrap_or_default());
        let id = meant.map(|meant| meant.0);
        let ready = self.shown.life().get_untracked() == Life::Ready;
        if !plain || !ready || id.is_none() || event.default_prevented() {
            return;
        }
        event.prevent_default();
        self.choose_side(meant);
        self.look(|camera| camera.showing(id));
        self.face_side();
        if stage::is_in_view(&self.canvas) && !self.shown.sheet().get_untracked() {
            return;
        }
        match link.dyn_into::<HtmlElement>() {
            Ok(link) if self.has_room_for_a_sheet() => self.open_sheet(link),
            _ => self.host.scroll_into_view(),
        }
    }
}
