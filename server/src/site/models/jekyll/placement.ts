// All that Jekyll makes of one page: its address and former ones, its ids, the lists that it appears in.

import type { ScannedPage } from "../../../page/scannedPage.ts";
import { routeKey } from "../../routeKey.ts";
import type { FilePath, Route } from "../../site.ts";
import type { FileTree, Placement } from "../../siteModel.ts";
import { githubIds } from "../common/githubIds.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { archivesOf } from "./archives.ts";
import type { JekyllConfig } from "./config.ts";
import { idsOf, isTextUnknown } from "./headings.ts";
import { unseenPart } from "./includes.ts";
import { kindOf } from "./kinds.ts";
import { layoutIds } from "./layouts.ts";
import { routeOf } from "./place.ts";
import { keyValue, textsOf } from "./values.ts";

export function placeJekyllPage(page: ScannedPage, config: JekyllConfig, tree: FileTree): Placement {
  const route = routeOf(page, config, tree.files) as Route | undefined;
  const kind = kindOf(page.path, config);
  const from =
    kind.kind === "none" || kind.kind === "include"
      ? undefined
      : keyValue(page, kind, config, "redirect_from");
  const headingIds =
    config.converter === "github" ? githubIds(page.headings) : idsOf(page.headings, config, { page, route });
  const aliases = route !== undefined && config.plugins.redirectFrom ? textsOf(from) : [];
  return {
    route,
    aliases: aliases.map((one) => (one.startsWith("/") ? one : `/${one}`).normalize("NFC") as Route),
    title: pageTitle(page),
    headingIds,
    ownIds: [...contentIds(page, headingIds), ...layoutIds(page, config, tree.texts)],
    generates: route === undefined ? [] : archivesOf(page, config).map((one) => routeKey(one) as Route),
  };
}

/** Footnotes, and the entries of the table of contents that `{:toc}` stands for. */
function contentIds(page: ScannedPage, headingIds: readonly (string | undefined)[]): readonly string[] {
  const toc = page.shortcodes.some(({ name }) => name === "{:toc}");
  return [
    ...page.footnotes.flatMap(({ label }) => [`fn:${label}`, `fnref:${label}`]),
    ...(toc
      ? ["markdown-toc", ...headingIds.flatMap((id) => (id === undefined ? [] : [`markdown-toc-${id}`]))]
      : []),
  ];
}

/** Why the page may have ids that we can't see, for the author. */
export function unseenIds(
  page: ScannedPage,
  config: JekyllConfig,
  files: ReadonlySet<FilePath>,
): string | undefined {
  if (config.converter === "unknown") return "The ids of this Markdown converter are not known.";
  const heading = page.headings.find((one) => isTextUnknown(one, page, config));
  if (heading) return "Liquid makes a heading's text of values that are not known here.";
  const part = unseenPart(page, config, files);
  return part && `${part.charAt(0).toUpperCase()}${part.slice(1)} may bring ids that are not in this folder.`;
}
