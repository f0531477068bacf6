// What the templates of a site's shortcodes do with the text that they enclose, and which of them show other files.
// Read by their common forms, never run.

import type { MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { FileTree } from "../../siteModel.ts";
import type { Mounts } from "./mounts.ts";
import type { HugoVersion } from "./version.ts";

export interface ShortcodeTemplate {
  /** What becomes of the enclosed text. */
  readonly inner: "markdown" | "html" | "unsure";
  /** Does it show a file that an argument names: as text that is put in its place, or rendered by itself? */
  readonly shows: "text" | "rendered" | undefined;
  /** Are shortcodes in that file read, too? */
  readonly again: boolean;
}

export type ShortcodeTemplates = ReadonlyMap<string, ShortcodeTemplate>;

const file = /(?:^|\/)_?shortcodes\/(.+)\.html$/;

export function isShortcodeTemplate(path: string): boolean {
  return file.test(path) && /(?:^|\/)layouts\//.test(path);
}

/** By name: "note", "docs/note". A site's own goes before its theme's. */
export function readShortcodeTemplates(
  { texts }: FileTree,
  { layouts, unseen }: Mounts,
  version: HugoVersion,
): ShortcodeTemplates {
  const found = new Map<string, ShortcodeTemplate>(embedded);
  // Since 0.140; a theme may well have one of its own.
  if (version.minor >= 140 && unseen.length === 0)
    found.set("details", { inner: "markdown", shows: undefined, again: false });
  for (const { source } of layouts.toReversed()) {
    for (const [path, text] of texts) {
      const name = path.startsWith(`${source}/`) ? file.exec(path)?.[1] : undefined;
      if (name !== undefined) found.set(name, readTemplate(text));
    }
  }
  return found;
}

/** Hugo's own shortcodes that enclose text. */
const embedded: readonly (readonly [string, ShortcodeTemplate])[] = [
  ["highlight", { inner: "html", shows: undefined, again: false }],
  ["qr", { inner: "html", shows: undefined, again: false }],
];

export function shortcodeText(
  templates: ShortcodeTemplates,
  mounts: Mounts,
): MarkdownSyntax["shortcodeText"] {
  return {
    byName: Object.fromEntries([...templates].map(([name, { inner }]) => [name, inner])),
    others: mounts.unseen.length > 0 ? "unsure" : "html",
  };
}

function readTemplate(template: string): ShortcodeTemplate {
  const again = /\.Render(?:String|Shortcodes)\b/.test(template);
  return { inner: innerOf(template), shows: shownBy(template), again };
}

const rendered =
  /\.Inner(?:Deindent)?\s*\|[^}]*\b(?:markdownify|RenderString)\b|\b(?:markdownify|RenderString)\b[^}|]*\.Inner\b/;
/** The text goes through other hands: a variable, a partial. */
const passedOn = /:?=[^}]*\.Inner\b|\bpartial\b[^}]*\.Inner\b/;

function innerOf(template: string): ShortcodeTemplate["inner"] {
  if (rendered.test(template)) return "markdown";
  return passedOn.test(template) ? "unsure" : "html";
}

function shownBy(template: string): ShortcodeTemplate["shows"] {
  const reads = /\breadFile\b/.test(template) || /\b[Rr]esources\.Get\b[\s\S]*\.Content\b/.test(template);
  const page = /\.GetPage\b[\s\S]*\.(?:Content|RenderShortcodes|RawContent)\b/.test(template);
  if ((!reads && !page) || /\bhighlight\b|\btransform\.|\bunmarshal\b/.test(template)) return undefined;
  if (/\bmarkdownify\b|\bRenderString\b/.test(template)) return "rendered";
  return page && !/\.(?:RenderShortcodes|RawContent)\b/.test(template) ? "rendered" : "text";
}
