// What the window holds: the latest snapshot, the page in view, what was typed and not yet taken,
// and the problems to show. It decides nothing; every intent goes to Rust and a snapshot comes
// back.

import { tick } from "svelte";

import {
  asProblem,
  backend,
  type Boot,
  type Home,
  type PracticeCard,
  type Problem,
  type SecretField,
  type Snapshot,
} from "./backend";
import { fieldId, fieldName, fieldsOf, type PageName } from "./pages";
import { VerifyRun } from "./verify-run.svelte";

/** Stands where no onboarding is open. */
const noRun = new VerifyRun();

class Session {
  #cards: Promise<void> = Promise.resolve();
  boot = $state.raw<Boot | null>(null);
  home = $state.raw<Home | null>(null);
  snapshot = $state.raw<Snapshot | null>(null);
  card = $state.raw<PracticeCard | null>(null);
  page = $state<PageName>("home");

  /** A problem of the page as a whole. */
  problem = $state.raw<Problem | null>(null);
  /** Problems that belong to a field of the page in view, by the field's name. */
  fieldProblems = $state<Record<string, Problem>>({});
  /** What was typed into plain fields and not yet saved. Never a secret. */
  drafts = $state<Record<string, string>>({});
  /** Labels of secrets that were typed and are not stored. */
  unstored = $state<string[]>([]);
  /** Where the person wants to go while a typed secret is not stored. */
  leavingFor = $state<PageName | null>(null);
  /** A page that somebody came to for one change, and the page that they came from. */
  #detour = $state<{ at: PageName; from: PageName } | null>(null);
  /** The secret on the clipboard, and until when, in milliseconds; never its value. */
  clipboard = $state.raw<{ id: string; field: SecretField; label: string; until: number } | null>(
    null,
  );
  practiceOpen = $state(false);
  said = $state("");

  /** Undertakings on their way by onboarding: one that waits does not hold up the others. */
  #underWay = $state<Record<string, string>>({});
  #runs = $state<Record<string, VerifyRun>>({});

  /** How many intents were refused so far: a new one moves the focus to what is wrong. */
  refusals = $state(0);

  #turn: Promise<unknown> = Promise.resolve();

  /** The long undertaking on its way for the onboarding in view, by name. */
  get busy(): string | null {
    return (this.snapshot && this.#underWay[this.snapshot.id]) ?? null;
  }

  /** The verification of the onboarding in view, as it unfolds. */
  get run(): VerifyRun {
    return (this.snapshot && this.#runs[this.snapshot.id]) ?? noRun;
  }

  async start(): Promise<void> {
    try {
      this.boot = await backend.boot();
      this.home = await backend.home();
    } catch (thrown) {
      this.fail(asProblem(thrown));
    }
  }

  /** Sends a short intent and takes the snapshot that comes back. */
  async intend(work: () => Promise<Snapshot>, field?: string): Promise<boolean> {
    if (!field) this.problem = null;
    return this.#settle(this.inTurn(work), field);
  }

  /** Waits for what was sent before, so that answers arrive in the order of the intents. */
  inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Sends an intent that takes its time; only one at once for an onboarding. */
  async undertake(name: string, work: () => Promise<Snapshot>): Promise<boolean> {
    const id = this.snapshot?.id;
    if (!id || this.#underWay[id]) return false;
    this.problem = null;
    this.#underWay[id] = name;
    const before = this.#turn;
    try {
      this.#take(await before.then(work));
    } catch (thrown) {
      const problem = asProblem(thrown);
      // What was stopped on request is no problem, and another onboarding's is not this page's.
      if (problem.code !== "cancelled" && this.snapshot?.id === id) this.fail(problem);
      await this.#reread(id);
      return false;
    } finally {
      delete this.#underWay[id];
    }
    // What was sent meanwhile may have been read before this was done, and answered after it.
    if (this.#turn !== before) await this.#reread(id);
    return true;
  }

  #take(snapshot: Snapshot): void {
    if (this.snapshot?.id === snapshot.id) this.snapshot = snapshot;
  }

  async #settle(answer: Promise<Snapshot>, field?: string): Promise<boolean> {
    try {
      this.#take(await answer);
      if (field) delete this.fieldProblems[field];
      return true;
    } catch (thrown) {
      this.fail(asProblem(thrown), field);
      return false;
    }
  }

  /** An undertaking that failed half-way may have changed the record: what it left is shown. */
  async #reread(id: string): Promise<void> {
    if (this.snapshot?.id !== id) return;
    try {
      this.#take(await this.inTurn(() => backend.openOnboarding(id)));
    } catch {
      // The first problem is the one to show.
    }
  }

  /** Shows a problem where it belongs: at its field if that is in view, else on the page. */
  fail(problem: Problem, field?: string): void {
    this.refusals += 1;
    const named = problem.field ? fieldName(problem.field) : field;
    const place = [named, field].find((name) => name && fieldsOf[this.page]?.includes(name));
    if (place) this.fieldProblems[place] = problem;
    else this.problem = problem;
    this.say(problem.message);
  }

  /** Says something to those who listen rather than look. */
  say(text: string): void {
    this.said = this.said === text ? `${text}\u00a0` : text;
  }

  /** Turns to a page, once all that was typed on this one has been taken. */
  async go(page: PageName): Promise<void> {
    const refusals = this.refusals;
    await this.#turn;
    // The fields that waited for the same answer get to see it first.
    await new Promise((resolve) => setTimeout(resolve));
    if (refusals !== this.refusals && this.unstored.length === 0) return;
    if (this.unstored.length > 0) {
      this.leavingFor = page;
      return;
    }
    this.problem = null;
    if (this.#detour?.at !== page) this.#detour = null;
    this.page = page;
    if (page === "home") await this.#refreshHome();
  }

  /** Turns to the page where a value is entered, and to its field; that page then leads back. */
  async change(page: PageName, field: string): Promise<void> {
    const from = this.page;
    await this.go(page);
    if (this.page !== page) return;
    this.#detour = { at: page, from };
    await tick();
    const own = `#${fieldId(field)}, [data-field="${field}"] button`;
    const place = document.querySelector<HTMLElement>(own);
    place?.scrollIntoView({ block: "center" });
    place?.focus({ preventScroll: true });
  }

  /** The way back from a page that somebody came to for one change; nothing for all others. */
  wayBack(page: PageName): (() => Promise<void>) | null {
    const detour = this.#detour;
    return detour?.at === page ? () => this.go(detour.from) : null;
  }

  /** Leaves although a typed secret is not stored. */
  async leave(): Promise<void> {
    const page = this.leavingFor;
    this.unstored = [];
    this.leavingFor = null;
    if (page) await this.go(page);
  }

  async #refreshHome(): Promise<void> {
    this.snapshot = null;
    this.card = null;
    this.fieldProblems = {};
    try {
      this.home = await backend.home();
    } catch (thrown) {
      this.fail(asProblem(thrown));
    }
  }

  /** Opens an onboarding at its overview. */
  async open(work: () => Promise<Snapshot>): Promise<boolean> {
    this.problem = null;
    try {
      const snapshot = await work();
      this.snapshot = snapshot;
      if (!this.#runs[snapshot.id]?.running) this.#runs[snapshot.id] = new VerifyRun();
      this.fieldProblems = {};
      this.page = "hub";
    } catch (thrown) {
      this.fail(asProblem(thrown));
      return false;
    }
    await this.refreshCard();
    return true;
  }

  /** Asks for the practice card, each question after the last, so that no answer is overtaken. */
  askCard(question: () => Promise<PracticeCard | null>): Promise<void> {
    const answered = this.#cards.then(question).then((card) => {
      this.card = card;
    });
    this.#cards = answered.catch(() => undefined);
    return answered;
  }

  /** Reads the practice card; it follows what was entered, such as the Username. */
  async refreshCard(): Promise<void> {
    const snapshot = this.snapshot;
    if (snapshot?.environment !== "practice") {
      this.card = null;
      return;
    }
    try {
      await this.askCard(() => backend.practiceCard(snapshot.id));
    } catch (thrown) {
      this.fail(asProblem(thrown));
    }
  }
}

export const session = new Session();
