// How much code the extension loads when it starts: the client's bundle, and of the server all that it does not load on demand.

import { startCode } from "../../../scripts/startCode.mjs";

export async function measure() {
  const { client, server, total } = await startCode();
  const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
  return [
    {
      what: "code that the extension loads at its start",
      unit: "MB",
      ours: total / 1e6,
      target: { kind: "at most", value: 1.5 },
      note: `The client ${kilobytes(client)}, the server ${kilobytes(server)}.`,
    },
  ];
}
