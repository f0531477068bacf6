// Addresses in the frontmatter (VitePress: `link: /guide/` of a home page's buttons), as links of the page. The syntax says
// under which keys they stand, or that properties may be wiki links (Obsidian: `related: "[[Pay]]"`).

import type { FrontmatterEntry, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import type { Link } from "../markdown/markdownScan.ts";
import { addressOf } from "../markdown/wikiLinks.ts";
import type { Span } from "../text/span.ts";

/** The links at `keys` ("hero.actions.link": through maps, and all items of lists), in order. */
export function frontmatterLinks(
  text: string,
  entries: readonly FrontmatterEntry[],
  keys: readonly string[],
): readonly Link[] {
  return keys
    .flatMap((key) => valuesAt(entries, key.split(".")))
    .flatMap((value) => linkOf(text, value))
    .sort((a, b) => a.span.start - b.span.start);
}

function valuesAt(
  entries: readonly FrontmatterEntry[],
  [key, ...rest]: readonly string[],
): readonly FrontmatterValue[] {
  return entries.filter((entry) => entry.key === key).flatMap(({ value }) => below(value, rest));
}

function below(value: FrontmatterValue, keys: readonly string[]): readonly FrontmatterValue[] {
  if (value.kind === "list") return value.items.flatMap((item) => below(item, keys));
  if (keys.length === 0) return [value];
  return value.kind === "map" ? valuesAt(value.entries, keys) : [];
}

/** Values that are a `[[link]]` and nothing else, at any depth. */
export function propertyLinks(text: string, entries: readonly FrontmatterEntry[]): readonly Link[] {
  return entries
    .flatMap(({ value }) => stringsIn(value))
    .flatMap((value) => wikiLinkOf(text, value))
    .sort((a, b) => a.span.start - b.span.start);
}

function stringsIn(value: FrontmatterValue): readonly FrontmatterValue[] {
  if (value.kind === "list") return value.items.flatMap(stringsIn);
  if (value.kind === "map") return value.entries.flatMap((entry) => stringsIn(entry.value));
  return value.kind === "string" ? [value] : [];
}

function wikiLinkOf(text: string, value: FrontmatterValue): readonly Link[] {
  const whole = placeOf(text, value);
  const found =
    whole && /^\[\[(\s*)([^[\]|]*[^[\]|\s])\s*(?:\|([^[\]]*))?\]\]$/.exec(text.slice(whole.start, whole.end));
  const raw = found?.[2];
  if (!whole || !found || raw === undefined) return [];
  const start = whole.start + 2 + (found[1]?.length ?? 0);
  return [
    {
      kind: "wiki",
      image: false,
      span: whole,
      text: (found[3] ?? raw).trim(),
      destination: { raw, value: addressOf(raw), span: { start, end: start + raw.length } },
      hasContent: false,
    },
  ];
}

/** Where a string stands, without its quotes. A folded or escaped one has no place in which a part of it could be found. */
function placeOf(text: string, value: FrontmatterValue): Span | undefined {
  if (value.kind !== "string") return undefined;
  const { start, end } = value.span;
  const quoted = /^["']/.test(text.slice(start, end)) ? 1 : 0;
  const span = { start: start + quoted, end: end - quoted };
  return text.slice(span.start, span.end) === value.value ? span : undefined;
}

function linkOf(text: string, value: FrontmatterValue): readonly Link[] {
  const span = placeOf(text, value);
  if (!span || value.kind !== "string" || value.value.trim() === "") return [];
  const raw = value.value;
  return [
    {
      kind: "attribute",
      image: false,
      span: value.span,
      text: "",
      destination: { raw, value: raw, span },
      tag: { name: "", attribute: "link" },
      hasContent: true,
      form: "markdown",
    },
  ];
}
