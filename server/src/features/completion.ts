// What an author may want to write where a link's destination, fragment or label stands. One list, ranked here: the
// editor is told to ask again at each key, and every item passes its filter (see `filterText` in completionItems.ts).

import type { CompletionItem, CompletionList } from "vscode-languageserver-types";
import type { Config } from "../config.ts";
import { splitDestination } from "../site/destination.ts";
import { ownHosts } from "../site/ownHosts.ts";
import { resolveLink } from "../site/resolveLink.ts";
import { decodeOnce } from "../site/routeKey.ts";
import type { Page } from "../site/site.ts";
import { type ItemPlace, itemsOf, labelItems } from "./completionItems.ts";
import type { Cursor } from "./cursor.ts";
import { weightAsFile, weightAsImage } from "./fileKinds.ts";
import { type DestinationContext, linkContext } from "./linkContext.ts";
import { best, type Candidate, searchFiles, searchHeadings, searchPages, type Wanted } from "./linkSearch.ts";
import { isTelling, keyOf, queryOf, scoreOf } from "./matching.ts";

/** The characters after which an editor should ask by itself. */
export const completionTriggers: readonly string[] = ["(", "<", "[", ":", '"', "'", "/", "#", "."];

/** More than anybody reads; typing on brings others up. */
const most = 150;

/** Pages, headings, files and labels for the link that is being written at the cursor; an empty list anywhere else. */
export function completion(cursor: Cursor, config: Config): CompletionList {
  const context = linkContext(cursor);
  if (!context) return listOf([]);
  if (context.kind === "label") return listOf(labelItems(cursor, context));
  return listOf(destinationItems(cursor, context, config));
}

function listOf(items: CompletionItem[]): CompletionList {
  return { isIncomplete: items.length > 0, items };
}

function destinationItems(cursor: Cursor, context: DestinationContext, config: Config): CompletionItem[] {
  const { site, text, offset } = cursor;
  const marker = context.syntax === "autolink" ? 1 : 0;
  const whole = text.slice(context.span.start + marker, offset);
  const parts = splitDestination(whole);
  if (parts.host !== undefined ? !ownHosts(site).hosts.includes(parts.host) : parts.scheme !== undefined)
    return [];
  // Of an address in running text only the path is written anew, not the angle brackets around it.
  const address = parts.originEnd > 0;
  if (address && context.syntax === "autolink" && text[context.span.end - 1] === ">") {
    return destinationItems(cursor, withoutBrackets(context, 1), config);
  }
  if (address && context.syntax === "autolink")
    return destinationItems(cursor, withoutBrackets(context, 0), config);
  const start = context.span.start + (address ? parts.originEnd : 0);
  const typed = whole.slice(parts.originEnd);
  const place: ItemPlace = { cursor, context, config, start, typed, address };
  const hash = typed.indexOf("#");
  if (typed.startsWith("##")) return allHeadings(place, typed.slice(2));
  if (hash >= 0) return fragments(place, hash);
  const found = targets(place, wantedOf(typed, place));
  return itemsOf(place, best(found, most));
}

function withoutBrackets(context: DestinationContext, closing: 0 | 1): DestinationContext {
  return {
    ...context,
    syntax: "angle",
    span: { start: context.span.start + 1, end: context.span.end - closing },
  };
}

function wantedOf(typed: string, { context, cursor }: Pick<ItemPlace, "context" | "cursor">): Wanted {
  const plain = decodeOnce(typed).replace(/(?:^|\/)\.{1,2}(?=\/|$)/g, "");
  const text = queryOf(context.text);
  return { typed: queryOf(plain), text: text && isTelling(text) ? text : undefined, offset: cursor.offset };
}

function allHeadings(place: ItemPlace, typed: string): CompletionItem[] {
  const { site, page } = place.cursor;
  const wanted = wantedOf(typed, place);
  return itemsOf(place, searchHeadings(site, page, wanted, most));
}

function targets(place: ItemPlace, wanted: Wanted): readonly Candidate[] {
  const { cursor, context, typed } = place;
  const { site, page } = cursor;
  if (context.image) return searchFiles(site, page, wanted, weightAsImage);
  if (site.model.byFile) {
    return [...searchPages(site, page, wanted, most), ...searchFiles(site, page, wanted, weightAsFile)];
  }
  const files = typed === "" ? [] : searchFiles(site, page, wanted, () => -100);
  return [...searchPages(site, page, wanted, most), ...files];
}

/** The ids of the page that the path before the hash leads to, in their order; those which fit what is typed first. */
function fragments(place: ItemPlace, hash: number): CompletionItem[] {
  const { cursor, context, typed } = place;
  const target = pageAt(place, typed.slice(0, hash));
  if (!target) return [];
  const query = queryOf(decodeOnce(typed.slice(hash + 1)));
  const text = queryOf(context.text);
  const found: Candidate[] = [];
  target.scanned.headings.forEach((heading, at) => {
    const id = target.headingIds[at];
    if (id === undefined) return;
    const key = keyOf(heading.text);
    const score = query ? Math.max(scoreOf(query, key), scoreOf(query, keyOf(id))) : 1;
    const named = text ? scoreOf(text, key) : 0;
    if (score > 0)
      found.push({ kind: "heading", page: target, heading: at, score: score + named * 2 - at / 10_000 });
  });
  const start = cursor.offset - (typed.length - hash - 1);
  const inFragment: ItemPlace = { ...place, start, fragmentOf: target };
  return itemsOf(inFragment, [...best(found, most), ...anchors(target, query)]);
}

function anchors(target: Page, query: ReturnType<typeof queryOf>): readonly Candidate[] {
  return [...target.ids.keys()]
    .filter((id) => !target.headingIds.some((one) => one === id))
    .filter((id) => !query || scoreOf(query, keyOf(id)) > 0)
    .slice(0, most)
    .map((id) => ({ kind: "anchor", page: target, id, score: 0 }));
}

function pageAt({ cursor, address }: ItemPlace, path: string): Page | undefined {
  if (path === "" && !address) return cursor.page;
  let target = resolveLink(cursor.site, cursor.page, path === "" ? "/" : path);
  while (target.kind === "redirect") target = target.end;
  return target.kind === "page" || (target.kind === "missing" && target.what === "anchor")
    ? target.page
    : undefined;
}
