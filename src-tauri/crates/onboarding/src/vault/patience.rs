//! Calls that may wait for a person, and what becomes of them when nobody waits for them any more.
//!
//! A blocking call cannot be stopped. One that is left behind would do its work later, against what
//! the person has chosen meanwhile: so one that has not begun never begins, and what one has done
//! is undone. Calls for one entry take turns, so that an undoing never meets a newer value.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// Why no answer was had.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Unanswered {
    /// It took longer than anybody waits.
    TimedOut,
    /// The thread ended without one.
    Died(String),
}

/// Runs a call on a blocking thread when its turn comes, and waits for it at most so long. Left
/// behind by then, or because the caller went away, it is not begun or is undone.
pub(super) async fn patiently<T: Send + 'static>(
    limit: Duration,
    turn: Arc<Mutex<()>>,
    call: impl FnOnce() -> T + Send + 'static,
    undo: impl FnOnce(T) + Send + 'static,
) -> Result<T, Unanswered> {
    let awaited = Arc::new(Settled::default());
    let caller = Caller(Arc::clone(&awaited));
    let mut work = tokio::task::spawn_blocking(move || {
        let _turn = turn.lock().unwrap_or_else(PoisonError::into_inner);
        if awaited.is_settled() {
            return None;
        }
        let answer = call();
        if awaited.settle() {
            return Some(answer);
        }
        undo(answer);
        None
    });
    let answer = match tokio::time::timeout(limit, &mut work).await {
        Ok(answer) => answer,
        // It may have been answered at the last moment: then that counts.
        Err(_) if caller.0.settle() => return Err(Unanswered::TimedOut),
        Err(_) => work.await,
    };
    match answer {
        Ok(answer) => answer.ok_or(Unanswered::TimedOut),
        Err(join) => Err(Unanswered::Died(join.to_string())),
    }
}

/// Settled once: by the thread that has an answer, or by the caller that waits no longer.
#[derive(Debug, Default)]
struct Settled(AtomicBool);

impl Settled {
    /// Whether this was the first to settle it.
    fn settle(&self) -> bool {
        !self.0.swap(true, Ordering::AcqRel)
    }

    fn is_settled(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }
}

/// The caller's side: whoever drops it waits no longer.
struct Caller(Arc<Settled>);

impl Drop for Caller {
    fn drop(&mut self) {
        self.0.settle();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, Sender, channel};

    use super::*;

    const LONG: Duration = Duration::from_mins(1);
    const SHORT: Duration = Duration::from_millis(20);

    /// One entry of a keychain, and the turns at it.
    #[derive(Clone, Default)]
    struct Entry {
        value: Arc<Mutex<Option<&'static str>>>,
        turn: Arc<Mutex<()>>,
    }

    impl Entry {
        /// Writes once a person has answered; taken back if left behind.
        async fn write(
            &self,
            limit: Duration,
            value: &'static str,
            answered: Receiver<()>,
        ) -> Result<(), Unanswered> {
            let (written, cleared) = (self.value.clone(), self.value.clone());
            let call = move || {
                answered.recv().unwrap();
                *written.lock().unwrap() = Some(value);
            };
            let undo = move |()| *cleared.lock().unwrap() = None;
            patiently(limit, self.turn.clone(), call, undo).await
        }

        fn holds(&self) -> Option<&'static str> {
            *self.value.lock().unwrap()
        }

        /// Waits until nobody is at it.
        async fn is_free(&self) {
            let turn = self.turn.clone();
            let wait = move || drop(turn.lock().unwrap());
            tokio::task::spawn_blocking(wait).await.unwrap();
        }
    }

    fn answered() -> Receiver<()> {
        let (answer, asks) = channel();
        answer.send(()).unwrap();
        asks
    }

    /// A write that nobody waits for any more, and the person's answer to it.
    async fn left_behind(entry: &Entry) -> Sender<()> {
        let (answer, asks) = channel();
        let left = entry.write(SHORT, "left behind", asks).await;
        assert_eq!(left, Err(Unanswered::TimedOut));
        answer
    }

    #[tokio::test]
    async fn what_is_answered_in_time_stands() {
        let entry = Entry::default();
        assert_eq!(entry.write(LONG, "one", answered()).await, Ok(()));
        assert_eq!(entry.holds(), Some("one"));
    }

    #[tokio::test]
    async fn a_write_that_was_left_behind_is_undone_when_the_person_answers_after_all() {
        let entry = Entry::default();
        let answer = left_behind(&entry).await;
        answer.send(()).unwrap();
        entry.is_free().await;
        assert_eq!(entry.holds(), None);
    }

    #[tokio::test]
    async fn a_write_whose_caller_went_away_is_undone_too() {
        let entry = Entry::default();
        let (answer, asks) = channel();
        let write = entry.write(LONG, "gone", asks);
        let gone = tokio::time::timeout(SHORT, write).await;
        assert!(gone.is_err());
        answer.send(()).unwrap();
        entry.is_free().await;
        assert_eq!(entry.holds(), None);
    }

    #[tokio::test]
    async fn a_newer_write_stands_whatever_was_left_behind_before_it() {
        let entry = Entry::default();
        let answer = left_behind(&entry).await;
        let newer = entry.write(LONG, "newer", answered());
        let (newer, ()) = tokio::join!(newer, async { answer.send(()).unwrap() });
        assert_eq!(newer, Ok(()));
        assert_eq!(entry.holds(), Some("newer"));
    }

    #[tokio::test]
    async fn one_that_was_left_behind_before_its_turn_never_begins() {
        let entry = Entry::default();
        let first = left_behind(&entry).await;
        let (lives, ended) = channel::<()>();
        let begun = Arc::new(AtomicBool::new(false));
        let begins = begun.clone();
        let second = move || {
            begins.store(true, Ordering::Release);
            drop(lives);
        };
        let left = patiently(SHORT, entry.turn.clone(), second, |()| ()).await;
        assert_eq!(left, Err(Unanswered::TimedOut));
        first.send(()).unwrap();
        let until_it_is_gone = tokio::task::spawn_blocking(move || ended.recv());
        assert!(until_it_is_gone.await.unwrap().is_err());
        assert!(!begun.load(Ordering::Acquire));
        assert_eq!(entry.holds(), None);
    }
}
