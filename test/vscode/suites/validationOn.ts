// An author who has switched VS Code's own link check on would see broken links twice, and good ones called broken.
// We never write workspace settings; the author's own, only when they say so.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { open } from "../support/editor.ts";
import { untilIndexed } from "../support/handbook.ts";
import { runMocha } from "../support/mocha.ts";

export const run = () =>
  runMocha(() => {
    suiteSetup(untilIndexed);

    suite("VS Code's own link check", () => {
      test("is left as the author set it until they answer", async () => {
        await open("contents/handbook/index.md");
        const validate = vscode.workspace.getConfiguration("markdown").inspect("validate.enabled");
        assert.equal(validate?.globalValue, true);
        assert.equal(validate?.workspaceValue, undefined);
        assert.equal(validate?.workspaceFolderValue, undefined);
      });

      test("path completion of VS Code is off by default, by the extension's contribution alone", () => {
        const paths = vscode.workspace.getConfiguration("markdown").inspect("suggest.paths.enabled");
        assert.equal(paths?.defaultValue, false);
        assert.equal(paths?.globalValue, undefined);
        assert.equal(paths?.workspaceValue, undefined);
      });
    });
  });
