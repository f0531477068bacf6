// What we know of one generator. A model answers from its own configuration and from what it is handed; it reads no
// disk, runs nothing of the site, and is made anew when its configuration files change. One folder each in models/.

import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import type { FilePath, HeadingId, LinkTarget, Page, Route, Site } from "./site.ts";

export interface SiteModel {
  /** Stable and short: "posthog". Shown by `name`: "Gatsby, as PostHog uses it". Never compared outside models/. */
  readonly id: string;
  readonly name: string;
  /** What made us take this folder for a site of this kind, for the status bar: "gatsby-config.js and contents/". */
  readonly evidence: string;
  /** Hosts whose addresses are the site's own: "posthog.com". Lower case, with port if there is one. */
  readonly hosts: readonly string[];
  /** Folders whose pages the site serves, below the root, no trailing slash; "" is the root itself. */
  readonly contentRoots: readonly string[];
  /** How the site reads this file, or undefined when it is no page or partial of it. */
  syntaxOf(path: FilePath): MarkdownSyntax | undefined;
  /** Where the site serves the page, and by which ids. */
  place(page: ScannedPage): Placement;
  /**
   * What the path of a link leads to. `path` has no query and no fragment, is as written but percent-decoded once, and is not empty.
   * Own-site addresses come as site-root paths. Redirects come back as kind "redirect" with their end resolved. Fragments are the caller's.
   */
  resolvePath(path: string, from: Page, site: Site): LinkTarget;
  /** How an author writes a link from one page to another, or to a file, in the given style. No fragment. */
  linkTo(target: Page | FilePath, from: Page, style: LinkStyle): string;
  /** Files below the root whose content the site shows within the page, and where in it: their ids are ids of the page, too. */
  partialsOf?(page: ScannedPage): readonly { readonly path: PagePath; readonly offset: number }[];
  /** Why the page may have ids that we can't see (for the author); undefined when it has none. No such page has a missing anchor. */
  unseenIds?(page: ScannedPage): string | undefined;
  /** The id that a fragment (percent-decoded) names, where it is not the fragment itself: GitHub's `user-content-pay` for "pay". */
  idOf?(fragment: string): string;
  readonly frontmatter: FrontmatterSchema;
}

export interface Placement {
  readonly route: Route | undefined;
  readonly aliases: readonly Route[];
  readonly title: string;
  /** For each of the page's headings; undefined where the site gives none. */
  readonly headingIds: readonly (HeadingId | undefined)[];
  /** Fragments that the generator itself provides on every page: "top", "_top". */
  readonly ownIds: readonly string[];
}

/** How the pages of a handbook write their links to one another. */
export interface LinkStyle {
  readonly form: "site-root" | "relative";
  /** `feedback.md` rather than `feedback`. */
  readonly extension: boolean;
  readonly trailingSlash: boolean;
}

export interface FrontmatterSchema {
  /** Does a page of this site need frontmatter to be served right? */
  readonly required: boolean;
  /** By key. Keys that are not here are allowed: handbooks have their own. */
  readonly keys: Readonly<Record<string, FrontmatterKey>>;
}

export interface FrontmatterKey {
  readonly types: readonly ("string" | "number" | "boolean" | "date" | "list" | "map")[];
  readonly required?: boolean;
  /** One or two sentences for the author, in our words. */
  readonly description: string;
  /** What a new page's block gets. `$title` stands for the title made of the file name. */
  readonly suggestion?: string;
}

/** The files below a folder, and the texts of those that a detector asked for: all that detection may look at. */
export interface FileTree {
  readonly root: string;
  readonly files: ReadonlySet<FilePath>;
  /** Texts of configuration files (those for which some detector's `reads` is true). */
  readonly texts: ReadonlyMap<FilePath, string>;
}

/** Overrides from settings; each undefined when not set. */
export interface SiteOverrides {
  readonly model?: string;
  readonly contentRoots?: readonly string[];
  readonly hosts?: readonly string[];
  readonly externalRoutes?: readonly string[];
}

/** How a model is found and made; the registry in models/index.ts lists them. */
export interface ModelDetector {
  readonly id: string;
  /** Is this a file whose text the model reads for its configuration? */
  reads(path: FilePath): boolean;
  /** The folder (below the tree's root, "" for itself) of each site of this kind in the tree. Cheap: called on whole workspaces. */
  findRoots(tree: FileTree): readonly string[];
  /** The model for a tree whose root is the site's root. Never throws: unreadable configuration leaves its defaults. */
  create(tree: FileTree, overrides: SiteOverrides): SiteModel;
}
