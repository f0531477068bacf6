// JSON with the comments and trailing commas that tools' configuration files may have, as values with spans.

import { type Node, parseTree } from "jsonc-parser";
import type { DataValue } from "./value.ts";

/** Deeper nesting would exhaust the parser's stack. */
const maxDepth = 500;

/** Reads what can be read of a JSON text; undefined for a text without any value, and for one that is nested too deeply. */
export function readJsonText(text: string): DataValue | undefined {
  if (isTooDeep(text)) return undefined;
  const root = parseTree(text, [], { allowTrailingComma: true, disallowComments: false });
  return root && toValue(root);
}

function toValue(node: Node): DataValue {
  const span = { start: node.offset, end: node.offset + node.length };
  switch (node.type) {
    case "string":
      return { kind: "string", value: String(node.value), span };
    case "number":
      return { kind: "number", value: Number(node.value), span };
    case "boolean":
      return { kind: "boolean", value: node.value === true, span };
    case "array":
      return { kind: "list", items: (node.children ?? []).map(toValue), span };
    case "object":
      return { kind: "map", entries: (node.children ?? []).flatMap(toEntry), span };
    default:
      return { kind: "null", span };
  }
}

/** A key that is being typed has no value yet. */
function toEntry({ children }: Node) {
  const [key, value] = children ?? [];
  if (!key || !value) return [];
  const keySpan = { start: key.offset, end: key.offset + key.length };
  return [{ key: String(key.value), keySpan, value: toValue(value) }];
}

export function isTooDeep(text: string): boolean {
  return depthOf(text) > maxDepth;
}

function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x7b || code === 0x5b) most = Math.max(most, ++depth);
    else if (code === 0x7d || code === 0x5d) depth--;
  }
  return most;
}
