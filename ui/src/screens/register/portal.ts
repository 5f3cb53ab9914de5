// How a save in the portal ended, and the look into Login History that follows it.

import { backend, type PortalEnding, type Snapshot } from "../../lib/backend";
import { session } from "../../lib/session.svelte";

/** Signs in once and looks for GCIS in Login History; a person may stop it. */
export const lookForGcis = (id: string): Promise<boolean> =>
  session.undertake("look_for_gcis", () => backend.lookForGcis(id));

/** Records how it ended; where that is possible, the look follows by itself. */
export async function portalEnded(
  { id }: Snapshot,
  ending: PortalEnding,
  said = "",
): Promise<boolean> {
  const recorded = await session.intend(() => backend.portalEnded(id, ending, said));
  const now = session.snapshot;
  if (recorded && now?.id === id && now.register.portal.canLook) void lookForGcis(id);
  return recorded;
}
