//! What the model's corners ride on: the bones, then the inner sections of all bellies, first of the right side, then
//! of the left.
//!
//! An inner section on a bone goes with it. A free one goes by its share with the sections it hangs between: straight
//! stays straight. Both widen as the belly shortens, so that it keeps its volume.

use super::{Belly, Form, STRANDS, Side, Strand, strands};
use crate::anatomy::Bone;
use crate::math::{Rigid, Vec3};

/// How many rides there are.
pub const RIDES: usize = Bone::COUNT + 2 * INNER;

/// One for each: where it goes from its neutral place. Those of sections may stretch.
pub type Rides = [Rigid; RIDES];

/// Inner sections of one side.
const INNER: usize = {
    let (mut count, mut group) = (0, 0);
    while group < STRANDS.len() {
        let mut strand = 0;
        while strand < STRANDS[group].len() {
            let mut belly = 0;
            while belly < STRANDS[group][strand].bellies.len() {
                count += STRANDS[group][strand].bellies[belly].len() - 2;
                belly += 1;
            }
            strand += 1;
        }
        group += 1;
    }
    count
};

/// The rides of one belly: that of its first inner section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places(usize);

impl Places {
    /// The ride of a section.
    pub(super) fn section(self, belly: Belly, section: usize) -> usize {
        match belly.get(section) {
            Some(_) if section > 0 && section + 1 < belly.len() => self.0 + section - 1,
            Some(end) => end.on.unwrap_or(Bone::T1) as usize,
            None => Bone::T1 as usize,
        }
    }
}

/// The places of a strand's bellies.
pub(super) fn of(id: &'static str, side: Side) -> impl Iterator<Item = Places> {
    all(side).filter(move |(strand, ..)| strand.id == id).map(|(_, _, places)| places)
}

/// Every belly of one side, with what it belongs to and its rides.
fn all(side: Side) -> impl Iterator<Item = (&'static Strand, Belly, Places)> {
    let first = Bone::COUNT + if side == Side::Left { INNER } else { 0 };
    let bellies = strands().flat_map(|strand| strand.bellies.iter().map(move |belly| (strand, *belly)));
    bellies.scan(first, |next, (strand, belly)| {
        let places = Places(*next);
        *next += belly.len() - 2;
        Some((strand, belly, places))
    })
}

/// All of them in a pose, from where its bones go.
pub fn rides(bones: &[Rigid; Bone::COUNT]) -> Rides {
    let mut rides = [Rigid::IDENTITY; RIDES];
    rides[..Bone::COUNT].copy_from_slice(bones);
    for side in [Side::Right, Side::Left] {
        for (strand, belly, places) in all(side) {
            let room = &mut rides[places.0..places.0 + belly.len() - 2];
            lay(belly, side, bones, strand.form, room);
        }
    }
    rides
}

/// The inner sections of one belly.
fn lay(belly: Belly, side: Side, bones: &[Rigid; Bone::COUNT], form: Form, room: &mut [Rigid]) {
    let middle = |i: usize| side.of(belly[i].middle);
    let length =
        |at: &dyn Fn(usize) -> Vec3| (1..belly.len()).map(|i| (at(i) - at(i - 1)).length()).sum::<f32>();
    let posed = |i: usize| middle(i) + carried(belly, side, bones, i).1;
    let wide = match form {
        Form::Belly => libm::sqrtf(length(&middle) / length(&posed).max(1.0)),
        Form::Sheet | Form::Tube => 1.0,
    };
    for (i, ride) in room.iter_mut().enumerate() {
        let (turned, shift) = carried(belly, side, bones, i + 1);
        let r = turned.map(|row| row * wide);
        let m = middle(i + 1);
        *ride = Rigid { r, t: m + shift - Rigid { r, t: Vec3::ZERO }.point(m) };
    }
}

/// How a section turns, and how far its middle goes.
fn carried(belly: Belly, side: Side, bones: &[Rigid; Bone::COUNT], i: usize) -> ([Vec3; 3], Vec3) {
    let shift = |i: usize, bone: Bone| {
        let p = side.of(belly[i].middle);
        bones[bone as usize].point(p) - p
    };
    if let Some(bone) = belly[i].on {
        return (bones[bone as usize].r, shift(i, bone));
    }
    let on = |i: usize| belly[i].on.map(|bone| (i, bone));
    let low = (0..i).rev().find_map(on).unwrap_or((0, Bone::T1));
    let high = (i..belly.len()).find_map(on).unwrap_or((belly.len() - 1, Bone::T1));
    let way = |from: usize, to: usize| {
        (from..to).map(|k| (belly[k + 1].middle - belly[k].middle).length()).sum::<f32>()
    };
    let share = way(low.0, i) / way(low.0, high.0).max(1e-3);
    let (below, above) = (bones[low.1 as usize].r, bones[high.1 as usize].r);
    let turned = core::array::from_fn(|row| below[row] * (1.0 - share) + above[row] * share);
    (turned, shift(low.0, low.1) * (1.0 - share) + shift(high.0, high.1) * share)
}
