// The text of one entry between brackets, laid out like a similar one: `'guide/pay'`, `{ text: 'Pay', link: '/guide/pay' }` on
// one line or on several.

import { indentAt } from "./lines.ts";
import { type NewEntry, pairsOf, pairText, type Surroundings } from "./newEntry.ts";

export function bracketItem(entry: NewEntry, around: Surroundings, indent: string): string {
  const { text, like, notation } = around;
  if (entry.shape.kind === "name")
    return notation.value(entry.name, like ? text.slice(like.span.start, like.span.end) : "");
  const layout = layoutOf(around, indent);
  const body = pairsOf(entry, like)
    .map((pair) => pairText(pair, around))
    .join(layout.between);
  return entry.shape.kind === "name-to-title" ? body : layout.open + body + layout.close;
}

interface Layout {
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

const onOneLine: Layout = { open: "{ ", between: ", ", close: " }" };

/** What stands around the pairs of the similar entry; where that is more than white space and commas, the usual. */
function layoutOf({ text, like }: Surroundings, indent: string): Layout {
  const first = like?.pairs[0];
  const last = like?.pairs.at(-1);
  if (!like || !first || !last) return onOneLine;
  const open = text.slice(like.span.start, first.keySpan.start);
  const close = text.slice(last.valueSpan.end, like.span.end);
  if (!/^\{\s*$/.test(open)) return onOneLine;
  if (!/[\r\n]/.test(open))
    return { ...onOneLine, open, close: /^\s*\}$/.test(close) ? close : onOneLine.close };
  const own = indentAt(text, like.span.start) ?? "";
  const deeper = open
    .slice(1)
    .replace(/[^\r\n]*$/, (end) => indent + (end.startsWith(own) ? end.slice(own.length) : end));
  const lineBreak = /\r\n|\n|\r/.exec(open)?.[0] ?? "\n";
  const comma = /^\s*,/.test(close) ? "," : "";
  return { open: `{${deeper}`, between: `,${deeper}`, close: `${comma}${lineBreak}${indent}}` };
}
