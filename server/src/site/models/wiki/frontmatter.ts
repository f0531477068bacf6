import type { FrontmatterSchema } from "../../siteModel.ts";

/** What Obsidian's help names ("Properties"); repositories' wikis read none but a title (GitLab). */
export const wikiFrontmatter: FrontmatterSchema = {
  required: false,
  keys: {
    title: { types: ["string"], description: "The name of the page.", suggestion: "$title" },
    tags: { types: ["list", "string"], description: "Words by which the note can be found." },
    aliases: { types: ["list", "string"], description: "Other names under which the note is offered." },
    cssclasses: { types: ["list", "string"], description: "Classes by which Obsidian styles the note." },
    publish: { types: ["boolean"], description: "Is the note published by Obsidian Publish?" },
  },
};
