//! What a visitor does: presses, keys, fingers and links, as what they mean.

use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use neck::anatomy::StructureId;
use neck::camera::VIEWS;
use wasm_bindgen::JsCast;
use web_sys::{
    Document, Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent, MouseEvent, PointerEvent,
    WheelEvent,
};

use super::act::CLOSER;
use super::{Neck, around, search, stage};
use crate::explainer::Life;
use crate::explainer::gesture::Meaning;
use crate::explainer::store::ShownStoreFields;

/// Radians the model turns under a finger, per CSS pixel.
const DRAG: f32 = 0.007;
/// Radians of an arrow key.
const KEY: f32 = 0.18;

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
            "fullscreenchange" => self.show_screen(),
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
                self.stage.borrow_mut().as_mut().map(stage::Stage::restored);
                spawn_local(self.clone().begin_again());
            }
            // Other colours.
            "change" => self.measure(),
            _ => self.touched(event),
        }
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
            self.found();
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
        } else if self.canvas.hidden()
            && self.within(event, ".stage").is_some()
            && let Some(event) = event.dyn_ref::<MouseEvent>()
        {
            // On the drawing, which is where the model will be.
            self.tapped.set(Some((event.offset_x() as f32, event.offset_y() as f32)));
        }
    }

    /// The model is there: answers a tap on the drawing.
    pub(super) fn answer_tap(&self) {
        if let Some((x, y)) = self.tapped.take() {
            self.tap(x, y);
            self.used();
        }
    }

    fn tap(&self, x: f32, y: f32) {
        let id = self.stage.borrow().as_ref().and_then(|stage| stage.pick(x, y));
        self.choose(id);
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
                // It must not press the button that gets the focus now.
                event.prevent_default();
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
            "ArrowLeft" => self.turn(-KEY, 0.0),
            "ArrowRight" => self.turn(KEY, 0.0),
            "ArrowUp" => self.turn(0.0, KEY),
            "ArrowDown" => self.turn(0.0, -KEY),
            "+" | "=" => self.zoom(CLOSER),
            "-" => self.zoom(1.0 / CLOSER),
            "0" => self.reset(),
            "f" | "F" => self.fit(),
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
            Some(Meaning::Tap { x, y }) => self.tap(x, y),
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
