// An immutable picture of one handbook at one moment. All features, diagnostics and the preview ask it; none asks the
// disk. A change makes a new Site that shares everything that did not change.

import type { Heading } from "../markdown/markdownScan.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import type { Span } from "../text/span.ts";
import type { SiteModel } from "./siteModel.ts";

declare const route: unique symbol;
declare const headingId: unique symbol;
declare const filePath: unique symbol;
/** The path at which the site serves something, with its leading slash, decoded, NFC, without base: `/handbook/people/feedback`. */
export type Route = string & { readonly [route]: true };
/** The `id` that the site gives a heading: what a fragment names. */
export type HeadingId = string & { readonly [headingId]: true };
/** Path of any file below the site's root folder, written like a `PagePath`. */
export type FilePath = string & { readonly [filePath]: true };

export interface Site {
  /** URI of the root folder, no trailing slash. */
  readonly root: string;
  readonly model: SiteModel;
  /** Pages that have been scanned, by path. */
  readonly pages: ReadonlyMap<PagePath, Page>;
  /** Every file below the root that is not ignored, pages among them. */
  readonly files: ReadonlySet<FilePath>;
  /** Files and folders below the root that are there and can't be read, and why, for the author: "permission denied". */
  readonly unreadable: ReadonlyMap<string, string>;
  /** URIs of the files whose name on the disk is not in NFC, as they are there; by path. */
  readonly uris: ReadonlyMap<string, string>;
  /** What is served at a route (normalised by `routeKey`): its page, and the pages that name it as an alias. */
  readonly served: ReadonlyMap<string, { readonly page: Page; readonly alias: boolean }>;
  /** Routes (by `routeKey`) that are served because of what pages say: tags, authors, archives. */
  readonly generated: ReadonlySet<string>;
  /** Files that other pages make a part of themselves, and that are no pages for it (`SiteModel.takesIn`). */
  readonly taken: ReadonlySet<PagePath>;
  /** The same object as long as no page comes, goes or changes its routes or what it generates: the key for tables of paths that outlive a keystroke. */
  readonly shape: object;
}

export interface Page {
  readonly scanned: ScannedPage;
  readonly path: PagePath;
  /** Undefined for a file that the site does not serve by itself (a draft, a partial). */
  readonly route: Route | undefined;
  /** Other routes at which the site forwards to this page. */
  readonly aliases: readonly Route[];
  /** Routes that are served because of what this page says. */
  readonly generates: readonly Route[];
  /** What the site shows as the page's name: from frontmatter, else its first heading, else its file name. */
  readonly title: string;
  /** The id of each of `scanned.headings`, at the same index; undefined where the site gives none. */
  readonly headingIds: readonly (HeadingId | undefined)[];
  /** All ids of the page that a fragment can name: headings', anchors', the generator's own. To where each stands. */
  readonly ids: ReadonlyMap<string, Span>;
}

export type LinkTarget =
  | { readonly kind: "page"; readonly page: Page; readonly heading?: Heading; readonly anchor?: Span }
  | { readonly kind: "file"; readonly path: FilePath }
  /** Served without a file of its own: a list, a tag page. */
  | { readonly kind: "generated"; readonly route: Route }
  /** `chain` are the addresses passed through, the link's own first; `address` is the end as a link would be written. */
  | {
      readonly kind: "redirect";
      readonly chain: readonly string[];
      readonly address: string;
      readonly end: LinkTarget;
    }
  | { readonly kind: "external"; readonly url: string }
  /** Served by something that we cannot see; `why` says what, for the author. */
  | { readonly kind: "unknown"; readonly why: string }
  /** `outside`: the route is an address of the host that does not lie below the site's base. */
  | { readonly kind: "missing"; readonly what: "page"; readonly route: string; readonly outside?: true }
  | { readonly kind: "missing"; readonly what: "file"; readonly path: string }
  | {
      readonly kind: "missing";
      readonly what: "anchor";
      readonly page: Page;
      readonly fragment: string;
    }
  /** A redirect that ends nowhere (`dead`) or in itself (`loop`). */
  | {
      readonly kind: "missing";
      readonly what: "dead-redirect" | "redirect-loop";
      readonly chain: readonly string[];
    };

export type Verdict = "ok" | "redirect" | "missing-page" | "missing-anchor" | "unknown" | "external";
