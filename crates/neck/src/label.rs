//! Where labels stand: each level with its part, its words at the left or the right edge of the picture and a line
//! between them. None covers another, and each keeps its edge until that is clearly wrong.

/// So many labels at most.
pub const MOST: usize = 9;
/// What a label takes of the picture's height, CSS pixels.
pub const ROW: f32 = 24.0;
/// The shortest line, its gap to the words included.
const LEADER: f32 = 26.0;
/// Half of the dot on the part.
const DOT: f32 = 6.0;
/// Which edge is nearer counts again only this part of the width beyond the middle.
const WRONG: f32 = 0.1;
/// More room than it needs, for a label that would change its edge.
const SLACK: f32 = 16.0;

/// The picture, CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    pub width: f32,
    pub height: f32,
    /// Taken at the right edge by other things.
    pub taken: f32,
    /// So many labels, at most [`MOST`].
    pub most: usize,
}

/// What a label asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wish {
    /// The point of the part.
    pub at: [f32; 2],
    /// Width of its words.
    pub words: f32,
    /// The edge it has; none: it is new.
    pub was: Option<Edge>,
    /// Its words may take two lines where there is no room for them in one.
    pub breaks: bool,
    /// Height of the smaller lines below them.
    pub below: f32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    Left,
    Right,
}

/// Left, top, right, bottom of what is taken: words, line and dot.
pub type Area = [f32; 4];

/// What labels have taken of a picture. It asks for no memory: it is made for every frame.
#[derive(Debug, Clone, Copy, Default)]
pub struct Taken {
    areas: [Area; MOST],
    count: usize,
}

impl Taken {
    pub fn areas(&self) -> &[Area] {
        &self.areas[..self.count]
    }

    fn add(&mut self, area: Area) {
        self.areas[self.count] = area;
        self.count += 1;
    }
}

/// The next label, less important than those that have taken their areas.
pub fn place(room: Room, taken: &mut Taken, wish: &Wish) -> Option<Edge> {
    let ([x, y], end) = (wish.at, room.width - room.taken);
    let half = if wish.breaks { ROW } else { ROW / 2.0 } + wish.below / 2.0;
    // Written so that what is no number is nowhere.
    let inside = x >= DOT && x <= end - DOT && y >= half && y <= room.height - half;
    if !inside || taken.areas().len() >= room.most.min(MOST) {
        return None;
    }
    let most = if wish.breaks { x.max(end - x) } else { room.width };
    let needs = (wish.words + LEADER).min(most);
    let bound = match wish.was {
        Some(Edge::Left) => WRONG,
        Some(Edge::Right) => -WRONG,
        None => 0.0,
    };
    let right = x / room.width >= 0.5 + bound;
    for right in [right, !right] {
        let (edge, beside, area) = if right {
            (Edge::Right, end - x, [x - DOT, y - half, end, y + half])
        } else {
            (Edge::Left, x, [0.0, y - half, x + DOT, y + half])
        };
        let moves = !wish.breaks && wish.was.is_some_and(|was| was != edge);
        let fits = beside >= if moves { needs + SLACK } else { needs };
        if fits && taken.areas().iter().all(|other| apart(&area, other)) {
            taken.add(area);
            return Some(edge);
        }
    }
    None
}

fn apart([left, top, right, bottom]: &Area, [l, t, r, b]: &Area) -> bool {
    right <= l || r <= left || bottom <= t || b <= top
}
