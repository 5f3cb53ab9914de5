// The checks of the verification as the page shows them: what a run under way says of each, else
// what the record holds.

import type { Check, FindingStatus, FindingView, VerifyPage } from "./backend";
import type { VerifyRun } from "./verify-run.svelte";

/** Where on the page a check stands. */
export type GroupName = "reaching" | "org" | "user" | "connector";

/** A row of a list of checks, whoever asked. */
export interface RowState {
  check: string;
  title: string;
  finding: (Pick<FindingView, "status" | "evidence" | "fixes"> & { summary: string }) | undefined;
  tookMs: number | undefined;
  running: boolean;
  status: FindingStatus | "running" | "waiting";
}

/** A check of the verification as it stands now. */
export interface CheckState extends RowState {
  check: Check;
  finding: FindingView | undefined;
}

export const groupNames: GroupName[] = ["reaching", "org", "user", "connector"];

const groupOf: Record<Check, GroupName> = {
  host: "reaching",
  sign_in: "reaching",
  signature: "reaching",
  rest: "reaching",
  identity: "org",
  org: "org",
  environment: "org",
  edition: "org",
  api_calls: "org",
  package: "org",
  user: "user",
  api_access: "user",
  password_expiry: "user",
  permissions: "user",
  credential_right: "user",
  sign_ins: "user",
  named_credentials: "connector",
  endpoint: "connector",
  elsewhere: "connector",
};

/** Every check in its order, as the run or else the record has it. */
export function checkStates(page: VerifyPage, run: VerifyRun): CheckState[] {
  const asksAll = run.running && run.only === null;
  return page.checks.map(({ check, title }) => {
    const live = run.found[check];
    const kept = page.findings.find((finding) => finding.check === check);
    const running = run.running && run.begun.has(check);
    const awaited = asksAll || running || (run.running && run.only === check);
    const finding = run.running ? (live?.finding ?? (awaited ? undefined : kept)) : kept;
    const status = finding?.status ?? (running ? "running" : "waiting");
    return { check, title, finding, tookMs: finding && live?.tookMs, running, status };
  });
}

export function inGroup(rows: CheckState[], group: GroupName): CheckState[] {
  return rows.filter(({ check }) => groupOf[check] === group);
}

/** How many of them want a look. */
export function toLookAt(rows: CheckState[]): number {
  return rows.filter(({ status }) => status === "warning").length;
}

/** How many have no answer. That nobody can tell from here how GCIS fares is always so. */
export function cannotTell(rows: CheckState[]): number {
  return rows.filter(({ check, status }) => status === "unknown" && check !== "elsewhere").length;
}

export function failed(rows: CheckState[]): number {
  return rows.filter(({ status }) => status === "failed").length;
}

export function answered(rows: CheckState[]): number {
  return rows.filter(({ finding }) => finding !== undefined).length;
}

/** Nothing was asked: each of them is skipped, or waits for a run that has not begun. */
export function isIdle(rows: CheckState[]): boolean {
  return rows.every(({ status }) => status === "skipped" || status === "waiting");
}
