// A tenant in one line.

import type { Tenant } from "./backend";
import { words } from "./words";

/** Product, what it is for, and id, as GCIS words them; what it left out is left out. */
export function tenantDetail(tenant: Tenant): string {
  const id = tenant.id === null ? null : words.tenant.id(tenant.id);
  return [tenant.product, tenant.environment, id].filter(Boolean).join(" · ");
}
