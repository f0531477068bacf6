// An author must see each finding once: a rule of remark-lint that says what one of our own diagnostics says at the same
// place is left out.

import type { DiagnosticCode } from "../config.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { LintMessage } from "./lintPage.ts";

const sameMeaning: Readonly<Record<string, readonly DiagnosticCode[]>> = {
  "no-empty-url": ["link-empty"],
  "image-alt-text": ["image-alt-missing"],
  "no-undefined-references": ["link-undefined-reference"],
  "no-unused-definitions": ["reference-unused"],
  "no-duplicate-definitions": ["reference-duplicate"],
};

/** The messages that tell an author something new beside our own findings on the page. */
export function withoutDuplicates(
  messages: readonly LintMessage[],
  findings: readonly { readonly code: DiagnosticCode; readonly span: Span }[],
): readonly LintMessage[] {
  return messages.filter(({ ruleId, span }) => {
    const codes = Object.hasOwn(sameMeaning, ruleId) ? (sameMeaning[ruleId] ?? []) : [];
    return !findings.some((finding) => codes.includes(finding.code) && overlaps(finding.span, span));
  });
}
