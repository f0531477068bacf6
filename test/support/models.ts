// The site models for tests, each made by its own detector from the files of the test's handbook, whether or not they
// would have been enough to detect it.

import { modelOf, readsAny } from "../../server/src/site/detectSites.ts";
import { modelDetectors } from "../../server/src/site/models/index.ts";
import type { FilePath } from "../../server/src/site/site.ts";
import type { FileTree, SiteModel, SiteOverrides } from "../../server/src/site/siteModel.ts";

export type TestModel = (tree: FileTree) => SiteModel;

/** GitHub's way: routes from file paths. */
export const plain: TestModel = model("plain");
/** Pages in `contents/`, redirects in `vercel.json`. */
export const posthog: TestModel = model("posthog");
/** Pages in `content/`, configuration in `hugo.toml`. */
export const hugo: TestModel = model("hugo");

/** The model that the registry has by that name, with settings that override what it finds. */
export function model(id: string, overrides: SiteOverrides = {}): TestModel {
  return (tree) => {
    const detector = modelDetectors.find((one) => one.id === id);
    if (!detector) throw new Error(`There is no site model "${id}".`);
    const texts = new Map<FilePath, string>();
    for (const [path, text] of tree.texts) if (readsAny(path)) texts.set(path, text);
    return modelOf(detector, { ...tree, texts }, overrides);
  };
}
