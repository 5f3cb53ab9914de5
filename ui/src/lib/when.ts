// Times and days as a person would say them.

const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});

/** 10:12 */
export function clock(iso: string): string {
  return clockFormat.format(new Date(iso));
}

/** 20 Feb 2027 */
export function day(iso: string): string {
  return dayFormat.format(new Date(iso));
}

/** today at 10:12, yesterday at 10:12, on 20 Feb 2027 at 10:12 */
export function when(iso: string, now: Date = new Date()): string {
  const then = new Date(iso);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  const daysAgo = Math.ceil((midnight.getTime() - then.getTime()) / 86_400_000);
  if (daysAgo <= 0) return `today at ${clock(iso)}`;
  if (daysAgo === 1) return `yesterday at ${clock(iso)}`;
  return `on ${day(iso)} at ${clock(iso)}`;
}

/** at 10:12 today; with its day otherwise */
export function at(iso: string): string {
  return when(iso).replace(/^today /, "");
}

/** 0.4 s */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
