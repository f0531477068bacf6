// `npm run package`: builds for production and makes dist/handbook.vsix, which installs in VS Code as it is.

import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const vsix = join(root, "handbook.vsix");
const largest = 2_000_000;

execFileSync(process.execPath, [join(root, "scripts/build.mjs"), "--production"], { stdio: "inherit" });
await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
const { size } = statSync(vsix);
console.log(`handbook.vsix: ${size} bytes`);
if (size > largest) {
  console.error(`handbook.vsix is larger than ${largest} bytes`);
  process.exit(1);
}
