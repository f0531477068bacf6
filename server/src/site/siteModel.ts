// What we know of one generator. A model answers from its own configuration and from what it is handed; it reads no
// disk, runs nothing of the site, and is made anew when its configuration files change. One folder each in models/.

import type { Heading } from "../markdown/markdownScan.ts";
import type { MarkdownSyntax } from "../markdown/syntax.ts";
import type { PagePath, ScannedPage } from "../page/scannedPage.ts";
import type { Span } from "../text/span.ts";
import type { FilePath, HeadingId, LinkTarget, Page, Route, Site } from "./site.ts";

export interface SiteModel {
  /** Stable and short: "posthog". Shown by `name`: "Gatsby, as PostHog uses it". Never compared outside models/. */
  readonly id: string;
  readonly name: string;
  /** What made us take this folder for a site of this kind, for the status bar: "gatsby-config.js and contents/". */
  readonly evidence: string;
  /** Hosts whose addresses are the site's own: "posthog.com". Lower case, with port if there is one. */
  readonly hosts: readonly string[];
  /** The path that the site is served below, no slash at its end: "/docs"; "" or undefined for the root. Routes are without it. */
  readonly base?: string;
  /** Folders whose pages the site serves, below the root, no trailing slash; "" is the root itself. */
  readonly contentRoots: readonly string[];
  /** How the site reads this file, or undefined when it is no page or partial of it. */
  syntaxOf(path: FilePath): MarkdownSyntax | undefined;
  /** Where the site serves the page, and by which ids. `others` finds those that it may take something over from. */
  place(page: ScannedPage, others: PageLookup): Placement;
  /** What others take over from this page (a section's cascade), the same text as long as nothing of it changes; undefined for nothing. When it changes, all pages are placed anew. */
  handsDown?(page: ScannedPage): string | undefined;
  /** The files that this page makes a part of itself, and that are no pages for it wherever they lie (Mintlify: what it imports). When they change, all pages are placed anew. */
  takesIn?(page: ScannedPage): readonly PagePath[];
  /**
   * What the path of a link leads to. `path` has no query and no fragment, is as written but percent-decoded once, and is not empty.
   * Own-site addresses come as site-root paths. Redirects come back as kind "redirect" with their end resolved. Fragments are the caller's.
   * `link` is the link that has the path, for models that need more of it: its form, where it is written.
   */
  resolvePath(path: string, from: Page, site: Site, link: WrittenLink): LinkTarget;
  /** For sites whose routes stand after the `#` (Docsify's `#/guide?id=setup`): what such an address leads to. Undefined for a fragment as all have it. */
  resolveHash?(fragment: string, from: Page, site: Site, link: WrittenLink): LinkTarget | undefined;
  /** The address that the generator puts in the place of a destination before Markdown is read (Hugo: of `{{< ref "pay" >}}`, that page's); undefined where it leaves it. */
  expandedAddress?(destination: string, from: Page, site: Site): string | undefined;
  /** How an author writes a link from one page to another, or to a file, in the given style. No fragment. */
  linkTo(target: Page | FilePath, from: Page, style: LinkStyle): string;
  /** How authors write links between pages while the handbook shows no habit; undefined: from the site's root, without extension. */
  readonly usualLinks?: LinkStyle;
  /** How the heading ids are made, and where that was read: "GitHub's rule", "markup.goldmark.parser in hugo.toml". */
  readonly idRule: string;
  /** The version of the generator that was assumed, and why, where its rules differ by version. */
  readonly version?: string;
  /** Files below the root whose content the site shows within the page, and where in it; what they show in turn is not among them. */
  partialsOf?(page: ScannedPage): readonly Inclusion[];
  /** The ids of all headings that a page shows, its partials' among them, where the generator numbers them together; else each file's own count. */
  idsTogether?(headings: readonly Heading[]): readonly (HeadingId | undefined)[];
  /** Are links in a partial read from the page that shows it (Hugo), or from the partial's own file (the default: "partial")? */
  readonly partialLinks?: "page" | "partial";
  /** Why the page may have the id, or any id, without our seeing it (for the author); undefined when it can't. No such page has a missing anchor. */
  unseenIds?(page: ScannedPage, id?: string): string | undefined;
  /** The id that a fragment (percent-decoded) names, where it is not the fragment itself: GitHub's `user-content-pay` for "pay". */
  idOf?(fragment: string): string;
  /** Is that the only id that it names? Else an id that is the fragment itself counts first. */
  readonly idOfAlone?: true;
  /** Do names of `<a name>` not count? A script that looks for the element by its id finds none (Docsify). */
  readonly withoutNames?: true;
  readonly frontmatter: FrontmatterSchema;
  /** No handbook: only some of the files are known as pages, and a reader's Markdown viewer finds a page by its file's name alone. */
  readonly byFile?: boolean;
  /** The texts that the model was made of, by path below the root: what its redirects and navigation have their spans in. */
  readonly sources: ReadonlyMap<FilePath, string>;
  /** Configuration files that are broken for now: only that is to be said of them, since the rest is of an older text. */
  readonly halfWritten?: ReadonlySet<FilePath>;
  /** Configuration files that are broken, and that no whole text is known of. */
  readonly broken?: readonly FilePath[];
  /** Expressions in its configuration whose value matters and can't be known without running them. */
  readonly unread?: readonly UnreadConfig[];
  /** What the author should know of how the site is read, in sentences: settings that change nothing. */
  readonly notes?: readonly string[];
  /** Redirect rules that the author wrote in files (not the aliases of pages), in the order in which the first match wins. */
  readonly redirects?: readonly RedirectRule[];
  /** The site's navigation as its author wrote or left it, in reading order; undefined where the site has none. */
  navigation?(site: Site): Navigation;
  /** The model that the same configuration makes when these are the site's files: for a file that is renamed on trial. */
  onFiles?(files: ReadonlySet<FilePath>): SiteModel;
  /** Names of the components that a page may use without importing them; undefined where that is not known. */
  readonly components?: ReadonlySet<string>;
}

/** The scanned page at a path. */
export type PageLookup = (path: PagePath) => ScannedPage | undefined;

/**
 * Is a link Markdown's (or read as if it stood on the home page), a wiki's `[[name]]`, or is its address left as it is: an
 * attribute of an HTML tag, a full address of the site's own?
 */
export type LinkForm = "markdown" | "home" | "html" | "wiki";

/** The link whose path is resolved, for models that read more of it than its path. */
export interface WrittenLink {
  /** The whole destination, as `Destination.value` has it: "team.md?tab=1#pay". */
  readonly destination: string;
  /** The partial that it is written on, where `from` is a page that shows it. */
  readonly partial?: Page;
  readonly form: LinkForm;
}

/** What stands at `span` of a configuration file can't be read; `setting` names what of the overrides supplies it. */
export interface UnreadConfig {
  readonly file: FilePath;
  readonly span: Span;
  readonly expression: string;
  readonly setting?: keyof SiteOverrides;
  /** What depends on it: which addresses there are at all, the path before all of them, or which languages there are. What is not found there is then not called missing. */
  readonly decides?: "addresses" | "base" | "languages";
  /** What is wrong with it, where that is not that it must be run. */
  readonly message?: string;
}

export interface RedirectRule {
  /** Where it is written: its two ends, and the whole rule where it can be taken out as it stands. */
  readonly file: FilePath;
  readonly span?: Span;
  readonly sourceSpan: Span;
  readonly destinationSpan: Span;
  /** As written: a path, or a pattern in the notation of its file. */
  readonly source: string;
  readonly destination: string;
  /** Is the source one path, without parameters? */
  readonly literal: boolean;
  /** How the file names a page, where that is not by its route: by its file. */
  readonly nameOf?: (page: Page) => string;
  /** Does it apply to some requests only (host, cookie, country, language)? */
  readonly conditional: boolean;
  /** Does a page at the same route win over it (Netlify without `!`, most plugins)? */
  readonly yieldsToPages: boolean;
}

export interface Navigation {
  readonly entries: readonly NavigationEntry[];
  /** Are there pages that a reader can't find when nothing here names them? False where the site lists its folders by itself. */
  readonly exhaustive: boolean;
  /** The pages that it is about, where those are not all: a handbook's navigation has no place for blog posts. */
  covers?(page: Page): boolean;
  /** May the file be one that becomes a page of the site as soon as the navigation names it? Undefined where all files are pages anyhow. */
  admits?(file: Page): boolean;
  /** Its lists at the top to which an entry can be added: for a page that has nothing near it in the navigation, the first that takes it. */
  readonly lists?: readonly EntryList[];
}

export interface NavigationEntry {
  /** As a reader sees it; "" where it is the page's title. */
  readonly label: string;
  /** What it leads to; undefined for a mere group. */
  readonly target: LinkTarget | undefined;
  /** The destination as written, and where; undefined for what the site lists by itself. */
  readonly written?: WrittenEntry;
  readonly children: readonly NavigationEntry[];
  /** The list that its children are written in, where entries can be added to one. */
  readonly list?: EntryList;
}

export interface WrittenEntry {
  readonly file: FilePath;
  readonly span: Span;
  readonly value: string;
  /** What would stand in its place for another page (a doc's id, a file, a route), without quotes; undefined where that page can't be named there. */
  nameOf?(page: Page): string | undefined;
  /** What an entry beside it looks like, where one can be added there. */
  readonly beside?: EntryShape;
}

/** A list of entries as its author wrote it. */
export interface EntryList {
  readonly file: FilePath;
  /** With its brackets; of a YAML list from its first `-`; of Markdown, the whole file. */
  readonly span: Span;
  readonly shape: EntryShape;
  nameOf(page: Page): string | undefined;
  /** Is it the list for this page? Undefined of one that is for all. */
  takes?(page: Page): boolean;
}

/** How an entry says which page it opens, and what it calls it. */
export type EntryShape =
  /** `"guide/pay"` */
  | { readonly kind: "name" }
  /** `{ text: "Pay", link: "/guide/pay" }`, perhaps with what is always said: `type: "doc"`. */
  | {
      readonly kind: "map";
      readonly name: string;
      readonly title?: string;
      readonly fixed?: readonly (readonly [key: string, value: string])[];
      /** Keys that an entry has in common with the one that it is put beside: its place in a menu. */
      readonly shared?: readonly string[];
    }
  /** MkDocs' `- Pay: guide/pay.md` */
  | { readonly kind: "title-to-name" }
  /** Nextra's `pay: "Pay"` */
  | { readonly kind: "name-to-title" }
  /** `- [Pay](guide/pay.md)` */
  | { readonly kind: "link" }
  /** `- [[Pay]]` */
  | { readonly kind: "wiki-link" };

export interface Inclusion {
  readonly path: PagePath;
  /** Where in the including text it is shown. */
  readonly offset: number;
  /** The stretch of the file that is shown; undefined for all of it. */
  readonly part?: (file: ScannedPage) => Span;
  /** Where the ids of its headings are not counted with the page's: what they are counted with, as `Heading.apart` has it. */
  readonly apart?: number;
  /** Is it rendered as if it stood on the home page? */
  readonly home?: boolean;
}

export interface Placement {
  readonly route: Route | undefined;
  readonly aliases: readonly Route[];
  readonly title: string;
  /** For each of the page's headings; undefined where the site gives none. */
  readonly headingIds: readonly (HeadingId | undefined)[];
  /** Fragments that the generator itself provides on every page: "top", "_top". */
  readonly ownIds: readonly string[];
  /** Routes that the site serves because of what this page says: its tags' pages, its author's, the archive of its year. */
  readonly generates?: readonly Route[];
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
  /** Of files that are being typed and broken for now, the text of now; `texts` has their last whole one. */
  readonly halfWritten?: ReadonlyMap<FilePath, string>;
  /** The moment at which the site is built, as ISO 8601 has it in UTC: pages may be hidden before or after a day. Without it, no date hides a page. */
  readonly now?: string;
}

/** Overrides from settings; each undefined when not set. */
export interface SiteOverrides {
  readonly model?: string;
  readonly contentRoots?: readonly string[];
  readonly hosts?: readonly string[];
  readonly externalRoutes?: readonly string[];
  /** The path that the site is served below: "/docs". */
  readonly base?: string;
  /** Are routes written with a slash at their end: as the host serves them. */
  readonly trailingSlash?: boolean;
  /** The rule by which heading ids are made, by name (`models/slugRules.ts`). */
  readonly slugger?: string;
  /** Globs of files below the site's folder that are none of its pages: "drafts/**". */
  readonly ignore?: readonly string[];
}

/** How a model is found and made; the registry in models/index.ts lists them. */
export interface ModelDetector {
  readonly id: string;
  /** Settings that change nothing for a site of this kind. */
  readonly unheeded?: readonly (keyof SiteOverrides)[];
  /** Has such a site one folder of pages, so that of several in the settings the first counts? */
  readonly oneContentRoot?: boolean;
  /** Is this a file whose text the model reads for its configuration? */
  reads(path: FilePath): boolean;
  /** Is it a file that may decide on every address of the site? Where it is broken, nothing is called missing. Undefined: each that is read. */
  isMain?(path: FilePath): boolean;
  /** The folder (below the tree's root, "" for itself) of each site of this kind in the tree. Cheap: called on whole workspaces. */
  findRoots(tree: FileTree): readonly string[];
  /** Is a root that it finds within another detector's site that one's content, and no site of its own? */
  yields?(tree: FileTree, root: string): boolean;
  /** The model for a tree whose root is the site's root. Never throws: unreadable configuration leaves its defaults. */
  create(tree: FileTree, overrides: SiteOverrides): SiteModel;
}
