// A handbook that moves to another base path says the same, when its links are written as the new place asks for it: Markdown's
// by the model's own rule (`linkTo`), those of tags and full addresses with the base in them.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Link } from "../../server/src/markdown/markdownScan.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { splitDestination } from "../../server/src/site/destination.ts";
import { detectSites } from "../../server/src/site/detectSites.ts";
import { makeSite } from "../../server/src/site/makeSite.ts";
import { isHostFile } from "../../server/src/site/models/common/redirects/hostRedirects.ts";
import { ownHosts } from "../../server/src/site/ownHosts.ts";
import { resolveWritten, verdictOf } from "../../server/src/site/resolveLink.ts";
import { belowBase, decodeOnce, encodePath, routeKey } from "../../server/src/site/routeKey.ts";
import { shownLinks } from "../../server/src/site/shown.ts";
import type { LinkTarget, Page, Site } from "../../server/src/site/site.ts";
import type { Span } from "../../server/src/text/span.ts";
import { readSite, readTree } from "../truth/corpus.ts";
import { pageRows } from "../truth/rows.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, "golden")));
const base = "/elsewhere";

/** Do links of Markdown have the base in them? Asked of the model, for any page that it would link to from the root. */
function writesBase(site: Site, elsewhere: Site): boolean {
  const style = { form: "site-root", extension: false, trailingSlash: false } as const;
  const pages = [...site.pages.values()].filter(({ route }) => route !== undefined);
  return pages.some((page) => {
    const [from = page] = pages;
    const moved = elsewhere.pages.get(page.path);
    const href = site.model.linkTo(page, from, style);
    return href.startsWith("/") && moved !== undefined && elsewhere.model.linkTo(moved, from, style) !== href;
  });
}

function isBelow(address: string, before: string): boolean {
  return before !== "" && belowBase(address.replace(/[?#].*$/s, ""), before) !== undefined;
}

/** `/docs/pay` as it is written below the new base. What lies beside the old one stays where it is. */
function based(address: string, before: string): string {
  if (!address.startsWith("/") || address.startsWith("//")) return address;
  const [path = "", rest = ""] = [/^[^?#]*/.exec(address)?.[0], /[?#].*$/s.exec(address)?.[0]];
  const below = belowBase(path, before);
  return below === undefined ? address : base + below + rest;
}

type Rewrite = (written: string) => string;

function withSpans(
  text: string,
  spans: readonly { readonly span: Span; readonly rewrite: Rewrite }[],
): string {
  const inOrder = [...new Map(spans.map((one) => [one.span.start, one])).values()].sort(
    (a, b) => b.span.start - a.span.start,
  );
  return inOrder.reduce(
    (all, { span, rewrite }) =>
      all.slice(0, span.start) + rewrite(all.slice(span.start, span.end)) + all.slice(span.end),
    text,
  );
}

/** How links are written; where the base may be left out, one that has it may stand all the same. */
type Rule = "with base" | "without";

interface Rules {
  readonly markdown: Rule;
  readonly tags: Rule;
}

/** How the destinations of a page are rewritten. Those in headings stay, since some generators make ids of them. */
function rewrites(page: Page, site: Site, rules: Rules) {
  const before = site.model.base ?? "";
  const own = ownHosts(site).hosts;
  const rewrite = (written: string, rule: Rule): string => {
    const { host, originEnd } = splitDestination(written);
    const origin = written.slice(0, originEnd);
    if (host !== undefined)
      return own.includes(host) ? origin + based(written.slice(origin.length), before) : written;
    if (rule === "with base" || isBelow(written, before)) return based(written, before);
    return written;
  };
  const isTag = ({ kind, form }: Link) => (form ?? (kind === "attribute" ? "html" : "markdown")) === "html";
  const { links, definitions } = page.scanned;
  return [
    ...links.flatMap((link) =>
      isInHeading(link, page)
        ? []
        : [
            {
              span: link.destination.span,
              rewrite: (written: string) => rewrite(written, isTag(link) ? rules.tags : rules.markdown),
            },
          ],
    ),
    ...definitions.map(({ destination: { span } }) => ({
      span,
      rewrite: (written: string) => rewrite(written, rules.markdown),
    })),
  ];
}

function isInHeading({ span }: Link, { scanned: { headings } }: Page): boolean {
  return headings.some((heading) => heading.span.start <= span.start && span.end <= heading.span.end);
}

function movedSite(root: string, site: Site, rules: Rules): Site {
  const before = site.model.base ?? "";
  const tree = readTree(root);
  const ends = (path: string) =>
    (site.model.redirects ?? []).flatMap(({ file, sourceSpan, destinationSpan }) => {
      if (file !== path) return [];
      const rewrite = (written: string) => based(written, before);
      // A host has whole paths; of a generator's own rules, where they lead is written like a link.
      if (isHostFile(path))
        return [
          { span: sourceSpan, rewrite },
          { span: destinationSpan, rewrite },
        ];
      return rules.markdown === "with base" ? [{ span: destinationSpan, rewrite }] : [];
    });
  const texts = new Map(
    [...tree.texts].map(([path, text]) => [
      path,
      withRewrites(path, withOwnBase(withSpans(text, ends(path)), before)),
    ]),
  );
  const [found] = detectSites({ ...tree, texts }, { enable: "auto", overrides: { base } });
  if (!found) throw new Error(`No handbook was detected in ${root}.`);
  const pages = [...site.pages.values()].flatMap((page) => {
    const syntax = found.model.syntaxOf(page.path as string as Parameters<typeof found.model.syntaxOf>[0]);
    const text = readFileSync(join(root, page.path), "utf8");
    return syntax
      ? [scanPage(page.path as PagePath, withSpans(text, rewrites(page, site, rules)), syntax)]
      : [];
  });
  return makeSite({ root: tree.root, model: found.model, files: site.files, pages });
}

/** The base where the configuration names it. */
function withOwnBase(text: string, before: string): string {
  return before === "" ? text : text.replaceAll(new RegExp(`(["'])${before}(?=/?\\1)`, "g"), `$1${base}`);
}

/** Rewrites of a host, which the model does not list. */
function withRewrites(path: string, text: string): string {
  if (!isHostFile(path)) return text;
  return text.replace(/("source"\s*:\s*")(\/(?!elsewhere\/)[^"]*")/g, `$1${base}$2`);
}

interface Answer {
  readonly link: Link;
  readonly page: Page;
  /** Where the link is written. */
  readonly part: Page;
  readonly verdict: string;
  readonly target: LinkTarget;
}

function answers(site: Site): readonly Answer[] {
  return [...site.pages.values()].flatMap((page) =>
    page.route === undefined
      ? []
      : shownLinks(site, page).map(({ page: part, link }) => {
          const target = resolveWritten(site, page, link, part);
          return { link, page, part, target, verdict: verdictOf(target) };
        }),
  );
}

/** Does the link name its page by another name than its address: its file? Then no base belongs before it. */
function isByFile({ link, target }: Answer): boolean {
  const end = target.kind === "redirect" ? target.end : target;
  const route =
    end.kind === "page"
      ? end.page.route
      : end.kind === "generated" || (end.kind === "missing" && end.what === "page")
        ? end.route
        : undefined;
  return routeKey(decodeOnce(splitDestination(link.destination.value).path)) !== routeKey(route ?? "");
}

/** One step too many up stays at the root of a host, but leaves a base path. */
function staysBelow({ page, link }: Answer): boolean {
  const { value } = link.destination;
  if (/^\s*(?:[a-z]+:|[/\\{])/i.test(value)) return true;
  const address = new URL(value, `https://handbook.example/base${encodePath(page.route ?? "/")}`);
  return address.pathname.startsWith("/base/");
}

describe.each(names)("%s", (name) => {
  test("below another base path, with links written for it, the same handbook gives the same answers", () => {
    const root = join(here, name, "site");
    const site = readSite(root);
    const markdown: Rule = writesBase(site, readSite(root, { base })) ? "with base" : "without";
    const before = answers(site);
    const moved = movedSite(root, site, { markdown, tags: "with base" });
    const after = answers(moved);
    const likeLinks = answers(movedSite(root, site, { markdown, tags: markdown }));
    const byFile = answers(movedSite(root, site, { markdown: "without", tags: "with base" }));
    expect(after.length).toBe(before.length);
    const different = before.flatMap((answer, at) => {
      const { link, page, part, verdict } = answer;
      if (isInHeading(link, part)) return [];
      // Tags are left to the browser, but components, and tags that become such, write links as Markdown does.
      const others = link.kind === "attribute" ? [likeLinks[at]] : isByFile(answer) ? [byFile[at]] : [];
      if ([after[at], ...others].some((one) => one?.verdict === verdict) || !staysBelow(answer)) return [];
      const href = after[at]?.link.destination.value;
      return [`${page.path}: ${link.destination.value} ${verdict}, but ${href} ${after[at]?.verdict}`];
    });
    expect(different).toEqual([]);
    const places = (one: Site) => pageRows(one).map(({ page, route }) => `${page} ${route}`);
    expect(places(moved)).toEqual(places(site));
  });
});
