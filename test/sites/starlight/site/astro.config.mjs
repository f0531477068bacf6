import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";

const people = {
  label: "People",
  items: [
    "people",
    { slug: "people/time-off", label: "Holidays" },
    "people/pay",
    { label: "Our team page", link: "/team/ada/" },
  ],
};

export default defineConfig({
  site: "https://handbook.northwind.example",
  redirects: {
    "/benefits": "/people/time-off/",
    "/people/pay-and-levels": { status: 301, destination: "/people/pay" },
    "/handbook-2019": "https://archive.northwind.example/handbook",
    "/retired": "/work/retired-process/",
    "/salary": "/people/pay-and-levels",
    "/v1/[...slug]": "/[...slug]",
    "/work/shadowed": "/work/meetings/",
  },
  integrations: [
    starlight({
      title: "Northwind handbook",
      social: [{ icon: "github", label: "GitHub", href: "https://code.northwind.example/handbook" }],
      sidebar: [
        { label: "Start here", items: [{ slug: "start/first-week" }, "start/laptop"] },
        people,
        { label: "How we work", items: [{ autogenerate: { directory: "work" } }] },
        { label: "Reference", collapsed: true, items: [{ autogenerate: { directory: "reference" } }] },
        { label: "Status", link: "/status/" },
      ],
    }),
  ],
});
