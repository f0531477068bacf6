// The one edge between the protocol and everything behind it: waits until there is something to ask, honours
// cancellation, and turns an exception into the protocol's error and a line in the log.

import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { messageOf, traceOf } from "../workspace/traceOf.ts";
import type { OpenPage } from "../workspace/workspace.ts";
import type { Session } from "./session.ts";

/** A handler for requests about one document; `run` gets the page on the present snapshot, or is not asked when it is no page. */
export function answerOnPage<P extends { readonly textDocument: { readonly uri: string } }, R>(
  session: Session,
  method: string,
  run: (open: OpenPage, params: P) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | null> {
  return answer(session, method, async (params: P, token) => {
    const open = await session.workspace.ready(params.textDocument.uri);
    rejectIfCancelled(token);
    return open ? run(open, params) : null;
  });
}

export function answer<P, R>(
  session: Session,
  method: string,
  run: (params: P, token: CancellationToken) => R | Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    rejectIfNotRunning(session);
    try {
      await session.started;
      rejectIfCancelled(token);
      const result = await run(params, token);
      rejectIfCancelled(token);
      return result;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      const trace = traceOf(error);
      session.platform.log.error(`${method} ${pageOf(params)}: ${trace}`);
      const message = messageOf(error);
      throw new ResponseError(ErrorCodes.InternalError, `${method} failed: ${message}`);
    }
  };
}

/** The same for notifications, which have no answer: an exception is logged, and the server goes on. */
export function heed<P>(
  session: Session,
  method: string,
  run: (params: P) => void | Promise<void>,
): (params: P) => void {
  const failed = (params: P, error: unknown) => {
    const trace = traceOf(error);
    session.platform.log.error(`${method} ${pageOf(params)}: ${trace}`);
  };
  return (params) => {
    try {
      const done = run(params);
      if (done) done.catch((error: unknown) => failed(params, error));
    } catch (error) {
      failed(params, error);
    }
  };
}

function rejectIfCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
}

function rejectIfNotRunning({ stage }: Session): void {
  if (stage === "new")
    throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server is not initialized.");
  if (stage === "shut down") throw new ResponseError(ErrorCodes.InvalidRequest, "The server was shut down.");
}

function pageOf(params: unknown): string {
  const { textDocument, uri } = (params ?? {}) as { textDocument?: { uri?: string }; uri?: string };
  return textDocument?.uri ?? uri ?? "";
}
