//! The walk itself, in its order.

use super::Tour;
use crate::Trouble;

/// Walks the whole onboarding through the API, as a person would: click, type, read.
pub async fn walk(tour: &mut Tour<'_>) -> Result<(), Trouble> {
    tour.begin().await?;
    tour.prerequisites().await?;
    tour.connected_app().await?;
    tour.service_user().await?;
    tour.credentials().await?;
    tour.leave_and_come_back().await?;
    tour.open_verify().await?;
    tour.meet_a_refusal().await?;
    tour.verify().await?;
    tour.look_at_the_ways().await?;
    tour.register_by_api().await?;
    tour.named_credential().await?;
    tour.checklist().await?;
    tour.look_around().await
}
