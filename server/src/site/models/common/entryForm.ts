// How a file of the navigation names pages, for the parts of models that read one: what an entry beside another looks like,
// and which list another can be added to.

import type { DataValue } from "../../../data/value.ts";
import { encodePath } from "../../routeKey.ts";
import type { FilePath, Page } from "../../site.ts";
import type { EntryList, EntryShape, NavigationEntry, WrittenEntry } from "../../siteModel.ts";

/** How the entries of a list look, and how they name a page. */
export interface EntryForm {
  readonly shape: EntryShape;
  nameOf(page: Page): string | undefined;
}

/** For an entry's `list`: nothing where its children are not written as one. */
export function listIn(
  value: DataValue | undefined,
  main: FilePath,
  form: EntryForm,
): { readonly list?: EntryList } {
  if (value?.kind !== "list") return {};
  return { list: { file: (value.file ?? main) as FilePath, span: value.span, ...form } };
}

/** For `written`: an entry that names pages so, and beside which another can be put. */
export function besideIn({ shape, nameOf }: EntryForm): Pick<WrittenEntry, "nameOf" | "beside"> {
  return { nameOf, beside: shape };
}

/** An entry, and those below it, that name pages and beside which none can be put: those of a bar on top. */
export function namesOnly(entry: NavigationEntry): NavigationEntry {
  const { list: _, written, ...rest } = entry;
  const { beside: __, ...bare } = written ?? {};
  return {
    ...rest,
    ...(written && { written: bare as WrittenEntry }),
    children: entry.children.map(namesOnly),
  };
}

/** A route as a similar address is written: `/guide/pay/` beside `/guide/`, `guide/pay` beside `guide/setup`. */
export function routeLike(route: string, like: string): string {
  const bare = encodePath(route).replace(/^\/+/, "");
  const first = /^(?:\/|[a-z][a-z0-9+.-]*:)/i.test(like) ? "/" : "";
  const slash = /\w\/$/.test(like) && !/(?:^|\/|\.\w+)$/.test(bare) ? "/" : "";
  return bare === "" ? "/" : first + bare + slash;
}
