// The preview over the protocol. What it draws is tested in test/preview.

import { expect, test } from "vitest";
import type { OpenTargetResult, PreviewResult } from "../../server/src/protocol.ts";
import { folder, MemoryFiles, small, startInTest as start, type TestClient } from "./support.ts";

const a = `${folder}/contents/handbook/a.md`;
const preview = (client: TestClient, uri: string) =>
  client.request<PreviewResult | null>("handbook/preview", { uri });
const target = (client: TestClient, uri: string, href: string) =>
  client.request<OpenTargetResult | null>("handbook/openTarget", { uri, href });

test("a page stays in the preview after its editor is closed, and its links still lead somewhere", async () => {
  const client = await start(small);
  await client.open(a, "---\ntitle: A\n---\nUnsaved.\n");
  expect(await preview(client, a)).toMatchObject({ version: 1, html: expect.stringContaining("Unsaved.") });
  await client.close(a);
  const closed = await preview(client, a);
  expect(closed).toMatchObject({ title: "A", route: "/handbook/a", html: expect.stringContaining("See ") });
  expect(closed?.version).toBeUndefined();
  expect(await target(client, a, "/handbook/b#here")).toMatchObject({
    kind: "page",
    uri: `${folder}/contents/handbook/b.md`,
    fragment: "here",
  });
});

test("the preview shows a file as it is now, though nobody has told of its change", async () => {
  const client = await start(small);
  client.files.put(a, "---\ntitle: Changed\n---\n`code` and *words*\n");
  expect(await preview(client, a)).toMatchObject({
    title: "Changed",
    html: expect.stringMatching(/<code>code<\/code> and <em[^>]*>words/),
  });
});

test("a page of a code repository, and one of no folder, are shown without being open", async () => {
  const files = new MemoryFiles();
  files.put("file:///elsewhere/note.md", "# Note\n\n[there](there.md)\n");
  files.put("file:///elsewhere/there.md", "# There\n");
  files.put("file:///elsewhere/picture.png", "x");
  const client = await start("//- README.md\n# Pump\n", { files });
  expect(await preview(client, `${folder}/README.md`)).toMatchObject({ title: "Pump" });
  expect(await preview(client, "file:///elsewhere/note.md")).toMatchObject({ title: "Note" });
  expect(await target(client, "file:///elsewhere/note.md", "there.md")).toMatchObject({ kind: "page" });
  expect(await preview(client, "file:///elsewhere/picture.png")).toBeNull();
  expect(await preview(client, "file:///elsewhere/gone.md")).toBeNull();
});
