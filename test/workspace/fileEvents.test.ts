import { expect, test } from "vitest";
import type { FilePath } from "../../server/src/site/site.ts";
import { type FileEvent, filesAfter } from "../../server/src/workspace/fileEvents.ts";
import { MemoryFiles } from "../lsp/support.ts";

/** The files of a folder after events (`+` written, `-` deleted), when `disk` is what is there by then. */
async function after(
  before: readonly string[],
  disk: readonly string[],
  events: string,
  ignored: readonly string[] = [],
) {
  const files = new MemoryFiles();
  for (const path of disk) files.put(`file:///h/${path}`, "x");
  const change = await filesAfter(
    { files: new Set(before) as ReadonlySet<string> as ReadonlySet<FilePath>, ignored: new Set(ignored) },
    events.split(" ").map(
      (event): FileEvent => ({
        path: event.slice(1) as FilePath,
        kind: event[0] === "+" ? "written" : "deleted",
      }),
    ),
    { files, uri: (path) => `file:///h/${path}`, pathBelow: (at, name) => `${at}/${name}` as FilePath },
  );
  return { files: [...change.files].sort(), ignored: [...change.ignored] };
}

test("of a folder that was deleted and written in one go, what is not in it any more is gone", async () => {
  const { files } = await after(
    ["docs/a.md", "docs/b.md", "x.md"],
    ["docs/a.md", "docs/c.md", "x.md"],
    "-docs +docs",
  );
  expect(files).toEqual(["docs/a.md", "docs/c.md", "x.md"]);
});

test("output that was left out at the beginning does not come in file by file", async () => {
  const { files } = await after(["a.md"], ["a.md", "public/new/index.html"], "+public/new/index.html", [
    "public",
  ]);
  expect(files).toEqual(["a.md"]);
});

test("output that is built for the first time is left out, told as a folder or as files", async () => {
  const built = ["public/index.html", "public/p/index.html"];
  for (const events of ["+public", "+public/index.html +public/p/index.html"]) {
    expect(await after(["a.md"], ["a.md", ...built], events)).toEqual({
      files: ["a.md"],
      ignored: ["public"],
    });
  }
});

test("a folder with an output's name that has pages or was known before stays", async () => {
  const { files } = await after(
    ["public/a.png"],
    ["public/a.png", "public/index.html"],
    "+public/index.html",
  );
  expect(files).toEqual(["public/a.png", "public/index.html"]);
  expect((await after([], ["build/index.html", "build/a.md"], "+build")).files).toEqual([
    "build/a.md",
    "build/index.html",
  ]);
});
