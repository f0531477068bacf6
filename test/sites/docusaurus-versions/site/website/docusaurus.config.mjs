import redirects from "./redirects.mjs";

// The docs lie beside this folder, in three versions; everything is served below /team.
export default {
  title: "Team guide",
  url: "https://harbour.example",
  baseUrl: "/team/",
  trailingSlash: false,
  markdown: { format: "detect", anchors: { maintainCase: true } },
  presets: [
    [
      "@docusaurus/preset-classic",
      {
        docs: {
          path: "../docs",
          routeBasePath: "guide",
          sidebarPath: "./sidebars.json",
          lastVersion: "2.0",
          versions: { current: { label: "Edge", path: "edge" }, "1.0": { path: "old" } },
        },
        blog: false,
      },
    ],
  ],
  plugins: [["@docusaurus/plugin-client-redirects", { redirects, fromExtensions: ["htm"] }]],
};
