import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { defineCollection } from "astro:content";

const guides = defineCollection({
  loader: glob({ pattern: ["**/*.md", "!**/_*/**"], base: "./guides" }),
  schema: z.object({ title: z.string(), order: z.number().default(0) }),
});
const news = defineCollection({
  loader: glob({ pattern: "**/[^_]*.md", base: "./news" }),
  schema: z.object({ title: z.string(), draft: z.boolean().optional() }),
});

export const collections = { guides, news };
