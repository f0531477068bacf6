// Where the lists of a YAML text stand, so that one more item can be written into them. A text with an error has none.

import { isMap, isPair, isScalar, isSeq, type Node, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import type { ItemPlaces, ListPlaces, PairPlaces } from "../text/listPlaces.ts";
import type { Span } from "../text/span.ts";

/** The innermost list that an offset lies in. */
export function yamlListAround(text: string, offset: number): ListPlaces | undefined {
  const path = listsAround(text, offset);
  return path.at(-1);
}

/** The list that begins at an offset: at its bracket, or at its first `-`. */
export function yamlListAt(text: string, start: number): ListPlaces | undefined {
  return listsAround(text, start).find(({ span }) => span.start === start);
}

function listsAround(text: string, offset: number): readonly ListPlaces[] {
  const found: ListPlaces[] = [];
  let node = contentsOf(text);
  while (node) {
    if (isSeq(node)) found.push(placesOf(node, text));
    node = childrenOf(node).find(({ range }) => range && range[0] <= offset && offset <= range[1]);
  }
  return found.filter(({ span }) => span.start <= offset && offset <= span.end);
}

function contentsOf(text: string): Node | undefined {
  try {
    const document = parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      keepSourceTokens: true,
    });
    return document.errors.length > 0 ? undefined : (document.contents ?? undefined);
  } catch (error) {
    // The parser is recursive: thousands of nested brackets exhaust its stack.
    if (!(error instanceof RangeError)) throw error;
    return undefined;
  }
}

function childrenOf(node: Node): readonly Node[] {
  if (isSeq(node)) return node.items as readonly Node[];
  return isMap(node) ? (node as YAMLMap<Node, Node | null>).items.flatMap(({ value }) => value ?? []) : [];
}

function placesOf(list: YAMLSeq, text: string): ListPlaces {
  const token = list.srcToken?.type === "block-seq" ? list.srcToken : undefined;
  const items = (list.items as readonly Node[]).map((node, at): ItemPlaces => {
    const mark = token?.items[at]?.start.find(({ type }) => type === "seq-item-ind")?.offset;
    return { span: spanOf(node, text), pairs: pairsOf(node, text), ...(mark !== undefined && { mark }) };
  });
  return { form: token ? "block" : "bracket", span: spanOf(list, text), items };
}

/** `- Pay: pay.md` in a block, `{ title: Pay }` and `Pay: pay.md` between brackets. */
function pairsOf(node: Node, text: string): readonly PairPlaces[] {
  const pairs = isPair(node) ? [node] : isMap(node) ? node.items : [];
  return pairs.flatMap((pair): PairPlaces[] => {
    const { key, value } = pair as { readonly key: Node; readonly value: Node | null };
    if (!isScalar(key) || !value) return [];
    const spans = { keySpan: spanOf(key, text), valueSpan: spanOf(value, text) };
    return [{ key: String(key.source ?? key.value ?? ""), ...spans }];
  });
}

/** A block's range reaches to the next line's beginning; what is written ends where its last word does. */
function spanOf(node: Node, text: string): Span {
  const [start, end] = node.range ?? [0, 0];
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
