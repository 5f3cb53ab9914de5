// One run of the verification as it unfolds. Kept outside the page, so that leaving the page and
// coming back shows it still running.

import type { Check, FindingView, VerifyEvent } from "./backend";

export class VerifyRun {
  running = $state(false);
  current = $state<Check | null>(null);
  found = $state<Partial<Record<Check, { finding: FindingView; tookMs: number }>>>({});

  begin(): void {
    this.running = true;
    this.current = null;
    this.found = {};
  }

  take(event: VerifyEvent): void {
    if (event.kind === "started") {
      this.current = event.check;
    } else {
      this.found[event.finding.check] = { finding: event.finding, tookMs: event.tookMs };
      if (this.current === event.finding.check) this.current = null;
    }
  }

  end(): void {
    this.running = false;
    this.current = null;
  }
}
