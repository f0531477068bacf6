import type { Site } from "../site/site.ts";
import type { RedirectRule } from "../site/siteModel.ts";
import type { Span } from "../text/span.ts";
import type { Fix } from "./finding.ts";
import { wholeLines } from "./wholeLines.ts";

/** "Remove the redirect", where it can be taken out of its file as it stands. */
export function removeRule(site: Site, rule: RedirectRule): readonly Fix[] {
  const text = site.model.sources.get(rule.file);
  if (text === undefined || !rule.span) return [];
  const span = withComma(rule.span, text);
  return [
    {
      title: `Remove the redirect from ${rule.source}`,
      path: rule.file,
      edits: [{ span: wholeLines(span, text), newText: "" }],
    },
  ];
}

/** An entry of a list goes with the comma that follows it, or, the last one, with the one before it. */
function withComma(span: Span, text: string): Span {
  const after = /^\s*,/.exec(text.slice(span.end, span.end + 200))?.[0].length ?? 0;
  if (after > 0) return { start: span.start, end: span.end + after };
  const before = /,\s*$/.exec(text.slice(Math.max(0, span.start - 200), span.start))?.[0].length ?? 0;
  return { start: span.start - before, end: span.end };
}
