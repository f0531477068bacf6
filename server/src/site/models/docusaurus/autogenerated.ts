// A folder as Docusaurus lists it in a sidebar. Source: plugin-content-docs/src/sidebars/generator.ts.

import { nameOf } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import { categoryOf } from "./categories.ts";
import type { Collection } from "./collections.ts";
import type { Doc } from "./docs.ts";
import { withoutNumber } from "./numberPrefix.ts";
import type { CategoryLink, SidebarItem } from "./sidebarItems.ts";

interface Placed {
  readonly item: SidebarItem;
  readonly position: number | undefined;
  /** Name of the file or folder: what decides between equal positions. */
  readonly name: string;
}

export function listFolder(
  folder: string,
  docs: readonly Doc[],
  collection: Collection,
  texts: ReadonlyMap<FilePath, string>,
): readonly SidebarItem[] {
  const within = docs.filter((doc) => isIn(doc.folder, folder));
  const here = within.filter((doc) => doc.folder === folder);
  const inner = [...new Set(within.flatMap((doc) => childOf(doc.folder, folder) ?? []))];
  const entries: Placed[] = [
    ...here.map((doc) => ({ item: itemOf(doc), position: doc.position, name: nameOf(doc.source) })),
    ...inner.map((child) => listCategory(child, docs, collection, texts)),
  ];
  return sorted(entries).map(({ item }) => item);
}

function listCategory(
  folder: string,
  docs: readonly Doc[],
  collection: Collection,
  texts: ReadonlyMap<FilePath, string>,
): Placed {
  const said = categoryOf(folder, collection, texts);
  const linked = linkedDoc(said?.link, folder, docs);
  const own = said?.link === "none" ? undefined : said?.link;
  const link: CategoryLink | undefined = linked ? { kind: "doc", id: linked.id } : own;
  const name = nameOf(folder);
  const bare = collection.instance.numberPrefixes ? withoutNumber(name) : { name };
  const rest = docs.filter((doc) => doc !== linked || doc.folder !== folder);
  return {
    item: {
      kind: "category",
      label: said?.label ?? linked?.label ?? bare.name,
      link,
      items: listFolder(folder, rest, collection, texts),
    },
    position: said?.position ?? linked?.position ?? bare.position,
    name,
  };
}

/** The doc that the folder's name leads to: the one that it names, else its index. */
function linkedDoc(
  link: CategoryLink | "none" | undefined,
  folder: string,
  docs: readonly Doc[],
): Doc | undefined {
  if (link === "none" || link?.kind === "generated-index") return undefined;
  const here = docs.filter((doc) => doc.folder === folder);
  if (!link) return here.find((doc) => doc.isIndex);
  return here.find((doc) => nameOf(doc.id) === link.id) ?? docs.find((doc) => doc.id === link.id);
}

function itemOf(doc: Doc): SidebarItem {
  return { kind: "doc", id: doc.id, label: "" };
}

/** Those without a position come last. */
function sorted(entries: readonly Placed[]): readonly Placed[] {
  const rank = ({ position }: Placed) => position ?? Number.POSITIVE_INFINITY;
  return [...entries].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) < rank(b) ? -1 : 1;
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
  });
}

function isIn(folder: string, parent: string): boolean {
  return parent === "" || folder === parent || folder.startsWith(`${parent}/`);
}

/** `a/b` of `a/b/c` in `a`. */
function childOf(folder: string, parent: string): string | undefined {
  const rest = parent === "" ? folder : folder.slice(parent.length + 1);
  const [first] = rest.split("/");
  if (!first || folder === parent) return undefined;
  return parent === "" ? first : `${parent}/${first}`;
}
