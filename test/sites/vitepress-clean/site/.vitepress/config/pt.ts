export const pt = {
  lang: "pt-PT",
  themeConfig: {
    nav: [{ text: "Guia", link: "/pt/guia/inicio" }],
    sidebar: { "/pt/": [{ text: "Guia", items: [{ text: "Início", link: "/pt/guia/inicio" }] }] },
  },
};
