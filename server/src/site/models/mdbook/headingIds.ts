// Ids of an mdBook chapter's headings (crates/mdbook-html/src/utils.rs): letters and digits of all scripts, `_` and `-` stay,
// white space becomes `-`, the rest goes; explicit ids are as they are.

import type { Heading } from "../../../markdown/markdownScan.ts";
import type { HeadingId } from "../../site.ts";
import type { BookConfig } from "./config.ts";

type IdRules = Pick<BookConfig, "older" | "typographic">;

export function bookIds(
  headings: readonly Pick<Heading, "text" | "explicitId">[],
  rules: IdRules,
): readonly HeadingId[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return headings.map(({ text, explicitId }) => {
    const name = explicitId?.id ?? slug(text, rules);
    const id = rules.older ? counted(name, counts) : free(name === "" ? "section" : name, taken);
    return (explicitId && rules.older ? explicitId.id : id) as HeadingId;
  });
}

function slug(text: string, { older, typographic }: IdRules): string {
  const shown = typographic ? text.replace(/-{2,3}|\.{3}/g, "") : text;
  const kept = shown
    .trim()
    .replace(/[^\p{Alphabetic}\p{N}_\-\s]/gu, "")
    .replace(/\s/g, "-");
  return older ? kept.replace(/[A-Z]/g, (letter) => letter.toLowerCase()) : kept.toLowerCase();
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
