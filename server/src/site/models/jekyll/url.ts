// Addresses made of templates: `:categories`, `:year`, `:title` and the others (lib/jekyll/url.rb, drops/url_drop.rb, utils.rb).

import type { JekyllConfig } from "./config.ts";

const styles: Readonly<Record<string, string>> = {
  none: "/:categories/:title:output_ext",
  date: "/:categories/:year/:month/:day/:title:output_ext",
  ordinal: "/:categories/:year/:y_day/:title:output_ext",
  pretty: "/:categories/:year/:month/:day/:title/",
  weekdate: "/:categories/:year/W:week/:short_day/:title:output_ext",
};

/** The template that the site's `permalink` is for posts: a style by its name, or a template itself. */
export function postTemplate(permalink: string): string {
  return styles[permalink] ?? permalink;
}

/** What pages and collections have after their path under the site's `permalink`: a slash, the extension, or nothing. */
export function suffixOf(permalink: string): string {
  if (permalink === "pretty" || (!(permalink in styles) && permalink.endsWith("/"))) return "/";
  const ext = permalink === "date" || permalink === "ordinal" || permalink === "none";
  return ext || permalink.endsWith(":output_ext") ? ":output_ext" : "";
}

/** The address of a page: of its own template or the site's. Tokens: `:path` (its folder), `:basename`, `:output_ext`. */
export function pageUrl(template: string, page: { folder: string; name: string; extension: string }): string {
  return sanitized(
    template
      .replaceAll(":path", page.folder)
      .replaceAll(":basename", page.name)
      .replaceAll(":output_ext", page.extension),
  );
}

export type Tokens = Readonly<Record<string, string>>;

/** The address of a document; undefined where the template has a token that there is not, on which the build fails. */
export function documentUrl(template: string, tokens: Tokens): string | undefined {
  let known = true;
  const filled = template.replace(/:([a-z_]+)/g, (found, name: string) => {
    const short = name.replace(/_$/, "");
    const value = tokens[name] ?? tokens[short];
    if (value === undefined) known = false;
    return tokens[name] === undefined && short !== name ? `${value}_` : (value ?? found);
  });
  return known ? sanitized(filled) : undefined;
}

function sanitized(url: string): string {
  return `/${url}`
    .replaceAll("..", "/")
    .replaceAll("./", "")
    .replace(/\/{2,}/g, "/")
    .normalize("NFC");
}

/** Jekyll's `slugify`; "pretty" keeps some punctuation, and as tokens use it also the case. */
export function slugify(text: string, mode: "default" | "pretty" | "ascii" | "raw" = "default"): string {
  const drop = {
    default: /[^\p{M}\p{L}\p{Nd}]+/gu,
    pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
    ascii: /[^A-Za-z0-9]+/g,
    raw: /\s+/g,
  }[mode];
  return text.replace(drop, "-").replace(/^-|-$/g, "");
}

export interface PageDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: readonly [string, string, string];
}

/** `2024-05-01`, `2024-5-1 10:00:00 +0200`: the day as written. */
export function readDate(text: string): PageDate | undefined {
  const found = /^\s*(\d{2,4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?/.exec(text);
  if (!found) return undefined;
  const [, year = "", month = "", day = "", hour = "00", minute = "00", second = "00"] = found;
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  return {
    year: full,
    month: Number(month),
    day: Number(day),
    time: [hour.padStart(2, "0"), minute, second],
  };
}

const months = "January February March April May June July August September October November December".split(
  " ",
);
const days = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

export function dateTokens({ year, month, day, time }: PageDate): Tokens {
  const date = new Date(Date.UTC(year, month - 1, day));
  const weekday = date.getUTCDay();
  const dayOfYear = Math.round((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  const thursday = new Date(date.getTime() + (4 - (weekday || 7)) * 86_400_000);
  const week = Math.ceil(
    ((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / 86_400_000 + 1) / 7,
  );
  const two = (value: number) => String(value).padStart(2, "0");
  return {
    year: String(year).padStart(4, "0"),
    month: two(month),
    day: two(day),
    hour: time[0],
    minute: time[1],
    second: time[2],
    i_day: String(day),
    i_month: String(month),
    short_month: (months[month - 1] ?? "").slice(0, 3),
    long_month: months[month - 1] ?? "",
    short_year: two(year % 100),
    w_year: String(thursday.getUTCFullYear()),
    week: two(week),
    w_day: String(weekday || 7),
    short_day: (days[weekday] ?? "").slice(0, 3),
    long_day: days[weekday] ?? "",
    y_day: String(dayOfYear).padStart(3, "0"),
  };
}

/** The extension of what is made of a file: `.html` of Markdown, its own of others. */
export function outputExtension(path: string, { markdownExtensions }: JekyllConfig): string {
  const own = extensionOf(path).toLowerCase();
  if (markdownExtensions.has(own)) return ".html";
  return own === ".scss" || own === ".sass" ? ".css" : own;
}

/** `.md` of `a.md`. */
export function extensionOf(path: string): string {
  return /\.[^./]+$/.exec(path)?.[0] ?? "";
}
