// The redirects of the host that a site is published on lie before its generator's: whatever the model finds at an address
// is asked for through them. One wrapper for all models.

import { readJsonText } from "../../../../data/readJsonText.ts";
import { at, entriesAt } from "../../../../data/value.ts";
import { nameOf } from "../../../routeKey.ts";
import type { FilePath, LinkTarget } from "../../../site.ts";
import type { FileTree, RedirectRule, SiteModel, WrittenLink } from "../../../siteModel.ts";
import { followRedirects } from "./followRedirects.ts";
import { netlifyNotation } from "./netlifyPattern.ts";
import { type HostRule, readNetlifyToml, readRedirectsFile } from "./readNetlify.ts";
import { readVercel } from "./readVercel.ts";
import { type RuleTable, ruleTable } from "./ruleTable.ts";

/** Is it a file in which a host looks for redirects? */
export function isHostFile(path: string): boolean {
  return /^(?:vercel\.json|netlify\.toml|_redirects|static\.json)$/.test(nameOf(path));
}

/** The model behind the redirects of the tree's host files; the model itself where there are none. */
export function withHostRedirects(model: SiteModel, tree: FileTree): SiteModel {
  const tables = [...tree.texts]
    .filter(([path]) => isHostFile(path))
    .map(([path, text]) => readHostFile(path, text, model.hosts));
  const rules = tables.flatMap((table) => table.rules);
  const rewrites = tables.flatMap((table) => table.rewrites);
  if (rules.length === 0 && rewrites.length === 0) return model;
  const redirects = first(tables.map((table) => table.redirects));
  const rewritten = first(rewrites);
  const { base = "" } = model;
  return {
    ...model,
    sources: new Map([...model.sources, ...[...tree.texts].filter(([path]) => isHostFile(path))]),
    redirects: [...(model.redirects ?? []), ...rules],
    resolvePath(path, from, site, link) {
      const own = model.resolvePath(path, from, site, link);
      const address = addressOf(own, { path, link }, base);
      if (address === undefined) return own;
      return followRedirects(address, site, redirects, (one) => {
        const target =
          one === address
            ? own
            : besideSite(model.resolvePath(one, from, site, { destination: one, form: "html" }), base);
        return target.kind === "missing" ? (maybe(one) ?? target) : target;
      });
    },
  };

  /** What else of the host's rules may serve an address that the site does not. */
  function maybe(address: string): LinkTarget | undefined {
    const rewrite = rewritten.find(address);
    if (rewrite && !isAppShell(rewrite.rule))
      return {
        kind: "unknown",
        why: `A rewrite in ${rewrite.rule.file} serves it from ${rewrite.rule.destination}.`,
      };
    const below =
      base !== "" && address.startsWith(`${base}/`) ? redirects.find(address.slice(base.length)) : undefined;
    return (
      below && {
        kind: "unknown",
        why: `A rule in ${below.rule.file} redirects it, if the host is asked for addresses without ${base}.`,
      }
    );
  }
}

/** What a redirect leads to beside the site, on the same host, may be served by another. */
function besideSite(target: LinkTarget, base: string): LinkTarget {
  return target.kind === "missing" && target.what === "page" && target.outside
    ? { kind: "unknown", why: `The site is served below ${base}; the host may serve this address by itself.` }
    : target;
}

interface HostTable {
  readonly rules: readonly RedirectRule[];
  readonly redirects: RuleTable;
  readonly rewrites: readonly RuleTable[];
}

/** Rules for another host than the site's own (a domain that is sent on to it) answer none of its addresses. */
function readHostFile(path: FilePath, text: string, hosts: readonly string[]): HostTable {
  switch (nameOf(path)) {
    case "vercel.json": {
      const { rules, redirects, rewrites } = readVercel(text, path);
      return { rules, redirects, rewrites: [rewrites] };
    }
    case "static.json": {
      const rules = readStaticJson(text, path);
      return { rules, redirects: ruleTable(rules), rewrites: [] };
    }
    default: {
      const all =
        nameOf(path) === "netlify.toml" ? readNetlifyToml(text, path) : readRedirectsFile(text, path);
      const isOwn = ({ host }: HostRule) => host === undefined || hosts.length === 0 || hosts.includes(host);
      const table = (rewrite: boolean) =>
        ruleTable(
          all.filter((rule) => rule.rewrite === rewrite && isOwn(rule)),
          netlifyNotation,
        );
      return {
        rules: all.filter(({ rewrite }) => !rewrite),
        redirects: table(false),
        rewrites: [table(true)],
      };
    }
  }
}

/** Heroku's static buildpack: `"redirects": { "/old": { "url": "/new" } }`. */
function readStaticJson(text: string, file: FilePath): readonly RedirectRule[] {
  return entriesAt(readJsonText(text), "redirects").flatMap(({ key, keySpan, value }) => {
    const url = at(value, "url");
    if (url?.kind !== "string") return [];
    return [
      {
        file,
        source: key.startsWith("/") ? key : `/${key}`,
        destination: url.value,
        sourceSpan: { start: keySpan.start + 1, end: keySpan.end - 1 },
        destinationSpan: { start: url.span.start + 1, end: url.span.end - 1 },
        literal: true,
        conditional: false,
        yieldsToPages: false,
      },
    ];
  });
}

function first(tables: readonly RuleTable[]): RuleTable {
  return {
    find(path) {
      for (const table of tables) {
        const met = table.find(path);
        if (met) return met;
      }
      return undefined;
    },
  };
}

/** `/* /index.html 200` serves an application's shell for whatever is not there: the reader finds no page all the same. */
function isAppShell({ source, destination }: RedirectRule): boolean {
  return /^\/(?:\*|\(\.\*\)|:\w+\*)$/.test(source) && /^\/(?:index\.html)?$/.test(destination);
}

/**
 * The path that a browser asks the host for, the base in it: rules are for whole paths (docs.netlify.com/routing/redirects,
 * vercel.com/docs/redirects, developers.cloudflare.com/pages/configuration/redirects). Files are left to the site: what a
 * file link leads to is served as it is.
 */
function addressOf(
  target: LinkTarget,
  { path, link }: { readonly path: string; readonly link: WrittenLink },
  base: string,
): string | undefined {
  switch (target.kind) {
    case "page":
      return target.page.route === undefined ? undefined : base + target.page.route;
    case "generated":
      return base + target.route;
    case "missing":
      if (target.what !== "page") return undefined;
      return target.outside ? target.route : base + target.route;
    case "unknown":
      // Whether a generator puts the base before it can't be told where the base is not written.
      return path.startsWith(link.form === "html" ? "/" : `${base}/`) ? path : undefined;
    default:
      return undefined;
  }
}
