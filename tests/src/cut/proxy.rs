//! What stands on the line.

use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use super::message::Message;
use super::{Point, Target};
use crate::Trouble;

/// Where and how the line is cut, once.
#[derive(Debug, Clone)]
pub struct Cut {
    /// The request.
    pub target: Target,
    /// How far it gets.
    pub point: Point,
    /// Which part of the request or of the answer is passed on where only a part is: from 0 to 1.
    pub part: f64,
    /// The caller's end is reset rather than closed.
    pub resets: bool,
    /// The line is held still at the point until the caller itself is gone.
    pub waits_for_the_end: bool,
}

/// A request that came by.
#[derive(Debug, Clone)]
pub struct Seen {
    /// Its method.
    pub method: String,
    /// Its path, with the query.
    pub path: String,
    /// What the service answered, if it was asked: the caller of a cut line never heard it.
    pub status: Option<u16>,
    /// Where the line was cut.
    pub cut: Option<Point>,
}

impl Seen {
    /// Whether it was this request.
    pub fn is(&self, target: Target) -> bool {
        target.is(&self.method, &self.path)
    }

    /// Whether the service carried it out.
    pub fn is_done(&self) -> bool {
        self.status
            .is_some_and(|status| (200..300).contains(&status))
    }
}

/// Passes requests on to a service on loopback, until it is told to cut one short. Gone when dropped.
pub struct Proxy {
    origin: String,
    line: Arc<Line>,
    accepting: JoinHandle<()>,
}

struct Line {
    service: String,
    reached: Notify,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    cut: Option<Cut>,
    held: Option<Message>,
    held_until: Option<Target>,
    seen: Vec<Seen>,
}

impl Proxy {
    /// Stands before the service of this origin, `http://127.0.0.1:PORT`.
    ///
    /// # Errors
    /// If it is no such origin, or no port is free.
    pub async fn before(origin: &str) -> Result<Self, Trouble> {
        let service = origin
            .strip_prefix("http://")
            .ok_or_else(|| Trouble::new(format!("{origin} is no origin over http")))?
            .trim_end_matches('/');
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.map_err(Trouble::told("a port for the line"))?;
        let own = listener.local_addr();
        let own = own.map_err(Trouble::told("the port of the line"))?;
        let line = Arc::new(Line {
            service: service.to_owned(),
            reached: Notify::new(),
            state: Mutex::default(),
        });
        let accepted = Arc::clone(&line);
        let accepting = tokio::spawn(async move {
            while let Ok((caller, _)) = listener.accept().await {
                let line = Arc::clone(&accepted);
                // A caller that hangs up is what this is for.
                tokio::spawn(async move { line.serve(caller).await.ok() });
            }
        });
        Ok(Self {
            origin: format!("http://{own}"),
            line,
            accepting,
        })
    }

    /// Where callers find it.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Cuts the next such request, and that one alone.
    pub fn cut(&self, cut: Cut) {
        self.line.state().cut = Some(cut);
    }

    /// Waits until a cut has got to its point.
    pub async fn reached(&self) {
        self.line.reached.notified().await;
    }

    /// Brings the service what was held back, if anything is; answers with its status.
    ///
    /// # Errors
    /// If the service does not answer.
    pub async fn deliver(&self) -> Result<Option<u16>, Trouble> {
        let delivered = self.line.deliver().await;
        delivered.map_err(Trouble::told("what was held back"))
    }

    /// Brings the service what is held back when the next such request comes by, just before it.
    pub fn deliver_before(&self, target: Target) {
        self.line.state().held_until = Some(target);
    }

    /// What came by, in the order in which it ended.
    pub fn seen(&self) -> Vec<Seen> {
        self.line.state().seen.clone()
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

impl Line {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, request: &Message, status: Option<u16>, cut: Option<Point>) {
        let (method, path) = request.request_line();
        self.state().seen.push(Seen {
            method,
            path,
            status,
            cut,
        });
    }

    async fn serve(&self, mut caller: TcpStream) -> io::Result<()> {
        while let Some(request) = Message::read(&mut caller).await? {
            let request = request.addressed_to(&self.service);
            let (method, path) = request.request_line();
            let lands = self
                .state()
                .held_until
                .take_if(|target| target.is(&method, &path));
            if lands.is_some() {
                self.deliver().await?;
            }
            let cut = self
                .state()
                .cut
                .take_if(|cut| cut.target.is(&method, &path));
            match cut {
                None => {
                    let answer = self.ask(&request).await?;
                    self.note(&request, answer.status(), None);
                    caller.write_all(&answer.bytes).await?;
                }
                Some(cut) => return self.cut_short(caller, request, &cut).await,
            }
        }
        Ok(())
    }

    /// Both sides are closed when this returns.
    async fn cut_short(
        &self,
        mut caller: TcpStream,
        request: Message,
        cut: &Cut,
    ) -> io::Result<()> {
        let mut service = None;
        let mut status = None;
        match cut.point {
            Point::BeforeSend => {}
            Point::MidRequest => {
                let side = service.insert(TcpStream::connect(&self.service).await?);
                side.write_all(part(&request.bytes, cut.part)).await?;
            }
            Point::AfterSend => status = self.ask(&request).await?.status(),
            Point::MidAnswer => {
                let answer = self.ask(&request).await?;
                status = answer.status();
                caller.write_all(part(&answer.bytes, cut.part)).await?;
            }
            Point::Late => self.state().held = Some(request.clone()),
        }
        if cut.point != Point::Late {
            self.note(&request, status, Some(cut.point));
        }
        self.reached.notify_one();
        if cut.waits_for_the_end {
            let mut rest = [0; 64];
            while caller.read(&mut rest).await.is_ok_and(|read| read > 0) {}
        }
        if cut.resets {
            caller.set_zero_linger()?;
        }
        Ok(())
    }

    async fn deliver(&self) -> io::Result<Option<u16>> {
        let Some(held) = self.state().held.take() else {
            return Ok(None);
        };
        let status = self.ask(&held).await?.status();
        self.note(&held, status, Some(Point::Late));
        Ok(status)
    }

    async fn ask(&self, request: &Message) -> io::Result<Message> {
        let mut service = TcpStream::connect(&self.service).await?;
        service.write_all(&request.bytes).await?;
        let answer = Message::read(&mut service).await?;
        answer.ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }
}

/// The first part of some bytes: at least one, and never all.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a few kilobytes, and a place between the first and the last of them"
)]
fn part(bytes: &[u8], part: f64) -> &[u8] {
    let last = bytes.len().saturating_sub(1);
    let place = (bytes.len() as f64 * part.clamp(0.0, 1.0)) as usize;
    &bytes[..place.clamp(1.min(last), last)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_never_nothing_and_never_all() {
        assert_eq!(part(b"abcd", 0.0), b"a");
        assert_eq!(part(b"abcd", 0.5), b"ab");
        assert_eq!(part(b"abcd", 1.0), b"abc");
    }
}
