//! The desktop's `WebKitWebDriver`, which opens our window and acts in it.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use super::folders::Folders;
use super::service::Service;
use crate::Trouble;

const TRIES: u8 = 3;

pub(super) fn start(
    folders: &Folders,
    variables: &BTreeMap<String, String>,
) -> Result<(Service, String), Trouble> {
    // Another program can take the port between our look and the driver's bind; then once more.
    let mut last = Trouble::new("WebKitWebDriver did not start");
    for _ in 0..TRIES {
        let port = free_port()?;
        let arguments = ["--host=127.0.0.1".to_owned(), format!("--port={port}")];
        let arguments = arguments.each_ref().map(String::as_str);
        let mut service = Service::start("WebKitWebDriver", &arguments, folders, variables)?;
        if until_ready(&mut service, port) {
            return Ok((service, format!("http://127.0.0.1:{port}")));
        }
        last = service.failed(folders);
    }
    Err(last)
}

fn free_port() -> Result<u16, Trouble> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Trouble::told("a free port"))
}

fn until_ready(service: &mut Service, port: u16) -> bool {
    let until = Instant::now() + Duration::from_secs(15);
    while Instant::now() < until && !service.has_ended() {
        if is_ready(port).unwrap_or(false) {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

fn is_ready(port: u16) -> std::io::Result<bool> {
    let limit = Duration::from_secs(2);
    let mut stream =
        TcpStream::connect_timeout(&SocketAddr::from((Ipv4Addr::LOCALHOST, port)), limit)?;
    stream.set_read_timeout(Some(limit))?;
    write!(
        stream,
        "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
    )?;
    let mut start = [0; 12];
    stream.read_exact(&mut start)?;
    Ok(start.ends_with(b"200"))
}
