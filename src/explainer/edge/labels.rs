//! The labels: which parts have one, and where the page puts them.

use neck::anatomy::StructureId;
use neck::asset::Model;
use neck::draw::{DrawList, State};
use neck::label::{self, Edge, MOST, Room, Taken, Wish};
use neck::pick::{Anchor, Anchors};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, NodeList};

use super::dom::each;
use crate::explainer::place::Place;

/// Of the smaller lines below a name: the width of a letter, and the height of a line.
const SMALL: (f32, f32) = (7.8, 15.0);
/// About the width of a letter, and what the tools at the right edge take. CSS pixels.
const LETTER: f32 = 9.5;
const TOOLS: f32 = 44.0;
/// So near to where it would lead now, a label stays on its point; and where it could come to stand on what is chosen.
/// CSS pixels.
const STAYS: (f32, f32) = (32.0, 12.0);
/// So many labels in a picture that is narrower than this, as on a phone; in one that is lower than this, as beside the
/// text. A whole screen has the most.
const FEW: (usize, f32) = (3, 480.0);
const SOME: (usize, f32) = (6, 660.0);

/// One for what is chosen, then one for each part that may have one, the most telling first.
pub(super) struct Labels(Vec<Label>);

struct Label {
    tag: HtmlElement,
    id: Option<StructureId>,
    /// Width of its words, and height of the smaller lines below them. Asked for at rest: each frame that would copy them.
    size: (f32, f32),
    /// Where it leads to; none: it is not shown.
    anchor: Option<Anchor>,
    edge: Option<Edge>,
}

impl Labels {
    /// Those that stand beside the canvas: the page has the first, the others came with the fragment.
    pub(super) fn of(canvas: &Element) -> Self {
        let mut all = Vec::new();
        if let Some(stage) = canvas.parent_element() {
            each(stage.query_selector_all(".tag"), |tag, _| {
                if let Some(tag) = tag.dyn_ref::<HtmlElement>().cloned() {
                    let id = StructureId::find(&tag.get_attribute("data-label").unwrap_or_default());
                    all.push(Label { size: measured(&tag), tag, id, anchor: None, edge: None });
                }
            });
        }
        Self(all)
    }

    /// Whether any has a part to lead to.
    pub(super) fn lead_anywhere(&self) -> bool {
        self.0.iter().any(|label| label.id.is_some())
    }

    /// Leads the labels to their parts. Once it is known what is seen at rest they are chosen anew: what is covered has
    /// none. Until then each stays on its point.
    pub(super) fn lead(
        &mut self,
        model: &Model,
        list: &DrawList,
        selected: Option<StructureId>,
        mut anchors: Option<&mut Anchors>,
    ) {
        let rests = anchors.is_some();
        let size = list.viewport;
        let (width, height) = (size.width / size.ratio, size.height / size.ratio);
        let most = match () {
            () if width < FEW.1 => FEW.0,
            () if height < SOME.1 => SOME.0,
            () => MOST,
        };
        let room = Room { width, height, taken: TOOLS, most };
        let mut taken = Taken::default();
        for (place, label) in self.0.iter_mut().enumerate() {
            let chosen = place == 0;
            if chosen && label.id != selected {
                (label.id, label.anchor, label.edge) = (selected, None, None);
                label.size = measured(&label.tag);
            }
            // Taken out: no structure has two labels.
            let id = label.id.filter(|id| list.states[id.index()] != State::Hidden);
            if rests && chosen {
                label.size = measured(&label.tag);
            }
            if rests || id.is_none() {
                // Of a group, to one of its parts. Where it leads is changed only if it is clearly elsewhere now.
                let anew = id
                    .zip(anchors.as_mut())
                    .and_then(|(id, anchors)| id.members().find_map(|part| anchors.take(part)));
                let there = |anchor: Option<Anchor>| anchor.and_then(|anchor| anchor.at(model, list));
                let stays = if chosen || selected.is_none() { STAYS.0 } else { STAYS.1 };
                let stays = there(label.anchor)
                    .zip(there(anew))
                    .is_some_and(|(old, new)| (old[0] - new[0]).abs().max((old[1] - new[1]).abs()) < stays);
                if !stays {
                    label.anchor = anew;
                }
            }
            let at = label.anchor.and_then(|anchor| anchor.at(model, list));
            let (words, below) = label.size;
            let edge = at.filter(|_| words > 0.0).and_then(|at| {
                label::place(room, &mut taken, &Wish { at, words, was: label.edge, breaks: chosen, below })
            });
            label.stand(edge, at.unwrap_or_default(), width);
            if rests && edge.is_none() {
                label.anchor = None;
            }
        }
    }
}

impl Label {
    fn stand(&mut self, edge: Option<Edge>, at: [f32; 2], width: f32) {
        self.tag.set_hidden(edge.is_none());
        let Some(edge) = edge else { return };
        self.edge = Some(edge);
        self.tag.set_class_name(if edge == Edge::Right { "tag" } else { "tag l" });
        self.tag.style().set_css_text(Place::new(edge, at, width).as_str());
    }
}

/// Width of the widest line, and height of those below the first.
fn measured(tag: &HtmlElement) -> (f32, f32) {
    let lines = tag.first_element_child().map(|words| words.child_nodes());
    let count = lines.as_ref().map_or(0, NodeList::length);
    let letters = |place| lines.as_ref()?.get(place)?.text_content().map(|text| text.len() as f32);
    let widths =
        (0..count).filter_map(|place| Some(letters(place)? * if place == 0 { LETTER } else { SMALL.0 }));
    (widths.fold(0.0, f32::max), SMALL.1 * count.saturating_sub(1) as f32)
}
