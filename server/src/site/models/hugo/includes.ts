// Shortcodes that show another file within the page: its headings and links are those of the page.

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import type { HugoConfig } from "./config.ts";
import { contentPlace } from "./contentPlace.ts";
import { type ShortcodeTemplates, templateFor } from "./shortcodeTemplates.ts";

export interface IncludeRules {
  readonly config: HugoConfig;
  readonly files: ReadonlySet<FilePath>;
  readonly templates: ShortcodeTemplates;
}

/** Names by which a shortcode whose template can't be seen is taken for one that shows a file. */
const including = /include|readfile|import|transclude|partial/i;

/** Files shown by `{{% include "includes/x.md" %}}`, `{{% readfile file="x.md" %}}`: of assets/, the root, content/, or beside the page. */
export function includedFiles(page: ScannedPage, rules: IncludeRules): readonly Inclusion[] {
  const included = !contentPlace(page.path, rules.config);
  return page.shortcodes.flatMap((shortcode) => {
    if (included && templateFor(shortcode, rules.templates)?.again === false) return [];
    const how = showing(shortcode, rules.templates);
    const file = how === "text" || how === "rendered" ? fileOf(shortcode, page, rules) : undefined;
    if (file === undefined) return [];
    const { start } = shortcode.span;
    const apart = how === "rendered" ? start : shortcode.apart;
    const inclusion: Inclusion = { path: file as string as PagePath, offset: start };
    const home = templateFor(shortcode, rules.templates)?.home === true;
    return [{ ...inclusion, ...(apart !== undefined && { apart }), ...(home && { home }) }];
  });
}

/** The name of a shortcode that brings in something which is no file here; undefined when there is none. */
export function unseenInclude(page: ScannedPage, rules: IncludeRules): string | undefined {
  return page.shortcodes.find((one) => {
    const how = showing(one, rules.templates);
    return how === "unsure" || (how !== undefined && fileOf(one, page, rules) === undefined);
  })?.name;
}

/** A text that is put into the page is Markdown in `{{% %}}`; a template that can't be seen is taken to render the file by itself. */
function showing(
  shortcode: Shortcode,
  templates: ShortcodeTemplates,
): "text" | "rendered" | "unsure" | undefined {
  const { name, markdown, within } = shortcode;
  const template = templateFor(shortcode, templates);
  if (!template) return including.test(name) && !name.startsWith("/") ? "rendered" : undefined;
  if (template.shows !== "text") return template.shows;
  if (within !== undefined) return "unsure";
  return markdown ? "text" : undefined;
}

function fileOf(
  shortcode: Shortcode,
  page: ScannedPage,
  { config, files, templates }: IncludeRules,
): FilePath | undefined {
  const argument = /["`]([^"`]+)["`]|([^\s"`=]+)/.exec(shortcode.args.replace(/^\w+\s*=\s*/, ""));
  const named = argument?.[1] ?? argument?.[2] ?? "";
  if (named === "") return undefined;
  const [before, after] = templateFor(shortcode, templates)?.around ?? ["", ""];
  const path = `${before}${named}${after}`.replace(/^\//, "");
  const assets = config.mounts.assets.flatMap(({ source }) => [
    `${source}/${path}`,
    `${source}/includes/${path}`,
  ]);
  const content = config.mounts.content.map(({ source }) => (source === "" ? path : `${source}/${path}`));
  const places = [...assets, path, ...content, joinPath(folderOf(page.path), path)];
  return places.find((place): place is FilePath => place !== undefined && files.has(place as FilePath)) as
    | FilePath
    | undefined;
}
