// A repository of code with a README here and there is no handbook: its pages are checked when they are opened, and
// nothing is listed that nobody asked for.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { codeOf, completionsAt, fileAt, findings, open, retype, until, written } from "../support/editor.ts";
import { handbook } from "../support/handbook.ts";
import { runMocha } from "../support/mocha.ts";

export const run = () =>
  runMocha(() => {
    suite("a code repository", () => {
      test("is not taken for a handbook", async () => {
        await vscode.extensions.getExtension("handbook.handbook")?.activate();
        await open("README.md");
        await until("the server's status", () => handbook().status() && !handbook().status()?.indexing);
        assert.deepEqual(handbook().status()?.sites, []);
      });

      test("has its open page checked as GitHub would show it", async () => {
        const { document } = await open("README.md");
        await until("the dead link", () => findings(document).length > 0);
        const [only, ...others] = vscode.languages.getDiagnostics(document.uri);
        assert.ok(only && others.length === 0);
        assert.match(codeOf(only), /^link-missing-/);
        assert.equal(document.getText(only.range), "PLAN.md");
      });

      test("has its links completed by file, as GitHub serves them, whether a page is linked or not", async () => {
        const { document } = await open("README.md");
        const text = `${document.getText()}\n[y](`;
        await retype(document, text);
        const items = (await completionsAt(document, document.positionAt(text.length))).map(written);
        await vscode.commands.executeCommand("workbench.action.files.revert");
        for (const path of ["packages/core/README.md", "packages/other/README.md", "packages/core/index.js"])
          assert.equal(items.filter((one) => one === path).length, 1, `${path} in ${items.join(", ")}`);
      });

      test("has a link made of what is chosen after `<`", async () => {
        const { document } = await open("README.md");
        const text = `${document.getText()}\n<cor`;
        await retype(document, text);
        const items = (await completionsAt(document, document.positionAt(text.length))).map(written);
        await vscode.commands.executeCommand("workbench.action.files.revert");
        assert.ok(items.includes("[Core](packages/core/README.md)"), items.join(", "));
      });

      test("lists no problems of pages that nobody opened", () => {
        assert.deepEqual(vscode.languages.getDiagnostics(fileAt("packages/other/README.md")), []);
      });
    });
  });
