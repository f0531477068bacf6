import { defineConfig } from "astro/config";

export default defineConfig({
  site: "https://meadow.example",
  trailingSlash: "never",
  build: { format: "file" },
  redirects: { "/start": "/guides/setup", "/g/[...slug]": "/guides/[...slug]" },
});
