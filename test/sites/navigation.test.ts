// What holds for every site's navigation: a page that it does not name can be added, wherever that is offered; then it names
// it, and is otherwise as it was.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { addToNavigation, type NavigationEdit } from "../../server/src/site/addToNavigation.ts";
import { pageOf } from "../../server/src/site/endOf.ts";
import { updateSite } from "../../server/src/site/makeSite.ts";
import { navigationOf } from "../../server/src/site/navigation.ts";
import type { Page, Site } from "../../server/src/site/site.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { type ReadTree, readTree, siteOf } from "../truth/corpus.ts";

const here = fileURLToPath(new URL("./", import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, "golden")));

function after(tree: ReadTree, { file, edits }: NavigationEdit): Site {
  const text = applyEdits(tree.texts.get(file) ?? "", edits);
  const site = siteOf({ ...tree, texts: new Map([...tree.texts, [file, text]]) }, (path) => path);
  const page = site.pages.get(file as string as Page["path"]);
  const scanned = page && scanPage(page.path, text, page.scanned.syntax);
  return scanned ? updateSite(site, { scanned: [scanned] }) : site;
}

/** All that is written but the entries of a page, and what they come to. */
function written(site: Site, except: string): readonly string[] {
  return (navigationOf(site)?.all ?? []).flatMap(({ label, target, written: place }) => {
    const page = pageOf(target);
    return !place || page?.path === except ? [] : [`${label} ${place.value} → ${page?.path ?? target?.kind}`];
  });
}

function isNamed(site: Site, path: string): boolean {
  const navigation = navigationOf(site);
  const own = site.pages.get(path as Page["path"]);
  const entries = navigation?.all.filter(({ target }) => pageOf(target)?.path === path) ?? [];
  return (
    own !== undefined &&
    (navigation?.needs(own, site) ? entries.length > 0 : entries.some((one) => one.written))
  );
}

describe.each(names)("%s", (name) => {
  const tree = readTree(join(here, name, "site"));
  const site = siteOf(tree, (path) => path);
  const loose = [...site.pages.values()].filter(
    (page) => page.route !== undefined && !isNamed(site, page.path),
  );

  test("a page that is added to the navigation is there, and all else is as before", () => {
    const offered = loose.flatMap((page) => {
      const edit = addToNavigation(site, page);
      return edit ? [{ path: page.path as string, edit }] : [];
    });
    for (const { path, edit } of offered.slice(0, 25)) {
      const changed = after(tree, edit);
      expect([path, isNamed(changed, path)], applyEdits(tree.texts.get(edit.file) ?? "", edit.edits)).toEqual(
        [path, true],
      );
      expect(written(changed, path)).toEqual(written(site, path));
    }
  });

  test("an entry is named as its own page is named in its place", () => {
    for (const { target, written: place } of navigationOf(site)?.all ?? []) {
      if (target?.kind !== "page" || !place?.nameOf || target.anchor || target.heading) continue;
      expect([place.value, place.nameOf(target.page) !== undefined]).toEqual([place.value, true]);
    }
  });
});
