// Patterns as in a .gitignore (`exclude_docs`, `draft_docs`): the last one that fits a path decides.

import { type LinearPattern, linearPattern } from "../common/linearPattern.ts";

interface Pattern {
  readonly fits: LinearPattern;
  readonly keeps: boolean;
}

export type Ignored = (path: string) => boolean;

export function ignorePatterns(text: string): Ignored {
  const patterns = text.split(/\r?\n/).flatMap((line) => patternOf(line));
  return (path) => patterns.findLast(({ fits }) => fits.test(path))?.keeps === false;
}

function patternOf(line: string): readonly Pattern[] {
  const trimmed = line.replace(/(?<!\\)\s+$/, "");
  if (trimmed === "" || trimmed.startsWith("#")) return [];
  const keeps = trimmed.startsWith("!");
  const written = (keeps ? trimmed.slice(1) : trimmed).replace(/^\\(?=[#!])/, "");
  const folder = written.endsWith("/");
  const bare = written.replace(/^\/|\/$/g, "");
  const anchored = written.startsWith("/") || bare.includes("/");
  const source = bare
    .split("/")
    .map((part) => (part === "**" ? "**" : segment(part)))
    .join("/")
    .replace(/(?:\*\*\/)+/g, "**/")
    .replace(/^\*\*\//, "(?:.*/)?")
    .replace(/\/\*\*$/, "/.*")
    .replaceAll("/**/", "/(?:.*/)?")
    .replace(/^\*\*$/, ".*");
  const fits = linearPattern(`${anchored ? "" : "(?:.*/)?"}${source}${folder ? "/.*" : "(?:/.*)?"}`);
  return fits ? [{ fits, keeps }] : [];
}

function segment(part: string): string {
  return part.replace(/\*+|\?|[.+^${}()|\\/[\]]/g, (sign) => {
    if (sign.startsWith("*")) return "[^/]*";
    return sign === "?" ? "[^/]" : `\\${sign}`;
  });
}
