// `frontmatter-syntax`: what the parser could not read. A repair is offered only when the block, read again with it,
// has fewer problems: then it is certain.

import { lineAt } from "../frontmatter/block.ts";
import { scanFrontmatter } from "../frontmatter/scanFrontmatter.ts";
import type { Page, Site } from "../site/site.ts";
import { applyEdits, type SpanEdit } from "../text/textEdit.ts";
import type { Finding, Fix, Rule } from "./finding.ts";

export const frontmatterSyntax: Rule = {
  codes: ["frontmatter-syntax"],
  check: (_site, page) =>
    page.scanned.frontmatterProblems.filter(({ code }) => code === "frontmatter-syntax"),
  fix,
};

interface Repair {
  readonly title: string;
  readonly edit: SpanEdit;
}

function fix(_site: Site, page: Page, { span }: Finding, text: string): readonly Fix[] {
  const head = text.slice(0, page.scanned.bodyStart);
  const problems = page.scanned.frontmatterProblems.length;
  const certain = repairs(head, span.start).filter(
    ({ edit }) => scanFrontmatter(applyEdits(head, [edit]), page.scanned.syntax).problems.length < problems,
  );
  return certain.slice(0, 1).map(({ title, edit }) => ({ title, edits: [edit], preferred: true }));
}

/** Most likely first. */
function repairs(head: string, at: number): readonly Repair[] {
  const start = Math.max(head.lastIndexOf("\n", at - 1), head.lastIndexOf("\r", at - 1)) + 1;
  const line = lineAt(head, start);
  const [all, before = "", value = ""] =
    /^([ \t]*(?:- )?["']?[^\s"':][^"':]{0,80}["']?[ \t]*[:=][ \t]+|[ \t]*- )(\S.*)$/.exec(line.trimEnd()) ??
    [];
  const result: Repair[] = [];
  const indent = /^[ \t]*\t[ \t]*/.exec(line)?.[0];
  if (indent !== undefined) {
    const newText = indent.replaceAll("\t", "  ");
    result.push({
      title: "Indent with spaces",
      edit: { span: { start, end: start + indent.length }, newText },
    });
  }
  const glued = /^["']?[A-Za-z_][\w.-]{0,80}["']?:(?=[^\s:/])/.exec(line)?.[0].length;
  if (glued !== undefined) {
    const place = start + glued;
    result.push({
      title: "Put a space after the colon",
      edit: { span: { start: place, end: place }, newText: " " },
    });
  }
  if (all !== undefined) result.push(...closings(value, start + all.length), quoted(before, value, start));
  return result;
}

const pairs: Readonly<Record<string, string>> = { '"': '"', "'": "'", "[": "]", "{": "}" };

function closings(value: string, end: number): readonly Repair[] {
  const close = pairs[value.charAt(0)];
  if (close === undefined || value.endsWith(close) || value.slice(1).includes(close)) return [];
  return [{ title: `Add the missing ${close}`, edit: { span: { start: end, end }, newText: close } }];
}

function quoted(before: string, value: string, lineStart: number): Repair {
  const start = lineStart + before.length;
  const inner = /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
  return {
    title: "Put the value in quotes",
    edit: { span: { start, end: start + value.length }, newText: JSON.stringify(inner) },
  };
}
