// What Hugo's shortcodes enclose: `{{% x %}}…{{% /x %}}` is Markdown of the page, or, within another one, Markdown of its
// own; `{{< x >}}…{{< /x >}}` is what the template makes of it. The scan is made to say so (hugolib/shortcode.go).

import type { Span } from "../text/span.ts";
import type { Heading, Link, Shortcode } from "./markdownScan.ts";
import type { PageContext } from "./output.ts";

/** A shortcode and the one that closes it. */
interface Pair {
  readonly name: string;
  /** Of `{{% %}}`. */
  readonly markdown: boolean;
  /** What they enclose. */
  readonly span: Span;
  /** With both of them. */
  readonly outer: Span;
}

/** Those that no other encloses, in order; where one is closed, with what it encloses. */
export function outermostShortcodes(
  shortcodes: readonly Shortcode[],
): readonly { readonly markdown: boolean; readonly span: Span }[] {
  const byStart = new Map(pairsOf(shortcodes).map((pair) => [pair.outer.start, pair.outer]));
  const found: { markdown: boolean; span: Span }[] = [];
  let end = 0;
  for (const { name, markdown, span } of shortcodes) {
    if (name.startsWith("/") || span.start < end) continue;
    const whole = byStart.get(span.start) ?? span;
    found.push({ markdown, span: whole });
    end = whole.end;
  }
  return found;
}

/** How the text within a pair is read; `pair` is the one that decides it. */
interface Reading {
  readonly pair: Pair;
  readonly reading: "page" | "apart" | "home" | "html" | "unsure";
}

/** From `start` on text is read so, outside of all pairs as the page's. */
interface Stretch {
  readonly start: number;
  readonly reading: Reading | undefined;
}

function pairsOf(shortcodes: readonly Shortcode[]): readonly Pair[] {
  const open: Shortcode[] = [];
  const counts = new Map<string, number>();
  const count = (name: string, by: number) => counts.set(name, (counts.get(name) ?? 0) + by);
  const pairs: Pair[] = [];
  for (const shortcode of shortcodes) {
    const { name, args, span } = shortcode;
    if (!name.startsWith("/")) {
      if (args.endsWith("/")) continue;
      open.push(shortcode);
      count(name, 1);
    } else if (counts.get(name.slice(1))) {
      // Those that were opened in between stand alone.
      let opening = open.pop();
      for (; opening && opening.name !== name.slice(1); opening = open.pop()) count(opening.name, -1);
      if (!opening) continue;
      count(opening.name, -1);
      const inner = { start: opening.span.end, end: span.start };
      const outer = { start: opening.span.start, end: span.end };
      pairs.push({ name: opening.name, markdown: opening.markdown, span: inner, outer });
    }
  }
  return pairs;
}

/** In order; pairs never cross one another. */
function stretchesOf(pairs: readonly Pair[], page: PageContext): readonly Stretch[] {
  const stack: { readonly end: number; readonly reading: Reading | undefined }[] = [];
  const stretches: Stretch[] = [];
  const put = (start: number) => stretches.push({ start, reading: stack.at(-1)?.reading });
  const leave = (before: number) => {
    for (let end = stack.at(-1)?.end; end !== undefined && end <= before; end = stack.at(-1)?.end) {
      stack.pop();
      put(end);
    }
  };
  for (const pair of pairs.toSorted((a, b) => a.span.start - b.span.start)) {
    leave(pair.span.start);
    const { reading, htmlTo } = readingIn(pair, stack.at(-1)?.reading, page);
    if (htmlTo !== undefined) stretches.push({ start: pair.span.start, reading: { pair, reading: "html" } });
    stack.push({ end: pair.span.end, reading });
    put(htmlTo ?? pair.span.start);
  }
  leave(Number.POSITIVE_INFINITY);
  return stretches.toSorted((a, b) => a.start - b.start);
}

interface PairReading {
  readonly reading: Reading | undefined;
  /** Before this, the text is part of a tag's HTML block. */
  readonly htmlTo?: number;
}

/** Markdown within another pair is rendered at once; what a template leaves as it is becomes text of the pair around it. */
function readingIn(pair: Pair, around: Reading | undefined, { syntax, text }: PageContext): PairReading {
  const { byName, others } = syntax.shortcodeText;
  const template = Object.hasOwn(byName, pair.name) ? byName[pair.name] : undefined;
  if (template === "home") return { reading: { pair, reading: "home" } };
  if (template === "markdown" || (pair.markdown && around)) return { reading: { pair, reading: "apart" } };
  const left: Reading | undefined = pair.markdown ? { pair, reading: "page" } : around;
  if (template === undefined || template === "unsure")
    return {
      reading: pair.markdown
        ? left
        : template === undefined && others === "html" && left
          ? left
          : { pair, reading: template ?? others },
    };
  if (!left) return { reading: { pair, reading: "html" } };
  if (template === "html") return { reading: left };
  return { reading: left, htmlTo: firstBlank(text, pair.span, template === "below-tag") };
}

/** Where the first blank line of the text ends; its end where it has none. */
function firstBlank(text: string, { start, end }: Span, below: boolean): number {
  const inner = text.slice(start, end);
  if (below && /^[ \t]*\r?\n/.test(inner)) return start;
  const blank = /\n[ \t]*\r?\n/.exec(inner);
  return blank ? start + blank.index + blank[0].length : end;
}

function readingAt(offset: number, stretches: readonly Stretch[]): Reading | undefined {
  let [low, high] = [-1, stretches.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((stretches[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return stretches[low]?.reading;
}

/** Takes what is no Markdown out of the scan's lists, and marks what is read apart, or perhaps not read at all. */
export function readShortcodeText(page: PageContext): void {
  const { out, syntax } = page;
  const pairs = syntax.shortcodes === "hugo" ? pairsOf(out.shortcodes) : [];
  if (pairs.length === 0 && syntax.rawHtml) return;
  const stretches = stretchesOf(pairs, page);
  const at = (offset: number) => readingAt(offset, stretches);
  const isHtml = ({ span }: { span: Span }) => at(span.start)?.reading === "html";
  const isDropped = (item: { span: Span }) => !syntax.rawHtml && !isHtml(item);
  keep(out.anchors, (anchor) => !isDropped(anchor));
  keep(out.links, (link) => (link.kind === "attribute" ? !isDropped(link) : !isHtml(link)));
  keep(out.headings, (heading) => !isHtml(heading));
  for (const list of [out.definitions, out.undefinedReferences, out.nearLinks, out.footnotes] as {
    span: Span;
  }[][])
    keep(list, (item) => !isHtml(item));
  mark(out.headings, at);
  mark(out.links, at);
  markShortcodes(out.shortcodes, at);
}

function markShortcodes(list: Shortcode[], at: (offset: number) => Reading | undefined): void {
  list.forEach((item, index) => {
    const found = at(item.span.start);
    if (found?.reading === "apart" || found?.reading === "home")
      list[index] = { ...item, apart: found.pair.span.start };
    else if (found && found.reading !== "page") list[index] = { ...item, within: found.pair.name };
  });
}

function mark(list: (Heading | Link)[], at: (offset: number) => Reading | undefined): void {
  list.forEach((item, index) => {
    const found = at(item.span.start);
    if (!found) return;
    const { pair, reading } = found;
    const heading = "level" in item;
    if (reading === "unsure" && (heading || item.kind !== "attribute"))
      list[index] = { ...item, within: pair.name };
    else if (heading && (reading === "apart" || reading === "home"))
      list[index] = { ...item, apart: pair.span.start };
    else if (!heading && reading === "home") list[index] = { ...item, home: true };
  });
}

function keep<Item>(list: Item[], wanted: (item: Item) => boolean): void {
  const kept = list.filter(wanted);
  if (kept.length < list.length) {
    list.length = 0;
    for (const item of kept) list.push(item);
  }
}
