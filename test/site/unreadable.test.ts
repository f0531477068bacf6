// Files and folders that can't be read: links that may lead to them are unknown, all others are judged.

import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkFiles } from "../../server/src/diagnostics/files.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { updateSite } from "../../server/src/site/makeSite.ts";
import { resolveLink, verdictOf } from "../../server/src/site/resolveLink.ts";
import type { FilePath, Site } from "../../server/src/site/site.ts";
import { notesOf } from "../../server/src/site/unreadable.ts";
import { handbook } from "../support/handbook.ts";
import { hugo, model, plain, posthog, type TestModel } from "../support/models.ts";

/** The handbook where these can't be read: pages are not there, folders have no files. */
function without(kind: TestModel, source: string, unreadable: readonly string[]): Site {
  const { site } = handbook(kind, source);
  const isGone = (path: string) => unreadable.some((one) => path === one || path.startsWith(`${one}/`));
  return updateSite(site, {
    removed: [...site.pages.keys()].filter(isGone),
    files: new Set([...site.files].filter((path) => !unreadable.some((one) => path.startsWith(`${one}/`)))),
    unreadable: new Map(unreadable.map((path) => [path, "permission denied"])),
  });
}

function verdicts(site: Site, from: string, links: readonly string[]): readonly string[] {
  const page = site.pages.get(from as PagePath);
  if (!page) throw new Error(`There is no page ${from}.`);
  return links.map((link) => `${link} ${verdictOf(resolveLink(site, page, link))}`);
}

test("PostHog's: a page and a folder by their routes", () => {
  const source =
    "\n//- contents/handbook/a.md\n# A\n//- contents/handbook/b.md\n# B\n//- contents/handbook/people/c.md\n# C\n";
  const site = without(posthog, source, ["contents/handbook/b.md", "contents/handbook/people"]);
  const links = [
    "/handbook/b",
    "./b.md",
    "/handbook/b#x",
    "/handbook/people/c",
    "people/d",
    "/handbook/d",
    "/people",
  ];
  expect(verdicts(site, "contents/handbook/a.md", links)).toEqual([
    "/handbook/b unknown",
    "./b.md unknown",
    "/handbook/b#x unknown",
    "/handbook/people/c unknown",
    "people/d unknown",
    "/handbook/d missing-page",
    "/people missing-page",
  ]);
  expect(notesOf(site)).toEqual([
    "These can't be read, and links to them are not checked: contents/handbook/b.md (permission denied), contents/handbook/people (permission denied).",
  ]);
});

test("plain files, Hugo and MkDocs: by file and by address, images among them", () => {
  const files = (root: string) =>
    `//- ${root}/a.md\n# A\n//- ${root}/b.md\n# B\n//- ${root}/Time Off.md\n# C\n//- ${root}/img/x.png\n`;
  const unreadable = (root: string) => [`${root}/b.md`, `${root}/Time Off.md`, `${root}/img`];
  const links = [
    "b.md",
    "b.md#x",
    "img/x.png",
    "img/y.png",
    "<Time Off.md>".slice(1, -1),
    "gone.md",
    "gone.png",
  ];
  const expected = [
    ...links.slice(0, 5).map((link) => `${link} unknown`),
    "gone.md missing-page",
    "gone.png missing-page",
  ];
  expect(verdicts(without(plain, `\n${files("docs")}`, unreadable("docs")), "docs/a.md", links)).toEqual(
    expected,
  );
  const mkdocs = `\n//- mkdocs.yml\nsite_name: A\n${files("docs")}`;
  expect(verdicts(without(model("mkdocs"), mkdocs, unreadable("docs")), "docs/a.md", links)).toEqual(
    expected,
  );
  const site = without(hugo, `\n//- hugo.toml\n${files("content")}`, unreadable("content"));
  const routes = ["/b/", "/b", "/time-off/", "/img/x.png", "/gone/"];
  expect(verdicts(site, "content/a.md", routes)).toEqual([
    "/b/ unknown",
    "/b unknown",
    "/time-off/ unknown",
    "/img/x.png unknown",
    "/gone/ missing-page",
  ]);
});

test("a navigation that names them is not called wrong", () => {
  const source =
    "\n//- mkdocs.yml\nsite_name: A\nnav: [a.md, b.md, gone.md]\n//- docs/a.md\n# A\n//- docs/b.md\n# B\n";
  const site = without(model("mkdocs"), source, ["docs/b.md"]);
  const codes = checkFiles(site, defaultConfig).filter(({ code }) => code === "navigation-missing-page");
  expect(codes.map(({ message }) => message)).toEqual([expect.stringContaining("gone.md")]);
});

test("a file that is read again counts", () => {
  const source = "\n//- docs/a.md\n# A\n//- docs/b.md\n# B\n";
  const site = without(plain, source, ["docs/b.md"]);
  const { site: whole } = handbook(plain, source);
  const page = whole.pages.get("docs/b.md" as PagePath);
  const again = updateSite(site, { scanned: page ? [page.scanned] : [], unreadable: new Map() });
  expect(again.files.has("docs/b.md" as FilePath)).toBe(true);
  expect(verdicts(again, "docs/a.md", ["b.md", "b.md#x"])).toEqual(["b.md ok", "b.md#x missing-anchor"]);
});
