// The page's name above its text, as a site's template shows it.

import type { Element, ElementContent, Root, RootContent } from "hast";
import { toString as textOf } from "hast-util-to-string";
import type { Page } from "../site/site.ts";

/**
 * Puts the frontmatter's `title` on top. A first heading of level 1 that says the same is not shown again, but its id and line
 * go to the title; a page without a `title` begins with its own text.
 */
export function addTitle(root: Root, page: Page): void {
  const title = titleOf(page);
  if (title === undefined) return;
  const at = root.children.findIndex((node) => node.type === "element");
  const first = root.children[at];
  const repeats = isElement(first) && first.tagName === "h1" && fold(textOf(first)) === fold(title);
  const properties = repeats ? { ...first.properties } : { dataLine: "0" };
  if (repeats) root.children.splice(at, 1);
  root.children.unshift({
    type: "element",
    tagName: "header",
    properties: { className: ["handbook-title"] },
    children: [heading(properties, repeats ? first.children : [{ type: "text", value: title }])],
  });
}

function heading(properties: Element["properties"], children: ElementContent[]): Element {
  return { type: "element", tagName: "h1", properties, children };
}

function titleOf(page: Page): string | undefined {
  const entry = page.scanned.frontmatter?.entries.find(({ key }) => key === "title");
  return entry?.value.kind === "string" && entry.value.value.trim() !== "" ? entry.value.value : undefined;
}

function isElement(node: RootContent | undefined): node is Element {
  return node?.type === "element";
}

function fold(text: string): string {
  return text.trim().replace(/\s+/g, " ").toLowerCase();
}
