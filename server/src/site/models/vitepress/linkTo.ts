// How an author of a VitePress handbook writes a link: by file (`../guide/setup.md`) or by address (`/guide/setup`).

import { encodePath, folderOf, isMarkdown, relativePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { LinkStyle } from "../../siteModel.ts";
import { encodeRelative } from "../plain/linkTo.ts";
import type { VitepressConfig } from "./config.ts";
import { isPageAddress } from "./resolvePath.ts";
import type { Routes } from "./routes.ts";

export function vitepressLinkTo(
  target: Page | FilePath,
  from: Page,
  style: LinkStyle,
  { config, routes }: { readonly config: VitepressConfig; readonly routes: Routes },
): string {
  if (typeof target === "string") return fileLink(target, from, style, config);
  const folder = folderOf(outputOf(from, routes));
  const output = outputOf(target, routes);
  const path = style.extension ? output.replace(/\.html$/, ".md") : shortest(output);
  if (style.form === "site-root") return encodePath(`/${path}`);
  return encodeRelative(relativePath(folder, path));
}

/** Where the page is in the build; for one that is not built, where it would be. */
function outputOf(page: Page, routes: Routes): string {
  const [output] = routes.outputs(page.path) ?? [];
  return output ?? (routes.below(page.path) ?? page.path).replace(/\.md$/, ".html");
}

/** `guide/` of `guide/index.html`, `guide/setup` of `guide/setup.html`; the ending stays where the name would be taken for a file's. */
function shortest(output: string): string {
  const bare = output.replace(/(^|\/)index\.html$/, "$1");
  if (bare !== output) return bare;
  const short = output.replace(/\.html$/, "");
  return isPageAddress(short) && !isMarkdown(short) && !short.endsWith(".html") ? short : output;
}

function fileLink(path: FilePath, from: Page, style: LinkStyle, { publicDir }: VitepressConfig): string {
  if (path.startsWith(`${publicDir}/`)) return encodePath(path.slice(publicDir.length));
  return style.form === "relative" || !isMarkdown(path)
    ? encodeRelative(relativePath(folderOf(from.path), path))
    : encodePath(`/${path}`);
}
