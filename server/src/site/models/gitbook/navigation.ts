// GitBook's table of contents: what SUMMARY.md lists is all that there is of a site.

import { folderOf, nameOf, relativePath } from "../../routeKey.ts";
import type { FilePath, Page, Site } from "../../site.ts";
import type { Navigation, NavigationEntry } from "../../siteModel.ts";
import { besideIn, type EntryForm } from "../common/entryForm.ts";
import { type ListedLink, plainLink } from "../common/linkLists.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { GitbookConfig } from "./config.ts";
import { belowRoot, isPart } from "./routes.ts";

export function gitbookNavigation(
  summary: readonly ListedLink[],
  config: GitbookConfig,
  site: Site,
): Navigation {
  const file = config.summaryFile as FilePath;
  const form: EntryForm = {
    shape: plainLink,
    nameOf: ({ path }) => encodeRelative(relativePath(folderOf(file), path)),
  };
  const toEntry = ({ label, written, path, children }: ListedLink): NavigationEntry => {
    const page = path === undefined ? undefined : site.pages.get(path as Page["path"]);
    const missing = path === undefined ? undefined : ({ kind: "missing", what: "file", path } as const);
    const external = written && ({ kind: "external", url: written.value } as const);
    return {
      label,
      target: page ? { kind: "page", page } : (missing ?? external),
      ...(written && { written: { file, ...written, ...besideIn(form) } }),
      children: children.map(toEntry),
    };
  };
  return {
    entries: summary.map(toEntry),
    exhaustive: true,
    covers: (page) => nameOf(page.path) !== nameOf(config.readme),
    admits: (page) => mayBePage(page, config),
    lists: [{ file, span: { start: 0, end: config.summaryLength }, ...form }],
  };
}

/** A file beside one that is listed: a repository has others that nobody means as pages (CONTRIBUTING.md, a package's own README.md). */
function mayBePage({ path }: Page, config: GitbookConfig): boolean {
  const name = nameOf(path);
  if (belowRoot(path, config) === undefined || isPart(path) || path === config.summaryFile) return false;
  if (/^(?:readme|[A-Z][A-Z_-]+)\.md$/.test(name)) return false;
  return [...(config.listed ?? [])].some((listed) => folderOf(listed) === folderOf(path));
}
