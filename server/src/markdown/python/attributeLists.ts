// `{ #id .class key=value }` and `{: #id }` (attr_list.py): which ids they give, and where they may stand.

import type { Span } from "../../text/span.ts";
import { type Content, sourceOffset } from "../content.ts";
import type { PageContext } from "../output.ts";

export interface AttributeList {
  /** First offset after the `}`. */
  readonly end: number;
  readonly id?: { readonly id: string; readonly span: Span };
}

const list = /\{:?[ ]*([^}\n\r ][^}\n\r]*)[ ]*\}/y;
const longest = 600;

/** The list that begins with the `{` at `at`. Spans are offsets in `text`. */
export function attributeListAt(text: string, at: number, to: number): AttributeList | undefined {
  list.lastIndex = 0;
  const found = list.exec(text.slice(at, Math.min(to, at + longest)));
  if (!found) return undefined;
  const [whole, inner = ""] = found;
  const id = idIn(inner, at + whole.indexOf(inner));
  return { end: at + whole.length, ...(id && { id }) };
}

const word = /[^ =]+=".*?"|[^ =]+='.*?'|[^ =]+=[^ =]+|[^ =]+/g;

/** Of several ids the last counts. */
function idIn(inner: string, offset: number): AttributeList["id"] {
  let id: AttributeList["id"];
  for (const match of inner.matchAll(word)) {
    const marked = /^(?:#|id=["']?)/.exec(match[0])?.[0];
    if (marked === undefined) continue;
    const name = match[0].slice(marked.length).replace(/["']$/, "");
    const start = offset + match.index + marked.length;
    id = { id: name, span: { start, end: start + name.length } };
  }
  return id?.id === "" ? undefined : id;
}

/** The list that ends the content, a space before it: of a heading or a cell. */
export function closingList(content: Content): (AttributeList & { readonly from: number }) | undefined {
  const { text, from, to } = content;
  if (text.charCodeAt(to - 1) !== 125) return undefined;
  const open = text.lastIndexOf("{", to - 1);
  if (open <= from || text.charCodeAt(open - 1) !== 32) return undefined;
  const found = attributeListAt(text, open, to);
  return found?.end === to ? { ...found, from: open } : undefined;
}

/** Emits the id that a list gives as an anchor of no tag. */
export function emitId(page: PageContext, content: Content, found: AttributeList): void {
  if (!found.id) return;
  const { id, span } = found.id;
  const start = sourceOffset(content, span.start);
  page.out.anchors.push({ id, span: { start, end: start + id.length }, tag: "", attribute: "id" });
}
