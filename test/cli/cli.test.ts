// The command line as a process, bundled as it ships.

import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

const out = mkdtempSync(join(tmpdir(), "handbook-cli-"));
const root = fileURLToPath(new URL("../../", import.meta.url));

const bundled = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  format: "esm",
  mainFields: ["module", "main"],
  define: { "process.env.HANDBOOK_VERSION": '"1.2.3"' },
  banner: {
    js: 'import { createRequire as __r } from "node:module"; const require = __r(import.meta.url);',
  },
} satisfies BuildOptions;

beforeAll(async () => {
  await build({
    ...bundled,
    entryPoints: { cli: "server/src/cli/main.ts", server: "server/src/node/main.ts" },
    outdir: out,
    outExtension: { ".js": ".mjs" },
    splitting: true,
  });
  writeFileSync(join(out, "a.md"), "# A\n\nSee [b](b.md) and [up](#a).\n");
}, 60_000);
afterAll(() => rmSync(out, { recursive: true, force: true }));

function run(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(out, "cli.mjs"), ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("a problem is told with its place, and the exit code says so", () => {
  const { status, stdout } = run("check", out, "--model", "plain");
  expect(stdout).toMatch(/^a\.md:3:9 error .*b.* link-missing-page$/m);
  expect(stdout).toMatch(/^1 page checked: 1 error$/m);
  expect(status).toBe(1);
});

test("a folder that is no handbook, or not there, and a wrong option can't be run", () => {
  expect(run("check", join(out, "gone")).status).toBe(2);
  expect(run("check", "--wrong").status).toBe(2);
  expect(run("frobnicate").status).toBe(2);
  expect(run("check", out, "--model", "nope").status).toBe(2);
  expect(run("--help")).toMatchObject({ status: 0, stdout: expect.stringContaining("handbook <command>") });
  expect(run("--version")).toMatchObject({ status: 0, stdout: "1.2.3\n" });
});

test("a wrong option is told in one line, with the name that was probably meant", () => {
  const said = (...args: readonly string[]) => run(...args).stderr;
  const help = "All commands and options: handbook --help\n";
  expect(said("check", "--statz")).toBe(`There is no option --statz. Did you mean --stats? ${help}`);
  expect(said("check", "--no-colour")).toContain("Did you mean --no-color?");
  expect(said("check", "-x")).toBe(`There is no option -x. ${help}`);
  expect(said("check", "--model")).toBe(`--model takes a value. ${help}`);
  expect(said("check", "--model", "--stats")).toBe(`--model takes a value. ${help}`);
  expect(said("check", "--stats=all")).toBe(`--stats takes no value. ${help}`);
  expect(said("chekc")).toBe(`There is no command "chekc". Did you mean check? ${help}`);
});

test("pages and links are facts, one JSON object a line", () => {
  const lines = (text: string) =>
    text
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines(run("pages", out, "--model", "plain").stdout)).toMatchObject([
    { page: "a.md", heading_ids: ["a"] },
  ]);
  expect(lines(run("links", out, "--model", "plain").stdout)).toMatchObject([
    { page: "a.md", line: 3, column: 5, kind: "link", href: "b.md", verdict: "missing-page" },
    { page: "a.md", href: "#a", verdict: "ok", target: "a.md" },
  ]);
});

test("the server exits with 0 after a shutdown, and with 1 without one", async () => {
  const serve = async (shutdown: boolean) => {
    const child = spawn(process.execPath, [join(out, "server.mjs"), "--stdio"]);
    const ended = new Promise((resolve) => child.on("exit", resolve));
    const reader = new StreamMessageReader(child.stdout);
    const connection = createMessageConnection(reader, new StreamMessageWriter(child.stdin));
    connection.listen();
    await connection.sendRequest("initialize", { processId: null, rootUri: null, capabilities: {} });
    if (shutdown) await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    const code = await ended;
    connection.dispose();
    return code;
  };
  expect(await serve(true)).toBe(0);
  expect(await serve(false)).toBe(1);
});

test("info tells which handbook was found, by which rules it is read, and what was not checked", () => {
  const { status, stdout } = run("info", join(root, "examples/handbook"));
  expect(status).toBe(0);
  expect(stdout).toMatch(/generator +Gatsby, as PostHog uses it/);
  expect(stdout).toMatch(/configuration +.*vercel\.json/);
  expect(stdout).toMatch(/heading ids +GitHub's rule/);
  expect(stdout).toMatch(/\d+ links checked: \d+ good/);
  expect(stdout).toMatch(/\d+ {2}They open something else than a page \(mailto:\)\./);
  const info = JSON.parse(run("info", join(root, "examples/handbook"), "--format", "json").stdout);
  expect(info).toMatchObject({ model: "posthog", root: ".", redirects: 4, pages: 27 });
});

test("check --stats says how many links were checked", () => {
  expect(run("check", out, "--model", "plain", "--stats").stdout).toMatch(
    /^2 links checked: 1 good, 0 by a redirect, 1 to no page/m,
  );
});

const built = (ids: string) => `<html><body><h1 id="a">A</h1>${ids}</body></html>`;

test("verify prints each place where the built site differs, and nothing where it agrees", () => {
  const folder = mkdtempSync(join(tmpdir(), "handbook-verify-"));
  try {
    mkdirSync(join(folder, "build/b"), { recursive: true });
    const book = join(folder, "book");
    mkdirSync(book);
    writeFileSync(join(book, "a.md"), "# A\n\n## Pay\n\n[b](b.md) [pay](#pay)\n");
    writeFileSync(join(book, "b.md"), "# A\n");
    writeFileSync(join(folder, "build/a.html"), built('<h2 id="pay">Pay</h2>'));
    writeFileSync(join(folder, "build/b/index.html"), built(""));
    const agreed = run("verify", book, "--model", "plain", "--against", join(folder, "build"));
    expect(agreed).toMatchObject({ status: 0, stdout: expect.stringContaining("the build agree") });

    writeFileSync(join(folder, "build/a.html"), built('<h2 id="salary">Pay</h2><h2 id="a">A</h2>'));
    rmSync(join(folder, "build/b"), { recursive: true });
    const differing = run(
      "verify",
      book,
      "--model",
      "plain",
      "--against",
      join(folder, "build"),
      "--format",
      "jsonl",
    );
    expect(differing.status).toBe(1);
    const kinds = differing.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(kinds.map(({ kind, page, what }) => [kind, page, what].filter(Boolean).join(" "))).toEqual([
      "heading-id a.md pay",
      "heading-id a.md salary",
      "page b.md",
      "link a.md #pay",
    ]);
    writeFileSync(join(folder, "sitemap.xml"), "<urlset><url><loc>https://x.example/a/</loc></url></urlset>");
    const mapped = run("verify", book, "--model", "plain", "--against", join(folder, "sitemap.xml"));
    expect(mapped.stdout).toMatch(/^b\.md: we say that it is served at \/b; it is not built$/m);
    expect(run("verify", book, "--model", "plain", "--against", join(folder, "gone")).status).toBe(2);
    expect(run("verify", book).status).toBe(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("several handbooks in a folder are all told, and each is verified against its own build", () => {
  const folder = mkdtempSync(join(tmpdir(), "handbook-several-"));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    write("book/a/mkdocs.yml", "site_name: A\nsite_url: https://x.example/a/\n");
    write("book/a/docs/index.md", "# A\n");
    write("book/a/docs/pay.md", "# Pay\n");
    write("book/b/hugo.toml", 'baseURL = "https://x.example/"\n');
    write("book/b/content/_index.md", "# A\n");
    write("book/b/content/rent.md", "# A\n");
    write("book/b/content/post.md", "# A\n");
    const info = run("info", join(folder, "book")).stdout;
    expect(info).toMatch(/^Handbook in a\/\n {2}generator +MkDocs$/m);
    expect(info).toMatch(/^Handbook in b\/\n {2}generator +Hugo$/m);
    expect(info).toMatch(/configuration +hugo\.toml$/m);

    // A host's folder has the base path of each site in it, a generator's own has not.
    write("host/a/index.html", built(""));
    write("host/a/pay/index.html", '<h1 id="pay">Pay</h1>');
    write("own/index.html", built(""));
    write("own/rent/index.html", built(""));
    write("own/post/index.html", built('<h2 id="b">B</h2>'));
    const verify = (...builds: readonly string[]) =>
      run("verify", join(folder, "book"), ...builds.flatMap((one) => ["--against", join(folder, one)]));
    const one = verify("host");
    expect(one.status).toBe(0);
    expect(one.stdout).toMatch(/^Handbook in a\/: MkDocs \(/m);
    expect(one.stdout).toMatch(/^Handbook in b\/: not compared, since most of its pages are in none/m);
    const both = verify("host", "own");
    expect(both.status).toBe(0);
    expect(both.stdout).toMatch(/^Handbook in b\/: Hugo \(/m);
    expect(both.stdout).not.toContain("not compared");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a rule or a scan that breaks ends with a message and 2, it neither hangs nor finds nothing wrong", async () => {
  for (const file of ["diagnostics/link-empty.ts", "page/scanPage.ts"]) {
    const broken = join(out, "broken.mjs");
    await build({
      ...bundled,
      entryPoints: ["server/src/cli/main.ts"],
      outfile: broken,
      plugins: [breaking(file)],
    });
    const { status, stderr } = spawnSync(process.execPath, [broken, "check", out, "--model", "plain"], {
      encoding: "utf8",
      timeout: 20_000,
    });
    expect({ file, status }).toEqual({ file, status: 2 });
    expect(stderr).toContain("broken on purpose");
  }
});

/** Takes a module for one whose functions throw. */
function breaking(file: string): Plugin {
  const thrown = 'throw new Error("broken on purpose")';
  return {
    name: "breaking",
    setup: ({ onLoad }) =>
      onLoad({ filter: /\.ts$/ }, ({ path }) =>
        path.endsWith(file)
          ? {
              contents: `export const linkEmpty = { codes: ["link-empty"], check() { ${thrown} } };
export function scanPage() { ${thrown} }`,
            }
          : undefined,
      ),
  };
}
