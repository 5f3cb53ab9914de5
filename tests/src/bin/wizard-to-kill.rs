//! The wizard as a process of its own, which starts, does what its input says, and is killed while it does.

use std::io;
use std::process::ExitCode;

use acceptance::Trouble;
use acceptance::cut::Order;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<ExitCode, Trouble> {
    let order: Order = serde_json::from_reader(io::stdin()).map_err(Trouble::told("what to do"))?;
    let workspace = order
        .given
        .start()
        .await
        .map_err(|problem| Trouble::new(format!("{}: {}", problem.code, problem.detail)))?;
    let done = order.work.click(&workspace, order.given.id).await;
    Ok(match done {
        Ok(_) => ExitCode::SUCCESS,
        Err(problem) => {
            return Err(Trouble::new(format!(
                "{}: {}",
                problem.code, problem.detail
            )));
        }
    })
}
