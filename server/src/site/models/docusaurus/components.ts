// Components that a page may use without importing them: the theme's, and those that the site adds in src/theme/MDXComponents.

import { readData } from "../../../data/readData.ts";
import { entriesAt } from "../../../data/value.ts";
import type { FilePath } from "../../site.ts";
import type { DocusaurusConfig } from "./config.ts";

/** theme-classic/src/theme/MDXComponents/index.tsx. */
const theme = ["Head", "Details"];

/** Undefined where the site's own list can't be read, or a theme of others may add to it. */
export function givenComponents(
  config: DocusaurusConfig,
  texts: ReadonlyMap<FilePath, string>,
  files: ReadonlySet<FilePath>,
): ReadonlySet<string> | undefined {
  const folder =
    config.siteDir === "" ? "src/theme/MDXComponents" : `${config.siteDir}/src/theme/MDXComponents`;
  const own = [...files].filter((file) => file.startsWith(`${folder}.`) || file.startsWith(`${folder}/`));
  if (own.length === 0)
    return config.plugins.some(({ name }) => isForeignTheme(name)) ? undefined : new Set(theme);
  const file = own.find((path) => texts.has(path));
  const data = file && readData(file, texts.get(file) ?? "", () => undefined);
  if (data?.kind !== "map") return undefined;
  const names = entriesAt(data).flatMap(({ key }) => (/^[A-Z]/.test(key) ? [key] : []));
  return new Set([...theme, ...names]);
}

function isForeignTheme(name: string): boolean {
  return /theme|openapi|redoc/i.test(name) && !/^@docusaurus\/theme-/.test(name);
}
