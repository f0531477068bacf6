// What docs.json says, or the older mint.json: redirects, the host, and below which folders pages are made of API
// specifications (mintlify.com/docs/organize/settings).

import { readData } from "../../../data/readData.ts";
import { at, type DataValue, entriesAt, stringAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, RedirectRule, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { apiPages } from "./openapi.ts";
import { readRedirects } from "./redirects.ts";
import { withParts } from "./references.ts";
import { type FileKind, fileKinds } from "./routes.ts";

export interface MintlifyConfig {
  readonly file: FilePath | undefined;
  readonly value: DataValue | undefined;
  readonly base: string;
  readonly hosts: readonly string[];
  readonly redirects: readonly RedirectRule[];
  /** Pages that are made of specifications, by `routeKey`. */
  readonly apiRoutes: ReadonlySet<string>;
  /** `/api-reference/**`: where there may be such that are not known. */
  readonly generated: readonly string[];
  readonly unread: readonly UnreadConfig[];
  readonly kindOf: (path: string) => FileKind | undefined;
}

export function isConfigFile(path: string): boolean {
  return /(?:^|\/)(?:docs|mint)\.json$/.test(path);
}

/** Other programs have a docs.json, too. */
export function isMintlifyConfig(text: string | undefined): boolean {
  const value = text === undefined ? undefined : readData("docs.json", text);
  if (stringAt(value, "$schema")?.includes("mintlify")) return true;
  const navigation = at(value, "navigation");
  return (
    (navigation?.kind === "map" || navigation?.kind === "list") &&
    stringAt(value, "name") !== undefined &&
    (at(value, "theme") !== undefined || at(value, "colors") !== undefined)
  );
}

export function readMintlifyConfig(tree: FileTree, overrides: SiteOverrides): MintlifyConfig {
  const file = ["docs.json", "mint.json"].find((one) => tree.texts.has(one as FilePath)) as
    | FilePath
    | undefined;
  const written = file && readData(file, tree.texts.get(file) ?? "");
  const { value, unread } =
    file && written ? withParts(written, file, tree.texts) : { value: undefined, unread: [] };
  const api = file === "docs.json" ? apiPages(at(value, "navigation"), tree.texts) : undefined;
  const base = (overrides.base ?? "").replace(/\/+$/, "");
  return {
    file,
    value,
    base: base === "" || base.startsWith("/") ? base : `/${base}`,
    hosts: overrides.hosts ?? hostsOf(value),
    redirects: file === undefined ? [] : readRedirects(value, file),
    apiRoutes: api?.routes ?? new Set(),
    generated: api
      ? [...new Set([...api.unread, ...generatedBelow(at(value, "navigation"), otherMakers)])]
      : [...new Set([...generatedBelow(value, makers), ...specifications(tree)])],
    unread,
    kindOf: fileKinds(tree.texts.get(".mintignore" as FilePath) ?? ""),
  };
}

/** The canonical address, where the site names one among its metatags. */
function hostsOf(value: DataValue | undefined): readonly string[] {
  const tags = [at(value, "seo", "metatags"), at(value, "metadata")];
  for (const address of tags.flatMap((one) => [stringAt(one, "canonical"), stringAt(one, "og:url")])) {
    const host = /^https?:\/\/([^/?#]+)/i.exec(address ?? "")?.[1];
    if (host !== undefined) return [host.toLowerCase()];
  }
  return [];
}

const otherMakers: ReadonlySet<string> = new Set(["asyncapi", "graphql", "sdk"]);
/** Of mint.json, whose specifications are not read. */
const makers: ReadonlySet<string> = new Set([...otherMakers, "openapi"]);
const endpoint = /^(?:\S+\s+)?(?:get|post|put|patch|delete|head|options|trace|webhook)\s+\S/i;

/** `GET /users` among the pages of the navigation, or `GET /users` of a named file. */
export function isEndpoint(page: string): boolean {
  return endpoint.test(page);
}

/** Below `directory`, else below `api-reference` (generateOpenApiFromDocsConfig.js of @mintlify/prebuild). */
function generatedBelow(value: DataValue | undefined, by: ReadonlySet<string>): readonly string[] {
  if (value?.kind === "list") return value.items.flatMap((item) => generatedBelow(item, by));
  if (value?.kind === "string")
    return by.has("openapi") && isEndpoint(value.value) ? ["/api-reference/**"] : [];
  return entriesAt(value).flatMap(({ key, value: inner }) =>
    by.has(key) ? directories(inner) : generatedBelow(inner, by),
  );
}

function directories(value: DataValue): readonly string[] {
  if (value.kind === "list") return value.items.flatMap(directories);
  const directory = stringAt(value, "directory")?.replace(/^\/+|\/+$/g, "");
  return [`/${directory === undefined || directory === "" ? "api-reference" : directory}/**`];
}

/** A specification lies among the files, whose pages have their default place. */
function specifications({ files }: FileTree): readonly string[] {
  for (const path of files) if (/(?:^|\/)openapi\.(?:json|ya?ml)$/i.test(path)) return ["/api-reference/**"];
  return [];
}

/** What stands in files that are not seen: redirects, the pages of specifications. */
export function hidesParts({ value }: MintlifyConfig): boolean {
  return (
    refersIn(at(value, "redirects")) ||
    refersIn(at(value, "navigation")) ||
    stringAt(value, "$ref") !== undefined
  );
}

function refersIn(value: DataValue | undefined): boolean {
  if (value?.kind === "list") return value.items.some(refersIn);
  return entriesAt(value).some((entry) => entry.key === "$ref" || refersIn(entry.value));
}
