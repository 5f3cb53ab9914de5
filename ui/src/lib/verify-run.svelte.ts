// One run of the verification as it unfolds. Kept outside the page, so that leaving the page and
// coming back shows it still running.

import { SvelteSet } from "svelte/reactivity";

import type { Check, FindingView, VerifyEvent } from "./backend";

/** When Salesforce is asked again, and until when at the longest; both as ISO times. */
interface Wait {
  nextTry: string;
  until: string;
}

export class VerifyRun {
  running = $state(false);
  /** Somebody asked it to stop. */
  stopping = $state(false);
  /** The one check that is asked; nothing where all are. */
  only = $state<Check | null>(null);
  waiting = $state.raw<Wait | null>(null);
  found = $state<Partial<Record<Check, { finding: FindingView; tookMs: number }>>>({});
  /** Checks begun and not answered; several can be under way at once. */
  readonly begun = new SvelteSet<Check>();

  begin(only: Check | null): void {
    this.running = true;
    this.stopping = false;
    this.only = only;
    this.waiting = null;
    this.begun.clear();
    if (only) delete this.found[only];
    else this.found = {};
  }

  take(event: VerifyEvent): void {
    switch (event.kind) {
      case "started":
        this.begun.add(event.check);
        delete this.found[event.check];
        break;
      case "found":
        this.begun.delete(event.finding.check);
        this.found[event.finding.check] = { finding: event.finding, tookMs: event.tookMs };
        // Signed in: there is nothing left to wait for.
        if (event.finding.check === "sign_in" && event.finding.status === "passed") {
          this.waiting = null;
        }
        break;
      case "waiting":
        this.waiting = { nextTry: event.nextTry, until: event.until };
        this.begun.clear();
        this.#forgetWhatWillBeAskedAgain();
        break;
    }
  }

  /** The run is over; what it found stays only where Rust has kept it too. */
  end(kept: boolean): void {
    this.running = false;
    this.stopping = false;
    this.only = null;
    this.waiting = null;
    this.begun.clear();
    if (!kept) this.found = {};
  }

  /** A refusal that is tried again is not an answer yet. */
  #forgetWhatWillBeAskedAgain(): void {
    for (const check of Object.keys(this.found) as Check[]) {
      if (this.found[check]?.finding.status !== "passed") delete this.found[check];
    }
  }
}
