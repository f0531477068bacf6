// The block of YAML, TOML or JSON at the top of a page: its keys and values, each with its place.
// Broken input still yields what could be read, and says where reading stopped.

import type { Span } from "../text/span.ts";

export interface Frontmatter {
  readonly language: "yaml" | "toml" | "json";
  /** With its fences, without the line end after the closing one. */
  readonly span: Span;
  /** Between the fences' lines. */
  readonly contentSpan: Span;
  /** What it is as a whole: keys, nothing at all, or something that has no keys (a list, a string). */
  readonly shape: "map" | "empty" | "other";
  readonly entries: readonly FrontmatterEntry[];
}

export interface FrontmatterEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: FrontmatterValue;
}

export type FrontmatterValue = {
  readonly span: Span;
  /** Of YAML: a tag that names a type of the reader's own, as written: `!!python/name:x`, `!ENV`. */
  readonly tag?: string;
} & (
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "date"; readonly value: string }
  | { readonly kind: "null" }
  | { readonly kind: "list"; readonly items: readonly FrontmatterValue[] }
  | { readonly kind: "map"; readonly entries: readonly FrontmatterEntry[] }
);

export interface FrontmatterProblem {
  readonly code: "frontmatter-unterminated" | "frontmatter-syntax" | "frontmatter-duplicate-key";
  /** Where the parser stopped; of a duplicate: the later key. */
  readonly span: Span;
  /** For the author, a whole sentence. */
  readonly message: string;
}

export interface FrontmatterScan {
  /** Undefined when the page has none; an unterminated one is none, with a problem. */
  readonly frontmatter: Frontmatter | undefined;
  /** Offset at which the page's Markdown begins. */
  readonly bodyStart: number;
  readonly problems: readonly FrontmatterProblem[];
}
