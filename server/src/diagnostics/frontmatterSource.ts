// How a frontmatter value and a line of it are written, in the block's language. Writing only; reading is frontmatter/'s.

import type { Frontmatter, FrontmatterValue } from "../frontmatter/frontmatter.ts";

/** A line for a key, without its end: `title: Career progression`, `title = "Career progression"`. */
export function keyLine(language: Frontmatter["language"], key: string, value: string): string {
  if (language === "toml") return `${key} = ${value}`;
  return language === "json" ? `  ${JSON.stringify(key)}: ${value}` : `${key}: ${value}`;
}

/** A text as a value: bare in YAML where that is safe, else in double quotes. */
export function textSource(language: Frontmatter["language"], text: string): string {
  return language === "yaml" && isPlain(text) ? text : JSON.stringify(text);
}

/** Safe without quotes in any YAML: words that no parser takes for a mark, a number, a date or a truth value. */
function isPlain(text: string): boolean {
  if (!/^[\p{L}(][^\r\n\t#:{}[\],&*!|>'"%@`\\]*$/u.test(text) || text.trim() !== text) return false;
  return !/^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i.test(text);
}

/** A simple value as it would be written; undefined for lists and maps, which are too much to write for an author. */
export function valueSource(language: Frontmatter["language"], value: FrontmatterValue): string | undefined {
  switch (value.kind) {
    case "string":
      return textSource(language, value.value);
    case "number":
    case "boolean":
      return String(value.value);
    case "date":
      return language === "json" ? JSON.stringify(value.value) : value.value;
    case "null":
    case "list":
    case "map":
      return undefined;
  }
}

/** The line end that the text mostly begins with. */
export function lineEndOf(text: string): string {
  const first = text.indexOf("\n");
  return first > 0 && text[first - 1] === "\r" ? "\r\n" : "\n";
}
