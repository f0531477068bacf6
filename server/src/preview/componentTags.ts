// Components in a page that is read as plain Markdown, where their tags are just HTML that no browser knows: each pair of
// tags becomes a labelled box around what stands between, a tag without its other half a label alone.

import type { Html, Nodes, Root } from "mdast";
import { visitParents } from "unist-util-visit-parents";

interface ComponentTag {
  readonly html: Html;
  /** Where in `html.value`. */
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "open" | "close" | "alone";
  readonly inline: boolean;
}

/** `CalloutBox` and `title="Note"` → "CalloutBox: Note": what a reader needs to know of a component that is not drawn. */
export function componentLabel(name: string, attributes: ReadonlyMap<string, string>): string {
  const said = ["title", "label", "name", "slug", "question", "text", "type"]
    .map((key) => attributes.get(key))
    .find((value) => value !== undefined && value !== "");
  return said === undefined ? name : `${name}: ${said}`;
}

/** Rewrites the tree's HTML in place. */
export function boxComponents(tree: Root): void {
  const tags: ComponentTag[] = [];
  visitParents(tree, "html", (html, ancestors) => {
    tags.push(...tagsOf(html, ancestors.some(isPhrasing)));
  });
  const paired = pair(tags);
  const byNode = new Map<Html, ComponentTag[]>();
  for (const tag of tags) byNode.set(tag.html, [...(byNode.get(tag.html) ?? []), tag]);
  for (const [html, own] of byNode) {
    let result = "";
    let from = 0;
    for (const tag of own) {
      result += html.value.slice(from, tag.start) + boxed(tag, paired.has(tag));
      from = tag.end;
    }
    html.value = result + html.value.slice(from);
  }
}

const phrasing = new Set(["paragraph", "heading", "tableCell"]);

function isPhrasing(node: Nodes): boolean {
  return phrasing.has(node.type);
}

function boxed(tag: ComponentTag, paired: boolean): string {
  const element = tag.inline ? "span" : "div";
  if (tag.kind === "close") return paired ? `</${element}>` : "";
  const open = `<${element} class="handbook-component"><span class="handbook-component-name">${tag.name}</span>`;
  return paired ? open : `${open}</${element}>`;
}

/** The tags that have their other half, both of one kind (in running text, or between blocks). */
function pair(tags: readonly ComponentTag[]): ReadonlySet<ComponentTag> {
  const paired = new Set<ComponentTag>();
  const open = new Map<string, ComponentTag[]>();
  for (const tag of tags) {
    const key = `${tag.name} ${tag.inline}`;
    const waiting = open.get(key) ?? [];
    if (tag.kind === "open") open.set(key, [...waiting.slice(-50), tag]);
    const start = tag.kind === "close" ? waiting.pop() : undefined;
    if (start) paired.add(start).add(tag);
  }
  return paired;
}

function tagsOf(html: Html, inline: boolean): ComponentTag[] {
  const tags: ComponentTag[] = [];
  const { value } = html;
  for (let start = value.indexOf("<"); start >= 0; ) {
    const match = /^<(\/?)([A-Z][\w.]{0,80})/.exec(value.slice(start, start + 90));
    const end = match ? tagEnd(value, start) : start + 1;
    if (match?.[2]) {
      const kind = match[1] === "/" ? "close" : value[end - 2] === "/" ? "alone" : "open";
      tags.push({ html, start, end, name: match[2], kind, inline });
    }
    start = value.indexOf("<", end);
  }
  return tags;
}

/** After the `>` that ends the tag; quotes and braces hide one. */
function tagEnd(value: string, start: number): number {
  let quote = "";
  let depth = 0;
  for (let at = start; at < value.length; at++) {
    const one = value[at] ?? "";
    if (quote) quote = one === quote ? "" : quote;
    else if (one === '"' || one === "'") quote = one;
    else if (one === "{") depth++;
    else if (one === "}") depth--;
    else if (one === ">" && depth <= 0) return at + 1;
  }
  return value.length;
}
