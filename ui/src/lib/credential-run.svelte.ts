// How far a named credential's operation is. Kept outside the page, so that leaving the page and
// coming back shows it still on its way.

import { SvelteMap } from "svelte/reactivity";

import type { CredentialEvent } from "./backend";

/** The latest event, by the onboarding's id. */
export const credentialRuns = new SvelteMap<string, CredentialEvent>();
