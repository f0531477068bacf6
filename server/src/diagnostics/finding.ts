// One thing found wrong on a page, before the editor or the command line gives it a form.

import type { DiagnosticCode, Severity } from "../config.ts";
import type { FilePath, Page, Site } from "../site/site.ts";
import type { Span } from "../text/span.ts";
import type { SpanEdit } from "../text/textEdit.ts";

export interface Finding {
  readonly code: DiagnosticCode;
  readonly span: Span;
  /** What the site will do, then the likely fix: "No page is served at /a. Did you mean /b?" */
  readonly message: string;
  /** Where the catalogue's default depends on the case (frontmatter-missing); the setting still wins. */
  readonly severity?: Severity;
  /** Shown faded or struck through. */
  readonly tag?: "unnecessary" | "deprecated";
  /** A second place that explains it: the first definition of a duplicate. */
  readonly related?: { readonly span: Span; readonly message: string };
}

/** A change that mends a finding. Edits are of the page's text unless `path` says another; a file may be made. */
export interface Fix {
  /** What it does, for the light bulb's menu: "Change to /handbook/team". */
  readonly title: string;
  readonly edits: readonly SpanEdit[];
  /** The file that the edits are of, where it is another than the finding's: a redirect that hides the page. */
  readonly path?: FilePath;
  readonly create?: { readonly path: FilePath; readonly text: string };
  /** Edits of more files: links to a page that is renamed. */
  readonly others?: readonly { readonly path: FilePath; readonly edits: readonly SpanEdit[] }[];
  readonly rename?: { readonly from: FilePath; readonly to: FilePath };
  /** A file that is deleted. */
  readonly remove?: FilePath;
  /** The one that "fix all" and the quick key take; at most one a finding. */
  readonly preferred?: boolean;
}

/** One code of the catalogue, or a family of codes that one look finds together. */
export interface Rule {
  readonly codes: readonly DiagnosticCode[];
  check(site: Site, page: Page): readonly Finding[];
  /** `text` is the page's text now; `finding` one of check's. */
  fix?(site: Site, page: Page, finding: Finding, text: string): readonly Fix[];
}

/** A finding in a file that is no page: a redirect, an entry of the navigation, an expression of the configuration. */
export interface FileFinding extends Finding {
  readonly file: FilePath;
}

/** Like `Rule`, for the files around the pages. */
export interface FileRule {
  readonly codes: readonly DiagnosticCode[];
  check(site: Site): readonly FileFinding[];
  fix?(site: Site, finding: FileFinding, text: string): readonly Fix[];
}
