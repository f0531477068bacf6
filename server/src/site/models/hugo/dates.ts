// The dates of a page: which frontmatter keys give them, and whether they hide the page at the moment of the build
// (resources/page/pagemeta/page_frontmatter.go).

import { booleanAt, type DataValue, stringsAt } from "../../../data/value.ts";
import type { Entries } from "./entries.ts";

export interface DateRules {
  /** Milliseconds since 1970 at the build; undefined when nobody tells. */
  readonly now: number | undefined;
  /** Frontmatter keys (lower case) or ":filename" and the like, the first that has a date wins. */
  readonly date: readonly string[];
  readonly publish: readonly string[];
  readonly expiry: readonly string[];
  readonly buildDrafts: boolean;
  readonly buildFuture: boolean;
  readonly buildExpired: boolean;
}

const aliases: Readonly<Record<string, readonly string[]>> = {
  lastmod: ["modified"],
  publishdate: ["pubdate", "published"],
  expirydate: ["unpublishdate"],
};

const defaults = {
  date: ["date", "publishdate", "lastmod"],
  publishdate: ["publishdate", "date"],
  expirydate: ["expirydate"],
} as const;

export function readDateRules(config: DataValue, now: string | undefined): DateRules {
  return {
    now: now === undefined ? undefined : readInstant(now)?.time,
    date: keys(config, "date"),
    publish: keys(config, "publishdate"),
    expiry: keys(config, "expirydate"),
    buildDrafts: booleanAt(config, "builddrafts") === true,
    buildFuture: booleanAt(config, "buildfuture") === true,
    buildExpired: booleanAt(config, "buildexpired") === true,
  };
}

function keys(config: DataValue, name: keyof typeof defaults): readonly string[] {
  const named = stringsAt(config, "frontmatter", name).map((key) => key.toLowerCase());
  const all = (named.length > 0 ? named : [":default"]).flatMap((key) =>
    key === ":default" ? defaults[name] : [key],
  );
  return [...new Set(all.flatMap((key) => [key, ...(aliases[key] ?? [])]))];
}

/** A date as the parts that addresses are made of, and as a point in time. */
export interface Instant {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: number;
}

/** The page's date; `fileName` is that of the page, of a bundle its folder's. */
export function dateOf(entries: Entries, rules: readonly string[], fileName: string): Instant | undefined {
  for (const key of rules) {
    const found = key === ":filename" ? dateOfName(fileName) : instantOf(entries.get(key));
    if (found) return found;
  }
  return undefined;
}

/** Is the page one that is not built at this moment: not published yet, or expired? */
export function isHiddenByDate(entries: Entries, rules: DateRules, fileName: string): boolean {
  const { now, buildFuture, buildExpired } = rules;
  if (now === undefined) return false;
  const publish = buildFuture ? undefined : dateOf(entries, rules.publish, fileName);
  const expiry = buildExpired ? undefined : dateOf(entries, rules.expiry, fileName);
  return (publish !== undefined && publish.time > now) || (expiry !== undefined && expiry.time < now);
}

/** Of "2024-01-31-party": its date, and "party", which is its slug where names give dates. */
export function dateOfName(name: string): (Instant & { readonly slug: string }) | undefined {
  const instant = /^\d{4}-\d{2}-\d{2}/.test(name) ? readInstant(name.slice(0, 10)) : undefined;
  return instant && { ...instant, slug: name.slice(10).replace(/^[ _-]+|[ _-]+$/g, "") };
}

function instantOf(value: DataValue | undefined): Instant | undefined {
  return value?.kind === "date" || value?.kind === "string" ? readInstant(value.value) : undefined;
}

const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?(?:\s|$)/;

/** ISO 8601 as YAML and TOML write it, or with the name of the month, as Hugo reads it: "31 Jan 2024". */
function readInstant(text: string): Instant | undefined {
  const found = iso.exec(text.trim());
  if (!found) return readNamed(text);
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(found[7]);
  return { year, month, day, time };
}

function offsetOf(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (!found) return 0;
  const minutes = Number(found[2]) * 60 + Number(found[3]);
  return (found[1] === "-" ? -minutes : minutes) * 60_000;
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

function readNamed(text: string): Instant | undefined {
  const found =
    /(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3})[a-z]*,?\s+(\d{4})|([A-Za-z]{3})[a-z]*\s+(\d{1,2}),?\s+(\d{4})/.exec(
      text,
    );
  if (!found) return undefined;
  const month = months.indexOf((found[2] ?? found[4] ?? "").toLowerCase()) + 1;
  const [day, year] = [Number(found[1] ?? found[5]), Number(found[3] ?? found[6])];
  return month === 0 ? undefined : { year, month, day, time: Date.UTC(year, month - 1, day) };
}
