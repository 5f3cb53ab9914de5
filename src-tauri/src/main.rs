//! stub
mod ipc;
fn main() {}
