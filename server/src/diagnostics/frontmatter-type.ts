// `frontmatter-type`: a value of another type than the site reads there: `showTitle: "yes"` is text, not true.

import type { FrontmatterEntry, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import { isoDate } from "../frontmatter/reading.ts";
import type { Page, Site } from "../site/site.ts";
import type { FrontmatterKey } from "../site/siteModel.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { textSource } from "./frontmatterSource.ts";
import { alternatives } from "./wording.ts";

export const frontmatterType: Rule = { codes: ["frontmatter-type"], check, fix };

type Type = FrontmatterKey["types"][number];

function check(site: Site, page: Page): readonly Finding[] {
  return mistyped(site, page).map(({ finding }) => finding);
}

interface Mistyped {
  readonly finding: Finding;
  /** What to write instead, when that is clear. */
  readonly source: string | undefined;
}

function mistyped(site: Site, page: Page): readonly Mistyped[] {
  const { keys } = site.model.frontmatter;
  const entries = page.scanned.frontmatter?.entries ?? [];
  const broken = page.scanned.frontmatterProblems;
  return entries.flatMap((entry) => {
    const known = Object.hasOwn(keys, entry.key) ? keys[entry.key] : undefined;
    if (!known || known.types.length === 0 || fits(entry.value, known.types)) return [];
    const { span } = entry.value;
    // A value that could not be read is reported as that, and stands here as text.
    if (broken.some((one) => one.span.start >= span.start && one.span.start <= span.end)) return [];
    return [mistype(entry, known.types, page.scanned.frontmatter?.language ?? "yaml")];
  });
}

function mistype(
  { key, value }: FrontmatterEntry,
  types: readonly Type[],
  language: "yaml" | "toml" | "json",
): Mistyped {
  const source = types.map((type) => converted(value, type, language)).find((one) => one !== undefined);
  const expected = alternatives(types.map((type) => typeWords[type]));
  const advice = source === undefined ? `Write ${expected}.` : `Write ${source}.`;
  const message = `The site reads ${key} as ${expected}, and ${shown(value)}. ${advice}`;
  return { source, finding: { code: "frontmatter-type", span: value.span, message } };
}

const typeWords: Readonly<Record<Type, string>> = {
  string: "text",
  number: "a number",
  boolean: "true or false",
  date: "a date like 2024-05-31",
  list: "a list",
  map: "a group of keys",
};

/** An empty value is no wrong one; a number or a date can stand for its own text; a date may be quoted. */
function fits(value: FrontmatterValue, types: readonly Type[]): boolean {
  if (value.kind === "null") return true;
  if (types.includes(value.kind)) return true;
  if (value.kind === "number" || value.kind === "date") return types.includes("string");
  return value.kind === "string" && types.includes("date") && isDateText(value.value);
}

function isDateText(text: string): boolean {
  return isoDate.test(text.trim()) || text.trim() === "";
}

const maxShown = 40;

function shown(value: FrontmatterValue): string {
  switch (value.kind) {
    case "list":
      return "this is a list";
    case "map":
      return "this is a group of keys";
    case "null":
      return "this is empty";
    case "string": {
      const text = value.value.trim();
      const short = text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
      return `"${short}" is text`;
    }
    case "number":
      return `${value.value} is a number`;
    case "boolean":
      return `${value.value} is neither text nor a date`;
    case "date":
      return `${value.value} is a date`;
  }
}

const truths: Readonly<Record<string, string>> = {
  true: "true",
  yes: "true",
  on: "true",
  y: "true",
  "1": "true",
  false: "false",
  no: "false",
  off: "false",
  n: "false",
  "0": "false",
};

function converted(
  value: FrontmatterValue,
  type: Type,
  language: "yaml" | "toml" | "json",
): string | undefined {
  if (value.kind === "list" || value.kind === "map" || value.kind === "null") return undefined;
  const text = String(value.value).trim();
  switch (type) {
    case "boolean":
      return Object.hasOwn(truths, text.toLowerCase()) ? truths[text.toLowerCase()] : undefined;
    case "number":
      return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? text.replace(/^(-?)0+(?=\d)/, "$1") : undefined;
    case "date":
      return dateSource(text, language);
    case "string":
      return JSON.stringify(text);
    case "list":
      return value.kind === "string" ? `[${listSource(text, language)}]` : undefined;
    case "map":
      return undefined;
  }
}

/** `a, b` was meant as two. */
function listSource(text: string, language: "yaml" | "toml" | "json"): string {
  const items = text.split(",").map((item) => item.trim());
  return items
    .filter((item) => item !== "")
    .map((item) => textSource(language, item))
    .join(", ");
}

/** Only orders that can't be mistaken: the year first. */
function dateSource(text: string, language: "yaml" | "toml" | "json"): string | undefined {
  const [, year, month = "", day = ""] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? [];
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year === undefined || !isoDate.test(date)) return undefined;
  return language === "json" ? JSON.stringify(date) : date;
}

function fix(site: Site, page: Page, finding: Finding): readonly Fix[] {
  const one = mistyped(site, page).find(({ finding: { span } }) => span.start === finding.span.start);
  if (one?.source === undefined) return [];
  return [
    {
      title: `Change to ${one.source}`,
      edits: [{ span: finding.span, newText: one.source }],
      preferred: true,
    },
  ];
}
