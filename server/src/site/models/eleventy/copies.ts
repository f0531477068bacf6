// Files that Eleventy copies as they are (11ty.dev/docs/copy, eleventy/src/TemplatePassthrough.js).

import { nameOf } from "../../routeKey.ts";
import type { FilePath, LinkTarget } from "../../site.ts";
import { globMatcher } from "../common/globs.ts";
import type { EleventyConfig } from "./config.ts";

/** What is copied to an address: a file, or one of which nothing is known since it comes from a package. */
export function copiedTo(
  address: string,
  files: ReadonlySet<FilePath>,
  config: EleventyConfig,
): LinkTarget | undefined {
  for (const copy of config.copies) {
    const isGlob = /[*?{[]/.test(copy.from);
    const path = isGlob ? byGlob(address, copy, files, config) : byPath(address, copy, config);
    if (path === undefined) continue;
    if (files.has(path as FilePath)) return { kind: "file", path: path as FilePath };
    if (path.startsWith("node_modules/"))
      return { kind: "unknown", why: `A package's files are copied here: ${copy.from}.` };
  }
  return undefined;
}

interface Copy {
  readonly from: string;
  readonly to: string | undefined;
}

/** Files that a pattern finds keep their place, or lie side by side in the folder that is named for them. */
function byGlob(
  address: string,
  { from, to }: Copy,
  files: ReadonlySet<FilePath>,
  config: EleventyConfig,
): string | undefined {
  if (to === undefined) {
    const path = `${config.input === "" ? "" : `${config.input}/`}${address.slice(1)}`;
    return globMatcher([from], { dot: true })(path) ? path : undefined;
  }
  const name = nameOf(address);
  if (address !== `/${to === "" ? name : `${to}/${name}`}`) return undefined;
  if (from.startsWith("node_modules/")) return from;
  const matches = globMatcher([from], { dot: true });
  return [...files].find((file) => nameOf(file) === name && matches(file));
}

function byPath(address: string, { from, to }: Copy, config: EleventyConfig): string | undefined {
  const target = `/${to ?? withoutInput(from, config)}`.replace(/\/$/, "");
  if (address !== target && !address.startsWith(`${target}/`)) return undefined;
  const rest = address.slice(target.length);
  return from === "" ? rest.slice(1) : from + rest;
}

function withoutInput(path: string, { input }: EleventyConfig): string {
  return input !== "" && path.startsWith(`${input}/`) ? path.slice(input.length + 1) : path;
}
