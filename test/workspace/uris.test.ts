import { expect, test } from "vitest";
import { decodeText } from "../../server/src/workspace/fileSystem.ts";
import { canonicalUri, parentUri, pathBelow, uriBelow } from "../../server/src/workspace/uris.ts";

test("the spellings of one file are one key", () => {
  expect(canonicalUri("file:///C:/a%20b/")).toBe(canonicalUri("file:///c%3A/a b"));
  expect(canonicalUri("file:///u\u0308.md")).toBe(canonicalUri("file:///%C3%BC.md"));
});

test("a name with spaces, #, %, ? and emoji comes back as it went", () => {
  for (const path of ["a b.md", "a#b.md", "100%.md", "why?.md", "😀/ü.md"]) {
    const uri = uriBelow("file:///book", path);
    expect(pathBelow("file:///book", uri)).toBe(path);
    expect(canonicalUri(uri)).toBe(uri);
  }
});

test("a folder's name is no prefix of another's", () => {
  expect(pathBelow("file:///book", "file:///bookshelf/a.md")).toBeUndefined();
  expect(pathBelow("file:///book", "file:///book")).toBe("");
  expect(parentUri("file:///book/a.md")).toBe("file:///book");
});

test("text is what an editor shows: no byte order mark, and nothing where bytes are no text", () => {
  expect(decodeText(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))).toBe("a");
  expect(decodeText(new Uint8Array([0x61, 0xff]))).toBe("a\ufffd");
  expect(decodeText(new Uint8Array([0x61, 0x00]))).toBeUndefined();
});
