// Ruby's file patterns, as far as configurations use them: `*` (over slashes too in `exclude`), `**`, `?`, `[abc]`, `{a,b}`.

import { isBounded } from "../common/globs.ts";

/**
 * Does the pattern match the path? "name": as File.fnmatch without flags does for `include` and `exclude`, where a `*`
 * goes over slashes; "below": as Dir.glob finds files and folders, the path itself or a beginning of it.
 */
export function matchesGlob(pattern: string, path: string, how: "name" | "below"): boolean {
  if (!isBounded(pattern)) return false;
  const any = how === "name" ? ".*" : "[^/]*";
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const sign = pattern.charAt(at);
    if (pattern.startsWith("**/", at) && how === "below") {
      source += "(?:[^/]+/)*";
      at += 2;
    } else if (sign === "*") {
      source += pattern[at + 1] === "*" ? ".*" : any;
      if (pattern[at + 1] === "*") at++;
    } else if (sign === "?") source += "[^/]";
    else if (sign === "{" && how === "below" && pattern.includes("}", at)) source += "(?:";
    else if (sign === "}" && how === "below") source += ")";
    else if (sign === "," && how === "below" && source.includes("(?:")) source += "|";
    else source += sign.replace(/[.+^$()|\\[\]{}/]/, "\\$&");
  }
  try {
    return new RegExp(`^${source}${how === "below" ? "" : "$"}`, "u").test(path);
  } catch {
    // A pattern that makes no sense matches nothing.
    return false;
  }
}

/** EntryFilter#glob_include?: a pattern, the beginning of a path, or a folder with its slash. */
export function isNamed(patterns: readonly string[], entry: string): boolean {
  return patterns.some(
    (pattern) =>
      pattern !== "" &&
      (entry.startsWith(pattern) ||
        pattern === `${entry}/` ||
        (/[*?[]/.test(pattern) && matchesGlob(pattern, entry, "name"))),
  );
}
