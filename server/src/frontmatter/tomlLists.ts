// Where the lists of a TOML text stand, so that one more item can be written into them: arrays, and the tables of one name
// (`[[menus.main]]`) that make a list together. A text with an error has none.

import { type AST, ParseError, parseTOML } from "toml-eslint-parser";
import type { ItemPlaces, ListPlaces, PairPlaces } from "../text/listPlaces.ts";
import { type Span, touches } from "../text/span.ts";

/** The innermost list that an offset lies in. */
export function tomlListAround(text: string, offset: number): ListPlaces | undefined {
  const [top] = parsed(text)?.body ?? [];
  const statement = top?.body.find((one) => touches(spanOf(one), offset));
  if (!top || !statement) return undefined;
  const pairs = statement.type === "TOMLKeyValue" ? [statement] : statement.body;
  const value = pairs.find((pair) => touches(spanOf(pair), offset))?.value;
  const array = value && arrayAround(value, offset);
  if (array) return { form: "bracket", span: spanOf(array), items: array.elements.map(itemOf) };
  return statement.type === "TOMLTable" && statement.kind === "array" ? tablesOf(top, statement) : undefined;
}

function parsed(text: string): AST.TOMLProgram | undefined {
  try {
    return parseTOML(text, { tomlVersion: "1.0" });
  } catch (error) {
    // Half-written: there is no list to write into. The parser is recursive, and its stack may end, too.
    if (!(error instanceof ParseError || error instanceof RangeError)) throw error;
    return undefined;
  }
}

function arrayAround(value: AST.TOMLContentNode, offset: number): AST.TOMLArray | undefined {
  if (!touches(spanOf(value), offset)) return undefined;
  if (value.type === "TOMLInlineTable") {
    const pair = value.body.find((one) => touches(spanOf(one), offset));
    return pair && arrayAround(pair.value, offset);
  }
  if (value.type !== "TOMLArray") return undefined;
  for (const element of value.elements) {
    const inner = arrayAround(element, offset);
    if (inner) return inner;
  }
  return value;
}

function tablesOf(top: AST.TOMLTopLevelTable, one: AST.TOMLTable): ListPlaces {
  const name = nameOf(one);
  const tables = top.body.filter(
    (other): other is AST.TOMLTable =>
      other.type === "TOMLTable" && other.kind === "array" && nameOf(other) === name,
  );
  const items = tables.map((table) => ({
    span: { start: table.range[0], end: endWithin(top, table) },
    pairs: table.body.flatMap(pairOf),
  }));
  const span = { start: items[0]?.span.start ?? 0, end: items.at(-1)?.span.end ?? 0 };
  return { form: "tables", span, items };
}

/** Where the last table ends that is a part of this one: `[menus.main.params]`. */
function endWithin(top: AST.TOMLTopLevelTable, table: AST.TOMLTable): number {
  const name = `${nameOf(table)}\n`;
  let end = table.range[1];
  for (const other of top.body.slice(top.body.indexOf(table) + 1)) {
    if (other.type !== "TOMLTable" || !nameOf(other).startsWith(name)) break;
    end = other.range[1];
  }
  return end;
}

function nameOf({ resolvedKey }: AST.TOMLTable): string {
  return resolvedKey.filter((part) => typeof part === "string").join("\n");
}

function itemOf(node: AST.TOMLContentNode): ItemPlaces {
  const pairs = node.type === "TOMLInlineTable" ? node.body.flatMap(pairOf) : [];
  return { span: spanOf(node), pairs };
}

function pairOf({ key, value }: AST.TOMLKeyValue): readonly PairPlaces[] {
  const [only, more] = key.keys;
  if (!only || more) return [];
  const name = only.type === "TOMLBare" ? only.name : only.value;
  return [{ key: name, keySpan: spanOf(only), valueSpan: spanOf(value) }];
}

function spanOf({ range }: { readonly range: readonly [number, number] }): Span {
  return { start: range[0], end: range[1] };
}
