//! How often the codes were those of coded letters, set by set: the one place of these figures, from which every sentence about them is made.
//!
//! Each set was coded by the codebook for this project, not by coders from outside. ARCHITECTURE.md ("Agreement with coded letters") tells
//! the sets apart, and a test holds its table against these rows.

/// What the letters of a set are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Letters that an executive sent, or question-answer pairs from these.
    Real,
    /// Letters that were written for this project; no body or case in them exists.
    Written,
}

/// A set of coded letters and how well the codes agreed with it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CodedSet {
    /// Its name in ARCHITECTURE.md.
    pub name: &'static str,
    /// What its letters are.
    pub origin: Origin,
    /// Whoever wrote the rules had read it when it was measured.
    pub read: bool,
    /// Coded questions; figures leave out those of which the coder was not sure.
    pub questions: u32,
    /// The share of the questions with the same class; one that was not found counts as wrong.
    pub class: f64,
    /// F1 of answers whose own words defer to a document: the harmonic mean of precision and recall (van Rijsbergen, 1979).
    pub document: f64,
}

impl CodedSet {
    /// The sets, each measured once; a part of another set is none of its own.
    pub const ALL: &'static [Self] = &[
        Self::read("corpus", Origin::Written, 310, 0.986, 1.000),
        Self::read("invented", Origin::Written, 486, 0.933, 0.976),
        Self::read("dev", Origin::Real, 214, 0.976, 1.000),
        Self::read("pairs", Origin::Real, 219, 0.962, 1.000),
        Self::unread("unseen", 165, 0.726, 0.676),
        Self::unread("unseen, later", 171, 0.737, 0.787),
        Self::unread("unseen, difficult", 163, 0.807, 0.732),
        Self::unread("unseen, everyday", 127, 0.847, 0.757),
        Self::unread("unseen, everyday, later", 249, 0.835, 0.700),
        Self::unread("unseen, by others", 327, 0.873, 0.796),
        Self::unread("unseen, phrasings", 600, 0.818, 0.740),
        Self::unread("unseen, paragraphs", 450, 0.696, 0.789),
        Self::unread("unseen, afresh", 99, 0.969, 0.941),
    ];

    const fn read(name: &'static str, origin: Origin, questions: u32, class: f64, document: f64) -> Self {
        Self { name, origin, read: true, questions, class, document }
    }

    const fn unread(name: &'static str, questions: u32, class: f64, document: f64) -> Self {
        Self { name, origin: Origin::Written, read: false, questions, class, document }
    }
}

/// Some of the sets together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Together {
    /// How many sets.
    pub sets: usize,
    /// Their questions.
    pub questions: u32,
    /// The least and the greatest share of the questions with the same class.
    pub class: (f64, f64),
    /// The least and the greatest F1 of answers that defer to a document.
    pub document: (f64, f64),
}

impl Together {
    /// The sets of which this holds.
    ///
    /// # Example: what is said of letters from elsewhere comes from letters that nobody had read who wrote rules
    /// ```
    /// use antwoordmeter::coder::Together;
    /// let unread = Together::of(|set| !set.read);
    /// assert_eq!((unread.sets, unread.questions), (9, 2351));
    /// assert!(unread.class.0 < unread.class.1);
    /// ```
    pub fn of(holds: impl Fn(&CodedSet) -> bool) -> Self {
        let none = Self { sets: 0, questions: 0, class: (1.0, 0.0), document: (1.0, 0.0) };
        let wider = |(least, most): (f64, f64), value: f64| (least.min(value), most.max(value));
        CodedSet::ALL.iter().filter(|set| holds(set)).fold(none, |all, set| Self {
            sets: all.sets + 1,
            questions: all.questions + set.questions,
            class: wider(all.class, set.class),
            document: wider(all.document, set.document),
        })
    }
}
