// `frontmatter-unterminated`: a block whose opening fence has keys below it and no closing fence.

import { lineAt, nextLine } from "../frontmatter/block.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { lineEndOf } from "./frontmatterSource.ts";

export const frontmatterUnterminated: Rule = {
  codes: ["frontmatter-unterminated"],
  check: (_site, page) =>
    page.scanned.frontmatterProblems.filter(({ code }) => code === "frontmatter-unterminated"),
  fix,
};

function fix(_site: Site, _page: Page, { span }: Finding, text: string): readonly Fix[] {
  const fence = text.slice(span.start, span.start + 3);
  if (!/^(?:---|\+\+\+|;;;)$/.test(fence)) return [];
  const at = endOfKeys(text, nextLine(text, span.end));
  const lineEnd = lineEndOf(text);
  const before = /[\r\n]/.test(text.charAt(at - 1)) ? "" : lineEnd;
  return [
    {
      title: `Close the frontmatter with ${fence}`,
      edits: [{ span: { start: at, end: at }, newText: `${before}${fence}${lineEnd}` }],
      preferred: true,
    },
  ];
}

const key = /^["']?[\w.-]{1,80}["']?[ \t]*[:=](?:[ \t]|$)/;
const continued = /^(?:[ \t]+\S|- |#[^#\s]|\[[\w.-]+\][ \t]*$|[}\]][ \t]*,?$)/;

/** After the last line that looks like a key or belongs to one. An empty line ends the keys unless another key follows. */
function endOfKeys(text: string, from: number): number {
  let end = from;
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    const line = lineAt(text, at);
    if (line.trim() === "") continue;
    if (!key.test(line) && !(continued.test(line) && end === at)) break;
    end = nextLine(text, at);
  }
  return end;
}
