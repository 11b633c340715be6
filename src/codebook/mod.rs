//! The rules of the codebook as data, and all of them found in one pass.
