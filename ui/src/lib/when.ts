// Times and days as a person would say them.

const clockFormat = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const dayFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
});

const secondFormat = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium" });
const momentFormat = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** 10:12 */
export function clock(iso: string): string {
  return clockFormat.format(new Date(iso));
}

/** 10:12:30 */
export function clockToTheSecond(iso: string): string {
  return secondFormat.format(new Date(iso));
}

/** 23 Nov, 10:12:30 */
export function moment(iso: string): string {
  return momentFormat.format(new Date(iso));
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

/** From one moment to a later one, rounded up: 24 s, 3 min */
export function left(from: number, iso: string): string {
  const seconds = Math.max(0, Math.ceil((Date.parse(iso) - from) / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}

/** Since an earlier moment, in whole minutes. */
export function minutesSince(iso: string, to: number): number {
  return Math.max(0, Math.floor((to - Date.parse(iso)) / 60_000));
}

/** From an earlier moment: just now, 1 minute ago, 3 hours ago; with its day after that. */
export function ago(iso: string, to: number): string {
  const minutes = minutesSince(iso, to);
  if (minutes < 1) return "just now";
  if (minutes < 60) return minutes === 1 ? "1 minute ago" : `${minutes} minutes ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return hours === 1 ? "1 hour ago" : `${hours} hours ago`;
  return when(iso, new Date(to));
}
