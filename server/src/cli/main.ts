#!/usr/bin/env node
// The command line: the checks of the editor over a folder, with an exit code. All that is heavy is loaded when it is
// needed: a check of a handbook in which nothing has changed is answered from memory.

import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { cacheFolder } from "../node/cacheFolder.ts";
import { traceOf } from "../workspace/traceOf.ts";
import { type Run, readArguments, usage } from "./arguments.ts";
import { CheckMemory } from "./checkMemory.ts";
import { complain, complaints, print } from "./output.ts";

/**
 * V8 compiles a function that runs often together with what it calls, up to 920 bytes of bytecode. A run lives for about a
 * second, and spends nearly as much time on compiling as on scanning: smaller units take a quarter off its start. A server, which
 * lives for a day, is better off without.
 */
const compilerFlags = "--max-inlined-bytecode-size-cumulative=200";

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
      return answer({
        ...asked,
        color: asked.color ?? (process.stdout.isTTY && !process.env["NO_COLOR"]),
      });
  }
}

async function answer(asked: Run & { readonly color: boolean }): Promise<number> {
  const root = resolve(asked.folder);
  const found = await stat(root).catch(() => undefined);
  if (!found?.isDirectory()) {
    complain(`${asked.folder} is no folder that can be read.`);
    return 2;
  }
  const cache = cacheFolder();
  const memory =
    cache !== undefined && asked.command === "check"
      ? new CheckMemory(cache, { root, asked, script: new URL(import.meta.url) })
      : undefined;
  const known = await memory?.recall();
  if (known) {
    await print(known.lines);
    return known.code;
  }
  const [{ run }, { nodePlatform }] = await Promise.all([
    import("./run.ts"),
    import("../node/nodePlatform.ts"),
  ]);
  setFlagsFromString(compilerFlags);
  const log = complaints();
  const worker = new URL("./scanWorker.mjs", import.meta.url);
  const code = await run(asked, nodePlatform({ worker, cache, log }), async ({ lines, code, opened }) => {
    if (!log.any) await memory?.keep({ lines, code }, opened);
  });
  // A page that we failed to read was not checked.
  return log.faulty ? 2 : code;
}

// A reader that went away (`| head`) is no fault.
process.stdout.on("error", () => process.exit(0));
main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    complain(traceOf(error));
    process.exitCode = 2;
  },
);
