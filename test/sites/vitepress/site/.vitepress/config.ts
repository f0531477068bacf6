import { defineConfig, type DefaultTheme } from "vitepress";

const people: DefaultTheme.SidebarItem[] = [
  {
    text: "People",
    base: "/people/",
    items: [
      { text: "How we hire", link: "hiring" },
      { text: "Pay", link: "pay.md" },
      { text: "Leave", link: "leave" },
      { text: "Moved away", link: "relocation" },
    ],
  },
];

export default defineConfig({
  title: "Tidewater handbook",
  srcDir: "./docs",
  srcExclude: ["**/README.md", "parts/**", "drafts"],
  lastUpdated: false,
  ignoreDeadLinks: true,
  sitemap: { hostname: "https://handbook.tidewater.example" },
  rewrites: {
    "people/old-name.md": "people/renamed.md",
  },
  themeConfig: {
    nav: [
      { text: "People", link: "/people/", activeMatch: "/people/" },
      { text: "Offices", items: [{ text: "Lisbon", link: "/offices/lisbon" }] },
      { text: "Shop", link: "https://tidewater.example/shop" },
    ],
    sidebar: {
      "/people/": people,
      "/work/": [
        { text: "Work", link: "/work/", items: [{ text: "Tools", link: "/work/tools" }, { text: "Writing", link: "/work/writing.html" }] },
      ],
    },
    search: { provider: "local" },
  },
});
