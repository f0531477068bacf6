import { expect, test } from "vitest";
import type { Connection } from "vscode-languageserver";
import { clientFiles } from "../../server/src/lsp/clientFiles.ts";

test("files that come by way of the client are left out as those of a disk are", async () => {
  const asked: unknown[] = [];
  const all = ["a.md", "public/index.html", "public/x/page.html", "content/build/page.md"];
  const sendRequest = (_method: string, params: unknown) => {
    asked.push(params);
    return Promise.resolve(all);
  };
  const files = clientFiles({ sendRequest } as unknown as Connection);
  expect(await files.list("vscode-vfs://github/h")).toEqual({
    files: ["a.md", "content/build/page.md"],
    problems: [],
    ignored: ["public"],
  });
  expect(asked).toMatchObject([
    { root: "vscode-vfs://github/h", without: expect.arrayContaining([".venv", ".yarn"]) },
  ]);
});
