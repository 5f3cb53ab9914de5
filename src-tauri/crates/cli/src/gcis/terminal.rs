//! Asking the person at a terminal. What is asked stands on standard error: standard output is the
//! answer's alone.

use std::io::{self, BufRead as _, IsTerminal as _};

/// What the person types after a question; nothing where nobody sits at a terminal.
pub(super) async fn ask(question: String) -> Option<String> {
    if !io::stdin().is_terminal() {
        return None;
    }
    // A thread of its own, so that Ctrl-C is heard meanwhile.
    let typed = tokio::task::spawn_blocking(move || {
        eprint!("{question}");
        let mut line = String::new();
        let read = io::stdin().lock().read_line(&mut line);
        read.is_ok_and(|read| read > 0)
            .then(|| line.trim().to_owned())
    });
    typed.await.ok().flatten()
}
