// Ruby's file patterns, as far as configurations use them: `*` (over slashes too in `exclude`), `**`, `?`, `[abc]`, `{a,b}`.
// They are compiled once, when the configuration is read, and asked for every path.

import { linearPattern } from "../common/linearPattern.ts";

/**
 * Does a path match the pattern? "name": as File.fnmatch without flags does for `include` and `exclude`, where a `*`
 * goes over slashes; "below": as Dir.glob finds files and folders, the path itself or a beginning of it.
 */
export function rubyGlob(pattern: string, how: "name" | "below"): (path: string) => boolean {
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
    else source += sign.replace(/[.+^$()|\\[\]{}]/, "\\$&");
  }
  // A pattern that makes no sense matches nothing.
  const compiled = linearPattern(how === "below" ? `(?:${source}).*` : source);
  return (path) => compiled?.test(path) === true;
}

/** An entry of `include` or `exclude`. */
export interface NamePattern {
  readonly text: string;
  /** EntryFilter#glob_include?: a pattern, the beginning of a path, or a folder with its slash. */
  names(entry: string): boolean;
}

export function namePattern(text: string): NamePattern {
  const matches = /[*?[]/.test(text) ? rubyGlob(text, "name") : () => false;
  return {
    text,
    names: (entry) => text !== "" && (entry.startsWith(text) || text === `${entry}/` || matches(entry)),
  };
}

export function isNamed(patterns: readonly NamePattern[], entry: string): boolean {
  return patterns.some((pattern) => pattern.names(entry));
}
