// Images in Markdown are imported by Next.js: from public/ where their address begins with `/`, else beside the page's file.

import { folderOf, joinPath } from "../../routeKey.ts";
import type { LinkTarget, Page, Site } from "../../site.ts";
import { fileAt } from "../common/fileTargets.ts";

export function imageAt(path: string, from: Page, site: Site): LinkTarget {
  const place = path.startsWith("/") ? `public${path}` : joinPath(folderOf(from.path), path);
  if (place === undefined) return { kind: "unknown", why: "The link leads out of the folder that is open." };
  return fileAt(site, place) ?? { kind: "missing", what: "file", path: place };
}
