//! Runs all plans, some at once, on one practice cloud.

use std::env;
use std::sync::Arc;
use std::time::Duration;

use acceptance::cut::Point;
use practice::{Options, Running};
use tokio::task::JoinSet;
use uuid::Uuid;

use crate::plan::{Plan, plans};
use crate::tally::{Outcome, Tally};

/// Set by `cargo xtask test --all`.
const ALL: &str = "CONNECTOR_SETUP_ALL";
/// Set to repeat what a seed gave.
const SEED: &str = "CONNECTOR_SETUP_SEED";
const AT_ONCE: usize = 8;

/// How many runs are made: in `test`, and in `test --all`.
#[derive(Clone, Copy)]
pub(crate) struct Runs {
    pub(crate) usually: usize,
    pub(crate) all: usize,
}

/// Runs them and prints the counts. `done` is what the first request did if it was carried out.
pub(crate) async fn run<F>(
    runs: Runs,
    (what, done): (&str, &str),
    points: &[Point],
    one: impl Fn(Arc<Running>, Plan) -> F,
) where
    F: Future<Output = Outcome> + Send + 'static,
{
    let count = if env::var_os(ALL).is_some() {
        runs.all
    } else {
        runs.usually
    };
    let seed = env::var(SEED).map_or_else(
        |_| Uuid::new_v4().as_u64_pair().0,
        |seed| seed.parse().unwrap(),
    );
    let practice = practice::start(Options {
        operation_time: Duration::from_millis(100),
        ..Options::default()
    });
    let practice = Arc::new(practice.await.unwrap());
    let mut waiting = plans(seed, points, count).into_iter();
    let mut going = JoinSet::new();
    let mut tally = Tally::default();
    loop {
        while going.len() < AT_ONCE
            && let Some(plan) = waiting.next()
        {
            let outcome = tokio::spawn(one(Arc::clone(&practice), plan.clone()));
            going.spawn(async move { (plan, outcome.await) });
        }
        let Some(ended) = going.join_next().await else {
            break;
        };
        match ended.unwrap() {
            (plan, Ok(outcome)) => tally.count(&plan, outcome),
            (plan, Err(_)) => panic!("{what} with {SEED}={seed}: {plan:#?}"),
        }
    }
    tally.print(what, done, seed);
}
