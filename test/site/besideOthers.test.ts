// A handbook stays what it is when other generators' configuration lies elsewhere in its repository: an older site of the
// same team, a program with its documentation, one at the top of everything.

import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readsAny } from "../../server/src/site/detectSites.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import { moved, type ReadTree, readSite, readTree, siteOf } from "../truth/corpus.ts";
import { linkRows, pageRows } from "../truth/rows.ts";

const here = fileURLToPath(new URL("../sites/", import.meta.url));
const names = readdirSync(here).filter((name) => existsSync(join(here, name, "golden")));

/** A small site of each kind, by the kind; its files below its own folder. */
const sites: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  mkdocs: { "mkdocs.yml": "site_name: Old docs\n", "docs/index.md": "# Old\n" },
  hugo: { "hugo.toml": 'baseURL = "https://old.example/"\n', "content/old.md": "# Old\n" },
  vitepress: { ".vitepress/config.ts": 'export default { title: "Old" };\n', "index.md": "# Old\n" },
  mintlify: {
    "docs.json":
      '{ "name": "Old", "theme": "mint", "colors": { "primary": "#123456" }, "navigation": { "pages": ["old"] } }\n',
    "old.mdx": "# Old\n",
  },
  docusaurus: {
    "docusaurus.config.js": 'module.exports = { title: "Old", presets: ["classic"] };\n',
    "docs/old.md": "# Old\n",
  },
  mdbook: { "book.toml": '[book]\ntitle = "Old"\n', "src/SUMMARY.md": "- [Old](old.md)\n", "src/old.md": "" },
  jekyll: { "_config.yml": "title: Old\ntheme: minima\n", "index.md": "---\n---\n# Old\n" },
  eleventy: { "eleventy.config.js": "export default function () {}\n", "old.md": "# Old\n" },
  gitbook: { ".gitbook.yaml": "root: ./\n", "SUMMARY.md": "* [Old](README.md)\n", "README.md": "# Old\n" },
  starlight: {
    "astro.config.mjs":
      'import starlight from "@astrojs/starlight";\nexport default { integrations: [starlight({ title: "Old" })] };\n',
    "src/content/docs/index.md": "---\ntitle: Old\n---\n",
  },
  nextra: {
    "next.config.mjs": 'import nextra from "nextra";\nexport default nextra({})({});\n',
    "content/index.mdx": "# Old\n",
    "app/[[...mdxPath]]/page.jsx": "",
  },
  gatsby: { "gatsby-config.js": "module.exports = {};\n", "contents/old.md": "# Old\n" },
  docsify: { "index.html": "<script>window.$docsify = {}</script>\n", "README.md": "# Old\n" },
};

const program = {
  "package.json": '{ "name": "shop", "dependencies": { "vitepress": "1", "nextra": "4", "astro": "5" } }\n',
  "shop/main.ts": "export const shop = 1;\n",
};

function below(folder: string, files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

/** The tree with more files; those that it has stay. */
function withFiles<T extends ReadTree>(tree: T, more: Readonly<Record<string, string>>): T {
  const fresh = (Object.entries(more) as [FilePath, string][]).filter(([path]) => !tree.files.has(path));
  return {
    ...tree,
    files: new Set([...tree.files, ...fresh.map(([path]) => path)]),
    texts: new Map([...tree.texts, ...fresh.filter(([path]) => readsAny(path))]),
  };
}

const old = Object.assign(
  {},
  ...Object.entries(sites).map(([kind, files]) => below(`tools/old-${kind}`, files)),
);

describe.each(names)("%s", (name) => {
  const tree = readTree(join(here, name, "site"));
  const site = readSite(join(here, name, "site"));
  const folder = "company/the site";
  // Looks alone tell a plain handbook only at the top.
  const deeper = moved(tree, folder, site.model.id);
  const looks = site.model.id === "plain";
  const texts = [...deeper.texts].filter(([path]) => looks || path !== `${folder}/.handbook.yaml`);
  const away = { ...deeper, texts: new Map(texts) };
  const cut = (path: string) => path.slice(folder.length + 1);

  test("older sites of other kinds in folders of its own, and a program", () => {
    const beside = siteOf(withFiles(tree, { ...old, ...program }), (path) => path, {}, "");
    expect(beside.model.id).toBe(site.model.id);
    expect(pageRows(beside)).toEqual(pageRows(site));
    expect(linkRows(beside)).toEqual(linkRows(site));
  });

  // A folder of notes within another generator's site is that site's content.
  const notes = [".obsidian", ".foam"].some((one) => existsSync(join(here, name, "site", one)));
  test.skipIf(notes).each(Object.keys(sites))("a site of %s at the top of the repository", (kind) => {
    const more = { ...sites[kind], ...program };
    const inside = siteOf(withFiles(away, more), cut, {}, folder);
    expect(inside.model.id).toBe(site.model.id);
    expect(pageRows(inside)).toEqual(pageRows(site));
    expect(linkRows(inside)).toEqual(linkRows(site));
  });
});
