//! Which coder this is: two builds that code alike have the same name.

/// The version of the program, with a mark of how it codes: the first eight digits of a hash over the codings of `corpus/` and of
/// the phrasings in `tests/` (a test keeps it).
///
/// Much of how Dutch is read is code, which the hash of the codebook does not cover; without the mark two builds of one version could code
/// differently under one name.
///
/// # Example: what is published says which coder it was
/// ```
/// use antwoordmeter::coder::EDITION;
/// let (version, mark) = EDITION.split_once('+').unwrap();
/// assert_eq!((version, mark.len()), (env!("CARGO_PKG_VERSION"), 8));
/// ```
pub const EDITION: &str = concat!(env!("CARGO_PKG_VERSION"), "+", include_str!("edition.txt"));
