// VS Code with no folder open: a single Markdown file, saved or not, still gets what it says by itself checked, and its
// links completed by what lies around it.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as vscode from "vscode";
import { completionsAt, findings, labelOf, open, until, written } from "../support/editor.ts";
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
        await until("the heading", () => items.some((one) => labelOf(one) === "Plan"));
      });

      test("a saved page has its links completed by the files beside it and below", async () => {
        const notes = join(process.env["HANDBOOK_TEST_FOLDER"] ?? "", "notes");
        const here = join(notes, "here.md");
        mkdirSync(join(notes, "sub"), { recursive: true });
        for (const path of ["there.md", "pump.png", "sub/deep.md"]) writeFileSync(join(notes, path), "# X\n");
        for (const [line, expected] of [
          ["[x](", ["pump.png", "there.md"]],
          ["[w](th", ["there.md"]],
          ["[y](sub/", ["sub/deep.md"]],
        ] as const) {
          writeFileSync(here, line);
          const { document } = await open(vscode.Uri.file(here));
          await until(`the page to be ${line}`, () => document.getText() === line);
          const items = await completionsAt(document, document.positionAt(line.length));
          // VS Code's own snippets are in every list.
          const ours = items.map(written).filter((one) => /^[\w./]+$/.test(one ?? ""));
          assert.deepEqual(ours.sort(), expected, line);
          await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
        }
      });
    });
  });
