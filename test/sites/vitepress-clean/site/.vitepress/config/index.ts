import { defineConfig } from "vitepress";
import { shared } from "./shared";
import { pt } from "./pt";

export default defineConfig({
  ...shared,
  locales: {
    root: { label: "English", lang: "en" },
    pt: { label: "Português", ...pt },
  },
});
