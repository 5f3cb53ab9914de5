//! What happens in one run, by chance: all of it from one seed.

use acceptance::cut::{Cut, Point, Target};
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// How the wizard is stopped at the point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum By {
    /// Its line is cut; it goes on.
    Cut,
    /// It is killed by SIGKILL.
    Kill,
}

/// What the person changes before going on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Changed {
    Nothing,
    /// The secrets were kept for the last run only.
    SecretsAnew,
    OtherTenant,
}

/// When a request that is held back arrives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lands {
    BeforeTheSecondClick,
    /// Between the look and the second request.
    JustBeforeTheSecondRequest,
    AtTheEnd,
}

/// One run.
#[derive(Debug, Clone)]
pub(crate) struct Plan {
    pub(crate) point: Point,
    pub(crate) by: By,
    part: f64,
    resets: bool,
    restarts: bool,
    pub(crate) changed: Changed,
    /// The line is cut once more, while GCIS is asked what became of the first request.
    pub(crate) look_up_is_cut: Option<Point>,
    /// The person looks first, and clicks again only then.
    pub(crate) looks_first: bool,
    /// When a request that is held back arrives.
    pub(crate) lands: Lands,
}

impl Plan {
    /// The cut at this plan's point.
    pub(crate) fn cut(&self, target: Target) -> Cut {
        Cut {
            target,
            point: self.point,
            part: self.part,
            resets: self.resets,
            waits_for_the_end: self.by == By::Kill,
        }
    }

    /// The cut while it is looked up.
    pub(crate) fn second_cut(&self, target: Target) -> Option<Cut> {
        Some(Cut {
            target,
            point: self.look_up_is_cut?,
            part: self.part,
            resets: !self.resets,
            waits_for_the_end: false,
        })
    }

    /// Whether the wizard is started anew.
    pub(crate) fn restarts(&self) -> bool {
        self.by == By::Kill || self.restarts || self.changed == Changed::SecretsAnew
    }
}

fn by_chance(point: Point, by: By) -> impl Strategy<Value = Plan> {
    let changed = prop_oneof![
        2 => Just(Changed::Nothing),
        1 => Just(Changed::SecretsAnew),
        1 => Just(Changed::OtherTenant),
    ];
    let answerless = vec![Point::BeforeSend, Point::AfterSend, Point::MidAnswer];
    let look_up_is_cut = proptest::option::weighted(0.3, proptest::sample::select(answerless));
    let lands = prop_oneof![
        Just(Lands::BeforeTheSecondClick),
        Just(Lands::JustBeforeTheSecondRequest),
        Just(Lands::AtTheEnd),
    ];
    let coins = (any::<bool>(), any::<bool>(), any::<bool>());
    (0.0..1.0, changed, look_up_is_cut, lands, coins).prop_map(
        move |(part, changed, look_up_is_cut, lands, (resets, restarts, looks_first))| Plan {
            point,
            by,
            part,
            resets,
            restarts,
            changed,
            look_up_is_cut,
            looks_first,
            lands,
        },
    )
}

/// So many plans: each point as often as each other, half of them cut and half killed.
pub(crate) fn plans(seed: u64, points: &[Point], count: usize) -> Vec<Plan> {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let chance = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
    let mut runner = TestRunner::new_with_rng(Config::default(), chance);
    let kinds = [By::Cut, By::Kill];
    let each = points
        .iter()
        .flat_map(|point| kinds.map(|by| (*point, by)))
        .cycle();
    each.take(count)
        .map(|(point, by)| {
            let plan = by_chance(point, by).new_tree(&mut runner);
            plan.unwrap().current()
        })
        .collect()
}
