// Addresses in the frontmatter (VitePress: `link: /guide/` of a home page's buttons), as links of the page. The syntax says
// under which keys they stand.

import type { FrontmatterEntry, FrontmatterValue } from "../frontmatter/frontmatter.ts";
import type { Link } from "../markdown/markdownScan.ts";

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

function linkOf(text: string, value: FrontmatterValue): readonly Link[] {
  if (value.kind !== "string" || value.value.trim() === "") return [];
  const { start, end } = value.span;
  const quoted = /^["']/.test(text.slice(start, end)) ? 1 : 0;
  const span = { start: start + quoted, end: end - quoted };
  const raw = text.slice(span.start, span.end);
  // A folded or escaped string has no place in which a part of it could be found.
  if (raw !== value.value) return [];
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
