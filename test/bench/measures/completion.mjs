// Completion while a link is typed at the end of the opened page: over all routes, and over all headings of the handbook
// (`##`). Each request comes right after a keystroke.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { percentile } from "../support/numbers.mjs";
import { markdownService } from "../support/peers.mjs";
import { Server } from "../support/server.mjs";
import { temporaryFolder } from "../support/temporary.mjs";

const sample = 20;
const within = (value) => ({ target: { kind: "at most", value } });

export async function measure(bench) {
  const server = await Server.start({ folder: bench.folder, cache: temporaryFolder("cache") });
  const { folder, page, truth } = bench;
  const text = readFileSync(join(folder, page), "utf8");
  await server.open(page);
  await server.indexed();
  const writer = new Writer(server, page, text);
  const routes = spread(truth.pages.filter((one) => one.page !== page && one.route !== "/"));
  const headings = spread(uniqueHeadings(bench));
  const byRoute = await complete(
    bench,
    writer,
    routes.map(({ route }) => ({ typed: route, expected: route })),
  );
  const byHeading = await complete(
    bench,
    writer,
    headings.map(({ heading, route }) => ({ typed: `##${heading}`, expected: `${route}#` })),
  );
  await server.stop();
  const theirs = bench.peers && (await markdownService(bench, "headings", "symbols"));
  const row = (what, times, share, more) => ({ what, unit: "ms", ours: percentile(times, share), ...more });
  const peer = theirs && { peer: { name: "VS Code's service, the first time", value: theirs.headings.took } };
  const asked = (times) => ({ note: `${times.length} requests.` });
  return [
    row("link completion over all routes, median", byRoute, 0.5),
    row("link completion over all routes, 95 of 100 within", byRoute, 0.95, {
      ...within(15),
      ...asked(byRoute),
    }),
    row("link completion over all headings, median", byHeading, 0.5),
    row("link completion over all headings, 95 of 100 within", byHeading, 0.95, {
      ...within(30),
      ...peer,
      ...asked(byHeading),
    }),
  ];
}

/** Types a link at the end of the page, in steps. */
class Writer {
  #server;
  #page;
  #line;

  constructor(server, page, text) {
    this.#server = server;
    this.#page = page;
    this.#line = text.split("\n").length - 1 + 2;
    this.ready = server.edit(page, { text: `${text}\n\n` });
  }

  async complete(before, written) {
    const start = { line: this.#line, character: 0 };
    const end = { line: this.#line, character: before.length };
    const since = performance.now();
    await this.#server.edit(this.#page, { range: { start, end }, text: written });
    const position = { line: this.#line, character: written.length };
    const { items } = await this.#server.about("completion", this.#page, { position });
    return { time: performance.now() - since, items };
  }
}

async function complete(bench, writer, wishes) {
  await writer.ready;
  const times = [];
  let before = "";
  for (const { typed, expected } of wishes) {
    let offered = [];
    for (const share of [0, 0.25, 0.5, 0.75, 1]) {
      const letters = typed.startsWith("##")
        ? 2 + Math.ceil((typed.length - 2) * share)
        : Math.ceil(typed.length * share);
      const written = `[x](${typed.slice(0, letters)}`;
      const { time, items } = await writer.complete(before, written);
      before = written;
      times.push(time);
      offered = items;
    }
    const texts = offered.map(({ textEdit }) => decodeURI(textEdit?.newText ?? "").replace(/\/(?=$|#)/, ""));
    bench.expect(
      `that completion after ${typed} offers ${expected}`,
      texts.some((one) => isAnswer(one, expected)),
      true,
    );
  }
  return times;
}

function isAnswer(text, expected) {
  const wanted = decodeURI(expected).replace(/\/(?=$|#)/, "");
  return wanted.endsWith("#") ? text.startsWith(wanted) : text === wanted;
}

/** Headings in plain words that no other page of the handbook has. */
function uniqueHeadings({ folder, page, truth }) {
  const counts = new Map();
  const found = [];
  for (const { page: path, route } of truth.pages) {
    const text = readFileSync(join(folder, path), "utf8");
    for (const [, heading] of text.matchAll(/^##+ ([\p{L}\p{N}][\p{L}\p{N} ]{5,50}?)(?: \{#[\w-]+\})?$/gmu)) {
      counts.set(heading, (counts.get(heading) ?? 0) + 1);
      if (path !== page) found.push({ heading, route });
    }
  }
  return found.filter(({ heading }) => counts.get(heading) === 1);
}

/** As many as are asked for, from the whole list. */
function spread(list) {
  const step = Math.max(1, Math.floor(list.length / sample));
  return list.filter((_, at) => at % step === 0).slice(0, sample);
}
