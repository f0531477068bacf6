// What is offered while a link is being written, in the real VS Code. Run by ../handbook.ts.

import assert from "node:assert/strict";
import * as vscode from "vscode";
import { completionsAt, labelOf, open, retype, written } from "../../support/editor.ts";

const pages = "contents/handbook";

export function completion() {
  const at = async (line: string, rest = "") => {
    const { document } = await open(`${pages}/company/mission.md`);
    const text = `${document.getText()}\n${line}`;
    await retype(document, text + rest);
    const position = document.positionAt(text.length);
    return { document, position, items: await completionsAt(document, position) };
  };
  teardown(() => vscode.commands.executeCommand("workbench.action.files.revert"));

  test("after `](` the words in the brackets rank the list", async () => {
    const { items } = await at("See [time off](");
    const first = [...items].sort((a, b) => String(a.sortText).localeCompare(String(b.sortText)))[0];
    assert.equal(first && labelOf(first), "Time off");
    assert.equal(first && written(first), "/handbook/people/time-off");
  });

  test("after `#` come the headings of the page that the link names", async () => {
    const { items } = await at("See [x](/handbook/company/management#");
    assert.ok(items.some((one) => labelOf(one) === "One-to-ones"));
  });

  test("after `##` come the headings of the whole handbook", async () => {
    const { items } = await at("See [x](##");
    assert.ok(items.some((one) => labelOf(one) === "Giving it"));
    assert.ok(items.some((one) => labelOf(one) === "Who to wake"));
  });

  test("after `![](` come images", async () => {
    const { items } = await at("![](");
    assert.ok(items.some((one) => /small-teams\.svg/.test(written(one) ?? "")));
  });

  test('inside href="" come pages', async () => {
    const { items } = await at('<a href="');
    assert.ok(items.some((one) => written(one) === "/handbook/people/feedback"));
  });

  test("empty brackets are filled in with the title", async () => {
    const { items } = await at("See [](");
    const item = items.find((one) => labelOf(one) === "Feedback");
    assert.equal(item?.additionalTextEdits?.[0]?.newText, "Feedback");
  });

  test("after `]: ` and `](<` come pages", async () => {
    const definition = await at("[time off]: ");
    assert.ok(definition.items.some((one) => written(one) === "/handbook/people/time-off"));
    const angle = await at("[time off](<");
    assert.ok(angle.items.some((one) => written(one) === "/handbook/people/time-off"));
  });

  test('inside src="" come images', async () => {
    const { items } = await at('<img src="');
    assert.ok(items.some((one) => /small-teams\.svg/.test(written(one) ?? "")));
  });

  test("in the middle of a link its whole path is replaced, and no more", async () => {
    const { document, items } = await at("See [x](/handbook/peo", "ple/feedbak) and on.");
    const item = items.find((one) => written(one) === "/handbook/people/feedback");
    const range = item?.range instanceof vscode.Range ? item.range : item?.range?.replacing;
    assert.equal(range && document.getText(range), "/handbook/people/feedbak");
  });

  test("between the marks of a merge conflict, and in a half-written tag, links are completed", async () => {
    const conflict = await at("<<<<<<< ours\nSee [time](", "\n=======\nSee that.\n>>>>>>> theirs\n");
    assert.ok(conflict.items.some((one) => written(one) === "/handbook/people/time-off"));
    const tag = await at('<PrivateLink\n  url="/handbook/people/ti');
    assert.ok(tag.items.some((one) => written(one) === "/handbook/people/time-off"));
  });

  test("an item tells the route and the first words of its page", async () => {
    const { document, position } = await at("See [x](/handbook/people/feedb");
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      position,
      undefined,
      20,
    );
    const item = list.items.find((one) => written(one) === "/handbook/people/feedback");
    const told = item?.documentation;
    assert.match(`${item?.detail}`, /\/handbook\/people\/feedback/);
    assert.match(typeof told === "string" ? told : (told?.value ?? ""), /\w+ \w+ \w+/);
  });
}
