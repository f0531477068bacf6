// Quick fixes that reach beyond the document: a file is renamed, the navigation is written to.

import { expect, test } from "vitest";
import { folder, startInTest as start, type TestClient } from "./support.ts";

const page = (path: string, title: string, text = "") =>
  `//- contents/handbook/${path}\n---\ntitle: ${title}\n---\n${text}\n`;
const source = `
//- gatsby-config.js
module.exports = {}
//- src/navs/index.js
export const sidebar = [{ name: "A", url: "/handbook/a" }]
${page("a.md", "A", "[team](./Team)")}${page("Bee.md", "B")}//- contents/handbook/Team
Words
`;
const uriOf = (path: string) => `${folder}/${path}`;

interface Action {
  readonly title: string;
  readonly edit: { readonly documentChanges: readonly Record<string, unknown>[] };
}

async function actionsAt(
  client: TestClient,
  uri: string,
  line = 0,
  character = 0,
): Promise<readonly Action[]> {
  const place = { line, character };
  const params = { textDocument: { uri }, range: { start: place, end: place }, context: { diagnostics: [] } };
  return (await client.request("textDocument/codeAction", params)) as readonly Action[];
}

test("a file that is no document of the server is renamed, after the links to it were changed", async () => {
  const client = await start(source);
  const uri = uriOf("contents/handbook/Team");
  const [action, ...others] = await actionsAt(client, uri);
  expect(others).toEqual([]);
  expect(action?.title).toBe("Rename to team.md, with the link to it");
  expect(action?.edit.documentChanges).toEqual([
    {
      textDocument: { uri: uriOf("contents/handbook/a.md"), version: null },
      edits: [
        { range: { start: { line: 3, character: 7 }, end: { line: 3, character: 13 } }, newText: "team" },
      ],
    },
    { kind: "rename", oldUri: uri, newUri: uriOf("contents/handbook/team.md") },
  ]);
});

test("an open page is renamed from its first line, and from nowhere else", async () => {
  const client = await start(source);
  const uri = uriOf("contents/handbook/Bee.md");
  await client.open(uri, "---\ntitle: B\n---\n");
  const titles = async (line: number) => (await actionsAt(client, uri, line)).map(({ title }) => title);
  expect(await titles(0)).toContain("Rename to bee.md");
  expect(await titles(1)).not.toContain("Rename to bee.md");
});

test("a page is added to the navigation that stands on the disk or in the editor, and to no other text of it", async () => {
  const client = await start(source);
  const [uri, navs] = [uriOf("contents/handbook/Bee.md"), uriOf("src/navs/index.js")];
  const add = async () =>
    (await actionsAt(client, uri, 1, 7)).find(
      ({ title }) => title === "Add to the navigation in src/navs/index.js",
    );
  await client.open(uri, "---\ntitle: B\n---\n");
  expect((await add())?.edit.documentChanges).toMatchObject([
    { textDocument: { uri: navs }, edits: [{ newText: ', { name: "B", url: "/handbook/Bee" }' }] },
  ]);
  await client.open(navs, 'export const sidebar = [{ name: "A", url: "/handbook/a" }]\n', "javascript");
  expect(await add()).toBeDefined();
  await client.change(navs, 2, 'export const sidebar = [{ name: "A", url: "/handbook/a" }, ]\n');
  expect(await add()).toBeUndefined();
  await client.settled();
  expect((await add())?.edit.documentChanges).toMatchObject([
    { edits: [{ newText: ', { name: "B", url: "/handbook/Bee" }' }] },
  ]);
});
