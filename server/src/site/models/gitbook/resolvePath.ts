// Links of a GitBook: Markdown files by their path, which must be in the table of contents; else addresses of the site.

import { folderOf, joinPath, resolvePathname, routeKey, withoutWrittenBase } from "../../routeKey.ts";
import { servedAt } from "../../servedAt.ts";
import type { FilePath, LinkTarget, Page, Site } from "../../site.ts";
import { type ExternalRoutes, notServed } from "../common/externalRoutes.ts";
import { fileAt, hasFolder, looksLikeFile } from "../common/fileTargets.ts";
import { followRedirects } from "../common/redirects/followRedirects.ts";
import type { RuleTable } from "../common/redirects/ruleTable.ts";
import type { GitbookConfig } from "./config.ts";
import { belowRoot, gitbookRoute } from "./routes.ts";

export interface GitbookRules {
  readonly config: GitbookConfig;
  readonly base: string;
  readonly external: ExternalRoutes;
  readonly redirects: RuleTable;
}

export function resolveGitbookPath(written: string, from: Page, site: Site, rules: GitbookRules): LinkTarget {
  const { config } = rules;
  const path = withoutWrittenBase(written, rules.base);
  const absolute = path.startsWith("/");
  const file = absolute ? joinPath(config.root, path) : joinPath(folderOf(from.path), path);
  if (file === undefined || belowRoot(file === "" ? config.readme : file, config) === undefined)
    return { kind: "unknown", why: "The link leads out of the folder that GitBook reads." };
  const found = fileTarget(file, site, config);
  if (found) return found;
  // github.com/GitbookIO/gitbook/issues/3850: a link to a file that is no page of the space leads to it in the repository.
  if (fileAt(site, file) || (file !== "" && hasFolder(site, file)))
    return { kind: "unknown", why: "The table of contents lacks it; GitBook leads to it in the repository." };
  if (/\.(?:md|mdx|markdown)$/i.test(path)) return notServed(routeOf(file, config), rules.external);
  if (/^\/broken\/(?:pages|spaces)\//.test(path)) return { kind: "missing", what: "page", route: path };
  const route = absolute ? path : resolvePathname(from.route ?? "/", path);
  const target = followRedirects(route, site, rules.redirects, (address) => served(address, site, rules));
  const gone = target.kind === "missing" && target.what === "page";
  return gone && absolute && !isOwnFolder(route, site)
    ? { kind: "unknown", why: "Another space of the GitBook site may serve this address." }
    : target;
}

/** Does the address begin like one of the pages? */
function isOwnFolder(address: string, site: Site): boolean {
  const first = routeKey(address).split("/")[1];
  return [...site.served.keys()].some((key) => key !== "/" && key.split("/")[1] === first);
}

/** A page, its folder, or a file beside the pages. A page that the table of contents does not list is not there. */
function fileTarget(file: string, site: Site, config: GitbookConfig): LinkTarget | undefined {
  for (const path of [
    file,
    file === "" ? config.readme : `${file}/README.md`,
    file === "" ? "README.md" : `${file}/readme.md`,
  ]) {
    const target = fileAt(site, path);
    if (!target) continue;
    if (target.kind === "page" && target.page.route === undefined) continue;
    if (target.kind === "file" && /\.(?:md|mdx|markdown)$/i.test(path)) continue;
    return target;
  }
  return undefined;
}

function routeOf(file: string, config: GitbookConfig): string {
  return gitbookRoute(file, { ...config, listed: undefined }) ?? `/${file}`;
}

function served(address: string, site: Site, rules: GitbookRules): LinkTarget {
  const { config, external } = rules;
  const found = servedAt(site, address) ?? fileTarget(joinPath(config.root, address) ?? "", site, config);
  if (found) return found;
  return looksLikeFile(address)
    ? { kind: "missing", what: "file", path: address.slice(1) as FilePath }
    : notServed(address, external);
}
