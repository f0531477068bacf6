// Asks Foam's own core, the package that its VS Code extension is made of: which note a link names, and which sections and
// blocks that note has. A wiki link to a section is right as the extension's diagnostics say (`wikilink-diagnostics.ts`: a
// label that is the same, sign for sign), one to several notes as it goes to the first. Ordinary links are VS Code's, too,
// which serves them by their file and knows headings by GitHub's ids.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import GithubSlugger from "github-slugger";

export async function build({ site, work, install }) {
  install("foam-core@0.44.0");
  const core = createRequire(join(work, "package.json"))("foam-core");
  const paths = readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/[\\/]\.(?:vscode|foam)[\\/]/.test(path));
  const foam = await open(core, site, paths);
  const notes = foam.workspace.list().filter(({ type }) => type === "note");
  const pathOf = (note) => note.uri.path.slice(site.length + 1);
  return {
    pages: notes.map((note) => ({
      page: pathOf(note),
      route: `/${pathOf(note).replace(/\.md$/, "")}`,
      heading_ids: note.sections.map(({ label }) => label),
    })),
    links: notes.flatMap((note) =>
      note.links.flatMap((link) => {
        const href = writtenIn(core, link);
        if (href === undefined) return [];
        return [{ page: pathOf(note), href, verdict: verdictOn(core, foam.workspace, note, link) }];
      }),
    ),
  };
}

async function open(core, site, paths) {
  const uris = paths.map((path) => core.URI.file(path));
  const read = async (uri) => readFileSync(uri.toFsPath(), "utf8");
  const store = new core.GenericDataStore(async () => uris, read);
  const parser = core.createMarkdownParser();
  const providers = [
    new core.MarkdownResourceProvider(store, parser),
    new core.AttachmentResourceProvider(core.defaultAttachmentExtensions),
  ];
  core.Logger.setLevel("off");
  const matcher = new core.AlwaysIncludeMatcher();
  return core.bootstrap([core.URI.file(site)], matcher, undefined, store, parser, providers, ".md", "off");
}

/** The address as its author wrote it; undefined of embedded notes and images, and of what leads out. */
function writtenIn(core, link) {
  if (link.isEmbed || link.type === "external") return undefined;
  const { target, section, blockId } = core.MarkdownLink.analyzeLink(link);
  const fragment = blockId ? `#^${blockId}` : section ? `#${section}` : "";
  if (link.type === "wikilink") return `${target}${fragment}`;
  return core.ResourceLink.isResolvedReference(link) ? link.definition.url : `${target}${fragment}`;
}

function verdictOn(core, workspace, note, link) {
  const uri = workspace.resolveLink(note, link);
  const found = uri.isPlaceholder() ? undefined : workspace.find(uri);
  if (!found) return link.type === "link" && isFile(note, link, core) ? "ok" : "missing-page";
  if (!uri.fragment) return "ok";
  if (uri.fragment.startsWith("^"))
    return core.Resource.findBlock(found, uri.fragment.slice(1)) ? "ok" : "missing-anchor";
  const slugger = new GithubSlugger();
  const ids = found.sections.map(({ label }) => slugger.slug(label));
  if (link.type === "link" && ids.includes(uri.fragment)) return "ok";
  return core.Resource.findSection(found, uri.fragment) ? "ok" : "missing-anchor";
}

/** Of a kind that Foam has no part in. */
function isFile(note, link, core) {
  const { target } = core.MarkdownLink.analyzeLink(link);
  return target !== "" && existsSync(join(note.uri.toFsPath(), "..", decodeURIComponent(target)));
}
