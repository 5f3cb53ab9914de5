//! A line that is cut at a chosen point of a chosen request, between the wizard and the practice GCIS; and the wizard
//! as a process of its own, to be killed at such a point.

mod message;
mod proxy;
mod target;
mod wizard;

pub use proxy::{Cut, Proxy, Seen};
pub use target::Target;
pub use wizard::{Given, Order, Work};

/// How far a request gets before its line is cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Point {
    /// Not one byte of it is passed on.
    BeforeSend,
    /// A part of it is passed on, then both sides are closed.
    MidRequest,
    /// All of it is passed on; nothing of the answer comes back.
    AfterSend,
    /// All of it is passed on; a part of the answer comes back.
    MidAnswer,
    /// The line is cut at once, and all of it arrives only later, when [`Proxy::deliver`] says so.
    Late,
}

impl Point {
    /// All of them, by how far the request gets.
    pub const ALL: [Self; 5] = [
        Self::BeforeSend,
        Self::MidRequest,
        Self::AfterSend,
        Self::MidAnswer,
        Self::Late,
    ];

    /// What a count calls it.
    pub fn words(self) -> &'static str {
        match self {
            Self::BeforeSend => "before send",
            Self::MidRequest => "mid-request",
            Self::AfterSend => "after send, before the answer",
            Self::MidAnswer => "mid-answer",
            Self::Late => "cut, and delivered late",
        }
    }
}
