// What is kept over an edit is what a handbook that is opened anew says: also where a page shows other files.

import { expect, test } from "vitest";
import { defaultConfig } from "../../server/src/config.ts";
import { checkFiles } from "../../server/src/diagnostics/files.ts";
import { scanHead } from "../../server/src/page/scanHead.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";
import { updateSite } from "../../server/src/site/makeSite.ts";
import { pagesShowing } from "../../server/src/site/shown.ts";
import type { FilePath, Page, Site } from "../../server/src/site/site.ts";
import { siteOf } from "../support/handbook.ts";
import { hugo, model } from "../support/models.ts";

const mkdocs = model("mkdocs");

function edited(site: Site, path: string, text: string): Site {
  const syntax = site.model.syntaxOf(path as FilePath);
  return syntax ? updateSite(site, { scanned: [scanPage(path as PagePath, text, syntax)] }) : site;
}

const book = (basePath: string) =>
  `site_name: x\nmarkdown_extensions:\n  - pymdownx.snippets:\n      base_path: [${basePath}]\n`;

test("a redirect to an id that a page shows by a snippet is dead when the snippet goes", () => {
  const texts = new Map([
    ["mkdocs.yml", book("docs")],
    ["docs/_redirects", "/old /a/#shared 301\n"],
    ["docs/index.md", "# Home\n"],
    ["docs/a.md", '# A\n\n--8<-- "part.md"\n'],
    ["docs/part.md", "## Shared\n"],
  ]);
  const said = (site: Site) => checkFiles(site, defaultConfig).map(({ message }) => message);
  const before = siteOf(mkdocs, texts);
  expect(said(before)).toEqual([]);
  const without = "# A\n\nnothing here now\n";
  const fresh = said(siteOf(mkdocs, new Map([...texts, ["docs/a.md", without]])));
  expect(fresh).toHaveLength(1);
  expect(said(edited(before, "docs/a.md", without))).toEqual(fresh);
});

test("which lines of a snippet are shown is seen anew when its lines move", () => {
  const part = (text: string) =>
    new Map([
      ["mkdocs.yml", book("'.'")],
      ["docs/index.md", '# Home\n\n--8<-- "docs/includes/p.md:1:4"\n'],
      ["docs/includes/p.md", text],
      ["docs/includes/q.md", "## Q\n"],
    ]);
  const one = 'one two three\n\n\n--8<-- "docs/includes/q.md"\n';
  const two = 'one\ntwo three\n\n\n--8<-- "docs/includes/q.md"\n';
  const showing = (site: Site) => {
    const page = site.pages.get("docs/includes/q.md" as PagePath);
    return page && pagesShowing(site, { ...page, route: undefined } as Page).map(({ path }) => path);
  };
  const before = siteOf(mkdocs, part(one));
  expect(showing(before)).toEqual(expect.arrayContaining(["docs/index.md"]));
  expect(showing(edited(before, "docs/includes/p.md", two))).toEqual(showing(siteOf(mkdocs, part(two))));
});

test("the head of a page is read as the page is: Hugo's frontmatter may stand below a blank line", () => {
  const files = new Set(["hugo.toml", "content/b.md"] as FilePath[]);
  const texts = new Map([["hugo.toml" as FilePath, 'baseURL = "https://handbook.example/"\n']]);
  const syntax = hugo({ root: "file:///h", files, texts }).syntaxOf("content/b.md" as FilePath);
  const text = "\n---\ntitle: B\nurl: /moved/\n---\nx\n";
  const path = "content/b.md" as PagePath;
  if (!syntax) throw new Error("content/b.md is no page.");
  expect(scanHead(path, { text, whole: true }, syntax)?.frontmatter).toEqual(
    scanPage(path, text, syntax).frontmatter,
  );
});
