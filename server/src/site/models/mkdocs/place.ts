// Where MkDocs serves a page, what it is called and which ids it has.

import { stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, nameOf } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type { Placement } from "../../siteModel.ts";
import { placePost } from "./blog.ts";
import type { MkdocsConfig } from "./config.ts";
import { mkdocsIds } from "./headingIds.ts";
import type { Languages } from "./languages.ts";
import { belowDocs, isBlogPost, isInSite, pageRoute } from "./routes.ts";
import { tabIds } from "./tabIds.ts";

export interface PlaceRules {
  readonly config: MkdocsConfig;
  readonly languages: Languages | undefined;
  readonly files: ReadonlySet<FilePath>;
  /** Names that the navigation gives to pages, by their paths. */
  readonly labels: ReadonlyMap<string, string>;
}

export function placeMkdocsPage(page: ScannedPage, rules: PlaceRules): Placement {
  const { config } = rules;
  const headingIds = mkdocsIds(page.headings, config.markdown.ids, page.anchors);
  const title = titleOf(page, rules.labels);
  const notes = page.footnotes.flatMap(({ label }) => {
    const separator = config.markdown.footnoteSeparator;
    return [`fn${separator}${label}`, `fnref${separator}${label}`];
  });
  return {
    aliases: [],
    title,
    headingIds,
    ownIds: [...notes, ...tabIds(page, headingIds, config.markdown)],
    ...routesOf(page, title, rules),
  };
}

function routesOf(
  page: ScannedPage,
  title: string,
  { config, languages, files }: PlaceRules,
): Pick<Placement, "route" | "generates"> {
  const below = belowDocs(page.path, config.docsDir);
  if (below === undefined || !isInSite(page.path, config, files)) return { route: undefined };
  if (isBlogPost(below, config)) return placePost(page, title, config);
  const route = pageRoute(below, config, languages);
  return { route, generates: languages ? untranslated(below, route, languages, files, config) : [] };
}

/** Where there is no translation, the page of the default language is served at its address. */
function untranslated(
  below: string,
  route: Route,
  languages: Languages,
  files: ReadonlySet<FilePath>,
  config: MkdocsConfig,
): readonly Route[] {
  const { path, language } = languages.split(below);
  if (!languages.fallback || language !== languages.standard) return [];
  return languages.all.flatMap((other) => {
    if (other === languages.standard) return [];
    const own =
      languages.structure === "folder" ? `${other}/${path}` : path.replace(/(\.[^./]+)$/, `.${other}$1`);
    const file = config.docsDir === "" ? own : `${config.docsDir}/${own}`;
    return files.has(file as FilePath) ? [] : [`/${other}${route}` as Route];
  });
}

/** The navigation's name, the frontmatter's, the first heading of the first level, the file's (`Page._set_title`). */
function titleOf(page: ScannedPage, labels: ReadonlyMap<string, string>): string {
  const given = labels.get(page.path) ?? stringKey(page.frontmatter, "title")?.trim();
  if (given) return given;
  const heading = page.headings.find((one) => one.level === 1 && one.text !== "");
  if (heading) return heading.text;
  const stem = nameOf(page.path).replace(/\.[^.]*$/, "");
  const index = stem === "index" || stem === "README";
  const words = (index ? nameOf(folderOf(page.path)) : stem).replace(/[-_]/g, " ");
  const name = words === "" ? "Home" : words;
  return name === name.toLowerCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
