// Harbour's handbook: docs at /docs, policies beside them, a blog, and a few pages.

const base = "/";

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: "Harbour handbook",
  url: "https://handbook.harbour.example",
  baseUrl: base,
  presets: [
    [
      "classic",
      {
        docs: { sidebarPath: "./sidebars.js", exclude: ["**/_*.{js,jsx,ts,tsx,md,mdx}", "**/_*/**", "**/*.draft.md"] },
        blog: { postsPerPage: 2, feedOptions: { type: ["rss", "json"] }, onUntruncatedBlogPosts: "ignore" },
        pages: {},
      },
    ],
  ],
  plugins: [
    [
      "@docusaurus/plugin-content-docs",
      { id: "policies", path: "policies", routeBasePath: "policies", sidebarPath: false, numberPrefixParser: false },
    ],
    [
      "@docusaurus/plugin-client-redirects",
      {
        redirects: [
          { from: ["/docs/salary", "/docs/wages"], to: "/docs/people/pay" },
          { from: "/docs/holidays", to: "/docs/people/time-off#how-to-ask" },
          { from: "/docs/chat", to: "https://chat.example.com/" },
        ],
      },
    ],
  ],
  themeConfig: {
    navbar: {
      title: "Harbour",
      items: [
        { to: "/docs/start", label: "Start" },
        { to: "/blog", label: "Blog" },
        { type: "docSidebar", sidebarId: "people", label: "People" },
        { href: "https://harbour.example", label: "Company" },
      ],
    },
    footer: { links: [{ title: "More", items: [{ label: "About", to: "/about" }] }] },
  },
};

export default config;
