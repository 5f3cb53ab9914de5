// The present moment, for what counts down or grows old on screen.

import { createSubscriber } from "svelte/reactivity";

const eachSecond = createSubscriber((update) => {
  const timer = setInterval(update, 1000);
  return () => clearInterval(timer);
});

/** Now, in milliseconds; whatever reads it is drawn again each second. */
export function now(): number {
  eachSecond();
  return Date.now();
}

/** Whether an ISO time is still to come. */
export function isAhead(iso: string | null): iso is string {
  return iso !== null && now() < Date.parse(iso);
}
