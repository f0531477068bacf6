// MDX without running it: a tag of HTML becomes that element, a component a labelled box around its children, an
// expression its value when it is a plain literal and else its own source as a quiet label.

import type { Element, ElementContent, Properties } from "hast";
import type { MdxFlowExpression, MdxTextExpression } from "mdast-util-mdx-expression";
import type { MdxJsxFlowElement, MdxJsxTextElement } from "mdast-util-mdx-jsx";
import type { Handlers, State } from "mdast-util-to-hast";
import { addressAttributes, type MarkdownSyntax } from "../markdown/syntax.ts";
import { componentLabel } from "./componentTags.ts";

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
type Expression = MdxFlowExpression | MdxTextExpression;

/** For remark-rehype. `syntax` tells which attributes of a component hold an address. */
export function mdxHandlers(syntax: MarkdownSyntax): Handlers {
  const jsx = (state: State, node: Jsx) => fromJsx(state, node, syntax);
  return {
    mdxJsxFlowElement: jsx,
    mdxJsxTextElement: jsx,
    mdxFlowExpression: fromExpression,
    mdxTextExpression: fromExpression,
  };
}

function fromJsx(state: State, node: Jsx, syntax: MarkdownSyntax): ElementContent[] | Element {
  const children = state.all(node);
  if (node.name === null) return children;
  const attributes = literalAttributes(node);
  if (/^[a-z][^.]*$/.test(node.name))
    return placed(state, node, node.name, htmlProperties(attributes), children);
  const inline = node.type === "mdxJsxTextElement";
  const addresses = addressAttributes(syntax, node.name);
  const pointed = [...attributes].filter(([name]) => addresses?.includes(name));
  const address = pointed.find(([name]) => !imageAttribute.test(name))?.[1];
  if (inline && address !== undefined && children.length > 0)
    return placed(state, node, "a", { href: address }, children);
  const label = text(componentLabel(node.name, attributes));
  const name = box("span", "handbook-component-name", [
    address === undefined ? label : placed(state, node, "a", { href: address }, [label]),
  ]);
  const images = pointed
    .filter(([name]) => imageAttribute.test(name))
    .map(([, src]) => placed(state, node, "img", { src, alt: attributes.get("alt") ?? "" }, []));
  const whole = box(inline ? "span" : "div", "handbook-component", [name, ...images, ...children]);
  state.patch(node, whole);
  return whole;
}

const imageAttribute = /src|image|img|poster|photo|logo|thumbnail/i;

function placed(
  state: State,
  node: Jsx,
  tagName: string,
  properties: Properties,
  children: ElementContent[],
): Element {
  const element: Element = { type: "element", tagName, properties, children };
  state.patch(node, element);
  return element;
}

function box(tagName: string, className: string, children: ElementContent[]): Element {
  return { type: "element", tagName, properties: { className: [className] }, children };
}

function text(value: string): ElementContent {
  return { type: "text", value };
}

/** Attributes that need no code to know: `title="x"`, `title={"x"}`, `open`. */
function literalAttributes(node: Jsx): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute") continue;
    const { value } = attribute;
    if (value === null || value === undefined) known.set(attribute.name, "");
    else if (typeof value === "string") known.set(attribute.name, value);
    else {
      const literal = literalOf(value.value);
      if (literal !== undefined) known.set(attribute.name, literal);
    }
  }
  return known;
}

/** React's and HTML's names of attributes that hast names otherwise. */
const propertyNames: Readonly<Record<string, string>> = {
  class: "className",
  colspan: "colSpan",
  rowspan: "rowSpan",
  datetime: "dateTime",
  "aria-label": "ariaLabel",
};

function htmlProperties(attributes: ReadonlyMap<string, string>): Properties {
  const properties: Properties = {};
  for (const [name, value] of attributes) {
    // No author needs it, and it would name the object's prototype.
    if (name === "__proto__") continue;
    const property = (Object.hasOwn(propertyNames, name) && propertyNames[name]) || name;
    properties[property] = property === "className" ? value.split(/\s+/) : value;
  }
  return properties;
}

function fromExpression(state: State, node: Expression): ElementContent | undefined {
  const source = node.value.trim();
  // `{#id}` at the end of a heading is for the generator.
  if (source === "" || source.startsWith("#") || isComment(source)) return undefined;
  const literal = literalOf(source);
  const shown = source.length > 80 ? `${source.slice(0, 80)}…` : source;
  const inner: ElementContent =
    literal !== undefined ? text(literal) : box("code", "handbook-expression", [text(`{${shown}}`)]);
  const result = node.type === "mdxFlowExpression" ? box("div", "handbook-component", [inner]) : inner;
  state.patch(node, result);
  return result;
}

function isComment(source: string): boolean {
  return source.startsWith("/*") && source.indexOf("*/") === source.length - 2;
}

/** The value of a string without escapes or of a number; nothing else is looked into. */
function literalOf(source: string): string | undefined {
  const trimmed = source.trim();
  const quote = trimmed[0];
  if (quote === '"' || quote === "'" || quote === "`") {
    const inner = trimmed.slice(1, -1);
    const plain = trimmed.length > 1 && trimmed.endsWith(quote) && !inner.includes(quote);
    return plain && !/\\|\$\{/.test(inner) ? inner : undefined;
  }
  return /^\d{1,15}(?:\.\d{1,15})?$/.test(trimmed) ? trimmed : undefined;
}
