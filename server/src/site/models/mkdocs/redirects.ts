// The plugin mkdocs-redirects: pages that forward, written after all others and so over them.

import { at, entriesAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { RedirectRule } from "../../siteModel.ts";
import { type RuleTable, ruleTable } from "../common/redirects/ruleTable.ts";
import type { MkdocsConfig } from "./config.ts";
import { isMkdocsPage } from "./configFile.ts";
import type { Languages } from "./languages.ts";
import { belowDocs, isInSite, pageRoute } from "./routes.ts";

export function mkdocsRedirects(
  config: MkdocsConfig,
  languages: Languages | undefined,
  files: ReadonlySet<FilePath>,
): readonly RedirectRule[] {
  const maps = at(config.plugins.get("redirects"), "redirect_maps");
  return entriesAt(maps).flatMap(({ key, keySpan, value }) => {
    const file = (value.file ?? config.file) as FilePath | undefined;
    if (value.kind !== "string" || file === undefined || !isMkdocsPage(key)) return [];
    return [
      {
        file,
        span: { start: keySpan.start, end: value.span.end },
        sourceSpan: keySpan,
        destinationSpan: value.span,
        source: config.base + withoutSlash(pageRoute(key.replace(/^\//, ""), config, languages), config),
        destination: destinationOf(value.value, config, languages, files),
        nameOf: ({ path }) => belowDocs(path, config.docsDir) ?? path,
        literal: true,
        conditional: false,
        yieldsToPages: false,
      },
    ];
  });
}

/** The table of the rules. Hosts serve `old.html` as `/old`, too. */
export function redirectTable(rules: readonly RedirectRule[]): RuleTable {
  const table = ruleTable(rules);
  return {
    find: (path) => table.find(path) ?? (/\/$|\.html$/.test(path) ? undefined : table.find(`${path}.html`)),
  };
}

/** Addresses have the base, as links to them have. A page by its file, its fragment kept. What is no page has no redirect: the address stays without anything. */
function destinationOf(
  written: string,
  config: MkdocsConfig,
  languages: Languages | undefined,
  files: ReadonlySet<FilePath>,
): string {
  if (/^https?:\/\//i.test(written)) return written;
  const [path = "", ...rest] = written.split("#");
  const hash = rest.length > 0 ? `#${rest.join("#")}` : "";
  const file = config.docsDir === "" ? path : `${config.docsDir}/${path}`;
  const found = files.has(file as FilePath) && isMkdocsPage(file) && isInSite(file, config, files);
  return config.base + (found ? encodeURI(pageRoute(path, config, languages)) + hash : `/${path}`);
}

function withoutSlash(route: string, config: MkdocsConfig): string {
  return config.directoryUrls && route.length > 1 ? route.replace(/\/$/, "") : route;
}
