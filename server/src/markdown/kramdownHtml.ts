// HTML elements as kramdown reads them in a block: from the opening tag to its own closing one, whatever stands between,
// but for those with `markdown="1"`, whose inside is Markdown (parser/html.rb and parser/kramdown/html.rb).

export interface HtmlRegion {
  readonly name: string;
  /** First offset after it; after the opening tag where its inside is Markdown. */
  readonly end: number;
  /** Where its inside is Markdown: the elements around that which are none and go on afterwards, the outermost first. */
  readonly around?: readonly string[];
  /** Does it close an element? */
  readonly closes: boolean;
  /** Stretches in it whose text is Markdown though no blocks are: `<summary markdown="span">`. */
  readonly texts: readonly { readonly from: number; readonly to: number }[];
}

const names = (list: string) => new Set(list.split(" "));
/** HTML_SPAN_ELEMENTS: they begin no block. */
const spans = names(
  "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc ruby samp select small span strong sub sup tt u var",
);
const empties = names("area base br col command embed hr img input keygen link meta param source track wbr");
/** HTML_CONTENT_MODEL_BLOCK and _SPAN: what `markdown="1"` and `parse_block_html` make of an inside. */
const blockHolders = names(
  "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header hgroup iframe li main map menu nav noscript object section summary td",
);
const spanHolders = names(
  "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb rbc rp rt rtc ruby select small span strong sub sup th tt",
);
/** HTML_CONTENT_MODEL_RAW, as far as they stand in running text: nothing in them is Markdown. */
export const rawSpans: ReadonlySet<string> = names("code kbd samp var");

/** HTML_TAG_RE and HTML_TAG_CLOSE_RE of parser/html.rb: names may have `_`, `.` and `:` in them. */
const opening =
  /<([\p{L}_][\p{L}\p{M}\p{N}_.:-]*)((?:\s+[\p{L}_:][\p{L}\p{M}\p{N}_.:-]*(?:\s*=\s*(?:[\p{L}\p{N}_]+|"[^"]*"|'[^']*'))?)*)\s*(\/)?>/uy;
const closing = /<\/([\p{L}_][\p{L}\p{M}\p{N}_.:-]*)\s*>/uy;

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly closes: boolean;
  readonly empty: boolean;
  /** The value of its attribute `markdown`. */
  readonly markdown: string | undefined;
}

function tagAt(text: string, at: number, limit: number): Tag | undefined {
  const closes = text.charCodeAt(at + 1) === 47;
  const pattern = closes ? closing : opening;
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const end = at + (found?.[0].length ?? 0);
  if (found?.[1] === undefined || end > limit) return undefined;
  const name = found[1].toLowerCase();
  const value = /\smarkdown\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w]+))/i.exec(found[2] ?? "");
  const markdown = value?.[1] ?? value?.[2] ?? value?.[3];
  return { name, end, closes, empty: empties.has(name) || found[3] !== undefined, markdown };
}

/** The region that begins with the tag at `at`; undefined where that is text. */
export function htmlRegion(text: string, at: number, limit: number, parse: boolean): HtmlRegion | undefined {
  const tag = tagAt(text, at, limit);
  if (!tag || spans.has(tag.name)) return undefined;
  const { name, end, closes } = tag;
  if (closes || tag.empty) return { name, end, closes, texts: [] };
  const model = modelOf(tag, parse);
  if (model === "block") return { name, end, closes, around: [], texts: [] };
  return { name, closes, ...rawEnd(text, tag, [], limit) };
}

/** What goes on of the elements around a Markdown inside that closed before `from`. */
export function restOfRegion(
  text: string,
  from: number,
  around: readonly string[],
  limit: number,
): HtmlRegion {
  const name = around.at(-1) ?? "";
  const tag: Tag = { name, end: from, closes: false, empty: false, markdown: undefined };
  return { name, closes: false, ...rawEnd(text, tag, around.slice(0, -1), limit) };
}

/** Is the inside of the element blocks of Markdown, running text, or neither? */
function modelOf({ name, markdown }: Tag, parse: boolean): "block" | "span" | "raw" {
  if (markdown === "block" || markdown === "span") return markdown;
  if (markdown !== "1" && (!parse || markdown === "0")) return "raw";
  return blockHolders.has(name) ? "block" : spanHolders.has(name) ? "span" : "raw";
}

/** Every element within needs its own end; an end tag that belongs to none is text. Without an end, all the rest is inside. */
function rawEnd(
  text: string,
  open: Tag,
  outer: readonly string[],
  limit: number,
): Pick<HtmlRegion, "end" | "around" | "texts"> {
  const texts: { from: number; to: number }[] = [];
  if (isScript(open.name)) return { end: closingEnd(text, open.name, open.end, limit), texts };
  const spanEnd = (tag: Tag) => {
    const to = rawSpanEnd(text, tag.name, tag.end, limit);
    texts.push({ from: tag.end, to });
    return closingEnd(text, tag.name, to, limit);
  };
  const stack = [...outer, open.name];
  const marks = /<!--[\s\S]*?-->|<(?=[\p{L}_/])/gu;
  marks.lastIndex = modelOf(open, false) === "span" ? rawSpanEnd(text, open.name, open.end, limit) : open.end;
  if (marks.lastIndex !== open.end) texts.push({ from: open.end, to: marks.lastIndex });
  for (let found = marks.exec(text); found && found.index < limit; found = marks.exec(text)) {
    const tag = found[0] === "<" ? tagAt(text, found.index, limit) : undefined;
    if (!tag) continue;
    marks.lastIndex = tag.end;
    if (tag.closes) {
      if (stack.at(-1) !== tag.name) continue;
      stack.pop();
      if (stack.length === 0) return { end: tag.end, texts };
    } else if (!tag.empty) {
      const model = modelOf(tag, false);
      if (isScript(tag.name)) marks.lastIndex = closingEnd(text, tag.name, tag.end, limit);
      else if (model === "block") return { end: tag.end, around: stack, texts };
      else if (model === "span") marks.lastIndex = spanEnd(tag);
      else stack.push(tag.name);
    }
  }
  return { end: limit, texts };
}

function isScript(name: string): boolean {
  return name === "script" || name === "style";
}

function closingEnd(text: string, name: string, from: number, limit: number): number {
  const close = new RegExp(`</${escaped(name)}\\s*>`, "gi");
  close.lastIndex = from;
  const found = close.exec(text);
  return found && found.index < limit ? found.index + found[0].length : limit;
}

/** Where the element in running text that opened before `from` closes; `to` where it does not. */
export function rawSpanEnd(text: string, name: string, from: number, to: number): number {
  const found = text.slice(from, to).search(new RegExp(`</${escaped(name)}\\s*>`, "i"));
  return found === -1 ? to : from + found;
}

function escaped(name: string): string {
  return name.replaceAll(".", "\\.");
}
