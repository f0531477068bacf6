// `{{< ref "page#heading" >}}` and `relref` in the place of an address: which page they name, and the address that Hugo
// puts there before Markdown is read.

import { atFragment } from "../../resolveLink.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";
import { contentPlace } from "./contentPlace.ts";
import { findNode } from "./findPage.ts";
import { type Node, nodeTarget, pageTable } from "./pageTable.ts";
import type { PlaceRules } from "./place.ts";

const shortcode = /\{\{([<%])\s*(ref|relref)\s+((?:(?!\{\{|[>%]\}\}).)*?)\s*[>%]\}\}/gs;

interface Reference {
  readonly path: string;
  readonly fragment: string | undefined;
  readonly language: string | undefined;
}

/** What a destination that is nothing but a `ref` or `relref` leads to; undefined for any other. */
export function resolveRef(path: string, from: Page, site: Site, rules: PlaceRules): LinkTarget | undefined {
  const found = new RegExp(`^${shortcode.source}$`, "s").exec(path);
  if (!found) return undefined;
  const reference = readReference(found[3] ?? "");
  const target = referenced(reference, from, site, rules);
  if (!target) return { kind: "missing", what: "page", route: reference.path };
  const { fragment } = reference;
  if (target.kind !== "page" || fragment === undefined) return target;
  return atFragment(site, target.page, fragment);
}

/** A destination with the addresses that its references stand for; undefined where it has none, or one that leads nowhere. */
export function expandRefs(
  destination: string,
  from: Page,
  site: Site,
  rules: PlaceRules & { readonly origin: string },
): string | undefined {
  let known = true;
  const expanded = destination.replace(shortcode, (_, _mark: string, name: string, args: string) => {
    const reference = readReference(args);
    const address = addressOf(referenced(reference, from, site, rules));
    known &&= address !== undefined;
    const fragment = reference.fragment === undefined ? "" : `#${reference.fragment}`;
    if (reference.path === "") return fragment;
    return `${name === "ref" ? rules.origin : ""}${rules.config.base}${address ?? ""}${fragment}`;
  });
  return known && expanded !== destination ? expanded : undefined;
}

function readReference(args: string): Reference {
  const named = /(?:^|\s)path\s*=\s*(?:"([^"]*)"|`([^`]*)`)/.exec(args);
  const plain = /^(?:"([^"]*)"|`([^`]*)`|([^\s"`]+))/.exec(args);
  const whole = named?.[1] ?? named?.[2] ?? plain?.[1] ?? plain?.[2] ?? plain?.[3] ?? "";
  const [path = "", fragment] = whole.split("#", 2);
  const language = /(?:^|\s)lang\s*=\s*["`]([^"`]*)/.exec(args)?.[1]?.toLowerCase();
  return { path: path.split("?")[0] ?? "", fragment, language };
}

function referenced(
  { path, language }: Reference,
  from: Page,
  site: Site,
  rules: PlaceRules,
): LinkTarget | undefined {
  if (path === "") return { kind: "page", page: from };
  const { config } = rules;
  const place = contentPlace(from.path, config);
  const code = language ?? place?.language.code ?? config.languages.standard.code;
  const wanted = { reference: path, from: place, byRef: true, language: code };
  const node: Node | undefined = findNode(pageTable(site, code, rules), wanted, config.version.minor);
  return node && nodeTarget(site, node, from);
}

function addressOf(target: LinkTarget | undefined): string | undefined {
  if (target?.kind === "page") return target.page.route ?? "";
  return target?.kind === "generated" ? target.route : undefined;
}
