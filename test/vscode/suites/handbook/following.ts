// Where links lead, and what is told of them, in the real VS Code. Run by ../handbook.ts.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import * as vscode from "vscode";
import {
  definitionsAt,
  fileAt,
  findings,
  linksAt,
  open,
  placeOf,
  retype,
  until,
} from "../../support/editor.ts";

const pages = "contents/handbook";
const career = `${pages}/people/career-progression.md`;

export function following() {
  test("go to definition opens the target page at the heading", async () => {
    const { document } = await open(career);
    const targets = await definitionsAt(
      document,
      placeOf(document, "/handbook/people/compensation#ranges", 5),
    );
    assert.equal(targets.length, 1);
    const [target] = targets;
    const uri = target && ("targetUri" in target ? target.targetUri : target.uri);
    assert.match(uri?.path ?? "", /people\/compensation\.md$/);
    const range = target && ("targetUri" in target ? target.targetRange : target.range);
    const text = (await vscode.workspace.openTextDocument(uri as vscode.Uri)).lineAt(
      range?.start.line ?? 0,
    ).text;
    assert.equal(text, "## Ranges");
  });

  test("hover tells the target's title, its route and how its section begins", async () => {
    const { document } = await open(career);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      placeOf(document, "/handbook/people/compensation#ranges", 5),
    );
    const text = hovers
      .flatMap((one) => one.contents)
      .map((one) => (one as vscode.MarkdownString).value)
      .join("\n");
    assert.match(text, /Compensation/);
    assert.match(text, /\/handbook\/people\/compensation/);
    assert.match(text, /Euros a year/);
  });

  test("a relative link to a heading has one definition, one link and one hover, which names the heading", async () => {
    const { document } = await open(`${pages}/company/mission.md`);
    await retype(document, `${document.getText()}\n[feedback](../people/feedback.md#giving-it)\n`);
    const at = placeOf(document, "feedback.md#giving-it", 4);
    await until("our link", async () =>
      (await linksAt(document, at)).some((one) => one.tooltip !== undefined),
    );
    const links = await linksAt(document, at);
    assert.equal(new Set(links.map((one) => JSON.stringify(one.range))).size, 1);
    assert.deepEqual(
      links.flatMap((one) => one.tooltip ?? []),
      ["Feedback › Giving it"],
    );
    const targets = await definitionsAt(document, at);
    assert.equal(targets.length, 1);
    const [target] = targets;
    const uri = target && ("targetUri" in target ? target.targetUri : target.uri);
    assert.match(uri?.path ?? "", /people\/feedback\.md$/);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      at,
    );
    assert.equal(hovers.length, 1);
    assert.match(
      hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[])[0]?.value ?? "",
      /Giving it/,
    );
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("a page whose name has a hash, a percent sign and a question mark is opened and checked", async () => {
    const name = "odd #1, 100% sure?.md";
    const uri = fileAt(`${pages}/company/${name}`);
    writeFileSync(
      uri.fsPath,
      "---\ntitle: Odd\nsidebar: Handbook\nshowTitle: true\n---\n\n[x](/handbook/gone)\n",
    );
    try {
      const { document } = await open(uri);
      await until("its dead link", () => findings(document).includes("link-missing-page: /handbook/gone"));
      await vscode.commands.executeCommand("workbench.action.closeActiveEditor");
    } finally {
      rmSync(uri.fsPath);
    }
    await until("its findings to go", () => vscode.languages.getDiagnostics(uri).length === 0);
  });
}
