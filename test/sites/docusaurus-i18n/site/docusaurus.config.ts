import type { Config } from "@docusaurus/types";

const config: Config = {
  title: "Guide",
  url: "https://guide.harbour.example",
  baseUrl: "/",
  trailingSlash: true,
  i18n: { defaultLocale: "en", locales: ["en", "fr", "de"] },
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: { showReadingTime: false } }]],
} satisfies Config;

export default config;
