//! What holds for every move.
