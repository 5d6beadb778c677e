//! Labels: few, beside each other, and steady.

use neck::label::{Area, Edge, ROW, Room, Taken, Wish, place};
use proptest::prelude::*;

const ROOM: Room = Room { width: 600.0, height: 500.0, taken: 44.0, most: 6 };

fn wish(x: f32, y: f32, words: f32, was: Option<Edge>) -> Wish {
    Wish { at: [x, y], words, was, breaks: false, below: 0.0 }
}

fn all(room: Room, wishes: &[Wish]) -> (Vec<Option<Edge>>, Vec<Area>) {
    let mut taken = Taken::default();
    let edges = wishes.iter().map(|wish| place(room, &mut taken, wish)).collect();
    (edges, taken.areas().to_vec())
}

fn edge(room: Room, wish: Wish) -> Option<Edge> {
    place(room, &mut Taken::default(), &wish)
}

fn any_wish() -> impl Strategy<Value = Wish> {
    let edge = prop_oneof![Just(None), Just(Some(Edge::Left)), Just(Some(Edge::Right))];
    let at = (-80.0_f32..700.0, -60.0_f32..600.0);
    (at, 10.0_f32..260.0, edge, any::<bool>(), 0.0_f32..45.0)
        .prop_map(|((x, y), words, was, breaks, below)| Wish { at: [x, y], words, was, breaks, below })
}

proptest! {
    #[test]
    fn never_overlap_and_never_leave_the_picture(wishes in prop::collection::vec(any_wish(), 0..24)) {
        let (edges, areas) = all(ROOM, &wishes);
        prop_assert_eq!(edges.iter().flatten().count(), areas.len());
        prop_assert!(areas.len() <= ROOM.most);
        for (place, [left, top, right, bottom]) in areas.iter().enumerate() {
            prop_assert!(*left >= 0.0 && *top >= 0.0 && *right <= ROOM.width - ROOM.taken && *bottom <= ROOM.height);
            for [l, t, r, b] in &areas[..place] {
                prop_assert!(right <= l || r <= left || bottom <= t || b <= top);
            }
        }
    }

    /// What has a place keeps its edge when the model turns by a little.
    #[test]
    fn keep_their_edge(x in 200.0_f32..360.0, steps in prop::collection::vec(-12.0_f32..12.0, 1..8)) {
        let first = edge(ROOM, wish(x, 250.0, 90.0, None));
        let mut was = first;
        for step in steps {
            was = edge(ROOM, wish(x + step, 250.0, 90.0, was));
            prop_assert_eq!(was, first);
        }
    }
}

#[test]
fn stand_at_the_nearer_edge_until_that_is_clearly_wrong() {
    let edge = |x: f32, was| edge(ROOM, wish(x, 100.0, 80.0, was));
    assert_eq!(edge(250.0, None), Some(Edge::Left));
    assert_eq!(edge(350.0, None), Some(Edge::Right));
    assert_eq!(edge(350.0, Some(Edge::Left)), Some(Edge::Left));
    assert_eq!(edge(370.0, Some(Edge::Left)), Some(Edge::Right));
    assert_eq!(edge(250.0, Some(Edge::Right)), Some(Edge::Right));
    // Where its words do not fit it goes to the other one.
    assert_eq!(edge(90.0, Some(Edge::Left)), Some(Edge::Right));
}

#[test]
fn the_more_important_one_stays() {
    let wishes = [0.0, ROW / 2.0, ROW].map(|down| wish(200.0, 100.0 + down, 80.0, None));
    let stays: Vec<bool> = all(ROOM, &wishes).0.iter().map(Option::is_some).collect();
    assert_eq!(stays, [true, false, true]);
}

#[test]
fn smaller_lines_below_take_their_room_too() {
    let low = wish(200.0, 100.0 + ROW * 1.2, 80.0, None);
    let stands = |below| all(ROOM, &[Wish { below, ..wish(200.0, 100.0, 80.0, None) }, low]).0[1].is_some();
    assert!(stands(0.0) && !stands(30.0));
}

#[test]
fn words_that_cannot_be_left_out_break() {
    let narrow = Room { width: 300.0, ..ROOM };
    let long = wish(150.0, 200.0, 190.0, None);
    assert_eq!(edge(narrow, long), None);
    assert_eq!(edge(narrow, Wish { breaks: true, ..long }), Some(Edge::Left));
}
