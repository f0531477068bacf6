// Definition and hover on the links of the opened page, and the question which links lead to one target. An edit comes
// before every third request, so that nothing kept from the last snapshot helps.

import { percentile } from "../support/numbers.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";
import { linksWritten, Typist } from "../support/typing.mjs";

const requests = 300;
const target = { kind: "at most", value: 5 };

export async function measure(bench) {
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  await server.open(bench.page);
  await server.indexed();
  const definition = await ask(bench, server, "definition", (answer, link) => {
    const leads = [answer].flat().map((one) => one?.targetUri ?? one?.uri);
    bench.expect(`where ${link.href} leads`, leads, [server.uriOf(link.target)]);
  });
  const hover = await ask(bench, server, "hover", (answer, link) => {
    bench.expect(`that ${link.href} has a hover`, answer !== null, true);
  });
  const references = server.can.referencesProvider && (await askReferences(bench, server));
  await server.stop();
  const theirs = bench.peers && (await markdownService(bench, "references")).references.took;
  const peer = theirs && { peer: { name: "VS Code's service, the first time", value: theirs } };
  const row = (what, times, more) => ({
    what: `${what}, 95 of 100 within`,
    unit: "ms",
    ours: times && percentile(times, 0.95),
    target,
    ...more,
  });
  return [
    row("definition", definition),
    row("hover", hover),
    row("all links to one target", references, {
      ...peer,
      ...(!references && { note: "The server does not answer this yet." }),
    }),
  ];
}

function askReferences(bench, server) {
  const context = { includeDeclaration: false };
  return ask(
    bench,
    server,
    "references",
    (answer, { href, line }) => {
      const here = server.uriOf(bench.page);
      const isAmong = answer?.some(({ uri, range }) => uri === here && range.start.line === line - 1);
      bench.expect(`that the links to where ${href} leads have itself among them`, isAmong, true);
    },
    { context },
  );
}

async function ask(bench, server, method, judge, more) {
  const links = linksWritten(bench.links, bench.page).filter((link) => bench.isPage(link.target));
  const typist = new Typist(server, bench);
  const times = [];
  for (let count = 0; count < requests; count++) {
    const link = links[count % links.length];
    // Two edits, so that the text is the same and the places of the links, too.
    if (count % 3 === 0) for (let edit = 0; edit < 2; edit++) await typist.type();
    const position = { line: link.line - 1, character: link.column };
    const since = performance.now();
    const answer = await server.about(method, bench.page, { position, ...more });
    times.push(performance.now() - since);
    judge(answer, link);
  }
  return times;
}
