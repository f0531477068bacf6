// The documentation of one completion item, made when the author looks at it: title, route and the first lines of the
// page or section. Which text that needs is asked first, so that it can be read from wherever it is.

import type { CompletionItem } from "vscode-languageserver-types";
import type { PagePath } from "../page/scannedPage.ts";
import type { Page, Site } from "../site/site.ts";
import type { CompletionData } from "./completionItems.ts";
import { passage } from "./passage.ts";

/** Root (a URI) of the site that an item belongs to, and the page whose text its documentation needs. */
export function completionNeeds(item: CompletionItem): { root: string; path: PagePath } | undefined {
  const data = dataOf(item);
  return data && { root: data.root, path: data.path as PagePath };
}

/** `textOf` may not know the text (any more): then the page's excerpt stands in for it. */
export function resolveCompletion(
  site: Site,
  item: CompletionItem,
  textOf: (path: PagePath) => string | undefined,
): CompletionItem {
  const data = dataOf(item);
  const page = data && site.pages.get(data.path as PagePath);
  if (!data || !page) return item;
  return {
    ...item,
    documentation: { kind: "markdown", value: documentation(page, data, textOf(page.path)) },
  };
}

function documentation(page: Page, data: CompletionData, text: string | undefined): string {
  const title = `**${escaped(page.title)}**`;
  const heading = data.heading === undefined ? undefined : page.scanned.headings[data.heading];
  const route = page.route === undefined ? "" : code(page.route);
  const first = heading ? `${title} › ${escaped(heading.text)}` : title;
  const words = text === undefined ? escaped(page.scanned.excerpt) : passage(page, text, data.heading);
  return [first, route, words].filter((part) => part !== "").join("\n\n");
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\[\]<>*_`&]/g, "\\$&");
}

function dataOf(item: CompletionItem): CompletionData | undefined {
  const data: unknown = item.data;
  if (typeof data !== "object" || data === null) return undefined;
  const { root, path, heading } = data as Record<string, unknown>;
  if (typeof root !== "string" || typeof path !== "string") return undefined;
  return { root, path, ...(typeof heading === "number" && { heading }) };
}
