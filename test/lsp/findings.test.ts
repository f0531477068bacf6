import { expect, test } from "vitest";
import { folder, MemoryFiles, small, startInTest as start, type TestClient } from "./support.ts";

const a = `${folder}/contents/handbook/a.md`;
const b = `${folder}/contents/handbook/b.md`;
const pageA = "---\ntitle: A\n---\nSee [b](/handbook/b) and [c](/handbook/c).\n";

test("each finding is shown once: pushed while the page is closed, emptied when it opens, given again when it closes", async () => {
  const client = await start(small);
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  await client.open(a, pageA);
  await client.until(() => client.pushed(a)?.length === 0);
  expect(await client.codes(a)).toEqual(["link-missing-page"]);
  await client.close(a);
  await client.until(() => client.pushed(a)?.length === 1);
  expect(client.pushed(b)).toBeUndefined();
});

test("an edit rescans its page alone, and pushes nothing for pages of which nothing else is to be said", async () => {
  const client = await start(`${small}
//- contents/handbook/d.md
---
title: D
---
[x](/handbook/x)
`);
  await client.open(b, "---\ntitle: B\n---\n## Here\n");
  await client.pull(b);
  await client.settled();
  const { workspace } = client.server.session;
  const before = {
    scans: workspace.scans,
    reads: client.files.reads,
    pushes: client.pushes.length,
    checks: checks(client),
  };
  await client.change(b, 2, "words ", [4, 0, 0]);
  await client.pull(b);
  await client.settled();
  expect(workspace.scans).toBe(before.scans + 1);
  expect(client.files.reads).toBe(before.reads);
  expect(client.pushes.length).toBe(before.pushes);
  expect(checks(client)).toBe(before.checks + 1);
});

test("a heading that goes on one page is told on the open and the closed pages that link to it", async () => {
  const client = await start(`${small}
//- contents/handbook/d.md
---
title: D
---
[x](/handbook/b#here)
`);
  await client.open(a, "---\ntitle: A\n---\n[b](/handbook/b#here)\n");
  expect(await client.codes(a)).toEqual([]);
  await client.open(b, "---\ntitle: B\n---\n## Here\n");
  await client.change(b, 2, "There", [3, 3, 7]);
  await client.until(
    () => client.refreshes > 0 && client.pushed(`${folder}/contents/handbook/d.md`)?.length === 1,
  );
  expect(await client.codes(a)).toEqual(["link-missing-anchor"]);
});

test("a key that enough pages share is a slip on none of them, as soon as the last one has it", async () => {
  const page = (name: string) => `//- contents/handbook/${name}.md\n---\ntitle: ${name}\nsidebr: x\n---\n`;
  const client = await start(`${small}\n${page("d")}${page("e")}`);
  const d = `${folder}/contents/handbook/d.md`;
  expect(client.pushed(d)).toEqual(["frontmatter-unknown-key"]);
  await client.open(b, "---\ntitle: B\n---\n");
  await client.change(b, 2, "---\ntitle: B\nsidebr: x\n---\n");
  await client.until(() => client.pushed(d)?.length === 0);
});

test("the address that gives away the site's own host tells it to all pages", async () => {
  const own = "[b](https://book.org/handbook/b)";
  const client = await start(`${small}\n//- contents/handbook/d.md\n---\ntitle: D\n---\n${own}\n${own}\n`);
  const d = `${folder}/contents/handbook/d.md`;
  expect(client.pushed(d)).toBeUndefined();
  await client.open(b, "---\ntitle: B\n---\n");
  await client.change(b, 2, `---\ntitle: B\n---\n${own}\n`);
  await client.until(() => client.pushed(d)?.length === 2);
});

test("what has not changed is answered as unchanged", async () => {
  const client = await start(small);
  await client.open(a, pageA);
  const { resultId } = await client.pull(a);
  expect(await client.pull(a, resultId)).toMatchObject({ kind: "unchanged", resultId });
  await client.change(a, 2, "b", [3, 35, 36]);
  expect(await client.pull(a, resultId)).toMatchObject({ kind: "full", items: [] });
});

test("a finding at the place of typing waits for a pause; one that was fixed goes at once", async () => {
  const client = await start(small);
  await client.open(b, "---\ntitle: B\n---\n[c](/handbook/)\n");
  await client.pull(b);
  await client.change(b, 2, "zz", [3, 14, 14]);
  expect(await client.codes(b)).toEqual([]);
  await client.until(() => client.refreshes > 0);
  expect(await client.codes(b)).toEqual(["link-missing-page"]);
  await client.change(b, 3, "b", [3, 14, 16]);
  expect(await client.codes(b)).toEqual([]);
});

test("an editor that does not pull is pushed everything, open pages with their version", async () => {
  const client = await start(small, { pulls: false });
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  await client.open(b, "---\ntitle: B\n---\n[c](/handbook/zz)\n");
  await client.until(() => client.pushed(b)?.length === 1);
  expect(client.pushes.at(-1)).toMatchObject({ uri: b, version: 1 });
  await client.change(b, 2, "---\ntitle: B\n---\n");
  await client.until(() => client.pushed(b)?.length === 0);
});

test("an editor that does not pull keeps on an open page what the closed one showed", async () => {
  const client = await start(small, { pulls: false });
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  await client.open(a, pageA);
  await client.settled();
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  await client.close(a);
  await client.settled();
  await client.until(() => client.pushed(a)?.length === 1);
});

test("what was shown under one spelling of a URI moves to the one under which the page is opened", async () => {
  const files = new MemoryFiles().add("file:///c%3A/book", small);
  const client = await start("", { files, folders: ["file:///C:/book"], pulls: false });
  const opened = "file:///C:/book/contents/handbook/a.md";
  await client.open(opened, pageA);
  await client.until(() => client.pushed(opened)?.length === 1);
  await client.settled();
  expect(client.pushed("file:///c%3A/book/contents/handbook/a.md")).toEqual([]);
});

test("prose is linted after a pause, with remark-lint named as the source", async () => {
  const client = await start(small);
  await client.open(b, "---\ntitle: B\n---\n# One\n\n### Three\n");
  expect(await client.codes(b)).toEqual([]);
  await client.until(() => client.refreshes > 0);
  expect((await client.pull(b)).items).toMatchObject([{ source: "remark-lint", code: "heading-increment" }]);
});

test("prose is linted anew when settings say so, and when the handbook's own configuration of it changes", async () => {
  const settings: Record<string, unknown> = {};
  const client = await start(small, { settings: () => settings });
  await client.open(b, "---\ntitle: B\n---\n# One\n\n### Three\n");
  const becomes = async (expected: readonly string[]) => {
    while (String(await client.codes(b)) !== String(expected))
      await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await becomes(["heading-increment"]);
  const rules = `${folder}/.remarkrc.json`;
  client.files.put(rules, '{ "plugins": ["remark-lint-maximum-line-length"] }');
  await client.watched([{ uri: rules, type: 1 }]);
  await becomes([]);
  client.files.bytes.delete(rules);
  await client.watched([{ uri: rules, type: 3 }]);
  await becomes(["heading-increment"]);
  settings["lint"] = { enable: false };
  const { refreshes } = client;
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.until(() => client.refreshes > refreshes);
  await becomes([]);
});

test("what of a handbook's own lint configuration is left out is told in the log, once", async () => {
  const client = await start(small);
  const file = `${folder}/.remarkrc.json`;
  const told = () => client.logged.filter((line) => line.startsWith(`${file}: `));
  const lintAfter = async (uri: string, config: string) => {
    client.files.put(file, config);
    await client.watched([{ uri: file, type: 2 }]);
    const { refreshes } = client;
    await client.open(uri, "---\ntitle: B\n---\n# One!\n");
    await client.pull(uri);
    await client.until(() => client.refreshes > refreshes);
  };
  await lintAfter(a, '{ "plugins": ["remark-lint-no-heading-punctuation", "remark-evil"] }');
  expect(told()).toEqual([expect.stringContaining("The plugin remark-evil is not among those")]);
  await lintAfter(b, '{ "plugins": ["remark-lint-no-heading-punctuation", "remark-evil"] }');
  expect(told()).toHaveLength(1);
  await client.close(b);
  await lintAfter(b, '{ "plugins": ["remark-lint-no-heading-punctuation", "remark-other"] }');
  expect(told()).toHaveLength(2);
});

test("a code is explained at its own address", async () => {
  const client = await start(small);
  await client.open(a, pageA);
  const [finding] = (await client.pull(a)).items;
  expect(finding?.codeDescription?.href).toMatch(/docs\/diagnostics\/link-missing-page\.md$/);
});

test("a page that is open under two spellings of its URI is one page with one set of findings each", async () => {
  const files = new MemoryFiles().add("file:///c%3A/book", small);
  const client = await start("", { files, folders: ["file:///C:/book"] });
  const one = "file:///c%3A/book/contents/handbook/a.md";
  const two = "file:///C:/book/contents/handbook/a.md";
  expect(client.pushed(one)).toEqual(["link-missing-page"]);
  await client.open(one, pageA);
  await client.open(two, pageA);
  expect(await client.codes(one)).toEqual(["link-missing-page"]);
  expect(await client.codes(two)).toEqual(["link-missing-page"]);
  await client.close(one);
  await client.settled();
  expect(client.pushed(one)).toEqual([]);
  await client.close(two);
  await client.until(() => client.pushed(one)?.length === 1);
});

function checks(client: TestClient): number {
  return client.server.delivery.sweptSites.reduce((sum, one) => sum + one.checks, 0);
}

const redirects = (destination: string) =>
  `{ "redirects": [{ "source": "/old", "destination": "${destination}" }] }\n`;

test("a dead redirect is told in its own file, also while that is typed, and mended by a fix", async () => {
  const vercel = `${folder}/vercel.json`;
  const client = await start(small.replace("{}\n//- contents", `${redirects("/handbook/bb")}//- contents`));
  await client.until(() => client.pushed(vercel)?.join() === "redirect-dead");
  await client.open(vercel, redirects("/handbook/bb"), "json");
  expect(await client.codes(vercel)).toEqual([]);
  await client.settled();
  expect(client.pushed(vercel)).toEqual(["redirect-dead"]);
  const place = { line: 0, character: redirects("/handbook/bb").indexOf("/handbook") + 3 };
  const actions = (await client.request("textDocument/codeAction", {
    textDocument: { uri: vercel },
    range: { start: place, end: place },
    context: { diagnostics: [] },
  })) as { title: string }[];
  expect(actions.map(({ title }) => title)).toContain("Remove the redirect from /old");
  await client.change(vercel, 2, redirects("/handbook/b"));
  await client.until(() => client.pushed(vercel)?.length === 0);
});

test("a page that a redirect hides is told while the redirect is typed, before it is saved", async () => {
  const vercel = `${folder}/vercel.json`;
  const client = await start(small);
  await client.open(vercel, "{}", "json");
  await client.change(
    vercel,
    2,
    '{ "redirects": [{ "source": "/handbook/b", "destination": "/handbook/a" }] }',
  );
  await client.until(() => client.pushed(b)?.join() === "page-shadowed");
  await client.close(vercel);
  await client.until(() => client.pushed(b)?.length === 0);
});
