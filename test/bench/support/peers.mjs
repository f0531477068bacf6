// The other tools as processes, each told to look at links alone.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { peersFolder } from "./options.mjs";
import { run } from "./processes.mjs";

const driver = fileURLToPath(new URL("../peers/markdownService.mjs", import.meta.url));
const onlyLinks = fileURLToPath(new URL("../peers/links.markdownlint-cli2.jsonc", import.meta.url));
const bin = (name) => join(peersFolder, ".bin", name);

/** VS Code's Markdown service, in a process of its own: what it says of each step, by its name. */
export async function markdownService({ folder, page }, ...steps) {
  const { stdout } = await run(process.execPath, [driver, folder, page, ...steps]);
  const said = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  return Object.fromEntries(said.map((one) => [one.step, one]));
}

/** Its rules for fragments and for relative links. It looks at no links from the site's root. */
export function rumdl(folder, cache) {
  const kept = cache === undefined ? ["--no-cache"] : ["--cache-dir", cache];
  const rules = ["--no-config", "--enable", "MD051,MD057", "--color", "never"];
  return run(bin("rumdl"), ["check", ...kept, ...rules, folder]);
}

export function markdownlint(folder) {
  return run(bin("markdownlint-cli2"), ["--config", onlyLinks, "**/*.md"], { cwd: folder });
}

export function remarkValidateLinks(folder) {
  const plugin = `${join(peersFolder, "remark-validate-links/index.js")}=repository:false`;
  const quiet = ["--no-config", "--no-ignore", "--quiet", "--no-stdout", "--no-color"];
  return run(bin("remark"), [...quiet, "--use", plugin, "."], { cwd: folder });
}
