// GitLab can't be run here. As the plain handbook's build does for GitHub, this does as GitLab's documentation says ("GitLab
// Flavored Markdown", Heading IDs and links): one hyphen of several, fragments in their own case. It shares nothing with our model.

import { buildPlain } from "../plain/build.mjs";

export const build = ({ site }) => buildPlain(site, { slugger, anyCase: false });

function slugger() {
  const counts = new Map();
  return {
    slug(text) {
      const id = text
        .trim()
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, "")
        .replaceAll(" ", "-")
        .replace(/-+/g, "-");
      const count = counts.get(id) ?? 0;
      counts.set(id, count + 1);
      return count === 0 ? id : `${id}-${count}`;
    },
  };
}
