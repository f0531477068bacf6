// "Add to the navigation" at a page's title, where its neighbours are named there and it is not, though the site lists it
// anyhow. Where a reader can't find it otherwise that is a finding, with a fix (`page-orphan`).

import type { CodeAction } from "vscode-languageserver-types";
import { titleSpan } from "../diagnostics/titleSpan.ts";
import { addToNavigation } from "../site/addToNavigation.ts";
import { pageOf } from "../site/endOf.ts";
import { navigationOf } from "../site/navigation.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import { offsetAt } from "../text/lineIndex.ts";
import { overlaps } from "../text/span.ts";
import { asksFor } from "./actionKinds.ts";
import type { CodeActionOptions, CodeActionsAt } from "./codeActions.ts";
import { canTake, workspaceEdit } from "./workspaceEdit.ts";

const kind = "refactor";

export function navigationActions(
  { site, page, range }: Omit<CodeActionsAt, "text">,
  options: CodeActionOptions,
): readonly CodeAction[] {
  const { lines } = page.scanned;
  const span = { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
  if (!asksFor(options.only, kind) || !overlaps(titleSpan(page), span) || !mayBeNamed(site, page)) return [];
  const entry = addToNavigation(site, page);
  if (!entry?.near) return [];
  const path = page.path as string as FilePath;
  const { uri = uriOf(site, path), version = null } = options;
  const change = { path: entry.file, edits: entry.edits };
  if (!canTake(change, options)) return [];
  const edit = workspaceEdit({ site, path, lines, uri, version }, change, options);
  return [{ title: `Add to the navigation in ${entry.file}`, kind, edit }];
}

function mayBeNamed(site: Site, page: Page): boolean {
  const navigation = navigationOf(site);
  if (!navigation || page.route === undefined || navigation.needs(page, site)) return false;
  return !navigation.all.some(({ written, target }) => written && pageOf(target)?.path === page.path);
}
