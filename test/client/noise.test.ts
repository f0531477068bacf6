import { expect, test } from "vitest";
import { nameOf } from "../../client/src/nameOf.ts";
import { isNoise } from "../../client/src/noise.ts";

test("what version control and package managers write is noise", () => {
  expect(isNoise("file:///h/.git/index.lock", ["file:///h"])).toBe(true);
  expect(isNoise("file:///h/node_modules/a/readme.md", ["file:///h"])).toBe(true);
});

test("pages and configuration are not, whatever their names hold", () => {
  expect(isNoise("file:///h/contents/node_modules.md", ["file:///h"])).toBe(false);
  expect(isNoise("file:///h/.github/README.md", ["file:///h"])).toBe(false);
  expect(isNoise("file:///h/.gitignore", ["file:///h"])).toBe(false);
  expect(isNoise("file:///h/.vitepress/config.ts", ["file:///h"])).toBe(false);
});

test("a workspace that lies below such a folder is heard of, and so is one within another", () => {
  const folders = ["file:///home/a/.cache/book", "file:///home/a/.cache/book/node_modules/b"];
  expect(isNoise("file:///home/a/.cache/book/x.md", folders)).toBe(false);
  expect(isNoise("file:///home/a/.cache/book/node_modules/b/x.md", folders)).toBe(false);
  expect(isNoise("file:///home/a/.cache/book/node_modules/c/x.md", folders)).toBe(true);
});

test("a name may hold a percent sign", () => {
  expect(nameOf("/handbook/100%ff.md")).toBe("100%ff.md");
});
