// `reference-unused` and `reference-duplicate`: definitions that do nothing, because no link has their label or because
// an earlier one has it too. `[//]: # (a note)` is how authors write comments, and stays.

import type { Definition } from "../markdown/markdownScan.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";
import { wholeLines } from "./wholeLines.ts";

export const referenceUnused: Rule = {
  codes: ["reference-unused"],
  check(_site, page) {
    if (page.scanned.definitions.length === 0) return [];
    const used = new Set(page.scanned.links.flatMap(({ label }) => label ?? []));
    return realDefinitions(page)
      .filter(({ definition, first }) => first === definition && !used.has(definition.label))
      .map(({ definition }) => ({
        code: "reference-unused",
        span: definition.span,
        message: `No link on this page uses [${definition.label}]. Remove the definition.`,
        tag: "unnecessary",
      }));
  },
  fix: removal,
};

export const referenceDuplicate: Rule = {
  codes: ["reference-duplicate"],
  check: (_site, page) =>
    realDefinitions(page)
      .filter(({ definition, first }) => first !== definition)
      .map(({ definition, first }) => ({
        code: "reference-duplicate",
        span: definition.labelSpan,
        message: `[${definition.label}] is defined above, as ${first.destination.value}, and the first definition counts. Remove this one, or give it a label of its own.`,
        related: { span: first.span, message: `The definition of [${definition.label}] that counts.` },
      })),
  fix: removal,
};

/** Those that are no comments, each with the one that counts for its label. */
function realDefinitions(
  page: Page,
): readonly { readonly definition: Definition; readonly first: Definition }[] {
  const firsts = new Map<string, Definition>();
  return page.scanned.definitions
    .filter(({ destination }) => destination.value !== "#" && destination.value !== "")
    .map((definition) => {
      const first = firsts.get(definition.label) ?? definition;
      firsts.set(definition.label, first);
      return { definition, first };
    });
}

function removal(_site: Site, page: Page, finding: Finding, text: string): readonly Fix[] {
  const definition = page.scanned.definitions.find(
    ({ span }) => span.start <= finding.span.start && finding.span.end <= span.end,
  );
  if (!definition) return [];
  return [
    { title: "Remove the definition", edits: [{ span: wholeLines(definition.span, text), newText: "" }] },
  ];
}
