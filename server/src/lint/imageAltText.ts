// A remark-lint rule of our own, since none that is kept looks at it: an image in Markdown without alternative text.

import type { Root } from "mdast";
import { lintRule } from "unified-lint-rule";
import { visit } from "unist-util-visit";

const imageAltText = lintRule<Root>("remark-lint:image-alt-text", (tree, file) => {
  visit(tree, ["image", "imageReference"], (node) => {
    if ("alt" in node && node.alt?.trim()) return;
    file.message("Unexpected image without alternative text, expected a few words on what it shows", node);
  });
});

export default imageAltText;
