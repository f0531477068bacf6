import { test } from "vitest";
import { checkAdded } from "../../support/checkNavigation.ts";
import { model } from "../../support/models.ts";

const starlight = model("starlight");

const page = (path: string, title: string) => `//- src/content/docs/${path}.md\n---\ntitle: ${title}\n---\n`;
const pages = `
//- src/content.config.ts
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
${page("index", "Home")}${page("guides/setup", "Setup")}${page("guides/Going Live", "Going live")}${page("reference/api", "API")}`;

function config(sidebar: string, more = ""): string {
  return `import { defineConfig } from "astro/config";
import starlight from "@astrojs/starlight";

export default defineConfig({
  integrations: [
    starlight({
      title: "Handbook",${more}
      sidebar: [
${sidebar}
      ],
    }),
  ],
});
`;
}

function checkSidebar(path: string, before: string, after: string, more = ""): void {
  const source = `${pages}//- astro.config.mjs\n${config(before, more)}`;
  checkAdded(starlight, source, path, config(after, more));
}

test("a slug alone, beside others", () =>
  checkSidebar(
    "src/content/docs/guides/Going Live.md",
    `        { label: "Guides", items: ["guides/setup"] },
        { label: "Reference", autogenerate: { directory: "reference" } },`,
    `        { label: "Guides", items: ["guides/setup", "guides/going-live"] },
        { label: "Reference", autogenerate: { directory: "reference" } },`,
  ));

test("a slug under its key, with a label where its neighbour has one", () => {
  checkSidebar(
    "src/content/docs/guides/Going Live.md",
    `        { label: "Guides", items: [{ slug: "guides/setup", badge: "New" }] },`,
    `        { label: "Guides", items: [{ slug: "guides/setup", badge: "New" }, { slug: "guides/going-live" }] },`,
  );
  checkSidebar(
    "src/content/docs/guides/Going Live.md",
    `        { label: "Guides", items: [{ label: "Setup", slug: "guides/setup" }] },`,
    `        { label: "Guides", items: [{ label: "Setup", slug: "guides/setup" }, { label: "Going live", slug: "guides/going-live" }] },`,
  );
});

test("a link, with the slashes that the others have", () =>
  checkSidebar(
    "src/content/docs/guides/Going Live.md",
    `        { label: "Setup", link: "/guides/setup/" },
        { label: "Out", link: "https://out.example" },`,
    `        { label: "Setup", link: "/guides/setup/" },
        { label: "Going live", link: "/guides/going-live/" },
        { label: "Out", link: "https://out.example" },`,
  ));

test("at the end of the sidebar, in the form of its first entry", () =>
  checkSidebar(
    "src/content/docs/reference/api.md",
    `        "index",
        { label: "Guides", autogenerate: { directory: "guides" } },`,
    `        "index",
        { label: "Guides", autogenerate: { directory: "guides" } },
        "reference/api",`,
  ));
