//! What the model's corners ride on: the bones, then the inner sections that need a ride of their own, first of the
//! right side, then of the left.
//!
//! An inner section on a bone goes with it. A free one goes by its share with the sections it hangs between: straight
//! stays straight. Both widen as the belly shortens, so that it keeps its volume.

use super::{Belly, Form, STRANDS, Section, Side, Strand, strands, way};
use crate::anatomy::Bone;
use crate::math::{Rigid, Vec3};

/// How many rides there are.
pub const RIDES: usize = Bone::COUNT + 2 * INNER;

/// One for each: where it goes from its neutral place. Those of sections may stretch.
pub type Rides = [Rigid; RIDES];

/// Inner sections of one side that have a ride of their own.
const INNER: usize = {
    let (mut count, mut group) = (0, 0);
    while group < STRANDS.len() {
        let mut strand = 0;
        while strand < STRANDS[group].len() {
            let Strand { form, bellies, .. } = &STRANDS[group][strand];
            let mut belly = 0;
            while belly < bellies.len() {
                count += own(*form, bellies[belly]);
                belly += 1;
            }
            strand += 1;
        }
        group += 1;
    }
    count
};

/// How many sections of a belly have a ride of their own.
const fn own(form: Form, belly: Belly) -> usize {
    let (mut count, mut section) = (0, 1);
    while section + 1 < belly.len() {
        if owns(form, &belly[section]) {
            count += 1;
        }
        section += 1;
    }
    count
}

/// Whether an inner section needs one: what keeps its width goes simply with its bone.
const fn owns(form: Form, section: &Section) -> bool {
    section.on.is_none() || matches!(form, Form::Belly)
}

/// The rides of one belly.
#[derive(Debug, Clone, Copy)]
pub(super) struct Places {
    form: Form,
    belly: Belly,
    /// Of its first section that has its own.
    first: usize,
}

impl Places {
    /// The ride of a section.
    pub(super) fn section(self, section: usize) -> usize {
        let Some(here) = self.belly.get(section) else { return Bone::T1 as usize };
        let inner = section > 0 && section + 1 < self.belly.len();
        if inner && owns(self.form, here) {
            self.first + self.belly[1..section].iter().filter(|one| owns(self.form, one)).count()
        } else {
            here.on.unwrap_or(Bone::T1) as usize
        }
    }
}

/// The places of a strand's bellies.
pub(super) fn of(id: &'static str, side: Side) -> impl Iterator<Item = Places> {
    all(side).filter(move |(strand, _)| strand.id == id).map(|(_, places)| places)
}

/// Every belly of one side, with what it belongs to.
fn all(side: Side) -> impl Iterator<Item = (&'static Strand, Places)> {
    let first = Bone::COUNT + if side == Side::Left { INNER } else { 0 };
    let bellies = strands().flat_map(|strand| strand.bellies.iter().map(move |belly| (strand, *belly)));
    bellies.scan(first, |next, (strand, belly)| {
        let places = Places { form: strand.form, belly, first: *next };
        *next += own(strand.form, belly);
        Some((strand, places))
    })
}

/// All of them in a pose, from where its bones go.
pub fn rides(bones: &[Rigid; Bone::COUNT]) -> Rides {
    let mut rides = [Rigid::IDENTITY; RIDES];
    rides[..Bone::COUNT].copy_from_slice(bones);
    for side in [Side::Right, Side::Left] {
        for (_, places) in all(side) {
            let room = &mut rides[places.first..places.first + own(places.form, places.belly)];
            lay(places, side, bones, room);
        }
    }
    rides
}

/// How many times as long as in neutral a strand is, its bellies together.
pub fn relative_length(strand: &Strand, side: Side, bones: &[Rigid; Bone::COUNT]) -> f32 {
    let sum = |of: &dyn Fn(Belly) -> f32| strand.bellies.iter().map(|belly| of(belly)).sum::<f32>();
    sum(&|belly| long(belly, &posed(belly, side, bones)))
        / sum(&|belly| long(belly, &neutral(belly, side))).max(1.0)
}

/// The middle of a section.
fn neutral(belly: Belly, side: Side) -> impl Fn(usize) -> Vec3 {
    move |i| side.of(belly[i].middle.mm())
}

fn posed(belly: Belly, side: Side, bones: &[Rigid; Bone::COUNT]) -> impl Fn(usize) -> Vec3 + '_ {
    move |i| side.of(belly[i].middle.mm()) + carried(belly, side, bones, i).1
}

/// From section to section, mm.
fn long(belly: Belly, at: &dyn Fn(usize) -> Vec3) -> f32 {
    (1..belly.len()).map(|i| (at(i) - at(i - 1)).length()).sum()
}

/// The inner sections of one belly.
fn lay(Places { form, belly, .. }: Places, side: Side, bones: &[Rigid; Bone::COUNT], room: &mut [Rigid]) {
    let middle = neutral(belly, side);
    let wide = match form {
        Form::Belly => (long(belly, &middle) / long(belly, &posed(belly, side, bones)).max(1.0)).sqrt(),
        Form::Sheet | Form::Fan | Form::Tube => 1.0,
    };
    let inner = (1..belly.len().saturating_sub(1)).filter(|i| owns(form, &belly[*i]));
    for (i, ride) in inner.zip(room) {
        let (turned, shift) = carried(belly, side, bones, i);
        let r = turned.map(|row| row * wide);
        let m = middle(i);
        *ride = Rigid { r, t: m + shift - Rigid { r, t: Vec3::ZERO }.point(m) };
    }
}

/// The part that a front edge hangs freely; the rest of its way it goes with the bone of the hem.
const HANGS: f32 = 0.7;

/// How a section turns, and how far its middle goes.
// Once in the wasm, not once for each that asks.
#[inline(never)]
fn carried(belly: Belly, side: Side, bones: &[Rigid; Bone::COUNT], i: usize) -> ([Vec3; 3], Vec3) {
    let here = &belly[i];
    if let Some(bone) = here.on {
        return (bones[bone as usize].r, shift(here.middle.mm(), side, bone, bones));
    }
    let Some(hem) = here.hem else { return hung(belly, side, bones, i, 0.0) };
    // The front edge hangs, but not over what lies beneath; the hem goes with its bone; between them it stretches.
    let (turned, front) = hung(belly, side, bones, i, -1.0);
    let (middle, half) = (here.middle.mm(), here.half.mm());
    let front = front * HANGS + shift(middle - half, side, hem, bones) * (1.0 - HANGS);
    let rear = shift(middle + half, side, hem, bones);
    let half = side.of(half);
    let wrong = half + (rear - front) * 0.5 - Rigid { r: turned, t: Vec3::ZERO }.point(half);
    let wrong = wrong * (1.0 / half.dot(half).max(1e-3));
    let part = [wrong.x, wrong.y, wrong.z];
    (core::array::from_fn(|row| turned[row] + half * part[row]), (front + rear) * 0.5)
}

/// How far a point of the right side, or its mirror image, goes with a bone.
fn shift(p: Vec3, side: Side, bone: Bone, bones: &[Rigid; Bone::COUNT]) -> Vec3 {
    let p = side.of(p);
    bones[bone as usize].point(p) - p
}

/// The same for a section that hangs between others: at its middle, or at an edge, -1 or 1.
fn hung(belly: Belly, side: Side, bones: &[Rigid; Bone::COUNT], i: usize, across: f32) -> ([Vec3; 3], Vec3) {
    let on = |i: usize| belly[i].on.map(|bone| (i, bone));
    let low = (0..i).rev().find_map(on).unwrap_or((0, Bone::T1));
    let high = (i..belly.len()).find_map(on).unwrap_or((belly.len() - 1, Bone::T1));
    let share = way(belly, low.0, i) / way(belly, low.0, high.0).max(1e-3);
    let (below, above) = (bones[low.1 as usize].r, bones[high.1 as usize].r);
    let turned = core::array::from_fn(|row| below[row] * (1.0 - share) + above[row] * share);
    let goes = |(at, bone): (usize, Bone)| {
        shift(belly[at].middle.mm() + belly[at].half.mm() * across, side, bone, bones)
    };
    (turned, goes(low) * (1.0 - share) + goes(high) * share)
}
