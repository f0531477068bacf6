// Ids that the site's templates put on a page: Starlight's own, those of the components that replace them, and of what the page imports.

import { at, type DataValue, entriesAt } from "../../../data/value.ts";
import { entryOf, stringKey } from "../../../frontmatter/keys.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree } from "../../siteModel.ts";
import { modulePath } from "../common/modules.ts";
import { collectionOf } from "./collections.ts";
import { type ComponentIds, componentIds, importedIds } from "./components.ts";
import type { AstroSite } from "./routes.ts";

export function ownIds(page: ScannedPage, site: AstroSite, tree: FileTree): ComponentIds {
  const imported = importedIds(page, tree);
  const templates = templatesOf(page, site, tree).map((file) => componentIds(file, tree));
  return {
    ids: [
      ...(isStarlight(page, site) ? starlightIds(page, site.config.starlight) : []),
      ...footnoteIds(page),
      ...templates.flatMap(({ ids }) => ids),
      ...imported.ids,
    ],
    unseen: imported.unseen ?? (isStarlight(page, site) ? undefined : unseenIn(templates)),
  };
}

/** A layout shows the page itself by code, too; what else it may make ids of is the exception. */
function unseenIn(templates: readonly ComponentIds[]): string | undefined {
  return templates.length === 0
    ? undefined
    : templates.find(({ unseen }) => unseen?.includes("/components/"))?.unseen;
}

function isStarlight(page: ScannedPage, { config, collections }: AstroSite): boolean {
  return config.starlight !== undefined && collectionOf(page.path, collections)?.collection.name === "docs";
}

/** starlight/components/Page.astro and below: a splash page has no sidebar, and no list of contents. */
function starlightIds(page: ScannedPage, starlight: DataValue | undefined): readonly string[] {
  const ids = ["_top", "theme-icons", "starlight__search"];
  if (stringKey(page.frontmatter, "template") === "splash") return ids;
  ids.push("starlight__sidebar");
  const own = entryOf(page.frontmatter, "tableOfContents")?.value;
  const common = at(starlight, "tableOfContents");
  const off = own ? own.kind === "boolean" && !own.value : common?.kind === "boolean" && !common.value;
  if (!off) ids.push("starlight__mobile-toc", "starlight__on-this-page", "starlight__on-this-page--mobile");
  return ids;
}

function footnoteIds(page: ScannedPage): readonly string[] {
  if (page.footnotes.length === 0) return [];
  return [
    "footnote-label",
    ...page.footnotes.flatMap(({ label }) => [
      `user-content-fn-${label.toLowerCase()}`,
      `user-content-fnref-${label.toLowerCase()}`,
    ]),
  ];
}

function templatesOf(page: ScannedPage, site: AstroSite, tree: FileTree): readonly FilePath[] {
  const { config, collections, code } = site;
  if (isStarlight(page, site)) {
    const { file = "" as FilePath } = config;
    return entriesAt(config.starlight, "components").flatMap(({ value }) =>
      value.kind === "string" ? (modulePath(value.value, file, tree) ?? []) : [],
    );
  }
  const layout = stringKey(page.frontmatter, "layout");
  const own = layout === undefined ? undefined : modulePath(layout, page.path as string as FilePath, tree);
  const served = code.collections.get(collectionOf(page.path, collections)?.collection.name ?? "");
  return [...(own === undefined ? [] : [own]), ...(served ? [served.file] : [])];
}
