//! `GET /v1/tenants`: the core systems connected to the caller's account.

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use super::Gcis;
use super::account::Account;
use crate::scenario::Quirk;

pub(super) async fn list(State(gcis): State<Gcis>, account: Account) -> Json<Value> {
    gcis.cloud.look(|saved, live| {
        let mut tenants = if live.scenario.has(Quirk::NoTenants) {
            Vec::new()
        } else {
            account.tenants(saved).to_vec()
        };
        if live.scenario.has(Quirk::TenantsUnlabelled) {
            for tenant in &mut tenants {
                "training".clone_into(&mut tenant.environment);
            }
        }
        Json(json!({ "tenants": tenants }))
    })
}
