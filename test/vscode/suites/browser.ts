// The browser build: client in the web worker extension host, server in a worker of its own, files over workspace.fs.
// Runs without Node, so it has no Mocha: checks one after the other, and logs the counts.

import * as vscode from "vscode";
import { completionsAt, fileAt, findings, open, placeOf, until } from "../support/editor.ts";

const pages = "contents/handbook";
const checks: Readonly<Record<string, () => Promise<unknown>>> = {
  "the page that started it shows its faults": async () => {
    const { document } = await open(`${pages}/people/career-progression.md`);
    await until("the findings", () =>
      findings(document).includes("link-missing-anchor: 1-1s-and-team-member-growth"),
    );
  },
  "a closed page shows its faults": () =>
    until(
      "the closed page",
      () => vscode.languages.getDiagnostics(fileAt(`${pages}/people/hiring.md`)).length > 0,
    ),
  "a link is completed": async () => {
    const { document } = await open(`${pages}/people/career-progression.md`);
    const items = await completionsAt(document, placeOf(document, "/handbook/company/management)", 10));
    await until("the page", () =>
      items.some((one) => (typeof one.label === "string" ? one.label : one.label.label) === "Management"),
    );
  },
  "the preview opens": async () => {
    await vscode.commands.executeCommand("handbook.openPreviewToSide");
    await until("its tab", () =>
      vscode.window.tabGroups.all.some((group) =>
        group.tabs.some((one) => one.label.includes("Career progression")),
      ),
    );
  },
};

export async function run(): Promise<void> {
  await vscode.extensions.getExtension("handbook.handbook")?.activate();
  let failed = 0;
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check();
      console.log(`  ✔ ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`  ✘ ${name}: ${String(error)}`);
    }
  }
  console.log(`browser: ${Object.keys(checks).length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} failed`);
}
