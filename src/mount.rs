//! Leptos in markup that stands already: as `leptos::mount::hydrate_from`, but without a shared context. A server fills
//! that with what it has resolved; our markup is made at build time and brings nothing of the kind.

use any_spawner::Executor;
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Mountable, PositionState};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// A view in the page, and the effects that belong to it. Both end when it is dropped.
pub(crate) struct Mounted<M: Mountable> {
    view: M,
    owner: Owner,
}

impl<M: Mountable> Mounted<M> {
    /// For effects that begin later, and end with the view.
    pub(crate) fn owner(&self) -> Owner {
        self.owner.clone()
    }
}

impl<M: Mountable> Drop for Mounted<M> {
    fn drop(&mut self) {
        self.view.unmount();
    }
}

/// Takes over the children of `parent`.
pub(crate) fn hydrate<V: IntoView>(parent: HtmlElement, view: impl FnOnce() -> V) -> Mounted<V::State> {
    // Refused when it is done already, by the page's other root.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new_root(None);
    let view = owner.with(|| {
        let cursor = Cursor::new(parent.unchecked_into());
        view().hydrate::<true>(&cursor, &PositionState::default())
    });
    Mounted { view, owner }
}
