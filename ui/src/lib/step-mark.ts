import type { Provenance, Status } from "./backend";

/** A step's standing in one word: how far it is or, once complete, who says so. */
export function stepMark(status: Status): Exclude<Status["kind"], "completed"> | Provenance {
  return status.kind === "completed" ? status.provenance : status.kind;
}
