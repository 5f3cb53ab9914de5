//! The walk itself, in its order.

use model::Route;

use super::Tour;
use crate::Trouble;

/// Walks the whole onboarding through the API by the connected app, as a person would: click, type,
/// read.
pub async fn walk(tour: &mut Tour<'_>) -> Result<(), Trouble> {
    let route = Route::ConnectedApp;
    tour.begin().await?;
    tour.prerequisites().await?;
    tour.choose_route(route).await?;
    tour.app(route).await?;
    tour.service_user(route).await?;
    tour.credentials(route).await?;
    tour.leave_and_come_back().await?;
    tour.open_verify().await?;
    tour.meet_a_refusal().await?;
    tour.verify().await?;
    tour.look_at_the_ways().await?;
    tour.register_by_api().await?;
    tour.named_credential().await?;
    tour.what_happens_next().await?;
    tour.checklist().await?;
    tour.look_around().await
}

/// Walks from the list to the registered connector by the external client app.
pub async fn walk_by_external_client_app(tour: &mut Tour<'_>) -> Result<(), Trouble> {
    let route = Route::ExternalClientApp;
    tour.begin().await?;
    tour.prerequisites().await?;
    tour.choose_route(route).await?;
    tour.app(route).await?;
    tour.service_user(route).await?;
    tour.credentials(route).await?;
    tour.meet_refusals_by_key().await?;
    tour.verify().await?;
    tour.register_by_api().await
}
