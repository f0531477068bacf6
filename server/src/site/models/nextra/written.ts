// How the links of a page with some path are written, where Nextra treats them in different ways: its plugin takes `.mdx` off
// the addresses of inline links alone, and components add the base path that a bare `<a>` lacks.

import type { Link } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { decodeOnce } from "../../routeKey.ts";

export type Written = "inline" | "reference" | "component" | "image";

const tables = new WeakMap<ScannedPage, ReadonlyMap<string, ReadonlySet<Written>>>();

/** Does the page write a link with this path (decoded) in that way? */
export function isWritten(page: ScannedPage, path: string, way: Written): boolean {
  return remember(tables, page, collect).get(path)?.has(way) === true;
}

function collect(page: ScannedPage): ReadonlyMap<string, ReadonlySet<Written>> {
  const table = new Map<string, Set<Written>>();
  for (const link of page.links) {
    const way = wayOf(link);
    if (way === undefined) continue;
    const path = decodeOnce(splitDestination(link.destination.value.trim()).path);
    table.set(path, (table.get(path) ?? new Set()).add(way));
  }
  return table;
}

function wayOf({ kind, image, tag }: Link): Written | undefined {
  if (image || tag?.attribute === "src") return "image";
  if (tag) return /^[A-Z]/.test(tag.name) ? "component" : undefined;
  return kind.endsWith("reference") ? "reference" : "inline";
}
