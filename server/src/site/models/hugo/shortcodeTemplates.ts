// What the templates of a site's shortcodes do with the text that they enclose, and which of them show other files.
// Read by their common forms, never run.

import type { MarkdownSyntax, ShortcodeReading } from "../../../markdown/syntax.ts";
import type { FileTree } from "../../siteModel.ts";
import type { Mounts } from "./mounts.ts";
import { branchesFor, isConditional } from "./templateBranches.ts";
import type { HugoVersion } from "./version.ts";

export interface ShortcodeTemplate {
  /** What becomes of the enclosed text. */
  readonly inner: ShortcodeReading;
  /** Does it show a file that an argument names: as text that is put in its place, or rendered by itself? */
  readonly shows: "text" | "rendered" | undefined;
  /** Are shortcodes in that file read, too? */
  readonly again: boolean;
  /** May it be any file below the root (`readFile`)? */
  readonly fromRoot: boolean;
  /** Is that file rendered as if it stood on the home page? */
  readonly home: boolean;
  /** What the template writes before and after the argument to name the file: "parts/", "". */
  readonly around: readonly [string, string];
  /** Its source, where its arguments decide what it does. */
  readonly conditional: string | undefined;
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
  if (version.minor >= 140 && unseen.length === 0) found.set("details", { ...plain, inner: "markdown" });
  for (const { source } of layouts.toReversed()) {
    for (const [path, text] of texts) {
      const name = path.startsWith(`${source}/`) ? file.exec(path)?.[1] : undefined;
      if (name !== undefined) found.set(name, readTemplate(text));
    }
  }
  return found;
}

/** What the template of a shortcode does for the arguments that it is given. */
export function templateFor(
  { name, args }: { readonly name: string; readonly args: string },
  templates: ShortcodeTemplates,
): ShortcodeTemplate | undefined {
  const template = templates.get(name);
  return template?.conditional === undefined
    ? template
    : readTemplate(branchesFor(template.conditional, args));
}

const plain: ShortcodeTemplate = {
  inner: "html",
  shows: undefined,
  again: false,
  fromRoot: false,
  home: false,
  around: ["", ""],
  conditional: undefined,
};

/** Hugo's own shortcodes that enclose text. */
const embedded: readonly (readonly [string, ShortcodeTemplate])[] = [
  ["highlight", plain],
  ["qr", plain],
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
  const [, before = "", after = ""] = /\bprintf\s+"([^"%]*)%[sv]([^"%]*)"/.exec(template) ?? [];
  return {
    inner: innerOf(template),
    shows: shownBy(template),
    again: /\.Render(?:String|Shortcodes)\b/.test(template),
    fromRoot: /\breadFile\b/.test(template),
    home: /\bmarkdownify\b/.test(template),
    around: [before, after],
    conditional: isConditional(template) ? template : undefined,
  };
}

/** `markdownify` renders with the home page, `RenderString` with the page that it is asked of. */
const byHome = /\.Inner(?:Deindent)?\s*\|[^}]*\bmarkdownify\b|\bmarkdownify\b[^}|]*\.Inner\b/;
const byPage = /\.Inner(?:Deindent)?\s*\|[^}]*\bRenderString\b|\bRenderString\b[^}|]*\.Inner\b/;
/** The text goes through other hands: a variable, a partial. */
const passedOn = /:?=[^}]*\.Inner\b|\bpartial\b[^}]*\.Inner\b/;

function innerOf(template: string): ShortcodeReading {
  if (byHome.test(template)) return "home";
  if (byPage.test(template)) return "markdown";
  return passedOn.test(template) ? "unsure" : behindTag(template);
}

/** What stands right before the text: a tag that begins a block of HTML, or nothing of that kind. */
function behindTag(template: string): ShortcodeReading {
  const found = /(^|>)([^<>{}]*)\{\{-?\s*\.Inner/.exec(template);
  const gap = found?.[2] ?? "";
  if (found?.[1] !== ">" || /\n\s*\n/.test(gap) || /\S/.test(gap)) return "html";
  const tag = template.slice(template.lastIndexOf("<", found.index) + 1, found.index + 1);
  const name = /^[a-z][a-z0-9]*/i.exec(tag)?.[0].toLowerCase() ?? "";
  const trimmed = template.slice(found.index).includes("{{-");
  if (gap.includes("\n") && !trimmed) return "below-tag";
  return blockTags.has(name) ? "in-tag" : "html";
}

/** The common ones of those that begin a block of HTML (CommonMark 4.6, condition 6). */
const blockTags = new Set(
  "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main menu nav ol p section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

function shownBy(template: string): ShortcodeTemplate["shows"] {
  const reads = /\breadFile\b/.test(template) || /\b[Rr]esources\.Get\b[\s\S]*\.Content\b/.test(template);
  const page = /\.GetPage\b[\s\S]*\.(?:Content|RenderShortcodes|RawContent)\b/.test(template);
  if ((!reads && !page) || /\bhighlight\b|\btransform\.|\bunmarshal\b/.test(template)) return undefined;
  if (/\bmarkdownify\b|\bRenderString\b/.test(template)) return "rendered";
  return page && !/\.(?:RenderShortcodes|RawContent)\b/.test(template) ? "rendered" : "text";
}
