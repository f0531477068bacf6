// The sidebars of src/navs: lists of `{ name, url, children }` that the file exports, read without running it.

import { readScript } from "../../../data/readScript.ts";
import { at, type DataValue, itemsAt, stringAt } from "../../../data/value.ts";
import type { FilePath, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { siteTarget } from "../common/siteTarget.ts";

const file = /^src\/navs\/index\.[jt]sx?$/;

/** Is this a file in which a sidebar may be written? */
export function isNavigationFile(path: string): boolean {
  return /(?:^|\/)src\/navs\/[^/]+\.(?:[jt]sx?|json)$/.test(path);
}

/** The site's sidebars; undefined where it has no file for them. */
export function readNavigation(
  texts: ReadonlyMap<FilePath, string>,
): ((site: Site) => Navigation) | undefined {
  const path = [...texts.keys()].find((one) => file.test(one));
  if (path === undefined) return undefined;
  const script = readScript(path, texts.get(path) ?? "", (other) => texts.get(other as FilePath));
  const sidebars = [...script.named.values(), ...(script.main ? [script.main] : [])];
  return (site) => {
    const entries = sidebars.flatMap((sidebar) =>
      itemsAt(sidebar).flatMap((item) => toEntry(item, path, site)),
    );
    const sections = new Set(entries.flatMap(sectionsOf));
    return { entries, exhaustive: true, covers: (page) => sections.has(firstSegment(page.route ?? "")) };
  };
}

function toEntry(value: DataValue, path: FilePath, site: Site): readonly NavigationEntry[] {
  if (value.kind !== "map") return [];
  const url = at(value, "url");
  const children = itemsAt(value, "children").flatMap((child) => toEntry(child, path, site));
  const label = stringAt(value, "name") ?? "";
  if (url?.kind !== "string" || url.value === "") return [{ label, target: undefined, children }];
  const span = { start: url.span.start + 1, end: url.span.end - 1 };
  const written = { file: (url.file ?? path) as FilePath, span, value: url.value };
  return [{ label, target: siteTarget(site, url.value), written, children }];
}

function sectionsOf(entry: NavigationEntry): readonly string[] {
  const { written, children } = entry;
  return [
    ...(written?.value.startsWith("/") ? [firstSegment(written.value)] : []),
    ...children.flatMap(sectionsOf),
  ];
}

function firstSegment(route: string): string {
  return route.split(/[/?#]/)[1] ?? "";
}
