import type { Diagnostic } from "vscode-languageserver-types";
import { type LineIndex, rangeOf } from "../text/lineIndex.ts";
import type { LevelledFinding } from "./index.ts";

const severities = { error: 1, warning: 2, information: 3, hint: 4 } as const;
const tags = { unnecessary: 1, deprecated: 2 } as const;

/** A finding as the protocol has it; `lines` and `uri` are those of the file that it is in, `docs` the address of the page about its code. */
export function toDiagnostic(
  lines: LineIndex,
  uri: string,
  finding: LevelledFinding,
  docs?: string,
): Diagnostic {
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
