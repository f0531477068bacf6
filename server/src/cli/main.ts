#!/usr/bin/env node
// The command line: the checks of the editor over a folder, with an exit code.

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { LivingSite } from "../workspace/livingSite.ts";
import type { Log } from "../workspace/platform.ts";
import { type Run, readArguments, usage } from "./arguments.ts";
import { check } from "./check.ts";
import { linkFacts, pageFacts } from "./facts.ts";
import { infoLines, infoOf, statLines } from "./info.ts";
import { openHandbooks } from "./openHandbooks.ts";
import type { Build } from "./verify/readBuild.ts";
import { verify } from "./verify/verify.ts";

const complain = (message: string) => void process.stderr.write(`${message}\n`);
const log: Log = { error: complain, warn: complain, info: () => {}, debug: () => {} };

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  switch (asked.kind) {
    case "help":
      await print([usage.trimEnd()]);
      return 0;
    case "version":
      await print([process.env.HANDBOOK_VERSION ?? ""]);
      return 0;
    case "wrong":
      complain(`${asked.message} All commands and options: handbook --help`);
      return 2;
    case "run":
      return run(asked);
  }
}

async function run(asked: Run): Promise<number> {
  const root = resolve(asked.folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    complain(`${asked.folder} is no folder that can be read.`);
    return 2;
  }
  const { sites, config } = await openHandbooks(root, asked.model, log);
  if (sites.length === 0) {
    complain(
      `${asked.folder} does not look like a handbook. Name the kind with --model, for example --model plain.`,
    );
    return 2;
  }
  switch (asked.command) {
    case "pages":
      await print(pageFacts(sites));
      return 0;
    case "links":
      await print(linkFacts(sites));
      return 0;
    case "info":
      await print(
        asked.format === "json"
          ? sites.map((site) => JSON.stringify(infoOf(site)))
          : sites.flatMap(infoLines),
      );
      return 0;
    case "verify":
      return runVerify(sites, asked);
    case "check": {
      const color = asked.color ?? (process.stdout.isTTY && !process.env["NO_COLOR"]);
      const { lines, problems } = check(sites, config, color);
      if (sites.every(({ site }) => site.pages.size === 0)) {
        if (problems > 0) await print(lines);
        complain(`${asked.folder} has no page that a site would serve. Do the configured folders exist?`);
        return 2;
      }
      await print([...lines, ...(asked.stats ? sites.flatMap(statLines) : [])]);
      return problems > 0 ? 1 : 0;
    }
  }
}

async function runVerify(sites: readonly LivingSite[], { against, format }: Run): Promise<number> {
  const { readBuild } = await import("./verify/readBuild.ts");
  const builds = new Map<string, Build>();
  for (const path of against) {
    const build = await readBuild(resolve(path)).catch(() => undefined);
    if (!build) {
      complain(`${path} is no folder and no sitemap that can be read.`);
      return 2;
    }
    if (build.pages.size === 0) {
      complain(
        `${path} has no page in it: name the folder that the generator writes to, or its sitemap.xml.`,
      );
      return 2;
    }
    builds.set(path, build);
  }
  const { differences, lines } = verify(sites, builds, format === "jsonl" ? "jsonl" : "pretty");
  await print(lines);
  return differences > 0 ? 1 : 0;
}

/** Waits where the reader of a pipe is slow; a reader that went away (`| head`) is no fault. */
async function print(lines: Iterable<string>): Promise<void> {
  let block = "";
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 65_536) continue;
    await write(block);
    block = "";
  }
  await write(block);
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

process.stdout.on("error", () => process.exit(0));
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  },
);
