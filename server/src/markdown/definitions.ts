// Reference definitions at the beginning of a paragraph (CommonMark 4.7).

import { isLineEnd, skipBlanks, skipWhitespace } from "./characters.ts";
import { type Content, sourceSpan } from "./content.ts";
import { decodeDestination } from "./entities.ts";
import { labelEnd, normaliseLabel } from "./labels.ts";
import type { PageContext } from "./output.ts";
import { type DestinationPlace, destinationAt, isTitleMark, titleEnd } from "./resources.ts";

/** Emits the definitions that `content` begins with; answers where the text after them begins (`content.to` if nowhere). */
export function takeDefinitions(page: PageContext, content: Content): number {
  let pos = content.from;
  while (pos < content.to && content.text.charCodeAt(pos) === 91) {
    const end = definitionAt(page, content, pos);
    if (end === -1) break;
    pos = skipWhitespace(content.text, end, content.to);
  }
  return pos;
}

function definitionAt(page: PageContext, content: Content, at: number): number {
  const { text, to } = content;
  const close = labelEnd(text, at, to);
  if (close === -1 || close + 1 >= to || text.charCodeAt(close + 1) !== 58) return -1;
  const start = skipWhitespace(text, close + 2, to);
  const destination = destinationAt(text, start, to, {
    deepest: Number.POSITIVE_INFINITY,
    syntax: page.syntax,
  });
  if (!destination) return -1;
  const end = definitionEnd(content, destination);
  if (end !== -1) emit(page, content, [at, close, end], destination);
  return end;
}

/** End of the line that the title, or else the destination, stands in; -1 when something else follows. */
function definitionEnd(content: Content, destination: DestinationPlace): number {
  const { text, to } = content;
  const { after } = destination;
  const title = skipWhitespace(text, after, to);
  if (title > after && title < to && isTitleMark(text.charCodeAt(title))) {
    const end = titleEnd(text, title, to, { untitled: undefined });
    if (end !== -1 && endsLine(text, end, to)) return skipBlanks(text, end, to);
  }
  return endsLine(text, after, to) ? skipBlanks(text, after, to) : -1;
}

function endsLine(text: string, at: number, to: number): boolean {
  const end = skipBlanks(text, at, to);
  return end >= to || isLineEnd(text.charCodeAt(end));
}

function emit(
  page: PageContext,
  content: Content,
  [at, close, end]: readonly [number, number, number],
  destination: DestinationPlace,
): void {
  const { text } = content;
  const raw = text.slice(destination.start, destination.end);
  const definition = {
    label: normaliseLabel(text.slice(at + 1, close)),
    labelSpan: sourceSpan(content, at + 1, close),
    span: sourceSpan(content, at, end),
    destination: {
      raw,
      value: decodeDestination(raw, page.syntax),
      span: sourceSpan(content, destination.start, destination.end),
    },
  };
  page.out.definitions.push(definition);
  if (!page.defined.has(definition.label)) page.defined.set(definition.label, definition);
}
