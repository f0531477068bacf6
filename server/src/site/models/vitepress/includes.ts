// `<!--@include: ./parts/setup.md#region{2,5}-->`: the file's text, or a part of it, in the comment's place. VitePress does it
// before Markdown is read, so ids are numbered over all of it, and links are read from the page (its `processIncludes`).

import type { Shortcode } from "../../../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../../../page/scannedPage.ts";
import type { Span } from "../../../text/span.ts";
import { folderOf, joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Inclusion } from "../../siteModel.ts";
import { slugify } from "./headingIds.ts";

interface Wanted {
  /** Undefined where it leads out of the folder that is open. */
  readonly path: string | undefined;
  readonly region: string | undefined;
  /** Numbers of the first and last line, counted from 1. */
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export function includedFiles(page: ScannedPage, srcDir: string): readonly Inclusion[] {
  return page.shortcodes.flatMap((shortcode): readonly Inclusion[] => {
    const wanted = wantedBy(shortcode, page.path, srcDir);
    if (wanted?.path === undefined) return [];
    const { region, from, to } = wanted;
    const whole = region === undefined && from === undefined && to === undefined;
    return [
      {
        path: wanted.path as PagePath,
        offset: shortcode.span.start,
        ...(!whole && { part: (file: ScannedPage) => partOf(file, wanted) }),
      },
    ];
  });
}

/** What the page includes and we can't see: something outside of the folder, or no Markdown. */
export function unseenInclude(
  page: ScannedPage,
  srcDir: string,
  files: ReadonlySet<FilePath>,
  isRead: (path: string) => boolean,
): string | undefined {
  const found = page.shortcodes.find((shortcode) => {
    const wanted = wantedBy(shortcode, page.path, srcDir);
    if (!wanted) return false;
    return wanted.path === undefined || (files.has(wanted.path as FilePath) && !isRead(wanted.path));
  });
  return found?.args;
}

/** A region is the first `#word` and the range the braces at the end; what is before them is the path. */
function wantedBy({ name, args }: Shortcode, page: PagePath, srcDir: string): Wanted | undefined {
  if (name !== "@include") return undefined;
  const range = /\{(\d*),(\d*)\}$/.exec(args);
  const region = /#([\w-]+)/.exec(args)?.[1];
  const path = args.slice(0, args.length - (range?.[0].length ?? 0) - (region ? region.length + 1 : 0));
  return {
    path: path.startsWith("@")
      ? joinPath(srcDir, path.slice(path[1] === "/" ? 2 : 1))
      : joinPath(folderOf(page), path),
    region,
    from: range?.[1] ? Number(range[1]) : undefined,
    to: range?.[2] ? Number(range[2]) : undefined,
  };
}

function partOf(file: ScannedPage, { region, from, to }: Wanted): Span {
  const { starts } = file.lines;
  const end = Number.MAX_SAFE_INTEGER;
  const around = (region === undefined ? undefined : regionOf(file, region)) ?? { start: 0, end };
  const first = starts.findLastIndex((start) => start <= around.start);
  const lineStart = (line: number) => starts[first + line] ?? end;
  return {
    start: from === undefined ? around.start : Math.max(around.start, lineStart(from - 1)),
    end: to === undefined ? around.end : Math.min(around.end, lineStart(to)),
  };
}

/** Between `<!-- #region x -->` and `<!-- #endregion x -->`; else, as VitePress 2 has it, the section under the heading of that id. */
function regionOf(file: ScannedPage, name: string): Span | undefined {
  const begin = file.shortcodes.find((one) => one.name === "#region" && one.args === name);
  if (!begin) return sectionOf(file, name);
  const { start } = begin.span;
  const close = file.shortcodes.find(
    (one) => one.name === "#endregion" && one.args === name && one.span.start > start,
  );
  const next = file.lines.starts.find((line) => line > start);
  return close && next !== undefined ? { start: next, end: close.span.start } : undefined;
}

function sectionOf({ headings }: ScannedPage, id: string): Span | undefined {
  const at = headings.findIndex((one) => (one.explicitId?.id ?? slugify(one.tokenText ?? one.text)) === id);
  const heading = headings[at];
  if (!heading) return undefined;
  const next = headings.slice(at + 1).find(({ level }) => level <= heading.level);
  return { start: heading.span.start, end: next?.span.start ?? Number.MAX_SAFE_INTEGER };
}
