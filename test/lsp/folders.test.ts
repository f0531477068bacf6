import { expect, test } from "vitest";
import { endWithTest, folder, MemoryFiles, small, startInTest as start, TestClient } from "./support.ts";

const a = `${folder}/contents/handbook/a.md`;
const b = `${folder}/contents/handbook/b.md`;
const c = `${folder}/contents/handbook/c.md`;
const pageA = "---\ntitle: A\n---\nSee [b](/handbook/b) and [c](/handbook/c).\n";

/** The next request is answered within a second. */
async function answersSoon(client: TestClient, uri: string): Promise<void> {
  const since = performance.now();
  await client.request("textDocument/documentLink", { textDocument: { uri } });
  expect(performance.now() - since).toBeLessThan(1000);
}

test("two folders with the same page keep their links and findings apart", async () => {
  const files = new MemoryFiles().add("file:///one", small).add("file:///two", small);
  files.put("file:///two/contents/handbook/c.md", "---\ntitle: C\n---\n");
  const client = await start("", { files, folders: ["file:///one", "file:///two"] });
  expect(client.pushed("file:///one/contents/handbook/a.md")).toEqual(["link-missing-page"]);
  expect(client.pushed("file:///two/contents/handbook/a.md")).toBeUndefined();
});

test("a folder that is added is read, one that is removed takes its findings with it", async () => {
  const files = new MemoryFiles().add(folder, small).add("file:///two", small);
  const client = await start("", { files, folders: [folder] });
  const other = "file:///two/contents/handbook/a.md";
  const event = { added: [{ uri: "file:///two", name: "two" }], removed: [] };
  await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  await client.until(() => client.pushed(other)?.length === 1);
  await client.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: event.added },
  });
  await client.until(() => client.pushed(other)?.length === 0);
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
});

test("a page that comes mends the links to it, and one that goes breaks them", async () => {
  const client = await start(small);
  client.files.put(c, "---\ntitle: C\n---\n");
  await client.watched([{ uri: c, type: 1 }]);
  await client.until(() => client.pushed(a)?.length === 0);
  client.files.bytes.delete(c);
  await client.watched([{ uri: c, type: 3 }]);
  await client.until(() => client.pushed(a)?.length === 1);
});

test("a configuration that changes is read, and all pages are judged by it", async () => {
  const client = await start(small);
  const vercel = `${folder}/vercel.json`;
  client.files.put(vercel, '{ "redirects": [{ "source": "/handbook/c", "destination": "/handbook/b" }] }');
  await client.watched([{ uri: vercel, type: 2 }]);
  await client.until(() => client.pushed(a)?.[0] === "link-redirected");
});

test("a branch switch that changes 3,000 files at once is taken in one step", async () => {
  const client = await start(small);
  const changes: { uri: string; type: 1 | 3 }[] = [];
  for (let i = 0; i < 3000; i++) {
    const uri = `${folder}/contents/handbook/many/p${i}.md`;
    client.files.put(uri, `---\ntitle: P\n---\n[next](/handbook/many/p${(i + 1) % 3000})\n`);
    changes.push({ uri, type: 1 });
  }
  await client.watched(changes);
  await client.open(a, pageA);
  await answersSoon(client, a);
  const count = () => client.server.session.workspace.sites[0]?.site.pages.size;
  while (count() === 2) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(count()).toBe(3002);
  await client.settled();
  expect(client.pushes.filter(({ uri }) => uri.includes("/many/"))).toEqual([]);
});

test("a folder that is deleted with a single event takes all its pages with it", async () => {
  const client = await start(`${small}
//- contents/handbook/team/x.md
---
title: X
---
//- contents/handbook/d.md
---
title: D
---
[x](/handbook/team/x)
`);
  const d = `${folder}/contents/handbook/d.md`;
  expect(client.pushed(d)).toBeUndefined();
  client.files.bytes.delete(`${folder}/contents/handbook/team/x.md`);
  await client.watched([{ uri: `${folder}/contents/handbook/team`, type: 3 }]);
  await client.until(() => client.pushed(d)?.length === 1);
});

test("a file that is deleted while it is open stays a page until it is closed", async () => {
  const client = await start(small);
  await client.open(a, pageA);
  client.files.bytes.delete(a);
  await client.watched([{ uri: a, type: 3 }]);
  await client.settled();
  expect(await client.codes(a)).toEqual(["link-missing-page"]);
  await client.close(a);
  await client.until(() => client.server.session.workspace.sites[0]?.site.pages.size === 1);
  await client.settled();
  expect(client.pushed(a)).toEqual([]);
});

test("unsaved text counts, not the file, and the file counts again when the document closes", async () => {
  const client = await start(small);
  await client.open(a, "---\ntitle: A\n---\n[b](/handbook/b)\n");
  expect(await client.codes(a)).toEqual([]);
  client.files.put(a, `${pageA}[d](/handbook/d)\n`);
  await client.watched([{ uri: a, type: 2 }]);
  await client.settled();
  expect(await client.codes(a)).toEqual([]);
  await client.close(a);
  await client.until(() => client.pushed(a)?.length === 2);
});

test("a page outside of every folder is checked against what lies around it", async () => {
  const files = new MemoryFiles().add(folder, small);
  files.put("file:///notes/there.md", "# There\n");
  const client = await start("", { files, folders: [folder] });
  const page = "file:///notes/here.md";
  await client.open(page, "[there](there.md#there)\n[gone](gone.md)\n[root](/handbook/x)\n");
  expect((await client.pull(page)).items.map(({ code, range }) => [code, range.start.line])).toEqual([
    ["link-missing-page", 1],
  ]);
});

test("without any folder a saved and an unsaved page are served", async () => {
  const client = await start("", { folders: [] });
  const untitled = "untitled:Untitled-1";
  await client.open(untitled, "[gone](gone.md) [here](#nowhere)\n");
  expect(await client.codes(untitled)).toEqual(["link-missing-anchor"]);
  await client.open("file:///x/y.md", "[here](#nowhere)\n");
  expect(await client.codes("file:///x/y.md")).toEqual(["link-missing-anchor"]);
});

test("a code repository is no handbook: its pages are checked when opened, and nothing is said of the others", async () => {
  const client = await start(`
//- package.json
{}
//- src/index.ts
export {};
//- README.md
[docs](docs/use.md#use) [gone](docs/gone.md)
//- docs/use.md
# Use
[gone](gone.md)
`);
  expect(client.pushes).toEqual([]);
  await client.open(`${folder}/README.md`, "[docs](docs/use.md#use) [gone](docs/gone.md)\n");
  expect(await client.codes(`${folder}/README.md`)).toEqual(["link-missing-page"]);
});

test("an image that is named .md is no page, and the server goes on", async () => {
  const files = new MemoryFiles().add(folder, small);
  files.put(c, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
  const client = await start("", { files, folders: [folder] });
  expect(client.server.session.workspace.sites[0]?.site.pages.size).toBe(2);
  await client.open(a, pageA);
  await answersSoon(client, a);
});

test("bytes that are no UTF-8 are read as replacement characters", async () => {
  const files = new MemoryFiles().add(folder, small);
  files.put(c, new Uint8Array([...new TextEncoder().encode("---\ntitle: C\n---\ncaf"), 0xe9, 0x0a]));
  const client = await start("", { files, folders: [folder] });
  expect(client.pushed(a)).toBeUndefined();
});

test("a folder that can't be read is named in the log, and the rest is served", async () => {
  const files = new MemoryFiles().add(folder, small);
  files.put(`${folder}/contents/handbook/private/x.md`, "x");
  files.locked.add(`${folder}/contents/handbook/private`);
  const client = await start("", { files, folders: [folder] });
  expect(client.logged.join("\n")).toContain("private: permission denied");
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
});

test("a page that can't be read is named in the log and in the status, and links to it are not called broken", async () => {
  const files = new MemoryFiles().add(folder, small);
  files.put(c, new Uint8Array([0xff, 0xfe, 0x41, 0x00]));
  const client = await start("", { files, folders: [folder] });
  expect(client.pushed(a)).toBeUndefined();
  expect(client.logged.join("\n")).toContain("Left out: contents/handbook/c.md: it is no text in UTF-8");
  const status = client.notifications.filter(({ method }) => method === "handbook/status").at(-1)?.params;
  expect(JSON.stringify(status)).toContain("These can't be read, and links to them are not checked");
  client.files.put(c, "---\ntitle: C\n---\n[gone](/handbook/gone)\n");
  await client.watched([{ uri: c, type: 2 }]);
  await client.until(() => client.pushed(c)?.length === 1);
  client.files.bytes.delete(c);
  await client.watched([{ uri: c, type: 3 }]);
  await client.until(() => client.pushed(a)?.length === 1);
});

test("a page that is made in the editor, in a new file, is served before it is saved", async () => {
  const client = await start(small);
  await client.open(c, "---\ntitle: C\n---\n");
  await client.until(() => client.pushed(a)?.length === 0);
});

test("nothing is said of an open page before its folder is listed", async () => {
  const files = new MemoryFiles().add(folder, small);
  let open = () => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const list = files.list.bind(files);
  files.list = async (root) => {
    await gate;
    return list(root);
  };
  const client = new TestClient({ files });
  endWithTest(client);
  await client.initialize({ folders: [folder], pulls: false });
  await client.open(b, "---\ntitle: B\n---\n[a](/handbook/a)\n");
  await new Promise((resolve) => setTimeout(resolve, 50));
  open();
  await client.settled();
  expect(client.pushed(b)).toBeUndefined();
  expect([...(client.server.session.workspace.folders[0]?.loose.site.pages.keys() ?? [])]).toEqual([]);
});

test("what a page outside of every folder links to is looked at before an editor is told", async () => {
  const files = new MemoryFiles();
  files.put("file:///notes/there.md", "# There\n");
  const client = await start("", { files, folders: [], pulls: false });
  await client.open("file:///notes/here.md", "[there](there.md#there)\n");
  await client.settled();
  expect(client.pushes).toEqual([]);
});

test("an edit that is made while files are read counts, whatever the files say", async () => {
  const client = await start(small);
  await client.open(a, pageA);
  await client.codes(a);
  client.files.put(c, "---\ntitle: C\n---\n");
  let open = () => {};
  client.files.gate = new Promise((resolve) => {
    open = resolve;
  });
  await client.watched([
    { uri: a, type: 2 },
    { uri: c, type: 1 },
  ]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await client.change(a, 2, "---\ntitle: A\n---\n[x](/handbook/x)\n[y](/handbook/y)\n");
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(await client.codes(a)).toHaveLength(2);
  open();
  await client.settled();
  expect(await client.codes(a)).toHaveLength(2);
});

test("two pages outside of every folder that are opened together each know what lies around them", async () => {
  const files = new MemoryFiles();
  for (const name of ["a", "b", "img/x", "pic/y"]) files.put(`file:///o/${name}.png`, "x");
  const listFolder = files.listFolder.bind(files);
  files.listFolder = async (uri) => {
    await new Promise((resolve) => setTimeout(resolve, uri.endsWith("img") ? 30 : 5));
    return listFolder(uri);
  };
  const client = await start("", { files, folders: [] });
  await client.open("file:///o/a.md", "![x](img/x.png)\n");
  await client.open("file:///o/b.md", "![y](pic/y.png)\n");
  const both = await Promise.all([client.codes("file:///o/a.md"), client.codes("file:///o/b.md")]);
  expect(both).toEqual([[], []]);
  expect(await client.codes("file:///o/b.md")).toEqual([]);
});

test("nothing is kept of a page that was never saved, or that is in no folder, once it is closed", async () => {
  const client = await start("", { folders: [] });
  const pages = () => client.server.session.workspace.allSites.flatMap(({ site }) => [...site.pages.keys()]);
  for (const uri of ["untitled:Untitled-1", "untitled:Untitled-2", "file:///x/y.md"]) {
    await client.open(uri, "# A\n");
    await client.pull(uri);
  }
  expect(pages()).toHaveLength(3);
  await client.close("untitled:Untitled-1");
  await client.close("file:///x/y.md");
  await client.settled();
  expect(pages()).toEqual(["Untitled-2.md"]);
  await client.close("untitled:Untitled-2");
  await client.settled();
  expect(client.server.session.workspace.allSites).toEqual([]);
});

test("an event on what is no URI is left out, and the others count", async () => {
  const client = await start(small);
  client.files.put(c, "---\ntitle: C\n---\n");
  await client.watched([
    { uri: "file:////x/y", type: 1 },
    { uri: c, type: 1 },
  ]);
  await client.until(() => client.pushed(a)?.length === 0);
});

test("a folder that is added and removed at once is not there", async () => {
  const files = new MemoryFiles().add(folder, small).add("file:///two", small);
  const settings = () => new Promise((resolve) => setTimeout(() => resolve(null), 20));
  const client = await start("", { files, folders: [folder], settings });
  const two = [{ uri: "file:///two", name: "two" }];
  const tell = (event: unknown) =>
    client.connection.sendNotification("workspace/didChangeWorkspaceFolders", { event });
  await tell({ added: two, removed: [] });
  await tell({ added: [], removed: two });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(client.server.session.workspace.folders.map(({ uri }) => uri)).toEqual([folder]);
});

test("the preview of a page in no handbook is told of what changes around it", async () => {
  const client = await start("//- README.md\n# A\n");
  const stale = () => client.notifications.filter(({ method }) => method === "handbook/previewStale").length;
  await client.open(`${folder}/README.md`, "# A\n");
  await client.pull(`${folder}/README.md`);
  await client.settled();
  const before = stale();
  await client.change(`${folder}/README.md`, 2, "# Another\n");
  await client.until(() => stale() > before);
});

test("a name is told as the disk has it, in whatever Unicode form, in a folder of such a name too", async () => {
  const root = "file:///b%C3%BCcher-u%CC%88";
  const files = new MemoryFiles().add(root, small);
  const named = (name: string) => `${root}/contents/handbook/${name}.md`;
  files.put(named("u%CC%88"), "---\ntitle: U\n---\n[a](/handbook/a) [c](/handbook/c)\n");
  const client = await start("", { files, folders: [root] });
  expect(client.pushed(named("u%CC%88"))).toEqual(["link-missing-page"]);
  const text = "---\ntitle: A\n---\n[u](/handbook/ü) [o](/handbook/ö)\n";
  await client.open(named("a"), text);
  expect(await client.codes(named("a"))).toEqual(["link-missing-page"]);
  const at = (character: number) =>
    client.request<{ uri: string }[]>("textDocument/definition", {
      textDocument: { uri: named("a") },
      position: { line: 3, character },
    });
  expect((await at(1))[0]?.uri).toBe(named("u%CC%88"));
  files.put(named("o%CC%88"), "---\ntitle: O\n---\n");
  await client.watched([{ uri: named("o%CC%88"), type: 1 }]);
  await client.until(() => client.refreshes > 0);
  expect((await at(20))[0]?.uri).toBe(named("o%CC%88"));
});

test("in a page of no folder links are completed by the files around it, also in the folder that is being typed", async () => {
  const files = new MemoryFiles();
  for (const name of ["there.md", "pump.png", "sub/deep.md", "up.md"])
    files.put(`file:///n/${name}`, "# X\n");
  const client = await start("", { files, folders: [] });
  const page = "file:///n/here.md";
  const completed = async (line: string) => {
    await client.open(page, `# Here\n${line}`);
    const at = { textDocument: { uri: page }, position: { line: 1, character: line.length } };
    type Items = { items: { textEdit: { newText: string } }[] };
    const { items } = await client.request<Items>("textDocument/completion", at);
    await client.close(page);
    return items.map(({ textEdit }) => textEdit.newText);
  };
  expect(await completed("[x](")).toEqual(["there.md", "up.md", "pump.png"]);
  expect(await completed("[w](th")).toEqual(["there.md"]);
  expect(await completed("[y](sub/")).toEqual(["sub/deep.md"]);
  expect(await completed("[z](there.md) [y](")).toEqual(["there.md", "up.md", "pump.png"]);
});

test("in a code repository links are completed by file, also once some pages are linked", async () => {
  const client = await start(
    "//- package.json\n{}\n//- docs/use.md\n# Use\n//- docs/setup.md\n# Setup\n//- README.md\n",
  );
  const page = `${folder}/README.md`;
  await client.open(page, "[use](docs/use.md) [z](");
  const at = { textDocument: { uri: page }, position: { line: 0, character: 23 } };
  type Items = { items: { label: string; textEdit: { newText: string } }[] };
  const { items } = await client.request<Items>("textDocument/completion", at);
  expect(items.map(({ label, textEdit }) => `${label}: ${textEdit.newText}`)).toEqual([
    "setup.md: docs/setup.md",
    "Use: docs/use.md",
    "package.json: package.json",
  ]);
});
