import { expect, test } from "vitest";
import {
  type ClientOptions,
  endWithTest,
  folder,
  MemoryFiles,
  small,
  startInTest as start,
  TestClient,
} from "./support.ts";

const a = `${folder}/contents/handbook/a.md`;

test("a request before initialize is refused, and so is one after shutdown", async () => {
  const client = new TestClient({});
  await expect(client.pull(a)).rejects.toMatchObject({ code: -32002 });
  await client.initialize({});
  await client.request("shutdown", undefined);
  await expect(client.pull(a)).rejects.toMatchObject({ code: -32600 });
  client.connection.dispose();
});

test("an editor that pulls is offered pulling, without the whole workspace; another is not", async () => {
  const pulling = new TestClient({});
  const pushed = new TestClient({});
  endWithTest(pulling, pushed);
  const { capabilities } = await pulling.initialize({});
  expect(capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: false,
  });
  expect((await pushed.initialize({ pulls: false })).capabilities.diagnosticProvider).toBeUndefined();
});

test("what the editor has already is left to it, and offered for MDX alone", async () => {
  const client = new TestClient({});
  endWithTest(client);
  const { capabilities } = await client.initialize({ initialization: { leaveToEditor: ["documentSymbol"] } });
  expect(capabilities.documentSymbolProvider).toBe(false);
  expect(capabilities.foldingRangeProvider).toBe(true);
});

test("an editor that is known by its name has left to it what its own Markdown extension gives, unless it says otherwise", async () => {
  const capabilitiesFor = async (options: ClientOptions) => {
    const client = new TestClient({});
    endWithTest(client);
    return (await client.initialize(options)).capabilities;
  };
  const vsCode = await capabilitiesFor({ clientName: "Visual Studio Code - Insiders" });
  expect(vsCode).toMatchObject({ documentSymbolProvider: false, foldingRangeProvider: false });
  const asked = await capabilitiesFor({
    clientName: "Visual Studio Code",
    initialization: { leaveToEditor: [] },
  });
  expect(asked).toMatchObject({ documentSymbolProvider: true, foldingRangeProvider: true });
  expect(await capabilitiesFor({ clientName: "Neovim" })).toMatchObject({ documentSymbolProvider: true });
});

test("a notification whose handler throws is told in the log with its page and trace, and the server goes on", async () => {
  const client = await start(small);
  const { workspace } = client.server.session;
  const open = workspace.open.bind(workspace);
  workspace.open = () => {
    throw new Error("broken on purpose");
  };
  await client.open(a, "---\ntitle: A\n---\n");
  const { watch } = workspace;
  workspace.watch = () => {
    throw new Error("broken too");
  };
  await client.watched([{ uri: a, type: 2 }]);
  await client.settled();
  expect(client.logged.join("\n")).toMatch(/textDocument\/didOpen .*a\.md: Error: broken on purpose\n\s+at /);
  expect(client.logged.join("\n")).toMatch(/workspace\/didChangeWatchedFiles .*Error: broken too\n\s+at /);
  workspace.open = open;
  workspace.watch = watch;
  await client.open(a, "---\ntitle: A\n---\n[c](/handbook/c)\n");
  expect(await client.codes(a)).toEqual(["link-missing-page"]);
});

test("a folder is taken for a handbook, or not, as handbook.enable says, at the start and when it changes", async () => {
  const settings: Record<string, unknown> = { enable: "off" };
  const client = await start(small, { settings: () => settings });
  const models = () => client.server.session.workspace.sites.map(({ model }) => model.id);
  const becomes = async (enable: string, expected: readonly string[]) => {
    settings["enable"] = enable;
    await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    while (String(models()) !== String(expected)) await new Promise((resolve) => setTimeout(resolve, 5));
    await client.settled();
  };
  expect(models()).toEqual([]);
  expect(client.pushed(a)).toBeUndefined();
  await becomes("auto", ["posthog"]);
  expect(client.pushed(a)).toEqual(["link-missing-page"]);
  await becomes("off", []);
  await client.until(() => client.pushed(a)?.length === 0);
  const bare = await start("//- notes/a.md\n[gone](gone.md)\n", { settings: () => ({ enable: "on" }) });
  expect(bare.pushed(`${folder}/notes/a.md`)).toEqual(["link-missing-page"]);
});

test("the site model is the one that handbook.site.model names, at the start and when it changes", async () => {
  const settings: Record<string, unknown> = { site: { model: "plain" } };
  const client = await start(small, { settings: () => settings });
  const site = () => client.server.session.workspace.sites[0];
  const route = () =>
    [...(site()?.site.pages.values() ?? [])].find(({ path }) => path.endsWith("a.md"))?.route;
  expect([site()?.model.id, route()]).toEqual(["plain", "/contents/handbook/a"]);
  settings["site"] = { model: "auto" };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  while (site()?.model.id !== "posthog") await new Promise((resolve) => setTimeout(resolve, 5));
  expect(route()).toBe("/handbook/a");
});

test("a handler that throws is answered with an error and a trace in the log, and the next request is answered", async () => {
  const client = await start(small);
  await client.open(a, "---\ntitle: A\n---\n[c](/handbook/c)\n");
  const { workspace } = client.server.session;
  const ready = workspace.ready.bind(workspace);
  workspace.ready = () => Promise.reject(new Error("broken on purpose"));
  await expect(client.pull(a)).rejects.toMatchObject({ code: -32603 });
  expect(client.logged.join("\n")).toMatch(
    /textDocument\/diagnostic .*a\.md: Error: broken on purpose\n\s+at /,
  );
  workspace.ready = ready;
  expect(await client.codes(a)).toContain("link-missing-page");
});

test("a cancelled request is answered as cancelled, never with an empty list", async () => {
  const files = new MemoryFiles().add(folder, small);
  let open = () => {};
  files.gate = new Promise((resolve) => {
    open = resolve;
  });
  const client = new TestClient({ files });
  endWithTest(client);
  await client.initialize({ folders: [folder] });
  await client.open(a, "[b](/handbook/b)");
  const answered = client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri: a } });
  await client.connection.sendNotification("$/cancelRequest", { id: 1 });
  open();
  await expect(answered).rejects.toMatchObject({ code: -32800 });
});

test("settings are asked for per folder, and hold without a restart when they change", async () => {
  const settings: Record<string, unknown> = {};
  const client = await start(small, { settings: (scope) => (scope === folder ? settings : undefined) });
  await client.open(a, "---\ntitle: A\n---\n[c](/handbook/c)\n");
  expect(await client.codes(a)).toEqual(["link-missing-page"]);
  settings["diagnostics"] = { "link-missing-page": "off" };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.until(() => client.refreshes > 0);
  expect(await client.codes(a)).toEqual([]);
});

test("settings that a client sends of itself are taken where it can't be asked", async () => {
  const client = await start(small, {
    initialization: { handbook: { diagnostics: { "link-missing-page": "off" } } },
  });
  expect(client.pushed(a)).toBeUndefined();
  const handbook = { diagnostics: { "link-missing-page": "hint" } };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: { handbook } });
  await client.until(() => client.pushed(a)?.length === 1);
  expect(client.pushes.at(-1)?.diagnostics[0]?.severity).toBe(4);
});

test("the first reading shows its progress with counts, and can be stopped without false alarms", async () => {
  const files = new MemoryFiles().add(folder, small);
  for (let i = 0; i < 200; i++)
    files.put(`${folder}/contents/handbook/p${i}.md`, "---\ntitle: P\n---\n[c](/handbook/c)\n");
  let open = () => {};
  files.gate = new Promise((resolve) => {
    open = resolve;
  });
  const client = new TestClient({ files });
  endWithTest(client);
  await client.initialize({ folders: [folder] });
  await client.until(() => client.progress.some(({ kind }) => kind === "begin"));
  expect(client.progress[0]?.message).toMatch(/202 pages/);
  const created = client.server.session.workspace.folders[0];
  await client.connection.sendNotification("window/workDoneProgress/cancel", { token: client.tokens[0] });
  await client.request("handbook/preview", { uri: "file:///nothing" });
  open();
  await created?.settled;
  await client.open(a, "---\ntitle: A\n---\n[p](/handbook/p199)\n[up](#nowhere)\n");
  expect(await client.codes(a)).toEqual(["link-missing-anchor"]);
});

test("a reading that was stopped is not begun again by a save, but by new settings", async () => {
  const files = new MemoryFiles().add(folder, small);
  for (let i = 0; i < 200; i++) files.put(`${folder}/contents/handbook/p${i}.md`, "---\ntitle: P\n---\n");
  let open = () => {};
  files.gate = new Promise((resolve) => {
    open = resolve;
  });
  const settings: Record<string, unknown> = {};
  const client = new TestClient({ files, settings: () => settings });
  endWithTest(client);
  await client.initialize({ folders: [folder], settings: () => settings });
  await client.until(() => client.progress.some(({ kind }) => kind === "begin"));
  await client.connection.sendNotification("window/workDoneProgress/cancel", { token: client.tokens[0] });
  await client.request("handbook/preview", { uri: "file:///nothing" });
  open();
  await client.settled();
  await client.watched([{ uri: a, type: 2 }]);
  await new Promise((resolve) => setTimeout(resolve, 30));
  await client.settled();
  expect(client.tokens).toHaveLength(1);
  settings["site"] = { hosts: ["example.com"] };
  await client.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
  await client.until(() => client.pushed(a)?.length === 1);
});

test("a reading that fails is told in the log, ends its progress, and loses none of the next file events", async () => {
  const files = new MemoryFiles().add(folder, small);
  const broken = `${folder}/contents/handbook/broken.md`;
  files.put(broken, "---\ntitle: Broken\n---\n");
  const read = files.read.bind(files);
  files.read = (uri) => (uri === broken ? Promise.reject(new Error("broken on purpose")) : read(uri));
  const client = new TestClient({ files });
  endWithTest(client);
  await client.initialize({ folders: [folder] });
  await client.settled();
  expect(client.logged.join("\n")).toContain("broken on purpose");
  expect(client.server.session.workspace.folders[0]?.indexed).toBe(true);
  files.read = read;
  await client.watched([{ uri: broken, type: 2 }]);
  await client.until(() => client.pushed(a)?.length === 1);
});

test("an editor that knows no links between ranges and no trees of symbols gets locations and a list", async () => {
  const client = await start(small);
  await client.open(a, "---\ntitle: A\n---\n# One\n\n## Two\n\n[b](/handbook/b#here)\n");
  const textDocument = { uri: a };
  expect(
    await client.request("textDocument/definition", { textDocument, position: { line: 7, character: 2 } }),
  ).toMatchObject([{ uri: `${folder}/contents/handbook/b.md`, range: { start: { line: 3 } } }]);
  expect(await client.request("textDocument/documentSymbol", { textDocument })).toMatchObject([
    { name: "A", location: { uri: a } },
    { name: "One", location: { uri: a, range: { start: { line: 3 } } }, containerName: "A" },
    { name: "Two", containerName: "One" },
  ]);
});
