// VS Code with no folder open: a single Markdown file, saved or not, still gets what it says by itself checked.

import * as vscode from "vscode";
import { completionsAt, findings, until } from "../support/editor.ts";
import { runMocha } from "../support/mocha.ts";

export const run = () =>
  runMocha(() => {
    suite("no folder", () => {
      test("an untitled page has its fragments checked and completed", async () => {
        await vscode.extensions.getExtension("handbook.handbook")?.activate();
        const content = "# Notes\n\n## Plan\n\n[there](#plan) [gone](#gone) [x](#";
        const document = await vscode.workspace.openTextDocument({ language: "markdown", content });
        await vscode.window.showTextDocument(document);
        await until("the dead fragment", () => findings(document).includes("link-missing-anchor: gone"));
        const items = await completionsAt(document, document.positionAt(content.length));
        await until("the heading", () =>
          items.some((one) => (typeof one.label === "string" ? one.label : one.label.label) === "Plan"),
        );
      });
    });
  });
