//! One HTTP/1.1 message with a known length, as both sides of this line send them (RFC 9112).

use std::io;

use tokio::io::{AsyncRead, AsyncReadExt as _};

const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// A message, byte for byte.
#[derive(Clone)]
pub(super) struct Message {
    pub(super) bytes: Vec<u8>,
    head: usize,
}

impl Message {
    /// Reads the next message; nothing if the sender has no more to say.
    pub(super) async fn read(from: &mut (impl AsyncRead + Unpin)) -> io::Result<Option<Self>> {
        let mut bytes = Vec::new();
        let head = loop {
            if let Some(place) = find(&bytes, END_OF_HEAD) {
                break place + END_OF_HEAD.len();
            }
            if from.read_buf(&mut bytes).await? == 0 {
                return Ok(None);
            }
        };
        let mut message = Self { bytes, head };
        let body: usize = match message.header("content-length") {
            Some(length) => length.parse().map_err(io::Error::other)?,
            None => 0,
        };
        while message.bytes.len() < head + body {
            if from.read_buf(&mut message.bytes).await? == 0 {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
        }
        Ok(Some(message))
    }

    /// The same message with another `Host`.
    pub(super) fn addressed_to(&self, authority: &str) -> Self {
        let lines = self.head_text();
        let lines = lines.split("\r\n").map(|line| {
            if is_header(line, "host") {
                format!("Host: {authority}")
            } else {
                line.to_owned()
            }
        });
        let head = lines.collect::<Vec<_>>().join("\r\n").into_bytes();
        Self {
            head: head.len(),
            bytes: [&head, &self.bytes[self.head..]].concat(),
        }
    }

    /// A request's method and path.
    pub(super) fn request_line(&self) -> (String, String) {
        self.first_words()
    }

    /// An answer's status.
    pub(super) fn status(&self) -> Option<u16> {
        self.first_words().1.parse().ok()
    }

    fn first_words(&self) -> (String, String) {
        let text = self.head_text();
        let mut words = text.split_whitespace().map(str::to_owned);
        (
            words.next().unwrap_or_default(),
            words.next().unwrap_or_default(),
        )
    }

    fn header(&self, name: &str) -> Option<String> {
        let text = self.head_text();
        let line = text.split("\r\n").find(|line| is_header(line, name))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    }

    fn head_text(&self) -> String {
        String::from_utf8_lossy(&self.bytes[..self.head]).into_owned()
    }
}

fn is_header(line: &str, name: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(one, _)| one.eq_ignore_ascii_case(name))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes
        .windows(wanted.len())
        .position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_message_is_read_whole_and_readdressed_without_another_change() {
        let sent = b"POST /a HTTP/1.1\r\nhost: 127.0.0.1:1\r\nContent-Length: 2\r\n\r\nhi";
        let message = Message::read(&mut &sent[..]).await.unwrap().unwrap();
        assert_eq!(message.bytes, sent);
        assert_eq!(message.request_line(), ("POST".to_owned(), "/a".to_owned()));
        let other = message.addressed_to("127.0.0.1:2");
        let text = String::from_utf8(other.bytes).unwrap();
        assert_eq!(
            text,
            "POST /a HTTP/1.1\r\nHost: 127.0.0.1:2\r\nContent-Length: 2\r\n\r\nhi"
        );
    }

    #[tokio::test]
    async fn a_message_that_ends_too_soon_is_none() {
        let part = b"HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{";
        assert!(Message::read(&mut &part[..]).await.is_err());
        assert!(Message::read(&mut &b""[..]).await.unwrap().is_none());
    }
}
