// What the site knows, added to a sanitised tree: source lines, heading ids, what links and images lead to.

import type { Element, Parents, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import type { Page, Site } from "../site/site.ts";
import { positionAt } from "../text/lineIndex.ts";
import { judgeImage } from "./images.ts";
import { judgeLink } from "./links.ts";
import { idPrefix } from "./previewSchema.ts";
import { reasonsOf } from "./reasons.ts";

const blocks = new Set(
  (
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre table tr hr div details summary dl dt dd figure section aside " +
    "article header footer"
  ).split(" "),
);

/** Changes the tree in place. Positions in it are offsets in the page's text. */
export function annotate(root: Root, site: Site, page: Page): void {
  const lineOf = (offset: number) => positionAt(page.scanned.lines, offset).line;
  const idByLine = new Map(
    page.scanned.headings.map((heading, index) => [lineOf(heading.span.start), page.headingIds[index]]),
  );
  const reasons = reasonsOf(site, page);
  visit(root, "element", (element, index, parent) => {
    const offset = element.position?.start.offset;
    const line = offset === undefined ? undefined : lineOf(offset);
    if (line !== undefined && blocks.has(element.tagName)) element.properties["dataLine"] = String(line);
    // A heading of the page's own HTML keeps the id that its author gave it.
    if (/^h[1-6]$/.test(element.tagName) && line !== undefined && element.properties["id"] === undefined) {
      const id = idByLine.get(line);
      if (id !== undefined) element.properties["id"] = idPrefix + id;
    }
    if (element.tagName === "a") judgeLink(element, reasons);
    if (element.tagName === "img") judgeImage(element, reasons);
    if (element.tagName === "input")
      element.properties["ariaLabel"] = element.properties["checked"] ? "Done" : "To do";
    if (element.tagName === "table" && parent && index !== undefined)
      return wrapTable(element, index, parent);
    return undefined;
  });
}

/** A wide table scrolls in a frame of its own, with the keyboard too. */
function wrapTable(table: Element, index: number, parent: Parents): [typeof SKIP, number] | undefined {
  if (parent.type === "element" && parent.properties["dataTable"] === "") return undefined;
  parent.children[index] = {
    type: "element",
    tagName: "div",
    properties: {
      className: ["handbook-table"],
      dataTable: "",
      dataLine: table.properties["dataLine"] ?? null,
      tabIndex: 0,
    },
    children: [table],
  };
  return [SKIP, index];
}
