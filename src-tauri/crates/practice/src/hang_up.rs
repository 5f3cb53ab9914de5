//! Connections that a handler can cut before its answer leaves.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use axum::extract::connect_info::Connected;
use axum::serve::IncomingStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::exchange::Exchange;

/// The caller's end of the line, as a handler holds it.
#[derive(Clone, Default)]
pub(crate) struct Line(Arc<AtomicBool>);

impl Line {
    /// From now on not one byte is sent on this connection; it closes.
    pub(crate) fn hang_up(&self) {
        self.0.store(true, Ordering::Release);
    }
}

impl Connected<IncomingStream<'_, Exchange>> for Line {
    fn connect_info(stream: IncomingStream<'_, Exchange>) -> Self {
        stream.io().line.clone()
    }
}

/// What carries a connection: loopback itself, a link over it, TLS over either.
pub(crate) trait Carrier: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Carrier for T {}

/// A connection whose writes fail once its line is cut.
pub(crate) struct Wire {
    carrier: Box<dyn Carrier>,
    line: Line,
}

impl Wire {
    pub(crate) fn over(carrier: impl Carrier + 'static) -> Self {
        Self {
            carrier: Box::new(carrier),
            line: Line::default(),
        }
    }

    /// What carries it, for as long as the line is not cut: TLS would still say goodbye on a cut one.
    fn uncut(&mut self) -> io::Result<Pin<&mut dyn Carrier>> {
        if self.line.0.load(Ordering::Acquire) {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        Ok(Pin::new(&mut *self.carrier))
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut *self.carrier).poll_read(context, buffer)
    }
}

impl AsyncWrite for Wire {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        self.uncut()?.poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.uncut()?.poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.uncut()?.poll_shutdown(context)
    }
}
