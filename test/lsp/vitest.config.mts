import { defineConfig } from "vitest/config";

/** Suites that say how soon something is answered: one file at a time, so that they measure the server and not their neighbours. */
export default defineConfig({
  test: {
    include: ["test/lsp/**/*.test.ts", "test/markdown/hostilePages.test.ts"],
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
