// What a handbook is changes while its author works: files come and go, configuration is edited, a folder becomes a site.

import { expect, test } from "vitest";
import { folder, MemoryFiles, small, startInTest as start, type TestClient } from "./support.ts";

/** The pages of all handbooks, each with its route. */
function pages(client: TestClient): readonly string[] {
  const sites = client.server.session.workspace.sites;
  return sites.flatMap(({ site, prefix }) =>
    [...site.pages.values()].map((page) => `${prefix}${page.path} ${page.route ?? "-"}`),
  );
}

/** File events are taken in and swept. */
async function taken(client: TestClient): Promise<void> {
  await client.request("handbook/preview", { uri: "file:///nothing" });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await client.settled();
}

/** A disk that takes `A.md` and `a.md` for the same file. */
class Folding extends MemoryFiles {
  override readonly foldsCase = true;
  #real(uri: string): string {
    return [...this.bytes.keys()].find((one) => one.toLowerCase() === uri.toLowerCase()) ?? uri;
  }
  override look(uri: string) {
    return super.look(this.#real(uri));
  }
  override read(uri: string) {
    return super.read(this.#real(uri));
  }
}

const a = `${folder}/contents/handbook/a.md`;
const b = `${folder}/contents/handbook/b.md`;

test("a page that code serves is known as soon as its file is made", async () => {
  const client = await start(small.replace("/handbook/c", "/about"));
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  const about = `${folder}/src/pages/about.tsx`;
  client.files.put(about, "");
  await client.watched([{ uri: about, type: 1 }]);
  await client.until(() => client.pushed(a)?.length === 0);
});

test("a page that becomes a resource of another loses its route, and gets it back, without a scan", async () => {
  const client = await start(`
//- hugo.toml
baseURL = "https://example.com"
//- content/a.md
[r](/dir/r/)
//- content/dir/r.md
# R
`);
  expect(pages(client)).toEqual(["content/a.md /a/", "content/dir/r.md /dir/r/"]);
  const index = `${folder}/content/dir/index.md`;
  client.files.put(index, "# Dir\n");
  const { reads } = client.files;
  await client.watched([{ uri: index, type: 1 }]);
  await client.until(() => client.pushed(`${folder}/content/a.md`)?.[0] === "link-missing-page");
  expect(pages(client)).toContain("content/dir/r.md -");
  // The new page alone: once for its looks, once as a page.
  expect(client.files.reads).toBe(reads + 2);
  client.files.bytes.delete(index);
  await client.watched([{ uri: index, type: 3 }]);
  await client.until(() => client.pushed(`${folder}/content/a.md`)?.length === 0);
});

test("saving a page of docs/ places no other page anew", async () => {
  const page = (n: number) => `//- docs/p${n}.md\n---\ntitle: P\n---\n[next](p1.md)\n`;
  const client = await start([1, 2, 3, 4, 5, 6].map(page).join(""));
  const [living] = client.server.session.workspace.sites;
  const { model } = living ?? {};
  expect(living?.site.pages.size).toBe(6);
  client.files.put(`${folder}/docs/p2.md`, "---\ntitle: Two\n---\n");
  await client.watched([{ uri: `${folder}/docs/p2.md`, type: 2 }]);
  await taken(client);
  expect(living?.model).toBe(model);
  expect([...(living?.site.pages.values() ?? [])].map(({ title }) => title)).toContain("Two");
  for (const n of [1, 2, 3, 4, 5]) client.files.put(`${folder}/docs/p${n}.md`, "no frontmatter");
  await client.watched([1, 2, 3, 4, 5].map((n) => ({ uri: `${folder}/docs/p${n}.md`, type: 2 })));
  await taken(client);
  expect(client.server.session.workspace.sites).toEqual([]);
});

test("a file whose name changes in case alone is one page, also where the disk does not tell cases apart", async () => {
  const client = await start(small, { files: new Folding() });
  client.files.bytes.delete(b);
  const renamed = `${folder}/contents/handbook/B.md`;
  client.files.put(renamed, "---\ntitle: B\n---\n");
  await client.watched([
    { uri: renamed, type: 1 },
    { uri: b, type: 3 },
  ]);
  await taken(client);
  expect(pages(client)).toEqual(["contents/handbook/a.md /handbook/a", "contents/handbook/B.md /handbook/B"]);
});

test.each([true, false])(
  "a page that is opened in another case shows its findings once (the client pulls: %s)",
  async (pulls) => {
    const client = await start(small, { files: new Folding(), pulls });
    const upper = a.replace("a.md", "A.md");
    expect(client.pushed(a)).toEqual(["link-missing-page"]);
    await client.open(upper, "---\ntitle: A\n---\nSee [c](/handbook/c).\n");
    await client.until(() => client.pushed(a)?.length === 0);
    if (pulls) expect(await client.codes(upper)).toEqual(["link-missing-page"]);
    else await client.until(() => client.pushed(upper)?.length === 1);
    await taken(client);
    expect(client.pushed(a)).toEqual([]);
    await client.close(upper);
    await client.until(() => client.pushed(a)?.length === 1);
    await taken(client);
    expect(pages(client)).toEqual([
      "contents/handbook/a.md /handbook/a",
      "contents/handbook/b.md /handbook/b",
    ]);
  },
);

test("a link from the root is no error in a folder that is no handbook", async () => {
  const client = await start("//- README.md\n[x](/about) [gone](gone.md)\n//- src/a.ts\n");
  await client.open(`${folder}/README.md`, "[x](/about) [gone](gone.md)\n");
  const { items } = await client.pull(`${folder}/README.md`);
  expect(items.map(({ code, range }) => [code, range.start.character])).toEqual([["link-missing-page", 19]]);
});

test("pages of a folder that becomes a handbook of its own leave the outer one, the open ones too", async () => {
  const client = await start(`${small}
//- contents/inner/content/x.md
---
title: X
---
[c](/gone)
//- contents/inner/content/y.md
---
title: Y
---
[c](/gone)
`);
  const x = `${folder}/contents/inner/content/x.md`;
  const y = `${folder}/contents/inner/content/y.md`;
  expect(client.pushed(x)).toEqual(["link-missing-page"]);
  await client.open(y, "---\ntitle: Y\n---\n[c](/gone)\n");
  client.files.put(`${folder}/contents/inner/hugo.toml`, 'baseURL = "https://x.org"');
  await client.watched([{ uri: `${folder}/contents/inner/hugo.toml`, type: 1 }]);
  await taken(client);
  expect([...pages(client)].sort()).toEqual([
    "contents/handbook/a.md /handbook/a",
    "contents/handbook/b.md /handbook/b",
    "contents/inner/content/x.md /x/",
    "contents/inner/content/y.md /y/",
  ]);
  expect(client.pushed(x)).toEqual(["link-missing-page"]);
  client.files.bytes.delete(`${folder}/contents/inner/hugo.toml`);
  await client.watched([{ uri: `${folder}/contents/inner/hugo.toml`, type: 3 }]);
  await taken(client);
  expect(pages(client)).toHaveLength(4);
  expect(client.pushed(x)).toEqual(["link-missing-page"]);
});

test("while a configuration is half written, the handbook is what it was, and what it lacks no longer counts when it is whole", async () => {
  const config = `${folder}/hugo.toml`;
  const client = await start(`
//- hugo.toml
contentDir = "pages"
//- pages/a.md
[b](/b)
//- pages/b.md
# B
`);
  expect(pages(client)).toEqual(["pages/a.md /a/", "pages/b.md /b/"]);
  client.files.put(config, 'contentDir = "pages\n[params');
  await client.watched([{ uri: config, type: 2 }]);
  await taken(client);
  expect(pages(client)).toEqual(["pages/a.md /a/", "pages/b.md /b/"]);
  expect(client.pushed(config)).toEqual(["site-config-unread"]);
  client.files.put(config, 'contentDir = "pages"');
  await client.watched([{ uri: config, type: 2 }]);
  await taken(client);
  expect(client.pushed(config) ?? []).toEqual([]);
  client.files.put(config, 'contentDir = "other"');
  await client.watched([{ uri: config, type: 2 }]);
  await taken(client);
  expect(pages(client)).toEqual([]);
});

test("a link to a heading is judged anew when its page begins to include the file that has it", async () => {
  const [from, to] = [`${folder}/c.md`, `${folder}/a.md`];
  const client = await start(`
//- .vitepress/config.js
export default {}
//- a.md
# A
//- b.md
## Setup
//- c.md
[x](./a.md#setup)
`);
  await client.open(to, "# A\n");
  await client.until(() => client.pushed(from)?.join() === "link-missing-anchor");
  await client.change(to, 2, "# A\n\n<!--@include: ./b.md-->\n");
  await client.until(() => client.pushed(from)?.length === 0);
});
