import type { Diagnostic } from "vscode-languageserver-types";
import type { Page } from "../site/site.ts";
import { rangeOf } from "../text/lineIndex.ts";
import type { LevelledFinding } from "./index.ts";

const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const;
const tags = { unnecessary: 1, deprecated: 2 } as const;

/** A finding as the protocol has it; `uri` is the page's, `docs` the address of the page about its code. */
export function toDiagnostic(page: Page, uri: string, finding: LevelledFinding, docs?: string): Diagnostic {
  const { lines } = page.scanned;
  const { code, span, message, level, tag, related } = finding;
  return {
    range: rangeOf(lines, span),
    severity: severities[level],
    code,
    source: "handbook",
    message,
    ...(docs !== undefined && { codeDescription: { href: docs } }),
    ...(tag && { tags: [tags[tag]] }),
    ...(related && {
      relatedInformation: [
        { location: { uri, range: rangeOf(lines, related.span) }, message: related.message },
      ],
    }),
  };
}
