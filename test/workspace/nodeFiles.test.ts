import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { nodeFiles } from "../../server/src/node/nodeFiles.ts";
import { readFileText } from "../../server/src/workspace/fileSystem.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "handbook-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string): void {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), "x");
}

async function list(): Promise<readonly string[]> {
  return [...(await nodeFiles.list(pathToFileURL(root).href)).files].sort();
}

test("links in a circle are not followed for ever", async () => {
  write("a/page.md");
  write("b/other.md");
  symlinkSync(root, join(root, "a/up"));
  symlinkSync(join(root, "b"), join(root, "a/b"));
  symlinkSync(join(root, "a"), join(root, "b/a"));
  const files = await list();
  expect(files).toContain("a/page.md");
  expect(files).toContain("a/b/other.md");
  expect(files.length).toBeLessThan(10);
});

test("tools' folders and built output are left out, a chapter named build is not", async () => {
  for (const path of ["node_modules/x/README.md", ".git/HEAD", "public/index.html", "public/a/index.html"])
    write(path);
  for (const path of ["content/build/page.md", "static/a b#c%.png", "static/ü😀.md"]) write(path);
  expect(await list()).toEqual(["content/build/page.md", "static/a b#c%.png", "static/ü😀.md"]);
});

test("a folder that is not there is a problem and not the end", async () => {
  const listing = await nodeFiles.list(pathToFileURL(join(root, "gone")).href);
  expect(listing.files).toEqual([]);
  expect(listing.problems).toHaveLength(1);
});

test("what lies outside of the folder is not followed, the whole disk least of all", async () => {
  write("a/page.md");
  symlinkSync("/", join(root, "a/disk"));
  symlinkSync(tmpdir(), join(root, "a/tmp"));
  expect(await list()).toEqual(["a/page.md"]);
});

test("a folder is known under each link to it", async () => {
  write("shared/page.md");
  mkdirSync(join(root, "en"));
  mkdirSync(join(root, "de"));
  symlinkSync(join(root, "shared"), join(root, "en/shared"));
  symlinkSync(join(root, "shared"), join(root, "de/shared"));
  expect(await list()).toEqual(["de/shared/page.md", "en/shared/page.md", "shared/page.md"]);
});

test("folders that link to one another come to an end", async () => {
  for (const name of ["a", "b", "c", "d", "e", "f"]) write(`${name}/page.md`);
  for (const from of "abcdef")
    for (const to of "abcdef") symlinkSync(join(root, to), join(root, from, `to-${to}`));
  expect((await list()).length).toBeLessThan(3000);
});

test("a folder of built output is named as left out", async () => {
  write("public/index.html");
  expect((await nodeFiles.list(pathToFileURL(root).href)).ignored).toEqual(["public"]);
});

test("links that lead nowhere or out of the folder are known as such, with the reason", async () => {
  write("a/page.md");
  symlinkSync(join(root, "gone.md"), join(root, "a/dangling.md"));
  symlinkSync(tmpdir(), join(root, "a/out"));
  const { files, unreadable, problems } = await nodeFiles.list(pathToFileURL(root).href);
  expect(files).toEqual(["a/page.md"]);
  expect(Object.fromEntries(unreadable ?? [])).toEqual({
    "a/dangling.md": "it is a link that leads nowhere",
    "a/out": "it is a link that leads out of the folder, and is not followed",
  });
  expect(problems).toHaveLength(2);
});

test("why a file can't be read is said in an author's words", async () => {
  const uri = (name: string) => pathToFileURL(join(root, name)).href;
  write("page.md");
  mkdirSync(join(root, "folder.md"));
  writeFileSync(join(root, "utf16.md"), Buffer.from("\ufeffText", "utf16le"));
  writeFileSync(join(root, "latin.md"), Buffer.from("caf\u00e9", "latin1"));
  const read = async (name: string) => (await readFileText(nodeFiles, uri(name))).problem;
  expect(await read("page.md")).toBeUndefined();
  expect(await read("gone.md")).toBeUndefined();
  expect(await read("utf16.md")).toBe("it is no text in UTF-8");
  expect(await read("latin.md")).toBe("it is not in UTF-8, some of its letters are lost");
  expect(await nodeFiles.fault?.(uri("page.md"))).toBeUndefined();
  const locked = { ...nodeFiles, read: async () => undefined, fault: async () => "permission denied" };
  expect(await readFileText(locked, uri("page.md"))).toEqual({
    text: undefined,
    problem: "permission denied",
  });
});
