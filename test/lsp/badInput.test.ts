// What no author means to write, or no tool should meet, in a running server: every kind of request about it is answered,
// nothing that can be known is lost, and the next request is answered within a second.

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { nodeFiles } from "../../server/src/node/nodeFiles.ts";
import { type ClientOptions, folder, MemoryFiles, small, start, type TestClient } from "./support.ts";

const a = `${folder}/contents/handbook/a.md`;
const page = `${folder}/contents/handbook/page.md`;
const dead = "[dead](/handbook/nowhere)\n";
const text = (body: string) => `---\ntitle: Page\n---\n${body}\n${dead}`;

interface BadInput {
  readonly files?: MemoryFiles;
  readonly options?: ClientOptions;
  /** What the page's file holds, where that is not what is open. */
  readonly bytes?: Uint8Array;
  /** What is open of the page. */
  readonly text?: string;
  readonly uri?: string;
  /** What happens while it is open. */
  readonly meanwhile?: (client: TestClient) => Promise<unknown>;
  /** What the page must be said to have, beside other findings. */
  readonly codes?: readonly string[];
}

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48]);
const bomb = Array.from(
  { length: 30 },
  (_, i) => `k${i}: &a${i} [${`*a${i - 1}, `.repeat(i ? 10 : 0)}x]`,
).join("\n");

const inputs: Readonly<Record<string, () => BadInput>> = {
  "frontmatter without an end": () => ({
    text: `---\ntitle: Page\n\n# Head\n\n${dead}`,
    codes: ["frontmatter-unterminated"],
  }),
  "broken frontmatter": () => ({
    text: `---\ntitle: "Page\nsidebar: [\n---\n${dead}`,
    codes: ["frontmatter-syntax", "link-missing-page"],
  }),
  "frontmatter that is a list": () => ({
    text: `---\n- a\n- b\n---\n${dead}`,
    codes: ["link-missing-page"],
  }),
  "frontmatter that is a string": () => ({
    text: `---\njust words\n---\n${dead}`,
    codes: ["link-missing-page"],
  }),
  "tabs in YAML": () => ({
    text: `---\nseo:\n\tmetaTitle: A\n---\n${dead}`,
    codes: ["frontmatter-syntax", "link-missing-page"],
  }),
  "YAML aliases that grow without end": () => ({
    text: `---\n${bomb}\n---\n${dead}`,
    codes: ["link-missing-page"],
  }),
  "a byte order mark": () => ({ text: `\uFEFF${text("")}`, codes: ["link-missing-page"] }),
  "CRLF line ends": () => ({ text: text("# Head").replaceAll("\n", "\r\n"), codes: ["link-missing-page"] }),
  "mixed line ends": () => ({ text: text("a\r\nb\rc\r\r\nd"), codes: ["link-missing-page"] }),
  "invalid UTF-8": () => ({
    bytes: new Uint8Array([...new TextEncoder().encode(text("caf")), 0xe9, 0xff, 0x0a]),
    text: text("caf\uFFFD\uFFFD"),
    codes: ["link-missing-page"],
  }),
  "a picture named .md": () => ({ bytes: png, text: new TextDecoder().decode(png) }),
  "an empty file": () => ({ text: "" }),
  "a page of 20 MB": () => ({
    text: text(`${"Words about how we work together. ".repeat(60)}\n\n`.repeat(10_000)),
    codes: ["link-missing-page"],
  }),
  "a page with one line of 5 MB": () => ({
    text: text("word ".repeat(1_000_000)),
    codes: ["link-missing-page"],
  }),
  "a line of 5 MB with 400,000 dead links": () => ({
    text: text("[a](/gone) ".repeat(400_000)),
    codes: ["link-missing-page"],
  }),
  "10,000 nested >": () => ({ text: text(`${">".repeat(10_000)} a\n`), codes: ["link-missing-page"] }),
  "10,000 nested [": () => ({ text: text(`${"[".repeat(10_000)} a\n`), codes: ["link-missing-page"] }),
  "10,000 nested lists": () => ({ text: text(`${"- ".repeat(10_000)} a\n`), codes: ["link-missing-page"] }),
  "folders that are linked in a circle": () => {
    const disk = mkdtempSync(join(tmpdir(), "handbook-"));
    undo.push(() => rmSync(disk, { recursive: true, force: true }));
    const root = pathToFileURL(disk).href;
    const own = join(disk, "contents/handbook");
    mkdirSync(own, { recursive: true });
    writeFileSync(join(disk, "gatsby-config.js"), "module.exports = {}");
    writeFileSync(join(own, "page.md"), text(""));
    symlinkSync(disk, join(own, "up"));
    symlinkSync(own, join(own, "self"));
    const uri = `${root}/contents/handbook/page.md`;
    return {
      files: new DiskFiles(),
      options: { folders: [root] },
      uri,
      text: text(""),
      codes: ["link-missing-page"],
    };
  },
  "folders that can't be read": () => {
    const files = new MemoryFiles();
    files.locked.add(`${folder}/contents/handbook/private`);
    files.put(`${folder}/contents/handbook/private/x.md`, "x");
    return { files, text: text(""), codes: ["link-missing-page"] };
  },
  "a file outside of any folder": () => ({
    uri: "file:///elsewhere/page.md",
    text: "[dead](gone.md)\n",
    codes: ["link-missing-page"],
  }),
  "no folder at all": () => ({
    options: { folders: [] },
    uri: "file:///elsewhere/page.md",
    text: "[dead](gone.md)\n",
    codes: ["link-missing-page"],
  }),
  "a page that was never saved": () => ({
    uri: "untitled:Untitled-1",
    text: "[here](#nowhere)\n",
    codes: ["link-missing-anchor"],
  }),
  "two folders with the same page": () => ({
    files: new MemoryFiles().add("file:///two", small),
    options: { folders: [folder, "file:///two"] },
    text: text(""),
    codes: ["link-missing-page"],
    meanwhile: (client) => client.open("file:///two/contents/handbook/page.md", text("")),
  }),
  ...Object.fromEntries(
    ["with space", "hash#tag", "100%", "what?", "party🎉", "größe", "日本語", "a%20b"].map((name) => [
      `a file named ${name}.md`,
      () => ({
        uri: `${folder}/contents/handbook/${encodeURIComponent(name)}.md`,
        text: text(""),
        codes: ["link-missing-page"],
      }),
    ]),
  ),
  "a branch switch that changes 3,000 files at once": () => ({
    text: text(""),
    codes: ["link-missing-page"],
    meanwhile: (client) => {
      const uris = Array.from({ length: 3000 }, (_, i) => `${folder}/contents/handbook/many/p${i}.md`);
      for (const uri of uris) client.files.put(uri, text(""));
      return client.watched(uris.map((uri) => ({ uri, type: 1 })));
    },
  }),
  "a folder that is renamed while a page of it is open": () => ({
    text: text(""),
    codes: ["link-missing-page"],
    meanwhile: (client) => {
      for (const [uri, bytes] of [...client.files.bytes]) {
        if (!uri.startsWith(`${folder}/contents/handbook/`)) continue;
        client.files.bytes.delete(uri);
        client.files.put(uri.replace("/handbook/", "/book/"), bytes);
      }
      return client.watched([
        { uri: `${folder}/contents/book`, type: 1 },
        { uri: `${folder}/contents/handbook`, type: 3 },
      ]);
    },
  }),
  "a folder that is deleted while a page of it is open": () => ({
    text: text(""),
    meanwhile: (client) => {
      for (const uri of [...client.files.bytes.keys()]) client.files.bytes.delete(uri);
      return client.watched([{ uri: folder, type: 3 }]);
    },
  }),
  "the same page open twice": () => ({
    text: text(""),
    codes: ["link-missing-page"],
    meanwhile: (client) => client.open(page.replace("file:///handbook", "file:///h%61ndbook"), text("")),
  }),
};

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of undo.splice(0)) await one();
});

test.each(Object.keys(inputs))(
  "%s: every request is answered, and the next one within a second",
  async (name) => {
    const {
      files = new MemoryFiles(),
      options = {},
      uri = page,
      meanwhile,
      codes = [],
      ...given
    } = inputs[name]?.() ?? {};
    const source = given.text ?? "";
    if (!(files instanceof DiskFiles)) files.put(uri, given.bytes ?? source);
    const client = await start(small, { files, ...options });
    undo.push(() => client.dispose());
    await client.open(a, text(""));
    await client.open(uri, source);
    await meanwhile?.(client);
    expect(await askEverything(client, uri, source)).toEqual(expect.arrayContaining([...codes]));
    await answersSoon(client);
    // The prose checks come after a pause, and file events when they have been read.
    await new Promise((resolve) => setTimeout(resolve, 150));
    await answersSoon(client);
    expect(await client.codes(a)).toBeDefined();
  },
  60_000,
);

/** Fails when a request is answered with an error; answers the codes of what is found. */
async function askEverything(client: TestClient, uri: string, source: string): Promise<readonly unknown[]> {
  const textDocument = { uri };
  const before = source.slice(0, source.lastIndexOf("](") + 2).split(/\r\n|\n|\r/);
  const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
  const range = { start: { line: 0, character: 0 }, end: position };
  const context = { diagnostics: [] };
  const found = await client.codes(uri);
  type List = { items: readonly unknown[] } | null;
  const list = await client.request<List>("textDocument/completion", { textDocument, position });
  for (const item of list?.items.slice(0, 1) ?? []) await client.request("completionItem/resolve", item);
  for (const [method, params] of [
    ["hover", { textDocument, position }],
    ["definition", { textDocument, position }],
    ["documentLink", { textDocument }],
    ["codeAction", { textDocument, range, context }],
    ["codeAction", { textDocument, range, context: { ...context, only: ["source.fixAll"] } }],
    ["documentSymbol", { textDocument }],
    ["foldingRange", { textDocument }],
    ["selectionRange", { textDocument, positions: [position] }],
  ] as const)
    await client.request(`textDocument/${method}`, params);
  await client.request("handbook/preview", { uri });
  await client.request("handbook/openTarget", { uri, href: "/handbook/nowhere" });
  return found;
}

async function answersSoon(client: TestClient): Promise<void> {
  const since = performance.now();
  await client.request("textDocument/documentLink", { textDocument: { uri: a } });
  expect(performance.now() - since).toBeLessThan(1000);
}

/** The real disk, for what only a disk has. */
class DiskFiles extends MemoryFiles {
  override list = nodeFiles.list as never;
  override listFolder = nodeFiles.listFolder as never;
  override look = nodeFiles.look as never;
  override read = nodeFiles.read as never;
}
