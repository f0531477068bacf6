// Runs a program to its end and says how long that took, from its start to its exit.

import { spawn } from "node:child_process";

/** Resolves to { milliseconds, code, stdout }; what it writes to its error output is shown when it could not run. */
export function run(command, args, { cwd, env } = {}) {
  return new Promise((resolve, reject) => {
    const since = performance.now();
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    let [stdout, stderr] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", reject);
    let milliseconds = 0;
    child.on("exit", () => {
      milliseconds = performance.now() - since;
    });
    child.on("close", (code) => {
      if (code === null || code > 1)
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${stderr}`));
      else resolve({ milliseconds, code, stdout, stderr });
    });
  });
}
