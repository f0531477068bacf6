// Our findings on a page and the prose linter's, as the protocol has them, in one list in which nothing is said twice.

import type { Diagnostic } from "vscode-languageserver";
import type { LevelledFinding } from "../diagnostics/index.ts";
import { toDiagnostic } from "../diagnostics/toDiagnostic.ts";
import type { LintMessage } from "../lint/lintPage.ts";
import { withoutDuplicates } from "../lint/withoutDuplicates.ts";
import { rangeOf } from "../text/lineIndex.ts";
import type { OpenPage } from "../workspace/workspace.ts";
import { docsOf } from "./session.ts";

const severities = { error: 1, warning: 2 } as const;

export function pageDiagnostics(
  { page, document }: OpenPage,
  findings: readonly LevelledFinding[],
  messages: readonly LintMessage[],
): Diagnostic[] {
  const prose = withoutDuplicates(messages, findings).map(
    (message): Diagnostic => ({
      range: rangeOf(page.scanned.lines, message.span),
      severity: severities[message.severity ?? "warning"],
      code: message.ruleId,
      source: "remark-lint",
      message: message.message,
      ...(message.url && { codeDescription: { href: message.url } }),
    }),
  );
  const own = findings.map((finding) =>
    toDiagnostic(page.scanned.lines, document.uri, finding, docsOf(finding.code)),
  );
  return [...own, ...prose];
}
