// Files by way of the client: all of them where there is no disk of our own (a browser), else those whose URI is not of
// the disk (a virtual workspace).

import type { Connection } from "vscode-languageserver";
import { type ListFilesParams, listFilesRequest, readFileRequest } from "../protocol.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";
import { isBelowOne, neverReadNames, outputFolders } from "../workspace/ignored.ts";

export function clientFiles(connection: Connection, disk?: FileSystem): FileSystem {
  const list = async (root: string) => {
    const params: ListFilesParams = { root, without: neverReadNames };
    const all = await connection.sendRequest<readonly string[]>(listFilesRequest, params);
    const ignored = outputFolders(all);
    return { files: all.filter((path) => !isBelowOne(path, ignored)), problems: [], ignored: [...ignored] };
  };
  const read = async (uri: string) => {
    const sent = await connection.sendRequest<string | null>(readFileRequest, { uri });
    return sent === null ? undefined : Uint8Array.from(atob(sent), (one) => one.charCodeAt(0));
  };
  const ofDisk = (uri: string) => (uri.startsWith("file:") ? disk : undefined);
  return {
    foldsCase: disk?.foldsCase ?? false,
    list: async (root) => ofDisk(root)?.list(root) ?? list(root),
    // Listing around a page would list everything below it too.
    listFolder: async (folder) => ofDisk(folder)?.listFolder(folder) ?? [],
    look: async (uri) => {
      const own = ofDisk(uri);
      if (own) return own.look(uri);
      if ((await read(uri)) !== undefined) return "file";
      return (await list(uri)).files.length > 0 ? "folder" : undefined;
    },
    read: (uri) => ofDisk(uri)?.read(uri) ?? read(uri),
  };
}
