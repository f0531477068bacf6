// Answers the server's requests for files where it has none of its own: in the browser, and in virtual workspaces.

import { Disposable, FileType, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type ListFilesParams,
  listFilesRequest,
  type ReadFileParams,
  readFileRequest,
} from "../../server/src/protocol.ts";
import { toBase64 } from "./base64.ts";
import { nameOf } from "./nameOf.ts";

export function answerFileRequests(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    client.onRequest(listFilesRequest, ({ root, without }: ListFilesParams) =>
      listFiles(Uri.parse(root), new Set(without)),
    ),
    client.onRequest(readFileRequest, ({ uri }: ReadFileParams) => readFile(Uri.parse(uri))),
  );
}

async function readFile(uri: Uri): Promise<string | null> {
  try {
    return toBase64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** Paths below `root`, folder by folder; a folder that cannot be read counts as empty, a linked one is not entered. */
async function listFiles(root: Uri, without: ReadonlySet<string>): Promise<readonly string[]> {
  const files: string[] = [];
  let level = [""];
  while (level.length > 0) {
    const found = await Promise.all(level.map((folder) => readFolder(Uri.joinPath(root, folder), folder)));
    files.push(...found.flatMap((entry) => entry.files));
    level = found.flatMap((entry) => entry.folders).filter((path) => !without.has(nameOf(path)));
  }
  return files;
}

interface Folder {
  readonly files: string[];
  readonly folders: string[];
}

async function readFolder(uri: Uri, folder: string): Promise<Folder> {
  const files: string[] = [];
  const folders: string[] = [];
  for (const [name, type] of await entriesOf(uri)) {
    const path = folder === "" ? name : `${folder}/${name}`;
    if (type === FileType.Directory) folders.push(path);
    else if (type & FileType.File) files.push(path);
  }
  return { files, folders };
}

async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
