//! The dots of a picture as places in a list of its colours: most charts have some hundred of them, and a byte says which.
//!
//! Chosen: a PNG has a list of its colours (`palette.rs`). Why: most charts have some hundred: with a byte a dot the file is a third, and
//! packing costs half. Rejected: three bytes a dot.

/// Red, green, blue, and how opaque.
pub(super) type Dot = [u8; 4];

/// Dots that are looked at together: most are of the colour of the one before them.
const TOGETHER: usize = 8;

/// Where the place of a colour is remembered, by its bytes.
const SLOTS: usize = 1 << 10;

/// Puts the place of the colour of each dot, a byte, where the dots begin, and gives the colours in the order of their places;
/// nothing, and half of the dots lost, when there are more than a byte can tell apart.
pub(super) fn indexed(dots: &mut [u8]) -> Option<Vec<Dot>> {
    let count = dots.len() / size_of::<Dot>();
    let mut colours = Colours { list: Vec::new(), slots: [0; SLOTS] };
    let (mut last, mut place, mut at) = (*dots.first_chunk()?, 0, 0);
    colours.list.push(last);
    while at < count {
        let ahead = &dots[size_of::<Dot>() * at..];
        if ahead.first_chunk::<{ size_of::<[Dot; TOGETHER]>() }>().is_some_and(|dots| *dots.as_chunks().0 == [last; TOGETHER]) {
            *dots[at..].first_chunk_mut()? = [place; TOGETHER];
            at += TOGETHER;
            continue;
        }
        for at in at..count.min(at + TOGETHER) {
            let dot = *dots[size_of::<Dot>() * at..].first_chunk()?;
            if dot != last {
                (last, place) = (dot, colours.place(dot)?);
            }
            dots[at] = place;
        }
        at += TOGETHER;
    }
    Some(colours.list)
}

struct Colours {
    list: Vec<Dot>,
    slots: [u8; SLOTS],
}

impl Colours {
    /// The place of a colour, which is new or was met before; nothing when all places are taken.
    fn place(&mut self, dot: Dot) -> Option<u8> {
        let slot = u32::from_le_bytes(dot).wrapping_mul(0x9E37_79B1) as usize >> 16 & (SLOTS - 1);
        let place = self.slots[slot];
        if self.list[usize::from(place)] == dot {
            return Some(place);
        }
        let known = self.list.iter().position(|other| *other == dot);
        let place = u8::try_from(known.unwrap_or(self.list.len())).ok()?;
        if known.is_none() {
            self.list.push(dot);
        }
        self.slots[slot] = place;
        Some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::{Dot, indexed};
    use proptest::prelude::*;

    /// The dots as the places tell them.
    fn again(dots: &[Dot]) -> Option<Vec<Dot>> {
        let mut bytes = dots.as_flattened().to_vec();
        let colours = indexed(&mut bytes)?;
        Some(bytes[..dots.len()].iter().map(|place| colours[usize::from(*place)]).collect())
    }

    #[test]
    fn a_byte_tells_256_colours_apart() {
        let dots: Vec<Dot> = (0..=256_u16).flat_map(|colour| [[colour.to_le_bytes()[0], colour.to_le_bytes()[1], 7, 255]; 3]).collect();
        assert_eq!(again(&dots[..3 * 256]).as_deref(), Some(&dots[..3 * 256]));
        assert_eq!(again(&dots), None);
        assert_eq!(again(&[]), None);
    }

    proptest! {
        #[test]
        fn every_dot_keeps_its_colour(runs in prop::collection::vec((0..40_u8, 1..30_usize), 1..60)) {
            let dots: Vec<Dot> = runs.iter().flat_map(|(shade, many)| vec![[*shade, 0, shade * 3, 255]; *many]).collect();
            prop_assert_eq!(again(&dots), Some(dots));
        }
    }
}
