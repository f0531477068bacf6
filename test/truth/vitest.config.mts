import { defineConfig } from "vitest/config";

/** The judges read whole handbooks: they are run apart from the quick loop. */
export default defineConfig({
  test: { include: ["test/truth/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
