// All calls of a name in a module, however deep they stand, with the blocks of the functions around each: what a name means there.

import type * as t from "@babel/types";
import { calleeName, isFunction } from "./scriptSyntax.ts";

export interface FoundCall {
  /** The last name of what is called. */
  readonly callee: string;
  readonly node: t.CallExpression | t.NewExpression;
  /** Bodies of the functions that it stands in, the outermost first. */
  readonly blocks: readonly (readonly t.Statement[])[];
}

/** Deeper than any configuration is nested. */
const deepest = 200;

export function findCalls(body: readonly t.Statement[], name: RegExp): readonly FoundCall[] {
  const found: FoundCall[] = [];
  const visit = (node: unknown, blocks: FoundCall["blocks"], depth: number): void => {
    if (depth > deepest || typeof node !== "object" || node === null) return;
    if (Array.isArray(node)) {
      for (const one of node) visit(one, blocks, depth + 1);
      return;
    }
    if (!isNode(node)) return;
    const inner =
      (node.type === "ObjectMethod" || isFunction(node)) && node.body.type === "BlockStatement"
        ? [...blocks, node.body.body]
        : blocks;
    for (const [key, value] of Object.entries(node)) if (!aside.has(key)) visit(value, inner, depth + 1);
    if (node.type !== "CallExpression" && node.type !== "NewExpression") return;
    const callee = lastName(node.callee);
    if (name.test(callee)) found.push({ callee, node, blocks });
  };
  visit(body, [], 0);
  return found.sort((a, b) => (a.node.end ?? 0) - (b.node.end ?? 0));
}

/** What Babel notes beside the syntax. */
const aside: ReadonlySet<string> = new Set([
  "loc",
  "extra",
  "leadingComments",
  "trailingComments",
  "innerComments",
]);

function isNode(value: object): value is t.Node {
  return "type" in value && typeof value.type === "string";
}

/** `use` of `md.use`, also where `md` is itself a call. */
function lastName(callee: t.Node): string {
  const { property } = callee as { readonly property?: t.Node };
  if (callee.type === "MemberExpression" && property?.type === "Identifier") return property.name;
  return calleeName(callee);
}
