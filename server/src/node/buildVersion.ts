import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** The same as long as a bundled script, and the chunks that it names by their content, are: what the one version kept, another may not read. */
export function buildVersion(script: URL): string {
  return createHash("sha1").update(readFileSync(script)).digest("hex");
}
