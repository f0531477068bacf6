// Which folders are handbooks, and of which kind: by a generator's configuration, or by a content folder's looks.

import { faultIn } from "../data/faultIn.ts";
import { withBrokenConfig } from "./brokenConfig.ts";
import { globMatcher } from "./models/common/globs.ts";
import { isThere } from "./models/common/namedPaths.ts";
import { isHostFile, withHostRedirects } from "./models/common/redirects/hostRedirects.ts";
import { modelDetectors, plain } from "./models/index.ts";
import { withSlugRule } from "./models/slugRules.ts";
import { folderOf, isInFolder, joinPath } from "./routeKey.ts";
import type { FilePath } from "./site.ts";
import { inVain, isSiteFile, readSiteFile, settingsInVain } from "./siteFile.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides, UnreadConfig } from "./siteModel.ts";

export interface DetectionOptions {
  readonly enable: "auto" | "on" | "off";
  readonly overrides: SiteOverrides;
}

export interface DetectedSite {
  /** The folder below the tree's root; "" is the root itself. */
  readonly root: string;
  readonly model: SiteModel;
}

/** Is this a file whose text detection wants (`FileTree.texts`)? Asked of every path of a workspace. */
export function readsAny(path: string): boolean {
  return (
    isHostFile(path) ||
    isSiteFile(path) ||
    modelDetectors.some((detector) => detector.reads(path as FilePath))
  );
}

/** Is it a file of which a model is made? Not the pages by whose looks a plain handbook is found. */
export function configuresAny(path: string): boolean {
  return (
    isHostFile(path) ||
    isSiteFile(path) ||
    modelDetectors.some((detector) => detector !== plain && detector.reads(path as FilePath))
  );
}

/** The files that tell a model what it says of its site; `sources` has whatever any of the models would read. */
export function configurationFiles({ id, sources }: SiteModel): readonly FilePath[] {
  const detector = id === plain.id ? undefined : detectorOf(id);
  return [...sources.keys()].filter((path) => isHostFile(path) || isSiteFile(path) || detector?.reads(path));
}

/** The handbooks in a tree, none inside another's model unless it has a root of its own: each file belongs to the nearest root. Sorted by root. */
export function detectSites(tree: FileTree, options: DetectionOptions): readonly DetectedSite[] {
  if (options.enable === "off") return [];
  const forced = detectorOf(options.overrides.model);
  if (forced) return [{ root: "", model: modelOf(forced, tree, options.overrides) }];
  const found = findRoots(tree);
  const wanted = options.enable === "on" || options.overrides.contentRoots !== undefined;
  if (found.size === 0 && wanted) return [{ root: "", model: modelOf(plain, tree, options.overrides) }];
  const roots = [...found.keys()].sort();
  return roots.flatMap((root) => {
    const detector = found.get(root);
    const inner = roots.filter((other) => other !== root && isInFolder(other, root));
    return detector
      ? [{ root, model: modelOf(detector, subtree(tree, root, inner), options.overrides) }]
      : [];
  });
}

/** The generator's model as the authors' own file has it, behind the host's redirects. `overrides` of the settings win over the file's. */
export function modelOf(detector: ModelDetector, tree: FileTree, overrides: SiteOverrides): SiteModel {
  const own = [...tree.texts].find(([path]) => isSiteFile(path) && !path.includes("/"));
  const file = own && readSiteFile(...own);
  const all = withExistingRoots(normalised({ ...file?.overrides, ...overrides }), tree.files);
  const rule = detector.unheeded?.includes("slugger") ? undefined : all.slugger;
  const named = withSlugRule(detector.create(tree, all), rule);
  const plainly: SiteModel = {
    ...settled(withoutIgnored(withHostRedirects(named, tree), all.ignore), all),
    onFiles: (files) => modelOf(detector, { ...tree, files }, overrides),
  };
  const notes = settingsInVain(overrides, detector, named.name, tree.files);
  const model = notes.length === 0 ? plainly : { ...plainly, notes: [...(plainly.notes ?? []), ...notes] };
  const faults = faultsOf(tree);
  const broken = faults.map(({ file: path }) => path).filter((path) => isOpenedBroken(path, detector, tree));
  const vain = own && file ? inVain(file, { file: own[0], files: tree.files }, detector, named.name) : [];
  const more = [...(file?.problems ?? []), ...vain, ...faults];
  if (more.length === 0) return model;
  const texts = new Map(
    more.flatMap(({ file: path }) => [
      [path, tree.halfWritten?.get(path) ?? tree.texts.get(path) ?? ""] as const,
    ]),
  );
  return {
    ...(broken.length === 0 ? model : withBrokenConfig(model, broken)),
    sources: new Map([...model.sources, ...texts]),
    halfWritten: new Set([...(tree.halfWritten?.keys() ?? []), ...faults.map(({ file: path }) => path)]),
    unread: [...(model.unread ?? []), ...more],
  };
}

/** Is it broken in such a way that no whole text of it is known, and does it matter to all of the site? */
function isOpenedBroken(path: FilePath, detector: ModelDetector, { halfWritten }: FileTree): boolean {
  if (halfWritten?.has(path)) return false;
  return isHostFile(path) || isSiteFile(path) || (detector.isMain ?? detector.reads)(path);
}

/** What an author says in the settings decides nothing any more by not being read. */
function settled(model: SiteModel, overrides: SiteOverrides): SiteModel {
  if (!model.unread?.some(({ decides }) => decides)) return model;
  return {
    ...model,
    unread: model.unread.map(({ decides, ...one }) =>
      decides === undefined || (one.setting !== undefined && overrides[one.setting] !== undefined)
        ? one
        : { ...one, decides },
    ),
  };
}

/** Configuration files that are half written: what could be read of them counts, which may not be what they mean. */
function faultsOf({ texts, halfWritten }: FileTree): readonly UnreadConfig[] {
  const faults: UnreadConfig[] = [];
  for (const [file, text] of texts) {
    const fault = configuresAny(file) ? faultIn(file, halfWritten?.get(file) ?? text) : undefined;
    if (!fault) continue;
    const message = `${file} is broken here. Until it is mended, Handbook goes by what it can read of it.`;
    faults.push({ file, span: fault, expression: file, message });
  }
  return faults;
}

/** Without the folders that are not there; where none is, the generator's own configuration counts. */
function withExistingRoots(
  { contentRoots, ...others }: SiteOverrides,
  files: FileTree["files"],
): SiteOverrides {
  const existing = contentRoots
    ?.map((root) => joinPath("", root) ?? root)
    .filter((root) => isThere(root, files));
  return existing && existing.length > 0 ? { ...others, contentRoots: existing } : others;
}

/** A base as authors may write it: "docs", "/docs/", "https://example.com/docs". */
function normalised({ base, hosts, ...overrides }: SiteOverrides): SiteOverrides {
  const path = base?.replace(/^[a-z]+:\/\/[^/]*/i, "").replace(/^\/+|\/+$/g, "");
  const named = hosts?.filter((host) => host.trim() !== "");
  return {
    ...overrides,
    ...(path !== undefined && { base: path === "" ? "" : `/${path}` }),
    ...(named && named.length > 0 && { hosts: named }),
  };
}

function detectorOf(id: string | undefined): ModelDetector | undefined {
  return modelDetectors.find((detector) => detector.id === id);
}

/** The model without the pages that the globs name; the files stay what they are to links that name files. */
function withoutIgnored(model: SiteModel, globs: readonly string[] | undefined): SiteModel {
  if (!globs || globs.length === 0) return model;
  const ignored = globMatcher(globs, { dot: true });
  return { ...model, syntaxOf: (path) => (ignored(path) ? undefined : model.syntaxOf(path)) };
}

/** What authors say themselves comes first; then the registry's order decides where two detectors want the same folder. */
function findRoots(tree: FileTree): ReadonlyMap<string, ModelDetector> {
  const roots = new Map<string, ModelDetector>();
  for (const detector of modelDetectors) {
    if (detector === plain) continue;
    for (const root of detector.findRoots(tree)) if (!roots.has(root)) roots.set(root, detector);
  }
  for (const [root, detector] of roots)
    if (
      detector.yields?.(tree, root) &&
      [...roots.keys()].some((other) => other !== root && isInFolder(root, other))
    )
      roots.delete(root);
  const siteFiles = [...tree.texts].filter(([path]) => isSiteFile(path));
  const taken = [...roots.keys(), ...siteFiles.map(([path]) => folderOf(path))];
  for (const root of plainRoots(tree, taken)) roots.set(root, plain);
  for (const [path, text] of siteFiles) {
    const named = detectorOf(readSiteFile(path, text).overrides.model);
    roots.set(folderOf(path), named ?? roots.get(folderOf(path)) ?? plain);
  }
  return roots;
}

/** Looks tell a handbook only by folders that are no other's: `content/` is none beside `content/.vitepress/`. */
function plainRoots(tree: FileTree, taken: readonly string[]): readonly string[] {
  const found = plain.findRoots(tree);
  return found.length === 0 || taken.length === 0 ? found : plain.findRoots(subtree(tree, "", taken));
}

/** The tree below a root, its paths cut, without the inner sites' files. */
function subtree(tree: FileTree, root: string, inner: readonly string[]): FileTree {
  if (root === "" && inner.length === 0) return tree;
  const from = root === "" ? 0 : root.length + 1;
  const own = (path: string) => isInFolder(path, root) && !inner.some((other) => isInFolder(path, other));
  const cut = (path: FilePath) => path.slice(from) as FilePath;
  return {
    root: root === "" ? tree.root : `${tree.root}/${root.split("/").map(encodeURIComponent).join("/")}`,
    files: new Set([...tree.files].filter(own).map(cut)),
    ...(tree.now !== undefined && { now: tree.now }),
    ...(tree.halfWritten && {
      halfWritten: new Map(
        [...tree.halfWritten].filter(([path]) => own(path)).map(([path, text]) => [cut(path), text]),
      ),
    }),
    texts: new Map([...tree.texts].filter(([path]) => own(path)).map(([path, text]) => [cut(path), text])),
  };
}
