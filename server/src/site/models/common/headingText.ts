// The text that generators on remark and its like make a heading's id of. It is what a reader sees, but for a few things: an
// image counts for nothing, an MDX expression by its source; what of dashes, footnotes and tags does, is the generator's.

import type { FrontmatterEntry, FrontmatterValue } from "../../../frontmatter/frontmatter.ts";
import type { Heading, Link } from "../../../markdown/markdownScan.ts";
import { scanMarkdown } from "../../../markdown/scanMarkdown.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";

export interface HeadingTextRules {
  /** Which runs of hyphens become typographic dashes, which a slug leaves out: none, two of them (remark-smartypants), two and more (satteri). */
  readonly dashes: "kept" | "pairs" | "all";
  /** Does a reference to a footnote count by its number? */
  readonly footnotes: "number" | "dropped";
  /** Do the tags of inline HTML count as they are written? Those of JSX never do. */
  readonly tags: "kept" | "dropped";
  /** Does `{frontmatter.title}` count by its value? */
  readonly frontmatter: boolean;
}

export function headingText(page: ScannedPage, heading: Heading, rules: HeadingTextRules): string {
  const { source } = heading;
  if (!/--|[[{<]/.test(source)) return heading.text;
  const pieces = piecesOf(page, heading, rules);
  if (pieces.length === 0) return heading.text;
  return rescanned(page, source, pieces);
}

/** A stretch of the heading's source that counts by another text. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function piecesOf(page: ScannedPage, heading: Heading, rules: HeadingTextRules): readonly Piece[] {
  const { start, end } = heading.contentSpan;
  const inside = ({ span }: { span: { start: number; end: number } }) =>
    span.start >= start && span.end <= end;
  const place = ({ span }: { span: { start: number; end: number } }) => ({
    start: span.start - start,
    end: span.end - start,
  });
  const fixed: Piece[] = [];
  for (const opaque of page.opaque) {
    if (!inside(opaque)) continue;
    const at = place(opaque);
    if (opaque.kind === "expression") {
      const inner = heading.source.slice(at.start + 1, at.end - 1);
      const text = rules.frontmatter ? expressionText(inner, page.frontmatter?.entries ?? []) : inner;
      fixed.push({ ...at, text });
    } else if (opaque.kind === "code-span")
      fixed.push({ ...at, text: codeText(heading.source.slice(at.start, at.end)) });
    else if (
      rules.tags === "kept" &&
      !page.syntax.mdx &&
      (opaque.kind === "html" || opaque.kind === "comment")
    )
      fixed.push({ ...at, text: heading.source.slice(at.start, at.end) });
  }
  for (const link of page.links) {
    if (!inside(link)) continue;
    if (link.image) fixed.push({ ...place(link), text: "" });
    else if (isReference(link)) fixed.push({ ...place(link), text: dashed(link.text, rules) });
  }
  const own = outermost(fixed);
  return outermost([
    ...own,
    ...footnotes(page, heading.source, rules),
    ...dashes(heading.source, own, rules),
  ]);
}

function isReference({ kind }: Link): boolean {
  return kind === "full-reference" || kind === "collapsed-reference" || kind === "shortcut-reference";
}

/** Sorted, without those that lie in another. */
function outermost(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((piece) => {
    if (piece.start < end) return false;
    end = piece.end;
    return true;
  });
}

function dashes(source: string, own: readonly Piece[], rules: HeadingTextRules): readonly Piece[] {
  if (rules.dashes === "kept") return [];
  const free = (at: number) => !own.some((piece) => piece.start <= at && at < piece.end);
  return [...source.matchAll(/(\\?)(-{2,})/g)].flatMap(({ 0: all, 1: backslash, 2: run = "", index }) =>
    free(index) && (rules.dashes === "pairs" ? run.length === 2 : backslash === "")
      ? [{ start: index, end: index + all.length, text: "" }]
      : [],
  );
}

function dashed(text: string, rules: HeadingTextRules): string {
  if (rules.dashes === "kept") return text;
  return text.replace(rules.dashes === "pairs" ? /(?<!-)--(?!-)/g : /-{2,}/g, "");
}

/** Numbered by where they are first referred to, which for a page's first ones is the order of their texts, too. */
function footnotes(page: ScannedPage, source: string, rules: HeadingTextRules): readonly Piece[] {
  return [...source.matchAll(/\[\^([^\]\s]+)\]/g)].flatMap(({ 0: all, 1: label = "", index }) => {
    const number = page.footnotes.findIndex((note) => note.label.toLowerCase() === label.toLowerCase());
    if (number < 0) return [];
    const order = /^\d+$/.test(label) ? label : String(number + 1);
    const text = rules.footnotes === "number" ? order : "";
    return [{ start: index, end: index + all.length, text }];
  });
}

/** The string that `frontmatter.a.b` or `frontmatter["a"]` names; else the expression as it stands. */
function expressionText(expression: string, entries: readonly FrontmatterEntry[]): string {
  const path = /^\s*frontmatter((?:\.\w+|\[\d+\]|\["[^"]+"\]|\['[^']+'\])+)\s*$/.exec(expression)?.[1];
  if (path === undefined) return expression;
  let here: FrontmatterValue | undefined = { kind: "map", entries, span: { start: 0, end: 0 } };
  for (const { 1: key } of path.matchAll(/[.[]["']?([^"'.[\]]+)/g)) {
    if (here?.kind === "map") here = here.entries.findLast((entry) => entry.key === key)?.value;
    else if (here?.kind === "list") here = here.items[Number(key)];
    else return expression;
  }
  return here?.kind === "string" ? here.value : expression;
}

function codeText(source: string): string {
  const marks = /^`+/.exec(source)?.[0].length ?? 0;
  const inner = source.slice(marks, source.length - marks).replace(/\r?\n/g, " ");
  return /^ .*[^ ].* $/.test(inner) || /^ [^ ] $/.test(inner) ? inner.slice(1, -1) : inner;
}

/** Signs of a private area stand for the pieces while the rest is read as Markdown once more. */
const firstSign = 0xe000;

function rescanned(page: ScannedPage, source: string, pieces: readonly Piece[]): string {
  const texts: string[] = [];
  const sign = (text: string) => String.fromCharCode(firstSign + texts.push(text) - 1);
  let marked = "";
  let at = 0;
  for (const { start, end, text } of pieces) {
    marked += source.slice(at, start) + sign(text);
    at = end;
  }
  marked = (marked + source.slice(at)).replace(/[ \t]*\r?\n[ \t]*/g, () => sign("\n"));
  const [heading] = scanMarkdown(`# ${marked}`, 0, page.syntax).headings;
  return (heading?.text ?? "").replace(
    /[\ue000-\uf8ff]/g,
    (one) => texts[one.charCodeAt(0) - firstSign] ?? one,
  );
}
