// Tags of raw HTML as Python-Markdown tells them apart (core.py, htmlparser.py, extensions/md_in_html.py).

/** Tags that are blocks (`block_level_elements`). */
export const blockTags: ReadonlySet<string> = new Set(
  `address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup
  hr main menu nav ol p pre section table ul canvas colgroup dd body dt group iframe li legend math map noscript output
  object option progress script style summary tbody td textarea tfoot th thead tr video`.split(/\s+/),
);

/** Tags whose content is no HTML. */
export const rawTextTags: ReadonlySet<string> = new Set(["script", "style"]);

const spanTags = new Set("address dd dt h1 h2 h3 h4 h5 h6 legend li p summary td th".split(" "));
const neverMarkdown = new Set("canvas math option pre script style textarea hr".split(" "));

/** How the content of an element is read; `around` is the mode of the one that it stands in. */
export function elementMode(
  tag: string,
  source: string,
  around: "block" | "span" | undefined,
): "block" | "span" | "off" {
  const found = /\smarkdown(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?(?=[\s/>])/i.exec(source);
  if (!found || neverMarkdown.has(tag)) return "off";
  const value = found[1] ?? found[2] ?? found[3] ?? "1";
  const wanted = around === "span" ? "span" : value === "markdown" ? "1" : value;
  if (wanted === "block" || (wanted === "1" && !spanTags.has(tag))) return "block";
  return wanted === "1" || wanted === "span" ? "span" : "off";
}

/** The name that begins at `at`, lower case. */
export function tagNameAt(text: string, at: number): string {
  let end = at;
  while (end < text.length && end - at < 40 && !/[`\s/>]/.test(text.charAt(end))) end++;
  return text.slice(at, end).toLowerCase();
}

const longest = 10_000;

/** First offset after the opening tag at `at`; -1 where it is not closed. A `>` in quotes does not close it. */
export function tagEndAt(text: string, at: number): number {
  let quote = "";
  const limit = Math.min(text.length, at + longest);
  for (let pos = at + 1; pos < limit; pos++) {
    const sign = text.charAt(pos);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if ((sign === '"' || sign === "'") && text.charAt(pos - 1) === "=") quote = sign;
    else if (sign === ">") return pos + 1;
    else if (sign === "`" || sign === "<") return -1;
  }
  return -1;
}
