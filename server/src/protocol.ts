// The few requests between our client and our server that LSP does not have. Names and shapes only; the one file of
// the server that client/ may import. Another editor's client can leave all of them unanswered but nothing breaks.

/** What the client says about itself in `initializationOptions`. Every part may be missing (other editors). */
export interface InitializationOptions {
  /** Features that the editor has already for `.md` pages: VS Code's own Markdown extension. */
  readonly leaveToEditor?: readonly (
    | "documentSymbol"
    | "foldingRange"
    | "selectionRange"
    | "relativeDefinition"
  )[];
  /** The client tells of the files that are made, changed and deleted by itself, and need not be asked to. */
  readonly watchesFiles?: boolean;
}

/** Files around the pages in which something may be found while they are typed: a client that shows them to the server as documents sees it at once. */
export const siteFilePatterns: readonly string[] = [
  "**/{vercel.json,netlify.toml,_redirects,static.json,.handbook.yaml,.handbook.yml}",
  "**/{hugo,mkdocs,book,docs,mint,_config,.gitbook}.{toml,yaml,yml,json}",
  "**/{docusaurus,astro,gatsby,eleventy,next}{.,-}config.*",
  "**/{sidebars,_category_,_meta,meta,.pages,.eleventy}{,.*}",
  "**/{.vitepress/config*,.vitepress/config/*,src/navs/*,_data/*.{yml,yaml,json},config/_default/*}",
];

/** Client → server. The page as HTML for the preview pane; undefined for a document that is no page. */
export const previewRequest = "handbook/preview";
export interface PreviewParams {
  readonly uri: string;
}
export interface PreviewResult {
  /** Version of the document that was rendered. */
  readonly version: number | undefined;
  readonly title: string;
  readonly route: string | undefined;
  /** Sanitised. Links carry data-handbook-* attributes (see preview/renderPreview.ts); images' `src` are absolute URIs of the workspace. */
  readonly html: string;
  /** A sentence for the reader when there is nothing to show, or something was left out. */
  readonly note?: string;
}

/** Server → client: pages have changed in a way that a preview may show (another page's heading, a redirect). No parameters. */
export const previewStaleNotification = "handbook/previewStale";

/** Client → server. Where does an address lead, clicked in the preview of a page? */
export const openTargetRequest = "handbook/openTarget";
export interface OpenTargetParams {
  /** The page that shows the link. */
  readonly uri: string;
  readonly href: string;
}
export type OpenTargetResult =
  | { readonly kind: "page"; readonly uri: string; readonly fragment?: string; readonly line: number }
  | { readonly kind: "file"; readonly uri: string }
  | { readonly kind: "external"; readonly url: string }
  | { readonly kind: "missing"; readonly message: string };

/** Server → client, whenever it changes: what the status bar shows. */
export const statusNotification = "handbook/status";
export interface StatusParams {
  readonly indexing: boolean;
  readonly sites: readonly SiteStatus[];
}
export interface SiteStatus {
  /** URI of its root folder. */
  readonly root: string;
  readonly model: string;
  /** Why this folder was taken for a handbook, as a sentence. */
  readonly evidence: string;
  /** What its author should know of how it is read, in sentences. */
  readonly notes?: readonly string[];
  readonly pages: number;
  readonly links: number;
  readonly problems: number;
}

/** Server → client, where the server has no disk for the root: every file below a folder, as paths with `/`. */
export const listFilesRequest = "handbook/fs/list";
export interface ListFilesParams {
  readonly root: string;
  /** Names of folders that are not entered. */
  readonly without: readonly string[];
}
/** Server → client, where the server has no disk for the URI: a file's bytes in base 64, or null when it cannot be read. */
export const readFileRequest = "handbook/fs/read";
export interface ReadFileParams {
  readonly uri: string;
}
