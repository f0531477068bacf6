import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/{support,performance,text,data,markdown,frontmatter,page,site,features,diagnostics,preview,lint,workspace,client,cli,docs,sites}/**/*.test.ts",
    ],
    exclude: ["test/markdown/hostilePages.test.ts"],
    testTimeout: 20_000,
  },
});
