//! A link with a round trip of some length, where loopback has none.
//!
//! Every byte arrives half a round trip after it left, in order and at any rate: only time passes, nothing is narrowed.
//! It works below TLS, needs no help of the system, and is heard by both sides alike: an end arrives late as well.

use std::time::Duration;

use tokio::io::{
    AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _, DuplexStream, duplex, split,
};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

/// The most bytes that travel as one.
const LARGEST_PIECE: usize = 16 << 10;

/// The most pieces on their way at once, each way. Where it is reached, pieces grow, so that it narrows nothing.
const PIECES: usize = 4096;

/// Some bytes and when they arrive. None are the end.
struct Piece {
    due: Instant,
    bytes: Vec<u8>,
}

/// Puts a link of this round trip before a connection that was accepted just now.
///
/// Loopback has made the TCP handshake in no time, so the link takes the one round trip that it costs: what was sent
/// before it is over leaves at its end.
pub(crate) fn stretch(
    stream: impl AsyncRead + AsyncWrite + Send + 'static,
    round_trip: Duration,
) -> DuplexStream {
    let (server, far) = duplex(LARGEST_PIECE);
    let open = Instant::now() + round_trip;
    tokio::spawn(async move {
        let (from_client, to_client) = split(stream);
        let (from_server, to_server) = split(far);
        let there = round_trip / 2;
        let inbound = carry(from_client, to_server, open, there);
        let outbound = carry(
            from_server,
            to_client,
            open,
            round_trip.saturating_sub(there),
        );
        tokio::pin!(inbound, outbound);
        tokio::select! {
            // A client that has said all still wants its answer.
            () = &mut inbound => outbound.await,
            // A server that has said all is gone.
            () = &mut outbound => {}
        }
    });
    server
}

/// Carries bytes one way until their end has arrived, or nobody is there to receive them.
async fn carry(
    mut from: impl AsyncRead + Unpin,
    mut to: impl AsyncWrite + Unpin,
    open: Instant,
    takes: Duration,
) {
    let (leave, mut arrive) = mpsc::channel::<Piece>(PIECES);
    let leaving = async move {
        let mut buffer = vec![0; LARGEST_PIECE];
        loop {
            let read = tokio::select! {
                read = from.read(&mut buffer) => read.unwrap_or(0),
                () = leave.closed() => break,
            };
            let piece = Piece {
                due: Instant::now().max(open) + takes,
                bytes: buffer[..read].to_vec(),
            };
            if leave.send(piece).await.is_err() || read == 0 {
                break;
            }
        }
    };
    let arriving = async move {
        while let Some(Piece { due, bytes }) = arrive.recv().await {
            sleep_until(due).await;
            if bytes.is_empty() || to.write_all(&bytes).await.is_err() {
                break;
            }
        }
        // Whoever has gone already misses nothing.
        let _ = to.shutdown().await;
    };
    tokio::join!(leaving, arriving);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tests' clock goes on only while everybody waits, so that it tells what the link does and not the machine.
    const ROUND_TRIP: Duration = Duration::from_millis(100);
    const QUARTER: Duration = Duration::from_millis(25);
    /// A timer's own grain, twice.
    const GRAIN: Duration = Duration::from_millis(2);

    struct Ends {
        client: DuplexStream,
        server: DuplexStream,
        start: Instant,
    }

    impl Ends {
        fn new() -> Self {
            let (client, near) = duplex(LARGEST_PIECE);
            let start = Instant::now();
            let server = stretch(near, ROUND_TRIP);
            Self {
                client,
                server,
                start,
            }
        }

        /// A connection whose handshake is long made.
        async fn open() -> Self {
            let mut ends = Self::new();
            tokio::time::sleep(2 * ROUND_TRIP).await;
            ends.start = Instant::now();
            ends
        }
    }

    #[track_caller]
    fn assert_quarters_since(start: Instant, quarters: u32) {
        let (passed, due) = (start.elapsed(), quarters * QUARTER);
        assert!(
            (due..=due + GRAIN).contains(&passed),
            "{passed:?} instead of {due:?}"
        );
    }

    fn pattern(length: usize) -> Vec<u8> {
        (0_u32..)
            .flat_map(|number| number.wrapping_mul(2_654_435_761).to_le_bytes())
            .take(length)
            .collect()
    }

    #[tokio::test(start_paused = true)]
    async fn the_first_byte_is_heard_after_a_handshake_and_half_a_round_trip() {
        let mut ends = Ends::new();
        ends.client.write_all(b"a").await.unwrap();
        ends.server.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 6);
        ends.server.write_all(b"b").await.unwrap();
        ends.client.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 8);
    }

    #[tokio::test(start_paused = true)]
    async fn a_question_and_its_answer_on_an_open_connection_take_one_round_trip() {
        let mut ends = Ends::open().await;
        ends.client.write_all(b"a").await.unwrap();
        ends.server.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 2);
        ends.server.write_all(b"b").await.unwrap();
        ends.client.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 4);
    }

    #[tokio::test(start_paused = true)]
    async fn bytes_sent_close_together_arrive_close_together() {
        let ends = Ends::open().await;
        let (mut server, mut client) = (ends.server, ends.client);
        let writing = tokio::spawn(async move {
            for byte in 0..=255 {
                client.write_all(&[byte]).await.unwrap();
                tokio::task::yield_now().await;
            }
        });
        let mut received = [0; 256];
        server.read_exact(&mut received).await.unwrap();
        assert!(received.iter().copied().eq(0..=255));
        writing.await.unwrap();
        assert_quarters_since(ends.start, 2);
    }

    #[tokio::test(start_paused = true)]
    async fn bytes_sent_apart_arrive_apart() {
        let mut ends = Ends::open().await;
        ends.client.write_all(b"a").await.unwrap();
        tokio::time::sleep(QUARTER).await;
        ends.client.write_all(b"b").await.unwrap();
        ends.server.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 2);
        ends.server.read_u8().await.unwrap();
        assert_quarters_since(ends.start, 3);
    }

    #[tokio::test(start_paused = true)]
    async fn an_end_arrives_late_and_after_what_was_said_before_it() {
        let mut ends = Ends::open().await;
        ends.server.write_all(b"bye").await.unwrap();
        drop(ends.server);
        let mut received = Vec::new();
        ends.client.read_to_end(&mut received).await.unwrap();
        assert_eq!(received, b"bye");
        assert_quarters_since(ends.start, 2);
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_has_said_all_still_gets_its_answer() {
        let mut ends = Ends::open().await;
        ends.client.write_all(b"question").await.unwrap();
        ends.client.shutdown().await.unwrap();
        let mut question = Vec::new();
        ends.server.read_to_end(&mut question).await.unwrap();
        ends.server.write_all(b"answer").await.unwrap();
        let mut answer = [0; 6];
        ends.client.read_exact(&mut answer).await.unwrap();
        assert_eq!((&*question, &answer), (&b"question"[..], b"answer"));
        assert_quarters_since(ends.start, 4);
    }

    #[tokio::test(start_paused = true)]
    async fn a_client_that_hangs_up_is_noticed() {
        let mut ends = Ends::open().await;
        drop(ends.client);
        assert_eq!(ends.server.read(&mut [0; 8]).await.unwrap(), 0);
        tokio::time::sleep(ROUND_TRIP).await;
        let mut refused = false;
        for _ in 0..3 {
            refused |= ends
                .server
                .write_all(&pattern(LARGEST_PIECE))
                .await
                .is_err();
            tokio::time::sleep(ROUND_TRIP).await;
        }
        assert!(refused);
    }

    #[tokio::test(start_paused = true)]
    async fn no_byte_is_lost_or_moved_in_much_traffic_both_ways_and_the_rate_is_not_limited() {
        let ends = Ends::open().await;
        let (up, down) = (pattern(9_000_001), pattern(7_654_321));
        let (mut from_server, mut to_server) = split(ends.client);
        let (mut from_client, mut to_client) = split(ends.server);
        let (mut heard_up, mut heard_down) = (vec![0; up.len()], vec![0; down.len()]);
        let (first, second, third, fourth) = tokio::join!(
            to_server.write_all(&up),
            to_client.write_all(&down),
            from_client.read_exact(&mut heard_up),
            from_server.read_exact(&mut heard_down),
        );
        first.and(second).and(third).and(fourth).unwrap();
        assert!(heard_up == up && heard_down == down);
        assert_quarters_since(ends.start, 2);
    }
}
