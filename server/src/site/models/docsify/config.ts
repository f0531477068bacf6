// A Docsify site's `index.html`: the script that says it is one, and what `window.$docsify` configures, read and never run.

import { readScript } from "../../../data/readScript.ts";
import {
  at,
  booleanAt,
  type DataValue,
  entriesAt,
  stringAt,
  stringsAt,
  unreadIn,
} from "../../../data/value.ts";
import { joinPath } from "../../routeKey.ts";
import type { FilePath } from "../../site.ts";
import type { FileTree, SiteOverrides, UnreadConfig } from "../../siteModel.ts";
import { type LinearPattern, linearPattern } from "../common/linearPattern.ts";
import { missingPaths, type NamedPath } from "../common/namedPaths.ts";
import { existingFolder } from "../common/treeFolders.ts";

export interface DocsifyConfig {
  readonly file: FilePath;
  /** Folder of the pages below the one of index.html. */
  readonly root: string;
  readonly homepage: string;
  /** With its dot. */
  readonly extension: string;
  readonly relative: boolean;
  readonly history: boolean;
  /** Source patterns, whole, to destinations; the first that matches counts. */
  readonly alias: readonly { readonly from: LinearPattern; readonly to: string }[];
  readonly notCompiled: readonly LinearPattern[];
  readonly sidebar: string | undefined;
  readonly navbar: string | undefined;
  /** Is it Docsify 5, whose heading ids differ? */
  readonly newer: boolean;
  readonly version: string;
  /** Patterns of `routes`, which scripts serve. */
  readonly scripted: readonly LinearPattern[];
  readonly unread: readonly UnreadConfig[];
}

const script = /\bdocsify(?:@([\w.-]+))?(?:\/lib)?\/docsify(?:\.min)?\.js|\/npm\/docsify(?:@([\w.-]+))?["'/]/;

/** Does the page load Docsify? */
export function isDocsifyPage(text: string | undefined): boolean {
  return text !== undefined && (script.test(text) || /\$docsify\s*=/.test(text));
}

export function readDocsifyConfig({ texts, files }: FileTree, overrides: SiteOverrides): DocsifyConfig {
  const file = "index.html" as FilePath;
  const text = texts.get(file) ?? "";
  const data = configIn(text);
  const found = script.exec(text);
  const version = found?.[1] ?? found?.[2] ?? "";
  const base = stringAt(data, "basePath") ?? "";
  const remote = /^[a-z]+:|^\/\//i.test(base);
  const root = existingFolder(joinPath("", overrides.contentRoots?.[0] ?? (remote ? "" : base)) ?? "", files);
  const homepage = stringAt(data, "homepage") ?? "README.md";
  const missing: readonly NamedPath[] = [
    { value: at(data, "basePath"), path: remote ? undefined : joinPath("", base), instead: root },
    {
      value: at(data, "homepage"),
      path: /^[a-z]+:|\/\//i.test(homepage) ? undefined : joinPath(root, homepage),
    },
  ];
  return {
    file,
    root,
    homepage,
    extension: stringAt(data, "ext") ?? ".md",
    relative: booleanAt(data, "relativePath") ?? false,
    history: stringAt(data, "routerMode") === "history",
    alias: entriesAt(at(data, "alias")).flatMap(({ key, value }) => {
      const from = linearPattern(key);
      return from && value.kind === "string" ? [{ from, to: value.value }] : [];
    }),
    notCompiled: stringsAt(data, "noCompileLinks").flatMap((one) => linearPattern(one) ?? []),
    sidebar: fileOption(at(data, "loadSidebar"), "_sidebar.md"),
    navbar: fileOption(at(data, "loadNavbar"), "_navbar.md"),
    newer: /^[5-9]/.test(version),
    version: version === "" ? "4, since index.html names no version" : `${version}, by index.html`,
    scripted: entriesAt(at(data, "routes")).flatMap(({ key }) => linearPattern(key) ?? []),
    unread: [...unreadOf(data, file), ...missingPaths(missing, file, files)],
  };
}

function fileOption(value: DataValue | undefined, name: string): string | undefined {
  if (value?.kind === "string") return value.value;
  return value?.kind === "boolean" && value.value ? name : undefined;
}

/** The object that is given to `window.$docsify`, as a module of its own; blanks before it keep its places. */
function configIn(text: string): DataValue | undefined {
  const start = /\$docsify\s*=\s*/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const end = text.indexOf("</script", from);
  const body = text.slice(from, end < 0 ? text.length : end);
  const head = "export default ";
  if (from < head.length) return undefined;
  for (let close = body.length; close > 0; close = body.lastIndexOf("}", close - 2) + 1) {
    const source = `${" ".repeat(from - head.length)}${head}${body.slice(0, close)}`;
    const { main } = readScript("index.js", source);
    if (main) return main;
  }
  return undefined;
}

function unreadOf(data: DataValue | undefined, file: FilePath): readonly UnreadConfig[] {
  const keys = [
    "...",
    "basePath",
    "homepage",
    "ext",
    "relativePath",
    "routerMode",
    "alias",
    "noCompileLinks",
    "loadSidebar",
  ];
  const routes = at(data, "routes");
  const found = keys.flatMap((key) => unreadIn(at(data, key)).map((one) => ({ key, one })));
  if (routes?.kind === "unread") found.push({ key: "routes", one: routes });
  return found.map(({ key, one: { span, expression } }) => ({
    file,
    span,
    expression,
    ...(key === "basePath" && { setting: "contentRoots" as const }),
    ...(!/^(?:homepage|loadSidebar)$/.test(key) && { decides: "addresses" as const }),
  }));
}
