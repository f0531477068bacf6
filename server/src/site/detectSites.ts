// Which folders are handbooks, and of which kind: by a generator's configuration, or by a content folder's looks.

import picomatch from "picomatch";
import { isHostFile, withHostRedirects } from "./models/common/redirects/hostRedirects.ts";
import { modelDetectors, plain } from "./models/index.ts";
import { folderOf } from "./routeKey.ts";
import type { FilePath } from "./site.ts";
import { isSiteFile, readSiteFile } from "./siteFile.ts";
import type { FileTree, ModelDetector, SiteModel, SiteOverrides } from "./siteModel.ts";

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
    const inner = roots.filter((other) => other !== root && isInside(other, root));
    return detector
      ? [{ root, model: modelOf(detector, subtree(tree, root, inner), options.overrides) }]
      : [];
  });
}

/** The generator's model as the authors' own file has it, behind the host's redirects. `overrides` of the settings win over the file's. */
export function modelOf(detector: ModelDetector, tree: FileTree, overrides: SiteOverrides): SiteModel {
  const own = [...tree.texts].find(([path]) => isSiteFile(path) && !path.includes("/"));
  const file = own && readSiteFile(...own);
  const all = { ...file?.overrides, ...overrides };
  const model = withoutIgnored(withHostRedirects(detector.create(tree, all), tree), all.ignore);
  return file && file.problems.length > 0
    ? { ...model, unread: [...(model.unread ?? []), ...file.problems] }
    : model;
}

function detectorOf(id: string | undefined): ModelDetector | undefined {
  return modelDetectors.find((detector) => detector.id === id);
}

/** The model without the pages that the globs name; the files stay what they are to links that name files. */
function withoutIgnored(model: SiteModel, globs: readonly string[] | undefined): SiteModel {
  if (!globs || globs.length === 0) return model;
  const ignored = picomatch([...globs], { dot: true });
  return { ...model, syntaxOf: (path) => (ignored(path) ? undefined : model.syntaxOf(path)) };
}

/** What authors say themselves comes first; then the registry's order decides where two detectors want the same folder. */
function findRoots(tree: FileTree): ReadonlyMap<string, ModelDetector> {
  const found = new Map<string, ModelDetector>();
  for (const detector of modelDetectors) {
    for (const root of detector.findRoots(tree)) if (!found.has(root)) found.set(root, detector);
  }
  const roots = new Map(withoutSwallowed(found, tree));
  for (const [path, text] of tree.texts) {
    if (!isSiteFile(path)) continue;
    const named = detectorOf(readSiteFile(path, text).overrides.model);
    roots.set(folderOf(path), named ?? found.get(folderOf(path)) ?? plain);
  }
  return roots;
}

/** A folder that was taken by its looks alone (or by a detector that yields), within one that a configuration names, is that one's content and no site of its own. */
function withoutSwallowed(
  found: ReadonlyMap<string, ModelDetector>,
  tree: FileTree,
): ReadonlyMap<string, ModelDetector> {
  const configured = [...found].filter(([, detector]) => detector !== plain).map(([root]) => root);
  return new Map(
    [...found].filter(
      ([root, detector]) =>
        (detector !== plain && !detector.yields?.(tree, root)) ||
        !configured.some((other) => other !== root && isInside(root, other)),
    ),
  );
}

/** The tree below a root, its paths cut, without the inner sites' files. */
function subtree(tree: FileTree, root: string, inner: readonly string[]): FileTree {
  if (root === "" && inner.length === 0) return tree;
  const from = root === "" ? 0 : root.length + 1;
  const own = (path: string) => isInside(path, root) && !inner.some((other) => isInside(path, other));
  const cut = (path: FilePath) => path.slice(from) as FilePath;
  return {
    root: root === "" ? tree.root : `${tree.root}/${root.split("/").map(encodeURIComponent).join("/")}`,
    files: new Set([...tree.files].filter(own).map(cut)),
    ...(tree.now !== undefined && { now: tree.now }),
    texts: new Map([...tree.texts].filter(([path]) => own(path)).map(([path, text]) => [cut(path), text])),
  };
}

function isInside(path: string, root: string): boolean {
  return root === "" || path.startsWith(`${root}/`);
}
