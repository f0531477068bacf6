// Runs tests inside the extension host: Mocha, given programmatically, with its counts left in a file for the runner.

import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** What a suite exports as `run`: VS Code calls it and waits. Rejects when a test failed or none ran. */
export function runMocha(define: () => void): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", color: false, timeout: 30_000, reporter: "spec" });
  const only = process.env["HANDBOOK_TEST_ONLY"];
  if (only) mocha.grep(only);
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  define();
  return new Promise((done, failed) => {
    let passed = 0;
    const runner = mocha.run((failures) => {
      const file = process.env["HANDBOOK_TEST_RESULTS"];
      if (file) writeFileSync(file, JSON.stringify({ passed, failed: failures }));
      if (failures > 0 || passed === 0) failed(new Error(`${failures} failed, ${passed} passed`));
      else done();
    });
    runner.on("pass", () => {
      passed += 1;
    });
  });
}
