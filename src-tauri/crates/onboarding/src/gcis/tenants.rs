//! Tenants: which core systems a connector can serve.

use model::onboarding::Tenant;

use super::wire::TenantList;
use super::{Gcis, GcisError};

impl Gcis<'_> {
    /// The tenants that this account may connect.
    pub async fn tenants(&self) -> Result<Vec<Tenant>, GcisError> {
        let list: TenantList = self.get("/v1/tenants").await?;
        let tenants = list.tenants.into_iter().map(|entry| Tenant {
            id: Some(entry.id),
            name: entry.name,
            product: entry.product,
            environment: entry.environment,
        });
        Ok(tenants.collect())
    }
}
