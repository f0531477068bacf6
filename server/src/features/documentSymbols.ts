// The page's outline: its headings as a tree, below the title where the frontmatter gives one.

import type { DocumentSymbol, SymbolKind } from "vscode-languageserver-types";
import { stringKey } from "../frontmatter/keys.ts";
import type { Heading } from "../markdown/markdownScan.ts";
import type { Page } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import { endsOfSections } from "./sections.ts";

const symbolKind: SymbolKind = 15;

export function documentSymbols(page: Page): DocumentSymbol[] {
  const { headings, lines, frontmatter } = page.scanned;
  const roots: DocumentSymbol[] = [];
  const open: { level: number; symbol: DocumentSymbol }[] = [];
  headings.forEach((heading, at) => {
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop();
    const symbol = symbolOf(page, heading, at);
    const siblings = open.at(-1)?.symbol.children ?? roots;
    siblings.push(symbol);
    open.push({ level: heading.level, symbol });
  });
  const title = stringKey(frontmatter, "title");
  if (!frontmatter || title === undefined || title === "") return roots;
  const whole = rangeOf(lines, { start: 0, end: lines.length });
  return [
    {
      name: title,
      kind: symbolKind,
      range: whole,
      selectionRange: rangeOf(lines, frontmatter.span),
      children: roots,
    },
  ];
}

function symbolOf(page: Page, heading: Heading, at: number): DocumentSymbol {
  const { lines } = page.scanned;
  return {
    name: heading.text.replace(/\s+/g, " ").trim() || `(heading ${at + 1})`,
    kind: symbolKind,
    range: rangeOf(lines, { start: heading.span.start, end: endsOfSections(page)[at] ?? lines.length }),
    selectionRange: rangeOf(lines, heading.span),
    children: [],
  };
}
