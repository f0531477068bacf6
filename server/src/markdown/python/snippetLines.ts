// Lines that show other files (pymdownx/snippets.py): `--8<-- "file.md"`, and the paths between two lines `--8<--`. Each is told
// as a shortcode; in their places stand blank lines.

import type { PageContext } from "../output.ts";
import type { PyLine } from "./pythonLines.ts";

const single = /^-{2,}8<-{2,}[ \t]+(?:"([^"\n]+)"|'([^'\n]+)')$/;
const fence = /^-{2,}8<-{2,}[ \t]*$/;

export function takeSnippets(page: PageContext, lines: readonly PyLine[]): readonly PyLine[] {
  if (page.syntax.python?.snippets !== true || !page.text.includes("8<-")) return lines;
  let inside = false;
  return lines.map((line) => {
    if (line.code === true || line.start >= line.end) return line;
    const source = page.text.slice(line.start, Math.min(line.end, line.start + 1000)).trimEnd();
    const isFence = fence.test(source);
    if (isFence) inside = !inside;
    const found = inside || isFence ? undefined : single.exec(source);
    const path = found ? (found[1] ?? found[2]) : inside && !isFence ? source : undefined;
    if (path !== undefined && !path.startsWith("; "))
      page.out.shortcodes.push({
        name: "--8<--",
        args: path.trim(),
        span: { start: line.start, end: line.end },
        markdown: true,
      });
    return isFence || path !== undefined ? { ...line, end: line.start } : line;
  });
}
