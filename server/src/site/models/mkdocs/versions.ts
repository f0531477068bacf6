// The versions that a site's requirements pin; what is not pinned is taken for the newest.

import { nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";

export type Version = readonly number[];

export interface Versions {
  readonly mkdocs?: Version;
  /** Python-Markdown. */
  readonly markdown?: Version;
  /** For the author: "mkdocs 1.4.2, markdown 3.4.1 (requirements.txt)". */
  readonly told: string;
}

export function isRequirements(path: string): boolean {
  return /^(?:docs-)?requirements[^/]*\.txt$/.test(nameOf(path));
}

export function readVersions(texts: ReadonlyMap<FilePath, string>): Versions {
  const found = new Map<string, { readonly version: string; readonly file: string }>();
  for (const [file, text] of texts) {
    if (!isRequirements(file)) continue;
    for (const [, name = "", version = ""] of text.matchAll(/^\s*(mkdocs|markdown)\s*={2,3}\s*(\d[\d.]*)/gim))
      if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), { version, file });
  }
  const version = (name: string) => found.get(name)?.version.split(".").map(Number);
  const [mkdocs, markdown] = [version("mkdocs"), version("markdown")];
  const told = [...found].map(([name, one]) => `${name} ${one.version} (${one.file})`).join(", ");
  return { ...(mkdocs && { mkdocs }), ...(markdown && { markdown }), told };
}

/** An unknown version is the newest, and before none. */
export function isBefore(version: Version | undefined, other: Version): boolean {
  if (!version) return false;
  for (let at = 0; at < other.length; at++) {
    const difference = (version[at] ?? 0) - (other[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
