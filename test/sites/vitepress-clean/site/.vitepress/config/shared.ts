const base = "/handbook";

export const shared = {
  title: "Tidewater",
  base: `${base}/`,
  cleanUrls: true,
  ignoreDeadLinks: [/./],
  lastUpdated: false,
  sitemap: { hostname: "https://tidewater.example/handbook/" },
  rewrites: {
    "teams/design/src/index.md": "design/index.md",
    "teams/:team/src/:page(.*)": "teams/:team/:page",
    "^guide/(?<name>.+)\\.draft\\.md$": "guide/:name.md",
    "guide/:rest*/deep.md": "deep/:rest*/index.md",
  },
  markdown: {
    linkify: false,
    anchor: { level: [2, 3] as [number, ...number[]] },
    attrs: { disable: true },
  },
  themeConfig: {
    sidebar: [{ text: "Guide", items: [{ text: "Start", link: "/guide/start" }, { text: "Design", link: "/design/" }] }],
  },
};
