// `npm run sites:build -- NAME …`: builds the conformance sites by that name (all without) with their real generators and
// writes what those made of them to test/sites/NAME/golden/. A generator that is not on the machine is installed below .cache/sites.
// Rows of a golden file that say `"by": "documentation"` were written by hand, where no generator can be run: they stay,
// unless the build makes such rows itself.

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const cache = join(here, "../../.cache/sites");

const all = readdirSync(here).filter((name) => existsSync(join(here, name, "build.mjs")));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !all.includes(name));
if (unknown.length > 0) throw new Error(`no such site: ${unknown.join(", ")} (there are ${all.join(", ")})`);

for (const name of wanted.length > 0 ? wanted : all) {
  const work = join(cache, name);
  const site = join(work, "site");
  rmSync(site, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  cpSync(join(here, name, "site"), site, { recursive: true });
  const { build } = await import(`./${name}/build.mjs`);
  console.log(`== ${name}`);
  const { pages, links } = await build({
    site,
    work,
    run,
    install: (...packages) => install(work, packages),
  });
  write(name, "pages", pages);
  write(name, "links", links);
}

/** Runs a command, its output shown. */
function run(command, args, options = {}) {
  console.log(">", command, args.join(" "));
  execFileSync(command, args, { stdio: "inherit", timeout: 900_000, ...options });
}

/** Packages from npm below the site's work folder: `install("vitepress@1.6.4")`. */
function install(work, packages) {
  const done = join(work, "installed.txt");
  if (existsSync(done) && readFileSync(done, "utf8") === packages.join(" ")) return;
  writeFileSync(join(work, "package.json"), '{ "private": true, "type": "module" }\n');
  run("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages], { cwd: work });
  writeFileSync(done, packages.join(" "));
}

function write(name, kind, rows) {
  const file = join(here, name, "golden", `${kind}.jsonl`);
  mkdirSync(dirname(file), { recursive: true });
  const keeps = existsSync(file) && !rows.some(({ by }) => by === "documentation");
  const byHand = keeps
    ? readFileSync(file, "utf8")
        .split("\n")
        .filter((line) => line.includes('"by":"documentation"'))
    : [];
  const lines = [...rows.map((row) => JSON.stringify(row)), ...byHand].sort();
  writeFileSync(file, `${lines.join("\n")}\n`);
  console.log(`${lines.length} ${kind}`);
}
