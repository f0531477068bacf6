// Candidates as the items of a completion list: what each shows and exactly which text it puts where. The ranking is
// done before, the documentation comes when an item is looked at (resolveCompletion.ts).

import type { CompletionItem, CompletionItemKind, TextEdit } from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import { hrefTo, linkHabit } from "../site/queries.ts";
import { resolveLink } from "../site/resolveLink.ts";
import { decodeOnce, encodePath, nameOf } from "../site/routeKey.ts";
import type { FilePath, Page } from "../site/site.ts";
import type { LinkStyle } from "../site/siteModel.ts";
import { rangeOf } from "../text/lineIndex.ts";
import type { Span } from "../text/span.ts";
import type { Cursor } from "./cursor.ts";
import type { DestinationContext, LabelContext } from "./linkContext.ts";
import type { Candidate } from "./linkSearch.ts";

export interface ItemPlace {
  readonly cursor: Cursor;
  readonly context: DestinationContext;
  readonly config: Config;
  /** Where the text that is written anew begins. */
  readonly start: number;
  /** From there to the cursor (of an address: without its origin). */
  readonly typed: string;
  /** Does an origin of the own site stand before it? */
  readonly address: boolean;
  /** Set where only the fragment is written: the page whose ids are offered. */
  readonly fragmentOf?: Page;
}

/** What an item carries so that its documentation can be made later. */
export interface CompletionData {
  /** URI of the site's root. */
  readonly root: string;
  readonly path: string;
  /** Index in the page's headings. */
  readonly heading?: number;
}

const kinds = { page: 17, heading: 18, anchor: 18, file: 17, label: 18 } as const satisfies Record<
  string,
  CompletionItemKind
>;

export function itemsOf(place: ItemPlace, candidates: readonly Candidate[]): CompletionItem[] {
  const style = styleFor(place);
  const items: CompletionItem[] = [];
  for (const candidate of candidates) {
    const written = writtenFor(place, candidate, style);
    if (written) items.push(itemOf(place, candidate, written, items.length));
  }
  return items;
}

interface Written {
  readonly label: string;
  readonly detail: string;
  readonly newText: string;
  readonly span: Span;
}

/** What the author typed wins, then the setting, then what the handbook's pages do. */
function styleFor({ cursor, context, config, typed, address }: ItemPlace): LinkStyle {
  const { start } = context.span;
  const habit = linkHabit(
    cursor.site,
    cursor.page.scanned.links.find(({ destination: { span } }) => span.start === start),
  );
  if (address || typed.startsWith("/")) return { ...habit, form: "site-root" };
  if (typed.startsWith(".")) return { ...habit, form: "relative" };
  return config.completion.linkStyle === "auto" ? habit : { ...habit, form: config.completion.linkStyle };
}

function writtenFor(place: ItemPlace, candidate: Candidate, style: LinkStyle): Written | undefined {
  const { cursor, context, start } = place;
  if (candidate.kind === "file") return fileWritten(place, candidate.path, style);
  const { page } = candidate;
  const id = fragmentOf(candidate);
  const label = labelOf(candidate);
  const route = page.route ?? page.path;
  const detail = id === undefined ? route : page.path === cursor.page.path ? `#${id}` : `${route}#${id}`;
  const end = context.span.end;
  if (place.fragmentOf) return { label, detail, newText: encodePath(id ?? ""), span: { start, end } };
  if (id !== undefined && page.path === cursor.page.path && !place.address) {
    return { label, detail, newText: framed(place, `#${encodePath(id)}`, label), span: { start, end } };
  }
  const href = hrefFrom(place, page, style) + (id === undefined ? "" : `#${encodePath(id)}`);
  return {
    label,
    detail,
    newText: framed(place, href, label),
    span: { start, end: endFor(place, page, id) },
  };
}

function fileWritten(place: ItemPlace, path: FilePath, style: LinkStyle): Written | undefined {
  const { cursor, context, start } = place;
  const newText = hrefFrom(place, path, style);
  if (resolveLink(cursor.site, cursor.page, newText).kind !== "file") return undefined;
  const label = nameOf(path);
  return {
    label,
    detail: path,
    newText: framed(place, newText, label),
    span: { start, end: context.span.end },
  };
}

function hrefFrom({ cursor, typed }: ItemPlace, target: Page | FilePath, style: LinkStyle): string {
  const href = hrefTo(cursor.site, cursor.page, target, style);
  return typed.startsWith("./") && !/^[./]/.test(href) ? `./${href}` : href;
}

/** The destination with what its place needs around it. */
function framed({ cursor, context }: ItemPlace, href: string, label: string): string {
  if (context.syntax === "autolink") return `[${escaped(label)}](${href})`;
  const afterColon = context.syntax === "definition" && cursor.text[context.span.start - 1] === ":";
  return afterColon ? ` ${href}` : href;
}

/** A fragment behind the cursor stays when the chosen page has it; otherwise it goes with the old path. */
function endFor({ cursor, context, start }: ItemPlace, page: Page, id: string | undefined): number {
  const { text, offset } = cursor;
  const rest = text.slice(start, context.span.end);
  const hash = rest.indexOf("#");
  const kept = id === undefined && hash >= 0 && page.ids.has(decodeOnce(rest.slice(hash + 1)));
  return kept ? Math.max(start + hash, offset) : context.span.end;
}

function fragmentOf(candidate: Exclude<Candidate, { kind: "file" }>): string | undefined {
  if (candidate.kind === "heading") return candidate.page.headingIds[candidate.heading];
  return candidate.kind === "anchor" ? candidate.id : undefined;
}

function labelOf(candidate: Exclude<Candidate, { kind: "file" }>): string {
  if (candidate.kind === "anchor") return candidate.id;
  const text =
    candidate.kind === "heading" ? candidate.page.scanned.headings[candidate.heading]?.text : undefined;
  return oneLine(text || candidate.page.title || nameOf(candidate.page.path));
}

/**
 * VS Code keeps an item when the text from the edit's start to the cursor fits `filterText`, and ranks by how well. What is
 * typed at its beginning makes all fit alike, so that our order stands; what follows lets them fit while the author types on.
 */
function itemOf(place: ItemPlace, candidate: Candidate, written: Written, rank: number): CompletionItem {
  const { cursor } = place;
  const { label, detail, newText, span } = written;
  const fill = candidate.kind === "anchor" ? [] : textEdits(place, label, candidate.kind);
  const data: CompletionData = {
    root: cursor.site.root,
    path: candidate.kind === "file" ? candidate.path : candidate.page.path,
    ...(candidate.kind === "heading" && { heading: candidate.heading }),
  };
  return {
    label,
    labelDetails: { description: detail },
    detail,
    kind: kinds[candidate.kind],
    sortText: String(rank).padStart(4, "0"),
    filterText: `${cursor.text.slice(span.start, cursor.offset)} ${newText} ${label} ${detail}`.trimStart(),
    textEdit: { range: rangeOf(cursor.page.scanned.lines, span), newText },
    ...(fill.length > 0 && { additionalTextEdits: fill }),
    data,
  };
}

/** The title between brackets that are empty. Not for images: a file's name is no description. */
function textEdits({ cursor, context }: ItemPlace, label: string, kind: Candidate["kind"]): TextEdit[] {
  if (!context.textSpan || context.image || kind === "file" || context.text.trim() !== "") return [];
  return [{ range: rangeOf(cursor.page.scanned.lines, context.textSpan), newText: escaped(label) }];
}

/** The labels that the page defines, each once. */
export function labelItems(cursor: Cursor, context: LabelContext): CompletionItem[] {
  const { page, text, offset } = cursor;
  const labels = new Map<string, CompletionItem>();
  for (const definition of page.scanned.definitions) {
    if (labels.has(definition.label) || definition.label.startsWith("^")) continue;
    const label = text.slice(definition.labelSpan.start, definition.labelSpan.end);
    labels.set(definition.label, {
      label: oneLine(label),
      labelDetails: { description: definition.destination.raw },
      detail: definition.destination.raw,
      kind: kinds.label,
      sortText: String(labels.size).padStart(4, "0"),
      filterText: `${text.slice(context.span.start, offset)} ${label}`.trimStart(),
      textEdit: { range: rangeOf(page.scanned.lines, context.span), newText: label },
    });
  }
  const typed = text.slice(context.span.start, offset).toLowerCase();
  return [...labels.values()].filter((item) => item.label.toLowerCase().includes(typed));
}

function escaped(text: string): string {
  return text.replace(/[\\[\]<>*_`]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
