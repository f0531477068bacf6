// The folder that a half-written relative link is in: `sub` of `[x](sub/|`. Where not all files are known, it is looked
// into before links are completed.

import { splitDestination } from "../site/destination.ts";
import { decodeOnce, folderOf, joinPath } from "../site/routeKey.ts";
import type { Cursor } from "./cursor.ts";
import { linkContext } from "./linkContext.ts";

/** Below the site's root; undefined where no relative path is being written. */
export function typedFolder(cursor: Cursor): string | undefined {
  const context = linkContext(cursor);
  if (context?.kind !== "destination") return undefined;
  const marker = context.syntax === "autolink" ? 1 : 0;
  const parts = splitDestination(cursor.text.slice(context.span.start + marker, cursor.offset));
  if (parts.scheme !== undefined || parts.host !== undefined || parts.path.startsWith("/")) return undefined;
  return joinPath(folderOf(cursor.page.path), folderOf(decodeOnce(parts.path)));
}
