// Which files the editor watches for the server: every file's coming and going (a link may name any of them), and the
// changes inside those that the server reads.

import { type ExtensionContext, type FileSystemWatcher, workspace } from "vscode";
import type { WorkspaceMiddleware } from "vscode-languageclient";
import { isNoise } from "./noise.ts";

/** Pages, and what site models and remark-lint read. */
const read = [
  "**/*.{md,mdx,markdown,mdown,mkd,json,jsonc,yaml,yml,toml,ts,mts,js,mjs,cjs,html}",
  "**/{_redirects,_headers,.remarkrc,.remarkignore,.gitignore,.tool-versions,CNAME}",
];

export function watchers(context: ExtensionContext): FileSystemWatcher[] {
  const all = [
    workspace.createFileSystemWatcher("**/*", false, true, false),
    ...read.map((glob) => workspace.createFileSystemWatcher(glob, true, false, true)),
  ];
  context.subscriptions.push(...all);
  return all;
}

/** Middleware of file events: noise stops here. */
export const passUnlessNoise: NonNullable<WorkspaceMiddleware["didChangeWatchedFile"]> = (event, next) => {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString().replace(/\/$/, ""));
  return isNoise(event.uri, folders) ? Promise.resolve() : next(event);
};
