// How much code the extension loads when it starts, as it ships: the client's bundle, and the server's with every chunk that
// it imports without being asked to. Nothing is written.

import * as esbuild from "esbuild";
import { clientBundle, serverBundle } from "./bundles.mjs";

/** Bytes, and the source files that they come from. */
export async function startCode() {
  const client = await loadedAtStart(clientBundle(true), "client");
  const server = await loadedAtStart(serverBundle(true), "server");
  return {
    client: client.bytes,
    server: server.bytes,
    total: client.bytes + server.bytes,
    inputs: [...client.inputs, ...server.inputs],
  };
}

async function loadedAtStart(options, entry) {
  const { metafile } = await esbuild.build({ ...options, write: false, metafile: true });
  const { outputs } = metafile;
  const source = options.entryPoints[entry];
  const first = Object.keys(outputs).find((file) => outputs[file].entryPoint === source);
  const files = new Set([first]);
  for (const file of files) {
    for (const { path, kind } of outputs[file].imports)
      if (kind === "import-statement" && path in outputs) files.add(path);
  }
  const loaded = [...files].map((file) => outputs[file]);
  return {
    bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0),
    inputs: loaded.flatMap(({ inputs }) => Object.keys(inputs)),
  };
}
