// Two handbooks in one workspace: each link means a page of its own handbook, and folders come and go.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { fileAt, findings, open, until } from "../support/editor.ts";
import { handbook, untilIndexed } from "../support/handbook.ts";
import { runMocha } from "../support/mocha.ts";

const index = "contents/handbook/index.md";

export const run = () =>
  runMocha(() => {
    suiteSetup(untilIndexed);

    suite("two handbooks in one workspace", () => {
      test("are two sites", async () => {
        await until("two sites", () => handbook().status()?.sites.length === 2);
      });

      test("have links of their own", async () => {
        const north = await open(fileAt(index, 0));
        await until("the dead link in the north", () => findings(north.document).length > 0);
        assert.deepEqual(findings(north.document), ["link-missing-page: /handbook/south-only"]);
        const south = await open(fileAt(index, 1));
        const other = fileAt("contents/handbook/south-only.md", 1);
        await until("the dead heading in the south", () => vscode.languages.getDiagnostics(other).length > 0);
        assert.deepEqual(findings(south.document), []);
      });

      test("a folder that is taken out of the workspace takes its problems along, and brings them back", async () => {
        const problems = () =>
          vscode.languages
            .getDiagnostics()
            .filter(([uri, all]) => uri.path.includes("/south/") && all.length > 0).length;
        const gone = fileAt("", 1);
        await vscode.commands.executeCommand("workbench.action.closeAllEditors");
        await until("problems of the south", () => problems() > 0);
        vscode.workspace.updateWorkspaceFolders(1, 1);
        await until("one site", () => handbook().status()?.sites.length === 1);
        await until("no problems of the south", () => problems() === 0);
        vscode.workspace.updateWorkspaceFolders(1, 0, { uri: gone });
        await until("two sites again", () => handbook().status()?.sites.length === 2);
        await until("problems of the south again", () => problems() > 0);
      });
    });
  });
