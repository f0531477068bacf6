// Where does the link under the cursor lead? To a heading, a page, a file; from a reference's label to its definition.

import type { LocationLink } from "vscode-languageserver-types";
import type { Definition, Link } from "../markdown/markdownScan.ts";
import { splitDestination } from "../site/destination.ts";
import { linkAt, uriOf } from "../site/queries.ts";
import { resolveWritten } from "../site/resolveLink.ts";
import { folderOf, joinPath } from "../site/routeKey.ts";
import type { LinkTarget } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import { touches } from "../text/span.ts";
import type { Cursor } from "./cursor.ts";
import { placeOf } from "./place.ts";

export interface DefinitionOptions {
  /** Say nothing where VS Code's own Markdown extension says the same: labels, `#fragment`, relative links to a file. */
  readonly leaveToEditor?: boolean;
}

/** Undefined where there is no link, or nothing to open. */
export function definition(cursor: Cursor, options: DefinitionOptions = {}): LocationLink[] | undefined {
  const { site, page, offset } = cursor;
  const link = linkAt(page, offset);
  if (!link) return undefined;
  const label = definitionAtLabel(cursor, link);
  if (label) return options.leaveToEditor ? undefined : [labelLocation(cursor, link, label)];
  const target = resolveWritten(site, page, link);
  if (options.leaveToEditor && editorKnows(cursor, link, target)) return undefined;
  const place = placeOf(site, target);
  if (!place) return undefined;
  const inDefinition = !touches(link.span, offset);
  return [
    {
      originSelectionRange: rangeOf(page.scanned.lines, inDefinition ? link.destination.span : link.span),
      targetUri: place.uri,
      targetRange: place.whole,
      targetSelectionRange: place.selection,
    },
  ];
}

function definitionAtLabel({ page, offset }: Cursor, link: Link): Definition | undefined {
  if (!link.labelSpan || link.kind !== "full-reference" || !touches(link.labelSpan, offset)) return undefined;
  return page.scanned.definitions.find((one) => one.label === link.label);
}

function labelLocation({ site, page }: Cursor, link: Link, { span, labelSpan }: Definition): LocationLink {
  const { lines } = page.scanned;
  return {
    originSelectionRange: rangeOf(lines, link.labelSpan ?? link.span),
    targetUri: uriOf(site, page.path),
    targetRange: rangeOf(lines, span),
    targetSelectionRange: rangeOf(lines, labelSpan),
  };
}

/**
 * VS Code's own definitions (1.139): headings by an id like GitHub's, in this file or in the Markdown file at a relative
 * path; it opens no page without a fragment, knows no site-root link, no explicit id and no redirect.
 */
function editorKnows({ page }: Cursor, link: Link, target: LinkTarget): boolean {
  if (target.kind !== "page" || (!target.heading && !target.anchor)) return false;
  const { path, fragment = "", host } = splitDestination(link.destination.value);
  if (host !== undefined || path.startsWith("/")) return false;
  if (path !== "" && !sameFile(joinPath(folderOf(page.path), path), target.page.path)) return false;
  return target.heading === undefined || looksLikeIdOf(target.heading.text, fragment);
}

function sameFile(path: string | undefined, page: string): boolean {
  return path !== undefined && (path === page || `${path}.md` === page);
}

/** Roughly GitHub's id, numbered or not. Where it is another, the editor would not have found the heading. */
function looksLikeIdOf(text: string, fragment: string): boolean {
  const id = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
  const written = fragment.toLowerCase();
  return written === id || (written.startsWith(`${id}-`) && /^\d+$/.test(written.slice(id.length + 1)));
}
