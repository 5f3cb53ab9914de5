// The pages there are, and which of them a field belongs to.

import type { StepId } from "./backend";

export type PageName =
  "home" | "new_onboarding" | "blank_checklist" | "settings" | "hub" | "move" | StepId;

/** The fields that a page shows: their problems stand beside them. */
export const fieldsOf: Partial<Record<PageName, string[]>> = {
  new_onboarding: ["name", "environment", "domain", "sandbox_name"],
  service_user: ["domain", "sandbox_name"],
  credentials: [
    "username",
    "password",
    "security_token",
    "consumer_key",
    "consumer_secret",
    "eca_consumer_key",
    "eca_consumer_secret",
    "login_url",
    "event_endpoint",
  ],
  register: ["tenant", "tenant_confirmation"],
  move: ["tenant", "words_to_retire"],
  named_credential: ["org_name", "reminder_days"],
  settings: [
    "proxy_address",
    "trust_file",
    "package_namespace",
    "gcis_api",
    "gcis_token",
    "gcis_client_id",
    "gcis_client_secret",
  ],
};

/** Rust's name of a field, in the form that the inputs carry. */
export function fieldName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The step's page where a field can be changed. */
export function pageOfField(name: string): StepId | null {
  const steps: StepId[] = ["credentials", "service_user", "register"];
  return steps.find((step) => fieldsOf[step]?.includes(name)) ?? null;
}

/** The element's id of a field's input. */
export function fieldId(name: string): string {
  return `field-${name}`;
}
