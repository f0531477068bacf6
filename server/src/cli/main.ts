#!/usr/bin/env node
// The command line: the checks of the editor over a folder, with an exit code.

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Log } from "../workspace/platform.ts";
import { type Asked, readArguments, usage } from "./arguments.ts";
import { check } from "./check.ts";
import { linkFacts, pageFacts } from "./facts.ts";
import { openHandbooks } from "./openHandbooks.ts";

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
      complain(`${asked.message}\n\n${usage}`);
      return 2;
    case "run":
      return run(asked);
  }
}

async function run({ command, folder, model, color }: Extract<Asked, { kind: "run" }>): Promise<number> {
  const root = resolve(folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    complain(`${folder} is no folder that can be read.`);
    return 2;
  }
  const { sites, config } = await openHandbooks(root, model, log);
  if (sites.length === 0) {
    complain(
      `${folder} does not look like a handbook. Name the kind with --model, for example --model plain.`,
    );
    return 2;
  }
  if (command === "pages") await print(pageFacts(sites));
  if (command === "links") await print(linkFacts(sites));
  if (command !== "check") return 0;
  const { lines, problems } = check(
    sites,
    config,
    color ?? (process.stdout.isTTY && !process.env["NO_COLOR"]),
  );
  await print(lines);
  return problems > 0 ? 1 : 0;
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
