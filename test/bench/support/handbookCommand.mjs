// Our command line as a process, and what it says of a handbook: the answers that every measure is held against.

import { join } from "node:path";
import { project } from "./options.mjs";
import { run } from "./processes.mjs";

/** `cache` is a folder, or "off". */
export function handbook(args, { cache }) {
  return run(process.execPath, [join(project, "dist/cli.mjs"), ...args], { env: { HANDBOOK_CACHE: cache } });
}

/** The findings of all pages, as `check` prints them. */
export async function findingsOf(folder) {
  return readCheck((await handbook(["check", folder], { cache: "off" })).stdout);
}

/** { findings: { file, place }[], summary }, where `place` is as in `12:7 link-missing-page` and `summary` the last line. */
export function readCheck(stdout) {
  const lines = stdout.trimEnd().split("\n");
  const findings = lines.slice(0, -2).map((line) => {
    const [, file, at, code] = /^(.*?):(\d+:\d+) .* ([\w-]+)$/.exec(line) ?? [];
    if (file === undefined) throw new Error(`This is no finding: ${line}`);
    return { file, place: `${at} ${code}` };
  });
  return { findings, summary: lines.at(-1) };
}

/** What `pages` or `links` print, line by line. */
export async function factsOf(command, folder) {
  const { stdout } = await handbook([command, folder], { cache: "off" });
  const lines = stdout.trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line));
}
