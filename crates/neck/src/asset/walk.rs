//! The rim of a surface that is being told triangle by triangle: rings of open edges. The writer walks the same way.

/// An edge from `from` to the `from` of `next`, on a ring of edges.
#[derive(Debug, Clone, Copy)]
pub struct Edge {
    pub from: u16,
    /// Third corner of the triangle this edge belongs to.
    pub apex: u16,
    pub next: usize,
    pub previous: usize,
    pub open: bool,
}

/// All rings, and the edge where the walk stands.
#[derive(Debug, Default)]
pub struct Rim {
    edges: Vec<Edge>,
    at: usize,
    /// No edge before this one is open.
    first: usize,
}

impl Rim {
    /// All edges ever made, in order; [`step::JOIN`](super::format::step) names them by their number.
    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Number of the edge where the walk stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// Begins a ring with the edges of the triangle a, b, c.
    pub fn seed(&mut self, [a, b, c]: [u16; 3]) {
        let n = self.edges.len();
        let edge = |from, apex, next, previous| Edge {
            from,
            apex,
            next: n + next,
            previous: n + previous,
            open: true,
        };
        self.edges.extend([edge(a, c, 1, 2), edge(b, a, 2, 0), edge(c, b, 0, 1)]);
        self.at = n;
    }

    /// The edge where the walk stands now, if any is open: start, end, third corner on this side.
    pub fn gate(&mut self) -> Option<(u16, u16, u16)> {
        if !self.edges.get(self.at)?.open {
            self.first += self.edges.get(self.first..)?.iter().position(|edge| edge.open)?;
            self.at = self.first;
        }
        let edge = self.edges.get(self.at)?;
        Some((edge.from, self.edges.get(edge.next)?.from, edge.apex))
    }

    /// The gate leads to `corner`, which no edge has yet.
    pub fn to_new(&mut self, corner: u16) {
        let after = self.edges[self.at].next;
        self.insert(corner, after);
    }

    /// The gate leads to the end of the next edge; gives that corner.
    pub fn to_next(&mut self) -> Option<u16> {
        let closed = self.edges[self.at].next;
        let beyond = self.edges[closed].next;
        let (b, c) = (self.edges[closed].from, self.edges[beyond].from);
        if !self.edges[closed].open || beyond == self.at {
            return None;
        }
        self.edges[closed].open = false;
        let before = self.edges[self.at].previous;
        if self.edges[before].from == c {
            // The edge before leads from the same corner to a: the triangle closes it and the gate too.
            self.edges[self.at].open = false;
            self.edges[before].open = false;
            if before != beyond {
                self.link(self.edges[before].previous, beyond);
                self.at = beyond;
            }
        } else {
            self.link(self.at, beyond);
            self.edges[self.at].apex = b;
        }
        Some(c)
    }

    /// The gate leads to the start of the edge before; gives that corner.
    pub fn to_previous(&mut self) -> Option<u16> {
        let gate = self.edges[self.at];
        let before = gate.previous;
        if !self.edges[before].open || gate.next == before || self.edges[gate.next].next == before {
            return None;
        }
        self.edges[self.at].open = false;
        self.link(before, gate.next);
        self.edges[before].apex = gate.from;
        self.at = before;
        Some(self.edges[before].from)
    }

    /// The gate leads to the start of edge `other`; gives that corner. Splits a ring in two, or makes two into one.
    pub fn to_edge(&mut self, other: usize) -> Option<u16> {
        let corner = self.edges.get(other)?.from;
        let gate = self.edges[self.at];
        if other == self.at || other == gate.next {
            return None;
        }
        let last = self.edges[other].previous;
        let here = self.at;
        self.insert(corner, gate.next);
        self.link(last, self.at);
        self.link(here, other);
        Some(corner)
    }

    /// Nothing lies beyond the gate.
    pub fn at_rim(&mut self) {
        self.edges[self.at].open = false;
        self.at = self.edges[self.at].next;
    }

    /// Puts an edge corner→b behind the gate, which now ends at `corner`, and stands on it.
    fn insert(&mut self, corner: u16, after: usize) {
        let (a, b) = (self.edges[self.at].from, self.edges[after].from);
        let fresh = self.edges.len();
        self.edges.push(Edge { from: corner, apex: a, next: after, previous: self.at, open: true });
        self.edges[after].previous = fresh;
        self.edges[self.at].next = fresh;
        self.edges[self.at].apex = b;
        self.at = fresh;
    }

    fn link(&mut self, before: usize, after: usize) {
        self.edges[before].next = after;
        self.edges[after].previous = before;
    }
}
