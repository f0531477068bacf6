// The judge of the scanner: micromark's reading of a page (CommonMark + GFM, or MDX), turned into the same lists.
// Slow and built on a tree; only tests use it. It knows nothing of HTML attributes, ids, shortcodes and math.

import type { Definition as MdastDefinition, Nodes } from "mdast";
import type { CompileContext, Extension, Token } from "mdast-util-from-markdown";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { gfm } from "micromark-extension-gfm";
import { mdxjs } from "micromark-extension-mdxjs";
import type { LinkKind } from "../../server/src/markdown/markdownScan.ts";
import type { Span } from "../../server/src/text/span.ts";

export interface JudgedHeading {
  readonly level: number;
  readonly span: Span;
  readonly text: string;
}

export interface JudgedLink {
  readonly kind: LinkKind;
  readonly image: boolean;
  /** Undefined for addresses that micromark finds after it parsed the text (they have lost their place). */
  readonly span: Span | undefined;
  readonly text: string;
  readonly textSpan: Span | undefined;
  readonly value: string;
  readonly destinationSpan: Span | undefined;
  readonly label: string | undefined;
  readonly labelSpan: Span | undefined;
  readonly hasContent: boolean;
}

export interface JudgedDefinition {
  readonly label: string;
  readonly labelSpan: Span | undefined;
  readonly span: Span;
  readonly value: string;
  readonly destinationSpan: Span | undefined;
}

export interface JudgedOpaque {
  readonly kind: "fenced-code" | "indented-code" | "code-span" | "html" | "expression";
  readonly span: Span;
}

export interface MdastScan {
  readonly headings: readonly JudgedHeading[];
  readonly links: readonly JudgedLink[];
  readonly definitions: readonly JudgedDefinition[];
  readonly footnotes: readonly { readonly label: string; readonly span: Span }[];
  readonly opaque: readonly JudgedOpaque[];
  /** HTML nodes (not in MDX): where they stand. */
  readonly html: readonly Span[];
}

interface Places {
  textSpan?: Span;
  destinationSpan?: Span;
  labelSpan?: Span;
}

/** What micromark sees in `text` from `bodyStart` on. Throws where micromark throws (MDX that does not parse). */
export function mdastScan(text: string, bodyStart: number, mdx: boolean): MdastScan {
  const places = new WeakMap<object, Places>();
  const tree = fromMarkdown(text.slice(bodyStart), {
    extensions: mdx ? [gfm(), mdxjs()] : [gfm()],
    mdastExtensions: [...gfmFromMarkdown(), ...(mdx ? mdxFromMarkdown() : []), recordPlaces(places)],
  });
  withoutExcess(tree);
  const judge = new Judge(text, bodyStart, places);
  judge.collectDefinitions(tree);
  judge.visit(tree, false);
  return judge;
}

/** Cells that a row has beyond the table's columns are in the tree, and in no page (GFM: "the excess is ignored"; mdast-util-to-hast). */
function withoutExcess(node: Nodes): void {
  if (node.type === "table")
    for (const row of node.children)
      row.children.length = Math.min(row.children.length, node.align?.length ?? 0);
  if ("children" in node) for (const child of node.children) withoutExcess(child);
}

/** Text of a node as a reader sees it: tags dropped, images by their alternative text. */
export function plainText(node: unknown): string {
  const some = node as { type?: string; value?: string; alt?: string | null; children?: unknown[] };
  if (some.type === "html" || some.type === "footnoteReference") return "";
  if (some.type === "mdxTextExpression" || some.type === "mdxFlowExpression") return "";
  if (some.type === "break") return "\n";
  if (typeof some.value === "string") return some.value;
  if (typeof some.alt === "string") return some.alt;
  return (some.children ?? []).map(plainText).join("");
}

function recordPlaces(places: WeakMap<object, Places>): Extension {
  const record = (context: CompileContext, place: Places) => {
    const node = context.stack.at(-1) as object;
    places.set(node, { ...places.get(node), ...place });
  };
  const spanOf = (token: Token): Span => ({ start: token.start.offset, end: token.end.offset });
  return {
    exit: {
      resourceDestinationString(token) {
        const url = this.resume();
        (this.stack.at(-1) as { url?: string }).url = url;
        record(this, { destinationSpan: spanOf(token) });
      },
      definitionDestinationString(token) {
        const url = this.resume();
        (this.stack.at(-1) as { url?: string }).url = url;
        record(this, { destinationSpan: spanOf(token) });
      },
      labelText(token) {
        const label = this.sliceSerialize(token);
        const node = this.stack.at(-2) as object;
        Object.assign(node, { label, identifier: normalise(label) });
        places.set(node, { ...places.get(node), textSpan: spanOf(token) });
      },
      label() {
        const fragment = this.stack.at(-1) as unknown as { children: [] };
        const alt = plainText(fragment);
        this.resume();
        const node = this.stack.at(-1) as { type: string; children?: []; alt?: string };
        (this.data as { inReference?: boolean }).inReference = true;
        if (node.type === "link") node.children = fragment.children;
        else node.alt = alt;
      },
      autolinkProtocol(token) {
        (this.config.exit["data"] as (this: CompileContext, token: Token) => void).call(this, token);
        (this.stack.at(-1) as { url?: string }).url = this.sliceSerialize(token);
        record(this, { destinationSpan: spanOf(token) });
      },
      autolinkEmail(token) {
        (this.config.exit["data"] as (this: CompileContext, token: Token) => void).call(this, token);
        (this.stack.at(-1) as { url?: string }).url = `mailto:${this.sliceSerialize(token)}`;
        record(this, { destinationSpan: spanOf(token) });
      },
      referenceString(token) {
        const label = this.resume();
        const node = this.stack.at(-1) as object;
        Object.assign(node, { label, identifier: normalise(this.sliceSerialize(token)) });
        (this.data as { referenceType?: string }).referenceType = "full";
        record(this, { labelSpan: spanOf(token) });
      },
      definitionLabelString(token) {
        const label = this.resume();
        const node = this.stack.at(-1) as object;
        Object.assign(node, { label, identifier: normalise(this.sliceSerialize(token)) });
        record(this, { labelSpan: spanOf(token) });
      },
    },
  };
}

function normalise(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, " ")
    .replace(/^ | $/g, "")
    .toLowerCase()
    .toUpperCase()
    .toLowerCase();
}

class Judge implements MdastScan {
  readonly headings: JudgedHeading[] = [];
  readonly links: JudgedLink[] = [];
  readonly definitions: JudgedDefinition[] = [];
  readonly footnotes: { label: string; span: Span }[] = [];
  readonly opaque: JudgedOpaque[] = [];
  readonly html: Span[] = [];
  readonly #defined = new Map<string, JudgedDefinition>();
  readonly #text: string;
  readonly #bodyStart: number;
  readonly #places: WeakMap<object, Places>;

  constructor(text: string, bodyStart: number, places: WeakMap<object, Places>) {
    this.#text = text;
    this.#bodyStart = bodyStart;
    this.#places = places;
  }

  collectDefinitions(node: Nodes): void {
    if (node.type === "definition") this.#definition(node);
    if ("children" in node) for (const child of node.children) this.collectDefinitions(child);
  }

  visit(node: Nodes, inLink: boolean): void {
    const link =
      node.type === "link" ||
      node.type === "linkReference" ||
      node.type === "image" ||
      node.type === "imageReference";
    if (link) this.#link(node);
    else if (node.type === "heading")
      this.headings.push({ level: node.depth, span: this.#span(node), text: plainText(node) });
    else if (node.type === "footnoteDefinition")
      this.footnotes.push({ label: node.identifier, span: this.#span(node) });
    else this.#opaque(node);
    if ("children" in node) for (const child of node.children) this.visit(child, inLink || link);
  }

  #opaque(node: Nodes): void {
    if (node.type === "html") this.html.push(this.#span(node));
    const kind = this.#opaqueKind(node);
    if (kind) this.opaque.push({ kind, span: this.#span(node) });
  }

  #opaqueKind(node: Nodes): JudgedOpaque["kind"] | undefined {
    if (node.type === "inlineCode") return "code-span";
    if (node.type === "code") {
      const first = this.#text.slice(this.#span(node).start).trimStart()[0];
      return node.position && (first === "`" || first === "~") && this.#isFence(node)
        ? "fenced-code"
        : "indented-code";
    }
    if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression" || node.type === "mdxjsEsm")
      return "expression";
    return undefined;
  }

  #isFence(node: Nodes): boolean {
    return /^[`~]{3}/.test(this.#text.slice(this.#span(node).start));
  }

  #definition(node: MdastDefinition): void {
    const place = this.#places.get(node);
    const definition: JudgedDefinition = {
      label: node.identifier,
      labelSpan: this.#moved(place?.labelSpan),
      span: this.#span(node),
      value: node.url,
      destinationSpan: this.#moved(place?.destinationSpan),
    };
    this.definitions.push(definition);
    if (!this.#defined.has(node.identifier)) this.#defined.set(node.identifier, definition);
  }

  #link(node: Extract<Nodes, { type: "link" | "image" | "linkReference" | "imageReference" }>): void {
    const place = this.#places.get(node);
    const image = node.type === "image" || node.type === "imageReference";
    const reference = node.type === "linkReference" || node.type === "imageReference" ? node : undefined;
    const target = reference && this.#defined.get(reference.identifier);
    const url = "url" in node ? (node.url ?? "") : "";
    this.links.push({
      kind: reference ? `${reference.referenceType}-reference` : this.#kind(node),
      image,
      span: node.position && this.#span(node),
      text: plainText(node),
      textSpan: this.#moved(place?.textSpan),
      value: reference ? (target?.value ?? "") : url,
      destinationSpan: reference ? target?.destinationSpan : this.#moved(place?.destinationSpan),
      label: reference?.identifier,
      labelSpan: reference && this.#moved(place?.labelSpan ?? place?.textSpan),
      hasContent: "children" in node && node.children.some(hasContent),
    });
  }

  #kind(node: Nodes): LinkKind {
    if (!node.position) return "literal";
    const first = this.#text[this.#span(node).start];
    if (first === "<") return "autolink";
    return this.#places.get(node)?.textSpan ? "inline" : "literal";
  }

  #span(node: Nodes): Span {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? 0;
    return { start: start + this.#bodyStart, end: end + this.#bodyStart };
  }

  #moved(span: Span | undefined): Span | undefined {
    return span && { start: span.start + this.#bodyStart, end: span.end + this.#bodyStart };
  }
}

function hasContent(node: Nodes): boolean {
  if (node.type === "image" || node.type === "imageReference" || node.type === "html") return true;
  if (node.type === "mdxJsxTextElement" || node.type === "mdxTextExpression") return true;
  return "children" in node && node.children.some(hasContent);
}
