// Files by way of the client: all of them where there is no disk of our own (a browser), else those whose URI is not of
// the disk (a virtual workspace).

import type { Connection } from "vscode-languageserver";
import { listFilesRequest, readFileRequest } from "../protocol.ts";
import type { FileSystem } from "../workspace/fileSystem.ts";

export function clientFiles(connection: Connection, disk?: FileSystem): FileSystem {
  const list = (root: string) => connection.sendRequest<readonly string[]>(listFilesRequest, { root });
  const read = async (uri: string) => {
    const sent = await connection.sendRequest<string | null>(readFileRequest, { uri });
    return sent === null ? undefined : Uint8Array.from(atob(sent), (one) => one.charCodeAt(0));
  };
  const ofDisk = (uri: string) => (uri.startsWith("file:") ? disk : undefined);
  return {
    foldsCase: disk?.foldsCase ?? false,
    list: async (root) => ofDisk(root)?.list(root) ?? { files: await list(root), problems: [] },
    // Listing around a page would list everything below it too.
    listFolder: async (folder) => ofDisk(folder)?.listFolder(folder) ?? [],
    look: async (uri) => {
      const own = ofDisk(uri);
      if (own) return own.look(uri);
      if ((await read(uri)) !== undefined) return "file";
      return (await list(uri)).length > 0 ? "folder" : undefined;
    },
    read: (uri) => ofDisk(uri)?.read(uri) ?? read(uri),
  };
}
