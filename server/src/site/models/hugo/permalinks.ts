// `permalinks` of the configuration: patterns for the addresses of a section's pages, with tokens such as `:year` and
// `:slug` (resources/page/permalinks.go).

import { type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import { weekdayOf, yearDayOf } from "./calendar.ts";
import type { Instant } from "./dates.ts";

/** Pattern by section (of terms: by taxonomy). */
type Patterns = ReadonlyMap<string, string>;

export type PermalinkKind = "page" | "section" | "taxonomy" | "term";

export type Permalinks = Readonly<Record<PermalinkKind, Patterns>>;

/** A pattern right below `permalinks` is for pages and terms; one below a kind (since 0.115) for that kind. */
export function readPermalinks(config: DataValue): Permalinks {
  const all = entriesAt(config, "permalinks");
  const own = (kind: PermalinkKind) => {
    const patterns = new Map<string, string>();
    const put = (section: string, value: DataValue) => {
      const pattern = stringAt(value);
      if (pattern !== undefined) patterns.set(section.replace(/^[ /]+|[ /]+$/g, ""), pattern);
    };
    if (kind === "page" || kind === "term") for (const { key, value } of all) put(key, value);
    for (const { key, value } of entriesAt(config, "permalinks", kind)) put(key, value);
    return patterns;
  };
  return { page: own("page"), section: own("section"), taxonomy: own("taxonomy"), term: own("term") };
}

/** What the tokens stand for on one page. */
export interface TokenValues {
  readonly title: string;
  readonly slug: string | undefined;
  /** The file's name; of a bundle, its folder's. */
  readonly fileName: string;
  readonly section: string;
  /** The folders of the section that the page lies in. */
  readonly sections: readonly string[];
  readonly date: Instant | undefined;
}

/** The address that a pattern makes, not yet sanitised; undefined where a token is not known. `clean` makes a text part of an address. */
export function expandPattern(
  pattern: string,
  values: TokenValues,
  clean: (text: string) => string,
): string | undefined {
  let known = true;
  const filled = pattern.replace(/:(\w+)(\[.+?\])?/g, (_, token: string, cut: string | undefined) => {
    const value = cut === undefined ? tokenValue(token, values, clean) : cutSections(token, cut, values);
    known &&= value !== undefined;
    return value ?? "";
  });
  return known ? filled : undefined;
}

function tokenValue(token: string, values: TokenValues, clean: (text: string) => string): string | undefined {
  const { title, slug, fileName, section, sections, date } = values;
  switch (token) {
    case "title":
      return clean(title);
    case "slug":
      return clean(slug ?? title);
    case "slugorfilename":
    case "slugorcontentbasename":
      return clean(slug ?? fileName);
    case "filename":
    case "contentbasename":
      return clean(fileName);
    case "section":
      return section;
    case "sections":
      return sections.join("/");
    default:
      return datePart(token, date ?? never);
  }
}

/** Go's zero time, which a page without any date has. */
const never: Instant = { year: 1, month: 1, day: 1, time: Date.UTC(0, 0, 1) };

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** The named parts of a date, and Go's layouts that a token can hold. */
function datePart(token: string, date: Instant): string | undefined {
  const two = (value: number) => String(value).padStart(2, "0");
  const [month, day] = [monthNames[date.month - 1] ?? "", dayNames[weekdayOf(date)] ?? ""];
  const parts: Readonly<Record<string, string>> = {
    year: String(date.year),
    month: two(date.month),
    monthname: month,
    day: two(date.day),
    weekday: String(weekdayOf(date)),
    weekdayname: day,
    yearday: String(yearDayOf(date)),
    "2006": String(date.year).padStart(4, "0"),
    "06": two(date.year % 100),
    "01": two(date.month),
    "1": String(date.month),
    Jan: month.slice(0, 3),
    January: month,
    "02": two(date.day),
    "2": String(date.day),
    Mon: day.slice(0, 3),
    Monday: day,
  };
  return Object.hasOwn(parts, token) ? parts[token] : undefined;
}

/** `:sections[1:]`, `:sections[last]`. */
function cutSections(token: string, cut: string, { sections }: TokenValues): string | undefined {
  if (token !== "sections") return undefined;
  const inner = cut.slice(1, -1).trim().toLowerCase();
  const [low = "", high] = inner.split(":");
  const place = (text: string, none: number) => {
    if (text === "") return none;
    return text === "last" ? sections.length - 1 : Math.min(Number.parseInt(text, 10) || 0, sections.length);
  };
  const from = place(low, 0);
  return sections.slice(from, high === undefined ? from + 1 : place(high, sections.length)).join("/");
}
