import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

const base = "/handbook";

export default defineConfig({
  site: "https://harbour.example",
  base,
  trailingSlash: "always",
  redirects: {
    "/welcome": `${base}/guides/arrival/`,
    "/forgotten": "/guides/arrival/",
  },
  integrations: [
    starlight({
      title: { en: "Harbour handbook", de: "Hafenhandbuch", ja: "ハンドブック" },
      defaultLocale: "root",
      locales: {
        root: { label: "English", lang: "en" },
        de: { label: "Deutsch" },
        ja: { label: "日本語", lang: "ja" },
      },
      sidebar: [
        { label: "Guides", translations: { de: "Anleitungen" }, autogenerate: { directory: "guides" } },
        { slug: "tools", translations: { de: "Werkzeuge" } },
        { label: "Harbour", link: "https://harbour.example/" },
      ],
    }),
  ],
});
