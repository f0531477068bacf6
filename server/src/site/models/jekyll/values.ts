// What a page says of itself: its frontmatter, else the configuration's defaults for its path and type.

import { type DataValue, itemsAt } from "../../../data/value.ts";
import { entryOf } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { JekyllConfig } from "./config.ts";
import { defaultOf } from "./defaults.ts";
import type { FileKind } from "./kinds.ts";

export type PageKind = Exclude<FileKind, { readonly kind: "none" | "include" }>;

/** Does the file begin with YAML frontmatter, so that Jekyll renders it? An empty block counts. */
export function hasHeader(page: ScannedPage): boolean {
  if (page.frontmatter) return page.frontmatter.language === "yaml";
  return page.frontmatterProblems.some(({ code }) => code === "frontmatter-unterminated");
}

export function keyValue(
  page: ScannedPage,
  kind: PageKind,
  config: JekyllConfig,
  key: string,
): DataValue | undefined {
  const own = entryOf(page.frontmatter, key)?.value;
  if (own) return own.kind === "null" ? undefined : own;
  return defaultOf(config.defaults, { path: kind.path, type: typeOf(kind) }, key);
}

export function textOf(value: DataValue | undefined): string | undefined {
  switch (value?.kind) {
    case "string":
    case "date":
      return value.value;
    case "number":
    case "boolean":
      return String(value.value);
    default:
      return undefined;
  }
}

/** A list's texts, or those between the blanks of one text where `split` says so. */
export function textsOf(value: DataValue | undefined, split = false): readonly string[] {
  if (value?.kind === "string" && split) return value.value.split(/\s+/).filter((one) => one !== "");
  return itemsAt(value).flatMap((item) => textOf(item) ?? []);
}

export function isFalse(value: DataValue | undefined): boolean {
  return value?.kind === "boolean" && !value.value;
}

function typeOf(kind: PageKind): string {
  switch (kind.kind) {
    case "page":
      return "pages";
    case "document":
      return kind.collection;
    case "post":
      return "posts";
    case "draft":
      return "drafts";
  }
}
