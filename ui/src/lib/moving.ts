// Whether a move is on, and what the window says of it wherever one is.

import type { Snapshot } from "./backend";
import { words } from "./words";

/** A move that is on, forwards or back. */
export function isMoving(snapshot: Snapshot): boolean {
  const { phase } = snapshot.moving;
  return phase === "on" || phase === "going_back";
}

/** What GCIS signs in with meanwhile, in a line. */
export function gcisMeanwhile({ moving }: Snapshot): string {
  if (moving.either) return words.move.strip.either;
  return moving.gcisRoute ? words.move.strip[moving.gcisRoute] : "";
}
