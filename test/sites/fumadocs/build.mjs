// The judge of this site imports fumadocs-core, so it runs where that is installed.

import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export async function build({ site, work, install }) {
  install(
    "fumadocs-core@17.0.0",
    "react@19",
    "react-dom@19",
    "remark-gfm@4",
    "remark-mdx@3",
    "remark-parse@11",
    "unified@11",
    "zod@4",
    "yaml@2",
    "--legacy-peer-deps",
  );
  const judgeFile = join(work, "judge.mjs");
  cpSync(fileURLToPath(new URL("./judge.mjs", import.meta.url)), judgeFile);
  const { judge } = await import(pathToFileURL(judgeFile).href);
  return judge(site);
}
