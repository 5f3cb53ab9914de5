// What is undertaken on the page of the move.

import { backend, type PortalEnding, type Snapshot } from "../../lib/backend";
import { session } from "../../lib/session.svelte";

/** Signs in once by the new app and looks in Login History; a person may stop it. */
export const lookForMove = (id: string): Promise<boolean> =>
  session.undertake("look_for_move", () => backend.lookForMove(id));

/** Gives GCIS what is entered now; an earlier request without an answer goes out again under its own key. */
export async function give(id: string): Promise<boolean> {
  const given = await session.undertake("replace", () => backend.replaceCredentials(id));
  // The page itself says what is not known, and what to do about it.
  if (session.problem?.code === "replacement_unknown" && session.snapshot?.moving.either) {
    session.problem = null;
  }
  return given;
}

/** Records how a save in the portal ended; where GCIS may have tried, the look follows by itself. */
export async function saveEnded(
  { id }: Snapshot,
  ending: PortalEnding,
  said = "",
): Promise<boolean> {
  const recorded = await session.intend(() => backend.portalEnded(id, ending, said));
  const now = session.snapshot;
  if (recorded && now?.id === id && now.moving.canLook) void lookForMove(id);
  return recorded;
}
