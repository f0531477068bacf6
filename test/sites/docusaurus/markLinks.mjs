// Plugins for remark and rehype that write into each link's title (or attribute) what its author wrote as address.

export function markLinks() {
  return (root) => {
    const definitions = new Map();
    walk(root, (node) => {
      if (node.type === "definition" && !definitions.has(node.identifier))
        definitions.set(node.identifier, node.url);
    });
    walk(root, (node) => {
      if (node.type === "link" || node.type === "definition") node.title = `raw:${encode(node.url)}`;
      else if (node.type === "mdxJsxTextElement" || node.type === "mdxJsxFlowElement") markJsx(node);
    });
  };
}

/** `<a href>` and `<Link to>` of MDX, where the address is a plain string. */
function markJsx(node) {
  if (node.name !== "a" && node.name !== "Link") return;
  const address = node.attributes.find(({ name }) => name === "href" || name === "to");
  if (typeof address?.value !== "string") return;
  node.attributes.push({ type: "mdxJsxAttribute", name: "data-raw", value: address.value });
}

/** Tags of HTML in files that are read as Markdown: what is no link of Markdown by now. */
export function markTags() {
  return (root) => {
    walk(root, (node) => {
      if (node.type !== "element" || node.tagName !== "a" || node.properties.href === undefined) return;
      const own = String(node.properties.title ?? "").startsWith("raw:");
      const note = "dataFootnoteRef" in node.properties || "dataFootnoteBackref" in node.properties;
      if (!own && !note) node.properties["data-raw"] = node.properties.href;
    });
  };
}

function encode(text) {
  return Buffer.from(text, "utf8").toString("base64url");
}

function walk(node, visit) {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}
