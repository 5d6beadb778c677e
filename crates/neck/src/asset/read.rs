//! From bytes to surfaces. Every index is checked: a file that lies about itself is an error, never a panic.

use super::format::{
    BLENDED, ENTRY, HEADER, LONG, MAGIC, MAX_BYTES, MIRRORED, OCCLUSION_STEPS, QUANTUM, VERSION, checksum,
    expect, step, unfold,
};
use super::walk::Rim;
use super::{AssetError, Mesh, Model, Vertex, set_normals};
use crate::anatomy::{Bone, STRUCTURES, StructureId};

/// Reads a model file.
///
/// # Errors
/// Says why when the bytes are not a whole, unchanged model file of this version. Never asks for more than 16 MB.
pub fn read(bytes: &[u8]) -> Result<Model, AssetError> {
    Ok(Model { meshes: meshes(bytes)?.collect::<Result<_, _>>()? })
}

/// Reads a model file mesh by mesh, as each is work for a while. A file is good once all of it was read.
///
/// # Errors
/// The same, now or from one of the meshes; what comes after an error means nothing.
pub fn meshes(bytes: &[u8]) -> Result<impl Iterator<Item = Result<Mesh, AssetError>> + '_, AssetError> {
    if bytes.len() > MAX_BYTES {
        return Err(AssetError::TooLarge);
    }
    if bytes.len() < HEADER {
        return Err(AssetError::Length);
    }
    let (header, body) = bytes.split_at(HEADER);
    if header[..4] != MAGIC {
        return Err(AssetError::NotAModel);
    }
    if header[4] != VERSION {
        return Err(AssetError::OtherVersion(header[4]));
    }
    if u32::from_le_bytes([header[6], header[7], header[8], header[9]]) != checksum(body) {
        return Err(AssetError::Checksum);
    }

    let mut rest = Stream(body);
    let table = rest.take(usize::from(header[5]) * ENTRY)?;
    let entries: Vec<Entry> = table.chunks_exact(ENTRY).map(Entry::read).collect();
    let total = |count: fn(&Entry) -> usize| entries.iter().map(count).sum::<usize>();
    let corners = total(|entry| entry.vertices);
    let mut streams = Streams {
        steps: Stream(rest.take(total(|entry| entry.steps))?),
        differences: [Stream(rest.take(corners)?), Stream(rest.take(corners)?), Stream(rest.take(corners)?)],
        occlusion: Stream(rest.take(corners)?),
        blend: Stream(rest.take(total(|entry| if entry.has(BLENDED) { entry.vertices } else { 0 }))?),
        extras: rest,
    };
    let mut left = entries.len();
    if left == 0 && !streams.extras.0.is_empty() {
        return Err(AssetError::Length);
    }
    Ok(entries.into_iter().map(move |entry| {
        left -= 1;
        let mesh = streams.mesh(&entry).ok_or(AssetError::Broken)?;
        if left == 0 && !streams.extras.0.is_empty() { Err(AssetError::Length) } else { Ok(mesh) }
    }))
}

/// One line of the mesh table.
struct Entry {
    structure: u8,
    flags: u8,
    vertices: usize,
    steps: usize,
    corner: [i16; 3],
}

impl Entry {
    fn read(bytes: &[u8]) -> Self {
        let word = |i: usize| u16::from_le_bytes([bytes[i], bytes[i + 1]]);
        Self {
            structure: bytes[0],
            flags: bytes[1],
            vertices: usize::from(word(2)),
            steps: usize::from(word(4)),
            corner: [6, 8, 10].map(|i| word(i).cast_signed()),
        }
    }

    fn has(&self, flag: u8) -> bool {
        self.flags & flag != 0
    }
}

/// Bytes that are used up from the front.
struct Stream<'a>(&'a [u8]);

impl<'a> Stream<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], AssetError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(AssetError::Length)?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        let (&byte, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(byte)
    }

    fn word(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }
}

struct Streams<'a> {
    steps: Stream<'a>,
    differences: [Stream<'a>; 3],
    occlusion: Stream<'a>,
    blend: Stream<'a>,
    extras: Stream<'a>,
}

/// A corner as stored: whole quanta from the box's corner, occlusion in its steps.
#[derive(Clone, Copy, Default)]
struct Corner {
    place: [i32; 3],
    occlusion: u8,
}

impl Streams<'_> {
    fn mesh(&mut self, entry: &Entry) -> Option<Mesh> {
        if usize::from(entry.structure) >= STRUCTURES.len() {
            return None;
        }
        let mut corners: Vec<Corner> = Vec::with_capacity(entry.vertices);
        let mut triangles = Vec::with_capacity(entry.steps * 2);
        let mut rim = Rim::default();
        let mut steps = entry.steps;
        loop {
            let Some((a, b, apex)) = rim.gate() else {
                // Nothing is open: the surface is told, or another piece of it begins with three new corners.
                if corners.len() == entry.vertices {
                    break;
                }
                let first = corners.len() as u16;
                for _ in 0..3 {
                    let last = corners.last().copied().unwrap_or_default();
                    corners.push(self.corner(last.place, last.occlusion)?);
                }
                let seed = [first, first + 1, first + 2];
                rim.seed(seed);
                triangles.push(seed);
                continue;
            };
            steps = steps.checked_sub(1)?;
            let third = match self.steps.byte()? {
                step::NEW => {
                    let at = |i: u16| corners[usize::from(i)];
                    let (from, to, inner) = (at(a), at(b), at(apex));
                    let guess = [0, 1, 2].map(|i| expect(from.place[i], to.place[i], inner.place[i]));
                    let light = from.occlusion.midpoint(to.occlusion);
                    let third = corners.len() as u16;
                    corners.push(self.corner(guess, light)?);
                    rim.to_new(third);
                    third
                }
                step::NEXT => rim.to_next()?,
                step::PREVIOUS => rim.to_previous()?,
                step::JOIN => rim.to_edge(usize::from(self.extras.word()?))?,
                step::RIM => {
                    rim.at_rim();
                    continue;
                }
                _ => return None,
            };
            if corners.len() > entry.vertices {
                return None;
            }
            triangles.push([b, a, third]);
        }
        (steps == 0).then_some(())?;
        self.finish(entry, &corners, triangles)
    }

    fn corner(&mut self, guess: [i32; 3], light: u8) -> Option<Corner> {
        let mut place = guess;
        for (part, stream) in place.iter_mut().zip(&mut self.differences) {
            let folded = match stream.byte()? {
                LONG => self.extras.word()?,
                short => u16::from(short),
            };
            // Wraps at 16 bits, so that no file can drive a place out of range.
            *part = i32::from((*part + unfold(u32::from(folded))) as i16);
        }
        let occlusion = (i32::from(light) + unfold(u32::from(self.occlusion.byte()?)))
            .clamp(0, i32::from(OCCLUSION_STEPS));
        Some(Corner { place, occlusion: occlusion as u8 })
    }

    /// Millimetres, blend, the mirrored half and normals.
    fn finish(&mut self, entry: &Entry, corners: &[Corner], mut triangles: Vec<[u16; 3]>) -> Option<Mesh> {
        let mut vertices = Vec::with_capacity(corners.len() * 2);
        let of = STRUCTURES.get(usize::from(entry.structure))?;
        // What is swept is in no file.
        let [above, below] = of.bones?.map(Bone::links);
        let links = below.saturating_sub(above);
        for corner in corners {
            let position = [0, 1, 2].map(|i| (corner.place[i] + i32::from(entry.corner[i])) as f32 * QUANTUM);
            let occlusion = (u16::from(corner.occlusion) * 255 / u16::from(OCCLUSION_STEPS)) as u8;
            let blend = if entry.has(BLENDED) { self.blend.byte()? } else { 255 };
            // Down the row of bones, in 255ths of a link.
            let along = usize::from(255 - blend) * links;
            let upper = above + (along / 255).min(links.saturating_sub(1));
            let blend = (255 + (upper - above) * 255 - along) as u8;
            let rides = [upper, (upper + 1).min(below)].map(|link| Bone::at(link) as u16);
            vertices.push(Vertex { position, normal: [0; 3], occlusion, rides, blend, fibre: [0; 2] });
        }
        if entry.has(MIRRORED) {
            let mut twins = Vec::with_capacity(vertices.len());
            for i in 0..vertices.len() {
                let mut twin = vertices[i];
                if twin.position[2] == 0.0 {
                    twins.push(i as u16);
                    continue;
                }
                twin.position[2] = -twin.position[2];
                twins.push(u16::try_from(vertices.len()).ok()?);
                vertices.push(twin);
            }
            for i in 0..triangles.len() {
                let [a, b, c] = triangles[i].map(|corner| twins[usize::from(corner)]);
                triangles.push([a, c, b]);
            }
        }
        let mut mesh = Mesh { structure: StructureId(entry.structure), vertices, triangles };
        set_normals(&mut mesh);
        Some(mesh)
    }
}
