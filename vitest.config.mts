import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "test/{support,text,markdown,frontmatter,page,site,features,diagnostics,preview,lint,workspace,lsp,client,cli,docs}/**/*.test.ts",
    ],
    testTimeout: 20_000,
  },
});
