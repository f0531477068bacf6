// A handbook of so many pages that threads scan it, and the cache that outlives a run: whatever is kept, broken or
// changed behind our back, the answers are those of a run that knows nothing.

import { spawn, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";
import type { Diagnostic } from "vscode-languageserver";

const root = fileURLToPath(new URL("../../", import.meta.url));
const place = mkdtempSync(join(tmpdir(), "handbook-many-"));
const out = join(place, "out");
const handbook = join(place, "handbook");
const cache = join(place, "cache");
const count = 200;
const long = new Date("2024-01-01T00:00:00Z");

beforeAll(async () => {
  await build({
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    format: "esm",
    splitting: true,
    mainFields: ["module", "main"],
    define: { "process.env.HANDBOOK_VERSION": '"1.2.3"' },
    banner: {
      js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);',
    },
    entryPoints: {
      cli: "server/src/cli/main.ts",
      server: "server/src/node/main.ts",
      scanWorker: "server/src/node/scanWorker.ts",
    },
    outdir: out,
    outExtension: { ".js": ".mjs" },
  });
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

beforeEach(() => {
  for (const folder of [handbook, cache]) rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(handbook, "content/team"), { recursive: true });
  write("hugo.toml", 'baseURL = "https://handbook.example/"\n');
  for (let i = 0; i < count; i++) {
    const next = i % 50 === 7 ? "/team/gone/" : `/team/p${(i + 1) % count}/#how`;
    write(
      `content/team/p${i}.md`,
      `---\ntitle: "Page ${i}"\nweight: ${i}\n---\n## How\n\n[next](${next}) and ’\n`,
    );
  }
});

/** Files are given an old time: what changed a moment ago is never taken from the cache. */
function write(path: string, text: string, time = long): void {
  writeFileSync(join(handbook, path), text);
  utimesSync(join(handbook, path), time, time);
}

function check(kept: string, command = "check"): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(out, "cli.mjs"), command, handbook], {
    encoding: "utf8",
    env: { ...process.env, HANDBOOK_CACHE: kept },
  });
  return { status, stdout, stderr };
}

/** Files in the cache whose name ends so. */
function keptFiles(ending: string): readonly string[] {
  return readdirSync(cache, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(cache, name));
}

test("threads find what one thread finds", () => {
  const { status, stdout, stderr } = check("off");
  expect(stderr).toBe("");
  expect(status).toBe(1);
  expect(stdout).toContain("content/team/p7.md:7:8 error");
  expect(stdout).toContain(`${count} pages checked: 4 errors`);
});

test("the second run says the same, from what the first one kept", () => {
  for (const command of ["check", "pages", "links"]) {
    const without = check("off", command);
    expect(check(cache, command)).toEqual(without);
    expect(check(cache, command)).toEqual(without);
  }
  expect(keptFiles(".packs")).toHaveLength(1);
});

test("a page that has changed is read again, though it is as long as before", () => {
  check(cache, "links");
  write("content/team/p3.md", "---\ntitle: Changed\n---\n[next](/team/none/)\n", new Date("2024-02-02"));
  expect(check(cache)).toEqual(check("off"));
  const text = readFileSync(join(handbook, "content/team/p5.md"), "utf8").replace("/team/p6/", "/team/px/");
  write("content/team/p5.md", text, new Date("2024-02-02"));
  expect(check(cache)).toEqual(check("off"));
  expect(check(cache).stdout).toContain("content/team/p5.md:7:8 error");
});

test("a page that comes, goes or is renamed is known at once", () => {
  check(cache);
  write("content/team/gone.md", "---\ntitle: Gone\nweight: 1\n---\n");
  expect(check(cache).stdout).toContain(`${count + 1} pages checked: nothing is wrong`);
  rmSync(join(handbook, "content/team/p9.md"));
  expect(check(cache)).toEqual(check("off"));
});

test("files with a new time and the old content are not scanned again", () => {
  check(cache, "links");
  const before = keptFiles(".packs");
  const newer = new Date("2024-03-03");
  for (let i = 0; i < count; i++) utimesSync(join(handbook, `content/team/p${i}.md`), newer, newer);
  expect(check(cache, "links")).toEqual(check("off", "links"));
  expect(keptFiles(".packs")).toEqual(before);
});

test("a cache that is broken, cut off, foreign or no folder is not believed and does no harm", () => {
  const without = check("off", "links");
  const whole = (path: string) => readFileSync(path);
  const harms: readonly (readonly [string, (path: string) => void])[] = [
    [".packs", (path) => writeFileSync(path, whole(path).subarray(0, 1000))],
    [".packs", (path) => writeFileSync(path, Buffer.from(whole(path)).fill(7, 5000, 5004))],
    [".packs", (path) => rmSync(path)],
    ["pages.json", (path) => writeFileSync(path, whole(path).subarray(0, 1000))],
    ["pages.json", (path) => writeFileSync(path, "[]")],
    ["pages.json", (path) => writeFileSync(path, '{"version":"another"}')],
  ];
  check(cache, "links");
  for (const [ending, harm] of harms) {
    for (const path of keptFiles(ending)) harm(path);
    expect(check(cache, "links")).toEqual(without);
  }
  expect(check(cache, "links")).toEqual(without);
  expect(check("/proc/nope", "links")).toEqual(without);
  rmSync(cache, { recursive: true, force: true });
  writeFileSync(cache, "a file");
  expect(check(cache, "links")).toEqual(without);
  expect(check(cache)).toEqual(check("off"));
}, 60_000);

test("pages that can't be read are told each time, by threads as by one", () => {
  write("content/team/p4.md", "");
  writeFileSync(join(handbook, "content/team/p4.md"), Buffer.from("# Caf\u00e9\n", "utf16le"));
  writeFileSync(
    join(handbook, "content/team/p8.md"),
    Buffer.from("---\ntitle: Caf\u00e9\nweight: 1\n---\n## How\n", "latin1"),
  );
  for (const path of ["content/team/p4.md", "content/team/p8.md"])
    utimesSync(join(handbook, path), long, long);
  const first = check(cache);
  expect(first.stderr).toContain("content/team/p4.md: it is no text in UTF-8");
  expect(first.stderr).toContain("content/team/p8.md: it is not in UTF-8");
  expect(first.stdout).not.toContain("/team/p4/");
  expect(check(cache)).toEqual(first);
});

test("what a check said is not believed when it is broken, or a page has changed since", () => {
  const without = check("off");
  check(cache);
  for (const path of keptFiles(".json").filter((name) => name.includes("check-")))
    writeFileSync(path, readFileSync(path, "utf8").slice(0, -5));
  expect(check(cache)).toEqual(without);
});

test("two runs at once do not break each other's cache", async () => {
  const without = check("off", "links").stdout;
  const runs = Array.from(
    { length: 3 },
    () =>
      new Promise<string>((resolve) => {
        const env = { ...process.env, HANDBOOK_CACHE: cache };
        const child = spawn(process.execPath, [join(out, "cli.mjs"), "links", handbook], { env });
        let said = "";
        child.stdout.on("data", (piece) => {
          said += piece;
        });
        child.on("close", () => resolve(said));
      }),
  );
  for (const said of await Promise.all(runs)) expect(said).toBe(without);
  expect(check(cache, "links").stdout).toBe(without);
}, 60_000);

test("a page that begins on a day to come is shown on that day, whatever was kept", () => {
  const soon = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10);
  write("content/team/gone.md", `---\ntitle: Gone\ndate: ${soon}\n---\n`);
  check(cache);
  for (const path of keptFiles(".json").filter((name) => name.includes("check-"))) {
    const { until } = JSON.parse(readFileSync(path, "utf8")) as { until: number };
    expect(until).toBeLessThanOrEqual(Date.now() + 86_400_000);
  }
});

/** A server with one page open, by its real protocol. */
async function serve(page: string, kept: string) {
  const env = { ...process.env, HANDBOOK_CACHE: kept };
  const child = spawn(process.execPath, [join(out, "server.mjs"), "--stdio"], { env });
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const rootUri = pathToFileURL(handbook).href;
  const uri = `${rootUri}/${page}`;
  let indexed = () => {};
  const whole = new Promise<void>((resolve) => {
    indexed = resolve;
  });
  connection.onRequest(() => null);
  connection.onNotification("handbook/status", ({ indexing }: { indexing: boolean }) => {
    if (!indexing) indexed();
  });
  connection.listen();
  const diagnostics = { refreshSupport: true };
  await connection.sendRequest("initialize", {
    processId: null,
    rootUri,
    capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics } },
  });
  await connection.sendNotification("initialized", {});
  const text = readFileSync(join(handbook, page), "utf8");
  const textDocument = { uri, languageId: "markdown", version: 1, text };
  await connection.sendNotification("textDocument/didOpen", { textDocument });
  const pull = async () => {
    const asked = { textDocument: { uri } };
    const { items } = await connection.sendRequest<{ items: Diagnostic[] }>("textDocument/diagnostic", asked);
    // What remark-lint says comes later by design: it is no answer about the handbook.
    return items.filter(({ source }) => source !== "remark-lint").map(({ code, range }) => ({ code, range }));
  };
  const end = async () => {
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    connection.dispose();
  };
  return { connection, rootUri, pull, whole, end };
}

const links = `---
title: "Links"
weight: 1
---
[by slug](/team/another/) [by alias](/team/old/#how) [no such id](/team/p3/#none) [gone](/team/gone/)
[heading](/team/p4/#how) [part](/team/shown/#inside) [none](/team/shown/#outside) [draft](/team/p5/)
`;

function writeLinks(): void {
  write("content/team/links.md", links);
  write("content/team/p1.md", "---\ntitle: One\nslug: another\n---\n");
  write("content/team/p2.md", "---\ntitle: Two\naliases: [/team/old]\n---\n## How\n");
  write("content/team/p5.md", "---\ntitle: Five\ndraft: true\n---\n");
  mkdirSync(join(handbook, "layouts/shortcodes"), { recursive: true });
  write("layouts/shortcodes/part.html", "{{ readFile (.Get 0) | .Page.RenderString }}");
  write("content/team/shown.md", '---\ntitle: Shown\n---\n{{% part "parts/inside.md" %}}\n');
  mkdirSync(join(handbook, "parts"));
  write("parts/inside.md", "## Inside\n");
}

test("what is said first of the opened page is what is said when all pages are read", async () => {
  writeLinks();
  for (const kept of ["off", cache, cache]) {
    const { pull, whole, end } = await serve("content/team/links.md", kept);
    const first = await pull();
    await whole;
    expect(first).toEqual(await pull());
    const places = first.map(({ code, range }) => `${code} ${range.start.line}:${range.start.character}`);
    expect(places).toEqual([
      "link-redirected 4:37",
      "link-missing-anchor 4:76",
      "link-missing-page 4:89",
      "link-missing-anchor 5:73",
      "link-missing-page 5:90",
    ]);
    await end();
  }
}, 60_000);

test("after a branch switch every page is what it is on the other branch", async () => {
  writeLinks();
  const { connection, rootUri, pull, whole, end } = await serve("content/team/links.md", cache);
  await whole;
  const before = await pull();
  const changes: { uri: string; type: number }[] = [];
  for (let i = 6; i < count; i++) {
    const path = `content/team/p${i}.md`;
    write(path, `---\ntitle: "Page ${i}"\n---\n## None\n`);
    changes.push({ uri: `${rootUri}/${path}`, type: 2 });
  }
  write("content/team/p3.md", "---\ntitle: Three\n---\n## None\n");
  changes.push({ uri: `${rootUri}/content/team/p3.md`, type: 2 });
  // One that can't be read by then is no page that is gone.
  writeFileSync(join(handbook, "content/team/p4.md"), Buffer.from("## How\n", "utf16le"));
  changes.push({ uri: `${rootUri}/content/team/p4.md`, type: 2 });
  await connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  await expect
    .poll(async () => (await pull()).length, { timeout: 20_000, interval: 50 })
    .toBe(before.length - 1);
  await end();
}, 60_000);
