// What HTML of a page's own may reach the preview: elements to read, nothing that runs, loads, sends or looks like
// the editor. Everything that is not named here is dropped.

import type { Options } from "rehype-sanitize";

/** Put before every id of the page, so that none can stand in for a property of the window or of the panel itself. */
export const idPrefix = "user-content-";

const readable =
  "a abbr article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em " +
  "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd li mark ol p pre q rp rt ruby s samp " +
  "section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr";

/** Elements whose content is no text of the page; the content of others that are not allowed stays. */
const dropped =
  "script style template noscript svg math title textarea select datalist noembed noframes frameset xmp plaintext " +
  "head applet canvas portal map";

const ownBoxes = ["className", "handbook-component", "handbook-component-name", "handbook-embed"] as const;

export const previewSchema: Options = {
  tagNames: readable.split(" "),
  strip: dropped.split(" "),
  ancestors: {
    tbody: ["table"],
    td: ["table"],
    th: ["table"],
    thead: ["table"],
    tfoot: ["table"],
    tr: ["table"],
    caption: ["table"],
    colgroup: ["table"],
    col: ["table"],
  },
  attributes: {
    "*": ["dir", "id", "lang", "title"],
    a: ["href", "name", "dataFootnoteRef", "dataFootnoteBackref", "ariaLabel", "ariaDescribedBy"],
    code: [["className", /^language-./, "handbook-expression"]],
    col: ["span"],
    colgroup: ["span"],
    details: ["open"],
    div: [[...ownBoxes], "align"],
    h2: [["className", "sr-only"]],
    img: ["src", "alt", "width", "height", "align"],
    input: [["disabled", true], ["type", "checkbox"], "checked"],
    li: [["className", "task-list-item"], "value"],
    ol: [["className", "contains-task-list"], "start", "reversed", "type"],
    p: ["align"],
    section: [["className", "footnotes"]],
    span: [[...ownBoxes]],
    td: ["align", "colSpan", "rowSpan", "headers"],
    th: ["align", "colSpan", "rowSpan", "headers", "scope"],
    time: ["dateTime"],
    ul: [["className", "contains-task-list"]],
  },
  required: { input: { disabled: true, type: "checkbox" } },
  clobber: ["ariaDescribedBy", "headers", "id", "name"],
  clobberPrefix: idPrefix,
  protocols: {
    href: ["http", "https", "mailto", "tel"],
    // `data:` is looked at again in images.ts: only pixels may stay.
    src: ["http", "https", "data"],
  },
  allowComments: false,
  allowDoctypes: false,
};
