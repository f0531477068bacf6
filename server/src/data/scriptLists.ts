// Where the lists and objects of a JavaScript, TypeScript or JSON text stand, by its syntax alone: nothing is followed, so that
// what is found is where an author would write one more item.

import { parseExpression } from "@babel/parser";
import type * as t from "@babel/types";
import type { ItemPlaces, ListPlaces, PairPlaces } from "../text/listPlaces.ts";
import { type Span, touches } from "../text/span.ts";
import { isTooDeep } from "./readJsonText.ts";
import { parseModule } from "./scriptSyntax.ts";

/** `list`: an array. `keys`: an object, whose properties are the items. */
export type ListKind = "list" | "keys";

/** The innermost list that an offset lies in; undefined where there is none, or the text can't be parsed. */
export function scriptListAround(
  path: string,
  text: string,
  offset: number,
  kind: ListKind,
): ListPlaces | undefined {
  let found: t.Node | undefined;
  const type = kind === "list" ? "ArrayExpression" : "ObjectExpression";
  let level = topOf(path, text).filter((node) => touches(spanOf(node), offset));
  while (level.length > 0) {
    found = level.find((node) => node.type === type && isWithin(node, offset)) ?? found;
    level = level.flatMap(childrenOf).filter((node) => touches(spanOf(node), offset));
  }
  return found && placesOf(found);
}

/** The list that begins at an offset. */
export function scriptListAt(
  path: string,
  text: string,
  start: number,
  kind: ListKind,
): ListPlaces | undefined {
  const found = scriptListAround(path, text, start + 1, kind);
  return found?.span.start === start ? found : undefined;
}

function topOf(path: string, text: string): readonly t.Node[] {
  if (!/\.jsonc?$/i.test(path)) return parseModule(path, text) ?? [];
  try {
    return isTooDeep(text) ? [] : [parseExpression(text)];
  } catch {
    // Half-written: there is no list to write into.
    return [];
  }
}

function isWithin(node: t.Node, offset: number): boolean {
  return (node.start ?? 0) < offset && offset < (node.end ?? 0);
}

function childrenOf(node: t.Node): readonly t.Node[] {
  return Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? value : [value]).filter(isNode),
  );
}

function isNode(value: unknown): value is t.Node {
  return typeof value === "object" && value !== null && "type" in value && "start" in value && "end" in value;
}

function placesOf(node: t.Node): ListPlaces {
  const nodes =
    node.type === "ArrayExpression" ? node.elements : node.type === "ObjectExpression" ? node.properties : [];
  const items = nodes.flatMap((one) => (one ? [itemOf(one)] : []));
  return { form: "bracket", span: spanOf(node), items };
}

function itemOf(node: t.Node): ItemPlaces {
  const pairs = node.type === "ObjectExpression" ? node.properties : [node];
  return { span: spanOf(node), pairs: pairs.flatMap(pairOf) };
}

function pairOf(node: t.Node): readonly PairPlaces[] {
  if (node.type !== "ObjectProperty" || node.computed || node.shorthand) return [];
  const { key, value } = node;
  const name = key.type === "Identifier" ? key.name : key.type === "StringLiteral" ? key.value : undefined;
  return name === undefined ? [] : [{ key: name, keySpan: spanOf(key), valueSpan: spanOf(value) }];
}

function spanOf(node: t.Node): Span {
  return { start: node.start ?? 0, end: node.end ?? 0 };
}
