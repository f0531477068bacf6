// Links of Obsidian and Foam: a note by the end of its path, a heading by its text, a block by its `^id`. Obsidian's help
// ("Internal links") and its plugin API (`getFirstLinkpathDest`, `stripHeading`, `resolveSubpath`); Foam's FoamWorkspace.

import type { Heading } from "../../../markdown/markdownScan.ts";
import { splitDestination } from "../../destination.ts";
import { decodeOnce, folderOf, joinPath, nameOf } from "../../routeKey.ts";
import type { FilePath, HeadingId, LinkTarget, Page, Site } from "../../site.ts";
import type { WrittenLink } from "../../siteModel.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, looksLikeFile } from "../common/fileTargets.ts";
import { filesNamed, folded, pathRoute } from "./names.ts";

export function resolveVaultPath(
  path: string,
  from: Page,
  site: Site,
  { link, external }: { readonly link: WrittenLink; readonly external: ExternalRoutes },
): LinkTarget {
  const file = findNote(path, from, site);
  const target = file === undefined ? undefined : fileAt(site, file);
  if (!target) {
    const name = path.replace(/^(?:\.{0,2}\/)+/, "");
    return looksLikeFile(name)
      ? { kind: "missing", what: "file", path: name }
      : notServed(pathRoute(name), external);
  }
  const { fragment } = splitDestination(link.destination.trim());
  if (target.kind !== "page" || fragment === undefined) return target;
  return atSubpath(target.page, decodeOnce(fragment));
}

/** The file that a link names: with its name as it is, else as a note's. */
function findNote(path: string, from: Page, site: Site): FilePath | undefined {
  const folder = folderOf(from.path);
  const relative = /^\.\.?(?:\/|$)/.test(path);
  const wanted = relative ? belowRoot(folder, path) : joinPath("", path);
  if (wanted === undefined || wanted === "") return undefined;
  const whole = { folder, only: path.startsWith("/") };
  return bestOf(wanted, site, whole) ?? bestOf(`${wanted}.md`, site, whole);
}

/** A vault has nothing outside of it: more steps up than there are folders end at its root. */
function belowRoot(folder: string, path: string): string | undefined {
  return joinPath(folder, path) ?? joinPath("", path.replace(/^(?:\.\.?\/)+/, ""));
}

/** That of the whole path, else of those whose path ends so, one below the page's folder first, then the shortest. */
function bestOf(
  wanted: string,
  site: Site,
  { folder, only }: { readonly folder: string; readonly only: boolean },
): FilePath | undefined {
  const end = folded(wanted);
  const named = filesNamed(site, nameOf(wanted));
  const exact = named.find((file) => folded(file) === end);
  if (exact !== undefined || only) return exact;
  const near = (file: string) => (folded(file).startsWith(folded(folder)) ? 0 : 1);
  return named
    .filter((file) => folded(file).endsWith(end))
    .sort((a, b) => near(a) - near(b) || a.length - b.length)[0];
}

/** What `#Heading`, `#Heading#Heading below` or `#^block` names on a page. */
export function atSubpath(page: Page, subpath: string): LinkTarget {
  const parts = subpath.split("#").filter((part) => part.trim() !== "");
  const last = parts.at(-1)?.trim();
  if (last === undefined) return { kind: "page", page };
  if (last.startsWith("^")) {
    const block = page.scanned.anchors.find((one) => one.tag === "^" && folded(one.id) === folded(last));
    if (block) return { kind: "page", page, anchor: block.span };
  } else {
    const heading = headingAt(page.scanned.headings, parts);
    if (heading) return { kind: "page", page, heading };
  }
  return { kind: "missing", what: "anchor", page, fragment: subpath };
}

/** The first heading of the last text that stands below one of each text before it. */
function headingAt(headings: readonly Heading[], parts: readonly string[]): Heading | undefined {
  const wanted = parts.map(plain);
  let levels: number[] = [];
  for (const heading of headings) {
    levels = levels.filter((level) => level < heading.level);
    const part = wanted[levels.length];
    if (plain(heading.text) !== part && plain(heading.source) !== part) continue;
    levels.push(heading.level);
    if (levels.length === wanted.length) return heading;
  }
  return undefined;
}

/** Signs that don't count when headings are compared (`stripHeading`: special characters out, runs of spaces to one). */
const signs = /[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/g;

function plain(text: string): string {
  return folded(text).replace(signs, " ").trim();
}

/** A heading's text without what would end a link in it (`stripHeadingForLink`). */
export function vaultIds(headings: readonly Heading[]): readonly (HeadingId | undefined)[] {
  return headings.map(({ text }) =>
    plain(text) === "" ? undefined : (text.replace(/(?:[#^|[\]\\:]|%%|\s)+/g, " ").trim() as HeadingId),
  );
}
