// For tests of sites: verdicts of links as lines that can be read.

import { resolveLink, verdictOf } from "../../server/src/site/resolveLink.ts";
import type { LinkTarget } from "../../server/src/site/site.ts";
import { handbook, pageOf } from "../support/handbook.ts";
import type { TestModel } from "../support/models.ts";

/** Where each destination leads from a page: "ok docs/a.md#setup", "missing-page /x", "redirect docs/a.md". */
export function verdicts(
  model: TestModel,
  source: string,
  from: string,
  destinations: readonly string[],
): readonly string[] {
  const book = handbook(model, source);
  const page = pageOf(book, from);
  return destinations.map((destination) => {
    const target = resolveLink(book.site, page, destination);
    return `${verdictOf(target)} ${nameOf(target)}`.trim();
  });
}

function nameOf(target: LinkTarget): string {
  switch (target.kind) {
    case "page":
      return (
        target.page.path + (target.heading ? ` # ${target.heading.text}` : target.anchor ? " anchor" : "")
      );
    case "file":
      return target.path;
    case "generated":
      return target.route;
    case "redirect":
      return `${[...target.chain, target.address].join(" > ")} = ${nameOf(target.end)}`;
    case "external":
      return target.url;
    case "unknown":
      return "";
    case "missing":
      if (target.what === "page") return target.route;
      if (target.what === "file") return target.path;
      return target.what === "anchor" ? `#${target.fragment}` : `${target.what}: ${target.chain.join(" > ")}`;
  }
}
