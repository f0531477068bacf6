// What a link points at: title, route, where in the handbook that is, and how the section begins. Which page's text that
// needs is asked first (`hoverNeeds`), so that it can be read from wherever it is; then the hover is rendered from it.

import type { Hover } from "vscode-languageserver-types";
import type { Link } from "../markdown/markdownScan.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { endOf, pageOf } from "../site/endOf.ts";
import { linkAt } from "../site/queries.ts";
import { resolveWritten } from "../site/resolveLink.ts";
import { routeKey } from "../site/routeKey.ts";
import type { LinkTarget, Page, Site } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import { touches } from "../text/span.ts";
import type { Cursor } from "./cursor.ts";
import { passage } from "./passage.ts";

/** The page whose text `hover` wants, if any. */
export function hoverNeeds(cursor: Cursor): PagePath | undefined {
  return atLink(cursor)?.end.page?.path;
}

/** Undefined where there is no link, and for links to other sites. `text` is that of the page that `hoverNeeds` names. */
export function hover(cursor: Cursor, text: string | undefined): Hover | undefined {
  const at = atLink(cursor);
  if (!at) return undefined;
  const value = describe(cursor, at, text);
  if (value === undefined) return undefined;
  const span = touches(at.link.span, cursor.offset) ? at.link.span : at.link.destination.span;
  return { contents: { kind: "markdown", value }, range: rangeOf(cursor.page.scanned.lines, span) };
}

interface AtLink {
  readonly link: Link;
  readonly target: LinkTarget;
  readonly end: { readonly page?: Page; readonly heading?: number };
}

function atLink({ site, page, offset }: Cursor): AtLink | undefined {
  const link = linkAt(page, offset);
  if (!link) return undefined;
  const target = resolveWritten(site, page, link);
  return { link, target, end: placeOf(target) };
}

/** The page that the link leads to, and which of its headings. */
function placeOf(target: LinkTarget): AtLink["end"] {
  const page = pageOf(target);
  if (!page) return {};
  const end = endOf(target);
  const start = end.kind === "page" ? end.heading?.span.start : undefined;
  const heading = page.scanned.headings.findIndex(({ span }) => span.start === start);
  return { page, ...(heading >= 0 && { heading }) };
}

function describe(cursor: Cursor, { target, end }: AtLink, text: string | undefined): string | undefined {
  const before = explanation(target);
  const about = end.page ? aboutPage(cursor.site, end.page, end.heading, text) : aboutOther(target);
  const parts = [...before, ...about].filter((part) => part !== "");
  return parts.length > 0 ? parts.join("\n\n") : undefined;
}

/** What stands between the link and its target, or why it has none. */
function explanation(target: LinkTarget): readonly string[] {
  switch (target.kind) {
    case "redirect":
      return [`Redirected: ${chainOf([...target.chain, target.address])}`, ...explanation(target.end)];
    case "unknown":
      return [escaped(target.why)];
    case "missing":
      return [missing(target)];
    default:
      return [];
  }
}

function missing(target: Extract<LinkTarget, { kind: "missing" }>): string {
  switch (target.what) {
    case "page":
      return `No page is served at ${code(target.route)}.`;
    case "file":
      return `There is no file ${code(target.path)}.`;
    case "anchor":
      return `The page has no heading with the id ${code(target.fragment)}.`;
    case "dead-redirect":
      return `Redirected to nothing: ${chainOf(target.chain)}`;
    case "redirect-loop":
      return `Redirected in a circle: ${chainOf(target.chain)}`;
  }
}

function chainOf(chain: readonly string[]): string {
  return chain
    .filter((address, at) => address !== chain[at - 1])
    .map(code)
    .join(" → ");
}

function aboutPage(
  site: Site,
  page: Page,
  heading: number | undefined,
  text: string | undefined,
): readonly string[] {
  const title = `**${escaped(page.title)}**`;
  const section = heading === undefined ? undefined : page.scanned.headings[heading]?.text;
  const place = page.route === undefined ? "Not served by itself." : code(page.route);
  const above = ancestors(site, page).map((one) => escaped(one.title));
  return [
    section && section !== page.title ? `${title} › ${escaped(section)}` : title,
    above.length > 0 ? `${place} · ${above.join(" › ")}` : place,
    text === undefined ? escaped(page.scanned.excerpt) : passage(page, text, heading),
  ];
}

function aboutOther(target: LinkTarget): readonly string[] {
  switch (target.kind) {
    case "redirect":
      return aboutOther(target.end);
    case "file":
      return [code(target.path)];
    case "generated":
      return [`${code(target.route)}, a page that the site makes by itself.`];
    default:
      return [];
  }
}

/** The pages above this one, as its route tells: of `/a/b/c` those at `/a` and `/a/b`, where there are any. */
function ancestors(site: Site, page: Page): readonly Page[] {
  const segments = (page.route ?? "").split("/").filter((segment) => segment !== "");
  return segments.slice(0, -1).flatMap((_, at) => {
    const above = site.served.get(routeKey(`/${segments.slice(0, at + 1).join("/")}`));
    return above && !above.alias ? [above.page] : [];
  });
}

function code(text: string): string {
  return `\`${text.replaceAll("`", "").replace(/\s+/g, " ")}\``;
}

function escaped(text: string): string {
  return text.replace(/[\\[\]<>*_`&]/g, "\\$&");
}
