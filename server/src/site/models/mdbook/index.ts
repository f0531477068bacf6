// mdBook: chapters are what SUMMARY.md lists, each served beside its file. Preprocessors other than its own are not run.

import { readData } from "../../../data/readData.ts";
import { githubSyntax, type MarkdownSyntax } from "../../../markdown/syntax.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { folderOf, isMarkdown, nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type {
  FileTree,
  FrontmatterSchema,
  ModelDetector,
  Placement,
  SiteModel,
  SiteOverrides,
} from "../../siteModel.ts";
import { externalRoutes } from "../common/externalRoutes.ts";
import { pageTitle } from "../common/pageTitle.ts";
import { ruleTable } from "../common/redirects/ruleTable.ts";
import { byFile } from "../plain/linkTo.ts";
import { type BookConfig, bookFile, readBook, sourceFolder } from "./config.ts";
import { bookIds } from "./headingIds.ts";
import { includedFiles, unseenInclude } from "./includes.ts";
import { bookLinkTo } from "./linkTo.ts";
import { bookNavigation } from "./navigation.ts";
import { bookRedirects, forwardedIds } from "./redirects.ts";
import { resolveBookPath } from "./resolvePath.ts";
import { belowSource, chapterRoute } from "./routes.ts";
import { allChapters, readSummary } from "./summary.ts";

export const mdbook: ModelDetector = {
  id: "mdbook",
  reads: (path) => /(?:^|\/)(?:book\.toml|SUMMARY\.md)$/.test(path),
  findRoots,
  create,
};

/** A book has a SUMMARY.md where its book.toml says. */
function findRoots(tree: FileTree): readonly string[] {
  return [...tree.files].flatMap((file) => {
    if (nameOf(file) !== bookFile) return [];
    const src = sourceFolder(readData(file, tree.texts.get(file) ?? "")).replace(/^\.?\/+|\/+$/g, "");
    const summary = [folderOf(file), src, "SUMMARY.md"].filter((part) => part !== "").join("/");
    return tree.files.has(summary as FilePath) ? [folderOf(file)] : [];
  });
}

const syntax: MarkdownSyntax = { ...githubSyntax, math: false, literals: "none", headingAttributes: true };

/** mdBook reads no frontmatter: a block at the top is text to it. */
const frontmatter: FrontmatterSchema = { required: false, keys: {} };

function create(tree: FileTree, overrides: SiteOverrides): SiteModel {
  const config = readBook(tree, overrides);
  const { files } = tree;
  const summary = (config.src === "" ? "SUMMARY.md" : `${config.src}/SUMMARY.md`) as FilePath;
  const text = tree.texts.get(summary) ?? "";
  const parts = readSummary(text, config.src);
  const chapters = allChapters(parts);
  const names = new Map(
    chapters.flatMap(({ name, path }) => (path === undefined ? [] : [[path, name] as const])),
  );
  const redirects = bookRedirects(config);
  const forwarded = forwardedIds(config);
  const rules = {
    config,
    external: externalRoutes(overrides.externalRoutes ?? []),
    redirects: ruleTable(redirects),
    first: chapters.find(({ path }) => path !== undefined)?.path,
  };
  return {
    id: "mdbook",
    name: "mdBook",
    evidence: `${bookFile} and ${summary}`,
    idRule: "mdBook's own",
    version: config.older ? "0.4, since book.toml has keys of it" : "0.5",
    sources: tree.texts,
    hosts: config.hosts,
    base: config.base,
    contentRoots: [config.src],
    syntaxOf: (path) =>
      isMarkdown(path) && path !== summary && belowSource(path, config) !== undefined
        ? { ...syntax, shortcodes: config.includes ? "mdbook" : "none" }
        : undefined,
    place: (page) => place(page, { config, names, forwarded }),
    resolvePath: (path, from, site, { destination }) =>
      resolveBookPath(path, from, site, { ...rules, full: /^\s*(?:https?:)?\/\//i.test(destination) }),
    usualLinks: byFile,
    linkTo: (target, from, style) => bookLinkTo(target, from, style, config),
    partialsOf: (page) => (config.includes ? includedFiles(page, files) : []),
    partialLinks: "page",
    idsTogether: (headings) => bookIds(headings, config),
    unseenIds(page) {
      const shown = config.includes ? unseenInclude(page, files) : undefined;
      return shown === undefined ? undefined : `The chapter shows ${shown}, which is not here as a whole.`;
    },
    frontmatter,
    redirects,
    navigation: (site) => bookNavigation(site, { parts, file: summary, length: text.length, config }),
  };
}

interface PlaceRules {
  readonly config: BookConfig;
  /** Chapters' names by their paths. */
  readonly names: ReadonlyMap<string, string>;
  readonly forwarded: ReadonlyMap<string, readonly string[]>;
}

function place(page: ScannedPage, { config, names, forwarded }: PlaceRules): Placement {
  const name = names.get(page.path);
  const below = belowSource(page.path, config);
  const route = name === undefined || below === undefined ? undefined : chapterRoute(below, config);
  return {
    route,
    aliases: [],
    title: name || pageTitle(page),
    headingIds: bookIds(page.headings, config),
    ownIds: [...notesOf(page), ...(forwarded.get(route ?? "") ?? [])],
  };
}

/** Footnotes and the marks that call them. */
function notesOf(page: ScannedPage): readonly string[] {
  return page.footnotes.flatMap(({ label }) => [`footnote-${label}`, `fr-${label}-1`, label]);
}
