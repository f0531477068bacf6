// What builders that read Markdown by remark share: a way through a tree, and links that keep their address as it was written.

export function walk(node, visit) {
  visit(node);
  for (const child of node.children ?? []) walk(child, visit);
}

/** A remark plugin: each link's written address comes out as `data-raw`; a reference link has its definition's. */
export function keepWritten() {
  return (root) => {
    const defined = new Map();
    walk(root, (node) => node.type === "definition" && defined.set(node.identifier, node.url));
    walk(root, (node) => {
      const url =
        node.type === "link" ? node.url : node.type === "linkReference" && defined.get(node.identifier);
      if (typeof url === "string") node.data = { hProperties: { dataRaw: url } };
    });
  };
}
