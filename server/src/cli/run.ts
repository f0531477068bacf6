// What a command does once it is known that it must look at the handbook itself.

import { resolve } from "node:path";
import { modelDetectors } from "../site/models/index.ts";
import type { LivingSite } from "../workspace/livingSite.ts";
import type { Platform } from "../workspace/platform.ts";
import type { Run } from "./arguments.ts";
import { check } from "./check.ts";
import { linkFacts, pageFacts } from "./facts.ts";
import { infoLines, infoOf, statLines } from "./info.ts";
import { type OpenedHandbooks, openHandbooks } from "./openHandbooks.ts";
import { complain, print } from "./output.ts";
import type { Build } from "./verify/readBuild.ts";
import { verify } from "./verify/verify.ts";

/** What was printed of a check, and what it was made of. */
export interface Checked {
  readonly lines: readonly string[];
  readonly code: number;
  readonly opened: OpenedHandbooks;
}

/** Answers the exit code; a check is also told to `heard`. */
export async function run(
  asked: Run & { readonly color: boolean },
  platform: Platform,
  heard: (checked: Checked) => Promise<void>,
): Promise<number> {
  const models = modelDetectors.map(({ id }) => id);
  if (asked.model !== "auto" && !models.includes(asked.model)) {
    complain(`There is no site model "${asked.model}". There are ${models.join(", ")}.`);
    return 2;
  }
  const opened = await openHandbooks(resolve(asked.folder), asked.model, platform);
  const { sites } = opened;
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
    case "check":
      return runCheck(opened, asked, heard);
  }
}

async function runCheck(
  opened: OpenedHandbooks,
  asked: Run & { readonly color: boolean },
  heard: (checked: Checked) => Promise<void>,
): Promise<number> {
  const { sites, config } = opened;
  const { lines, problems } = check(sites, config, asked.color);
  if (sites.every(({ site }) => site.pages.size === 0)) {
    if (problems > 0) await print(lines);
    complain(`${asked.folder} has no page that a site would serve. Do the configured folders exist?`);
    return 2;
  }
  const all = [...lines, ...(asked.stats ? sites.flatMap(statLines) : [])];
  const code = problems > 0 ? 1 : 0;
  await print(all);
  await heard({ lines: all, code, opened });
  return code;
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
