// The requests that LSP does not have: the preview, and where a click in it leads.

import type { Connection } from "vscode-languageserver";
import { placeOf } from "../features/place.ts";
import {
  type OpenTargetParams,
  type OpenTargetResult,
  openTargetRequest,
  type PreviewParams,
  type PreviewResult,
  previewRequest,
} from "../protocol.ts";
import { endOf } from "../site/endOf.ts";
import { resolveLink } from "../site/resolveLink.ts";
import type { LinkTarget } from "../site/site.ts";
import type { ShownPage } from "../workspace/workspace.ts";
import { answer } from "./answer.ts";
import type { Session } from "./session.ts";

export function answerOwnRequests(connection: Connection, session: Session): void {
  connection.onRequest<PreviewResult | null, void>(
    previewRequest,
    answer(session, previewRequest, async ({ uri }: PreviewParams): Promise<PreviewResult | null> => {
      const shown = await session.workspace.shown(uri);
      if (!shown) return null;
      const { renderPreview } = await import("../preview/renderPreview.ts");
      return { ...(await renderPreview(shown.site, shown.page, shown.text)), version: shown.version };
    }),
  );
  connection.onRequest<OpenTargetResult | null, void>(
    openTargetRequest,
    answer(
      session,
      openTargetRequest,
      async ({ uri, href }: OpenTargetParams): Promise<OpenTargetResult | null> => {
        const shown = await session.workspace.shown(uri);
        return shown ? openTarget(shown, href) : null;
      },
    ),
  );
}

function openTarget({ site, page }: ShownPage, href: string): OpenTargetResult {
  const target = endOf(resolveLink(site, page, href));
  if (target.kind === "external") return { kind: "external", url: target.url };
  const place = placeOf(site, target);
  if (!place) return { kind: "missing", message: whyNot(target, href) };
  if (!place.page) return { kind: "file", uri: place.uri };
  const fragment = href.includes("#") ? href.slice(href.indexOf("#") + 1) : "";
  return { kind: "page", uri: place.uri, line: place.selection.start.line, ...(fragment && { fragment }) };
}

function whyNot(target: LinkTarget, href: string): string {
  switch (target.kind) {
    case "generated":
      return `${target.route} is made by the site itself; there is no file to open.`;
    case "unknown":
      return target.why;
    default:
      return `Nothing is served at ${href}.`;
  }
}
