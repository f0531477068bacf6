// Values of a page's frontmatter as Docusaurus takes them: a number or date where it wants a text is that text, "true" is true.

import type { FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import { entryOf } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";

export function textField(page: ScannedPage, key: string): string | undefined {
  return textOf(entryOf(page.frontmatter, key)?.value);
}

export function flagField(page: ScannedPage, key: string): boolean | undefined {
  const value = entryOf(page.frontmatter, key)?.value;
  if (value?.kind === "boolean") return value.value;
  return value?.kind === "string" && /^(?:true|false)$/.test(value.value)
    ? value.value === "true"
    : undefined;
}

export function numberField(page: ScannedPage, key: string): number | undefined {
  const value = entryOf(page.frontmatter, key)?.value;
  if (value?.kind === "number") return value.value;
  return value?.kind === "string" && /^-?\d+(?:\.\d+)?$/.test(value.value) ? Number(value.value) : undefined;
}

/** The items of a list; a lone value counts as one. */
export function listField(page: ScannedPage, key: string): readonly FrontmatterValue[] {
  const value = entryOf(page.frontmatter, key)?.value;
  if (value === undefined || value.kind === "null") return [];
  return value.kind === "list" ? value.items : [value];
}

export function textOf(value: FrontmatterValue | undefined): string | undefined {
  if (value?.kind === "string" || value?.kind === "date") return value.value;
  return value?.kind === "number" ? String(value.value) : undefined;
}

/** Of `{ label: Pay, permalink: /pay }`, the text at a key. */
export function textIn(value: FrontmatterValue, key: string): string | undefined {
  return value.kind === "map" ? textOf(value.entries.find((entry) => entry.key === key)?.value) : undefined;
}
