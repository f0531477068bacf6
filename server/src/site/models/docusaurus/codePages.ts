// Pages that code makes: src/pages/*.tsx and the like, in every language.

import { routeKey } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { Collection } from "./collections.ts";
import { joinUrl } from "./joinUrl.ts";
import { filePath } from "./routes.ts";

/** The file of code that serves a route. */
export type CodePages = (route: string) => FilePath | undefined;

export function codePages(collections: readonly Collection[], files: ReadonlySet<FilePath>): CodePages {
  const pages = collections.filter(({ instance }) => instance.kind === "pages");
  const served = new Map<string, FilePath>();
  for (const file of pages.length > 0 ? files : []) {
    if (!/\.[jt]sx?$/.test(file) || file.endsWith(".d.ts")) continue;
    for (const { folder, path, instance } of pages) {
      const source = file.startsWith(`${folder}/`) ? file.slice(folder.length + 1) : undefined;
      if (source !== undefined && instance.includes(source))
        served.set(routeKey(joinUrl(path, filePath(source))), file);
    }
  }
  return (route) => served.get(routeKey(route));
}
