// VS Code's Markdown service over its own interface: the library that its extension runs in a process of its own, with a
// workspace over the disk and markdown-it for its parser. Here both are in one process, which spares it the messages.
//   node markdownService.mjs FOLDER PAGE STEP…   prints one line of JSON a step, with milliseconds since the process began
//
// Steps: page (diagnostics of the page), symbols (all headings), references (who links to the page), all (diagnostics of
// every page), edits (100 edits of the page, each with its diagnostics), headings (completion after `##`).

import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import MarkdownIt from "markdown-it";
import { TextDocument } from "vscode-languageserver-textdocument";
import {
  createLanguageService,
  DiagnosticLevel,
  githubSlugifier,
  IncludeWorkspaceHeaderCompletions,
} from "vscode-markdown-languageservice";
import { URI } from "vscode-uri";
import { memoryOf } from "../support/memory.mjs";

const [folder, path, ...steps] = process.argv.slice(2);
const uri = URI.parse(pathToFileURL(join(folder, path)).href);
const never = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose() {} }) };
const isMarkdown = (name) => /\.md$/i.test(name);

/** Listeners, called one after the other. */
function emitter() {
  const listeners = new Set();
  const on = (listener, self) => {
    const bound = self ? listener.bind(self) : listener;
    listeners.add(bound);
    return { dispose: () => listeners.delete(bound) };
  };
  const fire = (value) => {
    for (const listener of [...listeners]) listener(value);
  };
  return { on, fire };
}

const changed = emitter();
const documents = new Map();
let listed;

const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: changed.on,
  onDidCreateMarkdownDocument: emitter().on,
  onDidDeleteMarkdownDocument: emitter().on,
  async getAllMarkdownDocuments() {
    listed ??= (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && isMarkdown(entry.name))
      .map((entry) => URI.file(join(entry.parentPath ?? entry.path, entry.name)));
    return (await Promise.all(listed.map((one) => workspace.openMarkdownDocument(one)))).filter(Boolean);
  },
  hasMarkdownDocument: (resource) => documents.has(resource.toString()),
  async openMarkdownDocument(resource) {
    const key = resource.toString();
    if (documents.has(key)) return documents.get(key);
    const text =
      isMarkdown(resource.path) && (await readFile(resource.fsPath, "utf8").catch(() => undefined));
    if (text === undefined || text === false) return undefined;
    const document = documents.get(key) ?? asDocument(resource, 0, text);
    documents.set(key, document);
    return document;
  },
  async stat(resource) {
    const found = await stat(resource.fsPath).catch(() => undefined);
    return found && { isDirectory: found.isDirectory() };
  },
  async readDirectory(resource) {
    const entries = await readdir(resource.fsPath, { withFileTypes: true });
    return entries.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]);
  },
};

function asDocument(resource, version, text) {
  return Object.assign(TextDocument.create(resource.toString(), "markdown", version, text), {
    $uri: resource,
  });
}

const markdown = new MarkdownIt({ html: true });
const parser = { slugifier: githubSlugifier, tokenize: async (one) => markdown.parse(one.getText(), {}) };
const service = createLanguageService({ workspace, parser, logger: { level: 0, log() {} } });
const options = {
  validateReferences: DiagnosticLevel.error,
  validateFragmentLinks: DiagnosticLevel.error,
  validateFileLinks: DiagnosticLevel.error,
  validateMarkdownFileLinkFragments: DiagnosticLevel.error,
  validateUnusedLinkDefinitions: DiagnosticLevel.error,
  validateDuplicateLinkDefinitions: DiagnosticLevel.error,
  ignoreLinks: [],
};
const diagnose = (document) => service.computeDiagnostics(document, options, never);

/** Types at the end of the page, as often as asked, with the diagnostics after each key. */
async function edits(times) {
  const before = (await workspace.openMarkdownDocument(uri)).getText();
  const took = [];
  let text = `${before}\n\n`;
  for (let version = 1; version <= times; version++) {
    text += "x";
    const document = asDocument(uri, version, text);
    const since = performance.now();
    documents.set(uri.toString(), document);
    changed.fire(document);
    await diagnose(document);
    took.push(performance.now() - since);
  }
  return { took, count: times };
}

async function headings() {
  const text = `${(await workspace.openMarkdownDocument(uri)).getText()}\n\n[x](##`;
  const document = asDocument(uri, 1_000_000, text);
  documents.set(uri.toString(), document);
  changed.fire(document);
  const context = { includeWorkspaceHeaderCompletions: IncludeWorkspaceHeaderCompletions.onDoubleHash };
  return service.getCompletionItems(document, document.positionAt(text.length), context, never);
}

const work = {
  page: async () => diagnose(await workspace.openMarkdownDocument(uri)),
  symbols: () => service.getWorkspaceSymbols("", never),
  references: () => service.getFileReferences(uri, never),
  async all() {
    const found = [];
    for (const document of await workspace.getAllMarkdownDocuments())
      found.push(...(await diagnose(document)));
    return found;
  },
  edits: () => edits(100),
  headings,
};

for (const step of steps) {
  const since = performance.now();
  const result = await work[step]();
  const at = performance.now();
  const said = { step, at, took: at - since, count: result.count ?? result.length, each: result.took };
  console.log(JSON.stringify({ ...said, ...memoryOf(process.pid) }));
}
