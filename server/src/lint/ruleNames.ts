// The names that a handbook's configuration may use: the rules and presets that come with us. Names only; loadRules.ts
// loads what they stand for.

/** The rules of remark-lint's three presets, without prefix. */
export const ruleNames: ReadonlySet<string> = new Set([
  "blockquote-indentation",
  "checkbox-character-style",
  "code-block-style",
  "definition-case",
  "definition-spacing",
  "emphasis-marker",
  "fenced-code-flag",
  "fenced-code-marker",
  "file-extension",
  "final-definition",
  "final-newline",
  "hard-break-spaces",
  "heading-increment",
  "heading-style",
  "image-alt-text",
  "link-title-style",
  "list-item-bullet-indent",
  "list-item-content-indent",
  "list-item-indent",
  "list-item-spacing",
  "maximum-heading-length",
  "maximum-line-length",
  "no-blockquote-without-marker",
  "no-consecutive-blank-lines",
  "no-duplicate-definitions",
  "no-duplicate-headings",
  "no-emphasis-as-heading",
  "no-empty-url",
  "no-file-name-articles",
  "no-file-name-consecutive-dashes",
  "no-file-name-irregular-characters",
  "no-file-name-mixed-case",
  "no-file-name-outer-dashes",
  "no-heading-content-indent",
  "no-heading-punctuation",
  "no-literal-urls",
  "no-multiple-toplevel-headings",
  "no-shell-dollars",
  "no-shortcut-reference-image",
  "no-shortcut-reference-link",
  "no-table-indentation",
  "no-undefined-references",
  "no-unused-definitions",
  "ordered-list-marker-style",
  "ordered-list-marker-value",
  "rule-style",
  "strong-marker",
  "table-cell-padding",
  "table-pipe-alignment",
  "table-pipes",
  "unordered-list-marker-style",
]);

export const presetNames: ReadonlySet<string> = new Set([
  "recommended",
  "consistent",
  "markdown-style-guide",
]);

/** What is always on, so that naming it changes nothing. */
export const builtInPlugins: ReadonlySet<string> = new Set([
  "lint",
  "parse",
  "gfm",
  "frontmatter",
  "mdx",
  "stringify",
]);

/** `remark-lint-maximum-line-length`, `lint-maximum-line-length` and `maximum-line-length` are one rule. */
export function shortName(name: string): string {
  return name.replace(/^(?:remark-)?lint-/, "");
}
