//! The browser's side of the explainer: hydrates the view, fetches the model, turns what happens into changes of
//! [`Shown`], and brings page and picture up to date from there.

mod act;
mod begin;
mod dom;
mod fetch;
mod follow;
mod hear;
mod json;
mod labels;
mod moves;
mod page;
mod screen;
mod search;
mod sheet;
mod slices;
mod spare;
mod stage;

use std::any::Any;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use content::strings::Strings;
use leptos::prelude::*;
use leptos::task::spawn_local;
use neck::scene::Scene;
use reactive_stores::Store;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{
    Document, Element, Event, EventTarget, HtmlCanvasElement, HtmlElement, HtmlTemplateElement,
    IntersectionObserver, MediaQueryList, ResizeObserver,
};

use self::dom::find;
use self::slices::Slice;
use self::stage::{Frame, Stage};
use super::Config;
use super::gesture::Gesture;
use super::store::{Life, Shown};
use super::view::Explainer;
use crate::browser::ended;

/// What happens in the root, on the canvas, and anywhere in the document (links in the text).
const IN_ROOT: [&str; 4] = ["click", "input", "keydown", "fullscreenchange"];
const ON_CANVAS: [&str; 8] = [
    "dblclick",
    "pointerdown",
    "pointermove",
    "pointerup",
    "pointercancel",
    "wheel",
    "webglcontextlost",
    "webglcontextrestored",
];

/// A running root. Dropping it unmounts the view, stops the frames and frees the graphics card.
pub struct Handle {
    neck: Rc<Neck>,
    /// Held for its drop.
    _view: Box<dyn Any>,
}

impl std::fmt::Debug for Handle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Handle(neck)")
    }
}

impl Handle {
    /// The scene as plain JSON.
    pub fn scene(&self) -> JsValue {
        json::write(&self.neck.shown.get_untracked())
    }

    /// Takes what [`Handle::scene`] gave.
    pub fn set_scene(&self, scene: &JsValue) {
        json::read(scene, &mut self.neck.shown.write());
    }

    /// `{frames, draws}` so far, and whether all of it `rests`.
    pub fn stats(&self) -> JsValue {
        let (frames, draws) =
            self.neck.stage.borrow().as_ref().map_or((0, 0), |stage| (stage.frames, stage.draws));
        let rests = self.neck.frame.get().is_none() && !self.neck.leads();
        json::record(&[("frames", frames.into()), ("draws", draws.into()), ("rests", rests.into())])
    }
}

impl Drop for Handle {
    fn drop(&mut self) {
        self.neck.leave();
    }
}

struct Neck {
    host: HtmlElement,
    root: HtmlElement,
    document: Document,
    canvas: HtmlCanvasElement,
    strings: Strings,
    shown: Store<Shown>,
    stage: RefCell<Option<Stage>>,
    gesture: RefCell<Gesture>,
    begun: Cell<bool>,
    gone: Cell<bool>,
    /// The frame that is asked for.
    frame: Cell<Option<i32>>,
    /// Where the drawing was tapped while the model was on its way, CSS pixels.
    tapped: Cell<Option<(f32, f32)>>,
    /// The labels are being led.
    leading: Cell<bool>,
    /// The last scene that was told of.
    told: Cell<Option<Scene>>,
    /// The link in the text that the sheet answers.
    asked: RefCell<Option<HtmlElement>>,
    /// Could be drawn, but slowly and for data that are dear: not before somebody asks for it.
    spared: Cell<bool>,
    /// What the card says of the last change was told already: it stays.
    told_so: Cell<bool>,
    /// More to explore was opened for the whole screen.
    opened: Cell<bool>,
    /// The neck in words, once it was fetched.
    book: RefCell<Option<HtmlTemplateElement>>,
    wires: OnceCell<Wires>,
}

/// What the browser calls.
struct Wires {
    /// Everything that happens.
    ears: Closure<dyn FnMut(Event)>,
    /// A frame (given its time), another size, or (given what crosses it) the middle of the window.
    clock: Closure<dyn FnMut(JsValue)>,
    sizes: ResizeObserver,
    /// Of the root's own place in the page.
    middle: IntersectionObserver,
    colours: Option<MediaQueryList>,
}

/// Starts the explainer in `host`, whose prerendered children stand in it.
///
/// # Errors
/// When a part of the prerendered markup is missing.
pub fn start(host: &HtmlElement) -> Result<Handle, JsValue> {
    let root: HtmlElement = find(host, ".root").ok_or("no root")?;
    let canvas: HtmlCanvasElement = find(&root, "canvas").ok_or("no canvas")?;
    let template: HtmlTemplateElement = find(host, "template[data-strings]").ok_or("no words")?;
    let strings = Strings::parse(&template.content().text_content().unwrap_or_default());
    let document = host.owner_document().ok_or("no document")?;
    let spared = spare::is_wished(&canvas);

    let made = Rc::new(OnceCell::new());
    let slot = made.clone();
    let host = host.clone();
    let parent = root.clone();
    let view = crate::mount::hydrate(parent, move || {
        let life = if spared { Life::Still } else { Life::Starting };
        let neck = Rc::new(Neck {
            host,
            root,
            document,
            canvas,
            strings: strings.clone(),
            shown: Store::new(Shown { life, ..Shown::default() }),
            stage: RefCell::default(),
            gesture: RefCell::default(),
            begun: Cell::new(false),
            gone: Cell::new(false),
            frame: Cell::new(None),
            tapped: Cell::new(None),
            leading: Cell::new(false),
            told: Cell::new(None),
            asked: RefCell::default(),
            spared: Cell::new(spared),
            told_so: Cell::new(false),
            opened: Cell::new(false),
            book: RefCell::default(),
            wires: OnceCell::new(),
        });
        // Nobody else has the slot.
        let _ = slot.set(neck);
        view! { <Explainer strings config=Config::default()/> }
    });
    let neck = made.get().cloned().ok_or("not hydrated")?;
    neck.wire()?;
    spawn_local(neck.clone().follow(view.owner()));
    if !spared {
        spawn_local(neck.clone().begin());
    }
    Ok(Handle { neck, _view: Box::new(view) })
}

impl Neck {
    /// Hangs the listeners up.
    fn wire(self: &Rc<Self>) -> Result<(), JsValue> {
        let neck = Rc::downgrade(self);
        let ears = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            if let Some(neck) = neck.upgrade().filter(|neck| neck.is_on()) {
                neck.hear(&event);
            }
        });
        let neck = Rc::downgrade(self);
        let clock = Closure::<dyn FnMut(JsValue)>::new(move |value: JsValue| {
            if let Some(neck) = neck.upgrade().filter(|neck| neck.is_on()) {
                if let Some(now) = value.as_f64() {
                    neck.draw(now);
                } else if sheet::is_of_middle(&value) {
                    neck.passed();
                } else {
                    neck.measure();
                }
            }
        });
        let heard = ears.as_ref().unchecked_ref();
        let add = |target: &EventTarget, name: &str| target.add_event_listener_with_callback(name, heard);
        for name in IN_ROOT {
            add(&self.root, name)?;
        }
        for name in ON_CANVAS {
            add(&self.canvas, name)?;
        }
        add(&self.document, "click")?;
        let colours =
            dom::window().and_then(|window| window.match_media("(prefers-color-scheme: dark)").ok()?);
        if let Some(colours) = &colours {
            add(colours, "change")?;
        }
        let sizes = ResizeObserver::new(clock.as_ref().unchecked_ref())?;
        sizes.observe(&self.canvas);
        let middle = sheet::middle(clock.as_ref().unchecked_ref())?;
        middle.observe(&self.root);
        // Wired once.
        let _ = self.wires.set(Wires { ears, clock, sizes, middle, colours });
        Ok(())
    }

    fn is_on(&self) -> bool {
        !ended() && !self.gone.get()
    }

    fn measure(&self) {
        if let Some(stage) = self.stage.borrow_mut().as_mut() {
            stage.measure();
        }
        self.ask_for_frame();
    }

    fn ask_for_frame(&self) {
        let (Some(window), Some(wires)) = (dom::window(), self.wires.get()) else { return };
        if self.frame.get().is_none() && self.stage.borrow().is_some() {
            self.frame.set(window.request_animation_frame(wires.clock.as_ref().unchecked_ref()).ok());
        }
    }

    fn draw(self: &Rc<Self>, now: f64) {
        self.frame.set(None);
        self.draw_now(now, dom::holds("(prefers-reduced-motion: reduce)"));
    }

    fn draw_now(self: &Rc<Self>, now: f64, cut: bool) {
        let wanted = self.shown.get_untracked().scene();
        // A finger leads the model by itself.
        let led = self.gesture.borrow().is_on();
        let cut = cut || led;
        let stage = &self.stage;
        let next =
            stage.borrow_mut().as_mut().map_or(Frame::Done, |stage| stage.frame(&wanted, now, cut, led));
        if next != Frame::Moves {
            self.tell_of(&wanted);
        }
        if next != Frame::Done {
            self.ask_for_frame();
        }
        if self.leads() && !self.leading.replace(true) {
            spawn_local(self.clone().lead());
        }
    }

    /// Whether the picture rests and its labels are still to be chosen.
    fn leads(&self) -> bool {
        self.is_on() && self.stage.borrow().as_ref().is_some_and(Stage::leads)
    }

    /// Chooses the labels of a picture at rest anew. Another frame meanwhile begins it anew or, on the way, ends it.
    async fn lead(self: Rc<Self>) {
        let mut slice = Slice::begin().await;
        while self.leads() {
            self.stage.borrow_mut().as_mut().map(Stage::lead);
            slice.breathe().await;
        }
        self.leading.set(false);
    }

    /// Tells the page around that the scene is another.
    fn tell_of(&self, scene: &Scene) {
        if self.told.replace(Some(*scene)).is_some_and(|told| told != *scene) {
            dom::tell(&self.host, "clinic:scene");
        }
    }

    fn leave(&self) {
        self.gone.set(true);
        if let Some(wires) = self.wires.get() {
            let heard = wires.ears.as_ref().unchecked_ref();
            let remove = |target: &EventTarget, name: &str| {
                // What cannot be removed is never listened to again.
                let _ = target.remove_event_listener_with_callback(name, heard);
            };
            for name in IN_ROOT {
                remove(&self.root, name);
            }
            for name in ON_CANVAS {
                remove(&self.canvas, name);
            }
            remove(&self.document, "click");
            if let Some(colours) = &wires.colours {
                remove(colours, "change");
            }
            wires.sizes.disconnect();
            wires.middle.disconnect();
        }
        if let (Some(window), Some(frame)) = (dom::window(), self.frame.take()) {
            // A frame that is past cannot be called off.
            let _ = window.cancel_animation_frame(frame);
        }
        self.stage.replace(None);
        page::links(&self.document, None);
    }
}

/// The nearest element around an event's target that fits.
fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}
