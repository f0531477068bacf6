// The requests about a page: each finds the page and the place, asks the feature, and hands on what it says.

import type { CodeAction, CodeActionParams, Connection } from "vscode-languageserver";
import { checkFile } from "../diagnostics/files.ts";
import { type CodeActionOptions, codeActions } from "../features/codeActions.ts";
import { completion } from "../features/completion.ts";
import type { Cursor } from "../features/cursor.ts";
import { definition } from "../features/definition.ts";
import { documentLinks } from "../features/documentLinks.ts";
import { documentSymbols } from "../features/documentSymbols.ts";
import { fileCodeActions } from "../features/fileCodeActions.ts";
import { foldingRanges } from "../features/foldingRanges.ts";
import { hover, hoverNeeds } from "../features/hover.ts";
import { navigationActions } from "../features/navigationActions.ts";
import { completionNeeds, resolveCompletion } from "../features/resolveCompletion.ts";
import { selectionRanges } from "../features/selectionRanges.ts";
import { typedFolder } from "../features/typedFolder.ts";
import type { PagePath } from "../page/scannedPage.ts";
import { uriOf } from "../site/queries.ts";
import type { FilePath, Site } from "../site/site.ts";
import { offsetAt } from "../text/lineIndex.ts";
import { canonicalUri, uriBelow } from "../workspace/uris.ts";
import type { OpenPage } from "../workspace/workspace.ts";
import { answer, answerOnPage } from "./answer.ts";
import { flatSymbols, toLocation } from "./olderShapes.ts";
import { docsOf, type Session } from "./session.ts";

type Place = { readonly position: { readonly line: number; readonly character: number } };

type On = <P extends { readonly textDocument: { readonly uri: string } }, R>(
  method: string,
  run: (open: OpenPage, params: P) => R | Promise<R>,
) => ReturnType<typeof answerOnPage<P, R>>;

export function answerPageRequests(connection: Connection, session: Session): void {
  const on: On = (method, run) => answerOnPage(session, `textDocument/${method}`, run);
  answerAboutLinks(connection, session, on);
  answerAboutShape(connection, session, on);
}

function answerAboutLinks(connection: Connection, session: Session, on: On): void {
  connection.onCompletion(
    on("completion", async (open, at: Place & Doc) => {
      const known = await session.workspace.lookInto(open, typedFolder(cursorOf(open, at)));
      return completion(cursorOf(known, at), known.config);
    }),
  );
  connection.onCompletionResolve(answer(session, "completionItem/resolve", (item) => resolve(session, item)));
  connection.onDefinition(
    on("definition", (open, at: Place & Doc) => {
      const found = definition(cursorOf(open, at), { leaveToEditor: isLeft(session, open) });
      return session.client.capabilities.textDocument?.definition?.linkSupport
        ? found
        : found?.map(toLocation);
    }),
  );
  connection.onHover(
    on("hover", async (open, at: Place & Doc) => {
      const cursor = cursorOf(open, at);
      return hover(cursor, await textOf(session, open, hoverNeeds(cursor)));
    }),
  );
  connection.onDocumentLinks(
    on("documentLink", ({ site, page }: OpenPage, _at: Doc) => documentLinks(site, page)),
  );
  const actions = on("codeAction", (open, params: CodeActionParams) => actionsOn(session, open, params));
  connection.onCodeAction(
    answer(session, "textDocument/codeAction", async (params: CodeActionParams, token) =>
      session.workspace.isPage(params.textDocument.uri)
        ? actions(params, token)
        : actionsInFile(session, params),
    ),
  );
}

/** What a page is made of: its outline, what folds, what a selection grows to. */
function answerAboutShape(connection: Connection, session: Session, on: On): void {
  connection.onDocumentSymbol(
    on("documentSymbol", ({ page, document }: OpenPage, _at: Doc) => {
      const symbols = documentSymbols(page);
      const can = session.client.capabilities.textDocument?.documentSymbol;
      return can?.hierarchicalDocumentSymbolSupport ? symbols : flatSymbols(symbols, document.uri);
    }),
  );
  connection.onFoldingRanges(
    on("foldingRange", ({ page, document }: OpenPage, _at: Doc) => foldingRanges(page, document.text)),
  );
  connection.onSelectionRanges(
    on(
      "selectionRange",
      ({ page, document }: OpenPage, { positions }: Doc & { positions: readonly Place["position"][] }) =>
        selectionRanges(
          page,
          document.text,
          positions.map((position) => offsetAt(page.scanned.lines, position)),
        ),
    ),
  );
}

type Doc = { readonly textDocument: { readonly uri: string } };

function cursorOf({ site, page, document }: OpenPage, { position }: Place): Cursor {
  return { site, page, text: document.text, offset: offsetAt(page.scanned.lines, position) };
}

/** VS Code follows fragments and relative links of `.md` pages itself. */
function isLeft({ client }: Session, { document }: OpenPage): boolean {
  return client.left.has("relativeDefinition") && document.languageId === "markdown";
}

async function textOf({ workspace }: Session, { site }: OpenPage, path: PagePath | undefined) {
  return path === undefined ? undefined : workspace.textOf(uriBelow(site.root, path));
}

async function resolve({ workspace }: Session, item: Parameters<typeof resolveCompletion>[1]) {
  const needs = completionNeeds(item);
  const living = needs && workspace.siteAt(needs.root, needs.path);
  if (!needs || !living) return item;
  const text = await workspace.textOf(uriOf(living.site, needs.path));
  return resolveCompletion(living.site, item, (path) => (path === needs.path ? text : undefined));
}

/** Of a file that the client shows us as a document; of another that is no page the text is read when there is something to mend. */
async function actionsInFile(
  session: Session,
  { textDocument: { uri }, range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const { workspace } = session;
  const document = workspace.documents.get(uri);
  const found = workspace.siteOfFile(uri);
  if (!found || (!document && checkFile(found.living.site, found.file, found.config).length === 0)) return [];
  const { living, file, config } = found;
  const text = document?.text ?? (await workspace.textOf(uri));
  if (text === undefined) return [];
  const options = {
    ...actionOptions(session, living.site, context),
    version: document?.version ?? null,
    uri,
  };
  return [...fileCodeActions({ site: living.site, file, text, range }, config, options)];
}

function actionsOn(session: Session, open: OpenPage, { range, context }: CodeActionParams) {
  const { site, page, document, config } = open;
  const { text, version, uri } = document;
  const options = { ...actionOptions(session, site, context), version, uri };
  const file = page.path as string as FilePath;
  return [
    ...codeActions({ site, page, text, range }, config, options),
    ...fileCodeActions({ site, file, text, range }, config, options),
    ...navigationActions({ site, page, range }, options),
  ];
}

function actionOptions(
  { client, workspace }: Session,
  site: Site,
  { only }: CodeActionParams["context"],
): CodeActionOptions {
  const can = client.capabilities.workspace?.workspaceEdit;
  return {
    documentChanges: can?.documentChanges === true,
    operations: can?.resourceOperations ?? [],
    isCurrent(file) {
      const open = workspace.documents.ofFile(canonicalUri(uriOf(site, file)));
      const known = site.model.sources.get(file);
      const page = site.pages.get(file as string as PagePath);
      if (!open || known === open.text) return true;
      return known === undefined && page?.scanned.lines.length === open.text.length;
    },
    ...(only && { only }),
    docsOf,
  };
}
