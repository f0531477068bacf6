// The script of the preview's page: puts what the panel sends into the page, and tells the panel what the reader does.
// It runs nothing of a handbook: the HTML comes sanitised from the server, under a policy that lets no other script run.

import { parseToPage, type ToPage, type ToPanel } from "../src/preview/messages.ts";
import { showBar } from "./bar.ts";
import { followClicks } from "./clicks.ts";
import { parseHtml } from "./parseHtml.ts";
import { patchChildren } from "./patch.ts";
import { prepareImages } from "./pictures.ts";
import { scrollToFragment, scrollToLine, watchScroll } from "./scroll.ts";

interface VsCodeApi {
  postMessage(message: ToPanel): void;
  getState(): unknown;
  setState(state: PageState): void;
}
/** Kept by VS Code over a restart; register.ts reads `uri`. */
interface PageState {
  readonly uri: string;
  readonly top: number;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const page = document.getElementById("preview-page");
const bar = document.getElementById("preview-bar");

if (page && bar) run(page, bar);

function run(page: HTMLElement, bar: HTMLElement): void {
  let shown: string | undefined;
  const scroll = watchScroll(page, (line) => {
    if (shown !== undefined) vscode.setState({ uri: shown, top: window.scrollY });
    vscode.postMessage({ kind: "reveal", line });
  });
  const show = (message: Extract<ToPage, { kind: "show" }>): void => {
    const next = parseHtml(message.html);
    const unloaded = prepareImages(next, message.images, message.remote);
    const before = shown ?? keptState()?.uri;
    const top = shown === undefined ? (keptState()?.top ?? 0) : 0;
    if (shown === message.uri) patchChildren(page, next);
    else {
      page.replaceChildren(next);
      scroll.quietly(() => window.scrollTo(0, before === message.uri ? top : 0));
    }
    shown = message.uri;
    vscode.setState({ uri: message.uri, top: window.scrollY });
    showBar(bar, message.note, unloaded, () => vscode.postMessage({ kind: "showRemoteImages" }));
  };
  window.addEventListener("message", (event) => {
    const message = parseToPage(event.data);
    if (message?.kind === "show") show(message);
    else if (message?.kind === "scroll") scroll.quietly(() => scrollToLine(page, message.line));
    else if (message?.kind === "scrollTo") scroll.quietly(() => scrollToFragment(page, message.fragment));
  });
  followClicks(page, (message) => vscode.postMessage(message));
  document.body.dataset["ready"] = "1";
  vscode.postMessage({ kind: "ready" });
}

function keptState(): PageState | undefined {
  const state = vscode.getState();
  if (typeof state !== "object" || state === null || !("uri" in state) || !("top" in state)) return undefined;
  const { uri, top } = state;
  return typeof uri === "string" && typeof top === "number" ? { uri, top } : undefined;
}
