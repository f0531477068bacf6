// Links of a Hugo site: pages by file through the link render hook or `ref`, else the address as a browser reads it.

import type { PagePath } from "../../../page/scannedPage.ts";
import { resolvePathname } from "../../routeKey.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";
import type { LinkForm } from "../../siteModel.ts";
import { type ExternalRoutes, notBelowBase, notServed } from "../common/externalRoutes.ts";
import { looksLikeFile } from "../common/fileTargets.ts";
import { contentPlace } from "./contentPlace.ts";
import { findNode } from "./findPage.ts";
import { nodeTarget, pageTable } from "./pageTable.ts";
import { ownRoute, type PlaceRules } from "./place.ts";
import { expandRefs, resolveRef } from "./refs.ts";
import { isListPart, servedByHugo } from "./served.ts";

export interface HugoRules extends PlaceRules {
  readonly external: ExternalRoutes;
}

export function resolveHugoPath(
  path: string,
  from: Page,
  site: Site,
  rules: HugoRules & { readonly form: LinkForm },
): LinkTarget {
  if (path.includes("{{")) return resolveShortcode(path, from, site, rules);
  const found = rules.form === "html" ? undefined : byHook(path, from, site, rules);
  return found ?? byAddress(path, from, site, rules);
}

function byHook(
  path: string,
  from: Page,
  site: Site,
  rules: HugoRules & { readonly form: LinkForm },
): LinkTarget | undefined {
  const { config } = rules;
  if (config.linkHook === "no") return undefined;
  const own = contentPlace(from.path, config);
  const place = own && rules.form === "home" ? { ...own, folder: "", name: "_index" } : own;
  const language = place?.language.code ?? config.languages.standard.code;
  const wanted = { reference: path, from: place, byRef: false, language };
  const node = findNode(pageTable(site, language, rules), wanted, config.version.minor);
  if (!node) return undefined;
  const target = nodeTarget(site, node, from);
  const route =
    target.kind === "page" ? target.page.route : target.kind === "generated" ? target.route : undefined;
  // Up to 0.123, Hugo leaves a `#` in an address that it writes, and there the path ends.
  const hash = config.version.minor > 123 ? -1 : (route?.indexOf("#") ?? -1);
  return hash < 0 || route === undefined ? target : serve(route.slice(0, hash), site, rules);
}

function resolveShortcode(path: string, from: Page, site: Site, rules: HugoRules): LinkTarget {
  const whole = resolveRef(path, from, site, rules);
  if (whole) return whole;
  const expanded = expandRefs(path, from, site, { ...rules, origin: "" });
  if (expanded === undefined || expanded.includes("{{"))
    return { kind: "unknown", why: "A shortcode makes this address." };
  return byAddress(expanded.replace(/[?#].*$/s, ""), from, site, rules);
}

function byAddress(path: string, from: Page, site: Site, rules: HugoRules): LinkTarget {
  const { base, canonify } = rules.config;
  const lookup = (one: PagePath) => site.pages.get(one)?.scanned;
  const own = from.route ?? ownRoute(from.scanned, rules, lookup);
  if (own === undefined && !path.startsWith("/")) {
    return {
      kind: "unknown",
      why: "The site shows this file within other pages; where the link leads depends on them.",
    };
  }
  const route = resolvePathname(`${base}${own ?? "/"}`, path);
  if (base === "" || (canonify && path.startsWith("/"))) return serve(route, site, rules);
  if (route === base) return serve("/", site, rules);
  if (route.startsWith(`${base}/`)) return serve(route.slice(base.length), site, rules);
  return notBelowBase(route, rules.external);
}

function serve(route: string, site: Site, rules: HugoRules): LinkTarget {
  if (route.includes("//")) return notServed(route, rules.external);
  const served = servedByHugo(route, site, rules);
  if (served) return served;
  const missing = notServed(route, rules.external);
  if (missing.kind !== "missing") return missing;
  if (isListPart(route, site, rules))
    return { kind: "unknown", why: "A list of pages may have a part of this number." };
  const module = rules.config.mounts.unseenContent.find((folder) => `${route}/`.startsWith(`${folder}/`));
  if (module !== undefined)
    return { kind: "unknown", why: `Pages under ${module}/ come from a module that is not in this folder.` };
  return looksLikeFile(route) ? { kind: "missing", what: "file", path: route } : missing;
}
