// Ids of an mdBook chapter's headings (crates/mdbook-html/src/utils.rs): letters and digits of all scripts, `_` and `-` stay,
// white space becomes `-`, the rest goes; explicit ids are as they are.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import type { BookConfig } from "./config.ts";

type IdRules = Pick<BookConfig, "older" | "typographic">;
type HeadingName = Pick<Heading, "text" | "source" | "explicitId">;

export function bookIds(headings: readonly HeadingName[], rules: IdRules): readonly HeadingId[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return headings.map((heading) => {
    const { explicitId } = heading;
    const name = explicitId?.id ?? slug(heading, rules);
    const id = rules.older ? counted(name, counts) : free(name === "" ? "section" : name, taken);
    return (explicitId && rules.older ? explicitId.id : id) as HeadingId;
  });
}

/** Which version builds the book is seldom written down: is it what the others make of a heading (`Über`, no "section")? */
export function isOtherSpelling(id: string, headings: readonly HeadingName[], rules: IdRules): boolean {
  return bookIds(headings, { ...rules, older: !rules.older }).some((other) => other === id);
}

function slug(heading: HeadingName, { older, typographic }: IdRules): string {
  const kept = shownText(heading, typographic)
    .trim()
    .replace(/[^\p{Alphabetic}\p{N}_\-\s]/gu, "")
    .replace(/\s/g, "-");
  return older ? kept.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : kept.toLowerCase();
}

/** Pictures have no text (`text_in_node`); dashes and dots become other signs, but not in code. */
function shownText({ text, source }: HeadingName, typographic: boolean): string {
  let shown = text;
  for (const [, alternative = ""] of source.matchAll(/!\[([^\]]*)\]/g))
    shown = shown.replace(alternative, "");
  if (!typographic) return shown;
  const codes = [...source.matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, , code = ""]) => code.trim());
  let rest = shown;
  const parts = codes.flatMap((code) => {
    const at = rest.indexOf(code);
    if (at === -1) return [];
    const before = rest.slice(0, at);
    rest = rest.slice(at + code.length);
    return [withoutDashes(before), code];
  });
  return [...parts, withoutDashes(rest)].join("");
}

function withoutDashes(text: string): string {
  return text.replace(/-{2,3}|\.{3}/g, "");
}

/** Up to 0.4 each name is counted by itself. */
function counted(name: string, counts: Map<string, number>): string {
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return count === 0 ? name : `${name}-${count}`;
}

function free(name: string, taken: Set<string>): string {
  let id = name;
  for (let count = 1; taken.has(id); count++) id = `${name}-${count}`;
  taken.add(id);
  return id;
}
