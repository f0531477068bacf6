import { expect, test } from "vitest";
import type { CodeAction, TextEdit } from "vscode-languageserver-types";
import { defaultConfig } from "../../server/src/config.ts";
import { type CodeActionOptions, codeActions } from "../../server/src/features/codeActions.ts";
import { offsetAt, positionAt } from "../../server/src/text/lineIndex.ts";
import { applyEdits } from "../../server/src/text/textEdit.ts";
import { cursorOf, handbook } from "../support/handbook.ts";
import { plain, posthog, type TestModel } from "../support/models.ts";

const modern: CodeActionOptions = { documentChanges: true, operations: ["create"], version: 3 };
const basic: CodeActionOptions = { documentChanges: false, operations: [] };

/** The actions at `$0`, each with the page's text after it. */
function actionsAt(model: TestModel, source: string, options: CodeActionOptions = basic) {
  const { site, page, text, offset } = cursorOf(handbook(model, source));
  const position = positionAt(page.scanned.lines, offset);
  const at = { site, page, text, range: { start: position, end: position } };
  return codeActions(at, defaultConfig, options).map((action) => {
    const edits = editsOf(action).map(({ range, newText }) => ({
      span: {
        start: offsetAt(page.scanned.lines, range.start),
        end: offsetAt(page.scanned.lines, range.end),
      },
      newText,
    }));
    return { action, title: action.title, after: applyEdits(text, edits) };
  });
}

function editsOf({ edit }: CodeAction): readonly TextEdit[] {
  const [all] = Object.values(edit?.changes ?? {});
  const documents = edit?.documentChanges?.flatMap((one) =>
    "edits" in one ? (one.edits as TextEdit[]) : [],
  );
  return all ?? documents ?? [];
}

const typo = `
//- contents/handbook/team-structure.md
---
title: Team structure
---
//- contents/handbook/welcome.md
---
title: Welcome
---
Read [our teams](/handbook/team-st$0ructre?a=1#x) now.
`;

test("a quick fix changes the path alone, carries its finding, and is marked when it is sure", () => {
  const [first, ...others] = actionsAt(posthog, typo);
  expect(first?.title).toBe("Change to /handbook/team-structure");
  expect(first?.after).toContain("Read [our teams](/handbook/team-structure?a=1#x) now.");
  expect(first?.action).toMatchObject({
    kind: "quickfix",
    isPreferred: true,
    diagnostics: [{ code: "link-missing-page", source: "handbook", severity: 1 }],
  });
  expect(others.map(({ title }) => title)).toEqual(["Remove the link, keep its text"]);
  expect(others[0]?.after).toContain("Read our teams now.");
});

test("a page is made where the site would serve it, with the frontmatter of its neighbours", () => {
  const create = actionsAt(posthog, typo, modern).find(({ title }) => title.startsWith("Create"));
  expect(create?.title).toBe("Create the page contents/handbook/team-structre.md");
  expect(create?.action.isPreferred).toBeUndefined();
  expect(create?.action.edit?.documentChanges).toMatchObject([
    { kind: "create", uri: "file:///handbook/contents/handbook/team-structre.md" },
    { edits: [{ newText: "---\ntitle: Team structre\n---\n\n" }] },
  ]);
});

test("an edit names the version of the page that it was made for", () => {
  const [first] = actionsAt(posthog, typo, modern);
  expect(first?.action.edit?.documentChanges).toMatchObject([
    { textDocument: { uri: "file:///handbook/contents/handbook/welcome.md", version: 3 } },
  ]);
});

const two = `
//- docs/setup.md
# Setup
## First steps
//- docs/guide.md
# Guide
[a](set$0pu.md), [b](setpu.md) and [c](setup.md#frist-steps), ![](x.png)
`;

test("all faults of a kind are fixed by one quick fix", () => {
  const all = actionsAt(plain, two).find(({ title }) => title.startsWith("Fix all"));
  expect(all?.title).toBe("Fix all 2 link-missing-page on this page");
  expect(all?.after).toContain("[a](setup.md), [b](setup.md) and [c](setup.md#frist-steps)");
});

test("source.fixAll takes every sure fix, removes nothing and makes nothing", () => {
  const actions = actionsAt(plain, two, { ...modern, only: ["source.fixAll"] });
  expect(actions.map(({ action }) => action.kind)).toEqual(["source.fixAll.handbook"]);
  expect(actions[0]?.after).toContain(
    "[a](setup.md), [b](setup.md) and [c](setup.md#first-steps), ![](x.png)",
  );
  expect(actions[0]?.action.edit?.documentChanges?.length).toBe(1);
});

test("fixes of one link that overlap are not taken together", () => {
  const [all] = actionsAt(
    posthog,
    `
//- gatsby-config.js
module.exports = { siteMetadata: { siteUrl: "https://example.com" } }
//- vercel.json
{ "redirects": [{ "source": "/old", "destination": "/new" }] }
//- contents/new.md
---
title: New
---
//- contents/guide.md
---
title: Guide
---
[a$0](https://example.com/old#x)
`,
    { ...basic, only: ["source"] },
  );
  expect(all?.after).toMatch(/\[a\]\(\/(?:old|new)#x\)/);
});

test("a broken definition that goes takes the links with it", () => {
  const remove = actionsAt(
    plain,
    `
//- docs/guide.md
# Guide
[one][a], [two][a] and [a].

[a]: go$0ne.md
Words.
`,
  ).find(({ title }) => title.startsWith("Remove"));
  expect(remove?.after).toBe("# Guide\none, two and a.\n\nWords.\n");
});

test("an address in an attribute, a table or brackets stays one", () => {
  const after = (line: string) =>
    actionsAt(plain, `//- docs/Team list (new).md\n# T\n//- docs/guide.md\n# G\n\n${line}\n`)[0]?.after;
  expect(after("[a](Team%20list%20(nwe)$0.md)")).toContain("[a](Team%20list%20%28new%29.md)");
  expect(after("[a](<Team list (nwe)$0.md>)")).toContain("[a](<Team%20list%20%28new%29.md>)");
  expect(after('<a href="Team%20list%20(nwe)$0.md">x</a>')).toContain('"Team%20list%20%28new%29.md"');
});

test("a label is defined at the end of the page, in its line ends", () => {
  const define = actionsAt(
    plain,
    "//- docs/expenses.md\n# Expenses\n//- docs/guide.md\n# Guide\r\n\r\n[money][expen$0ses]\r\n",
  ).find(({ title }) => title.startsWith("Define"));
  expect(define?.title).toBe("Define [expenses] as expenses.md");
  expect(define?.after).toBe("# Guide\r\n\r\n[money][expenses]\r\n\r\n[expenses]: expenses.md\r\n");
});

test("a bare full address becomes a link with the page's title", () => {
  const [first] = actionsAt(
    posthog,
    `
//- gatsby-config.js
module.exports = { siteMetadata: { siteUrl: "https://example.com" } }
//- contents/team.md
---
title: Our [small] team
---
//- contents/guide.md
---
title: Guide
---
See https://exa$0mple.com/team#x now.
`,
  );
  expect(first?.after).toContain("See [Our \\[small\\] team](/team#x) now.");
});

test("nothing is offered where nothing is wrong", () => {
  expect(actionsAt(plain, "//- a.md\n# A$0\n\n[x](gone.md)\n")).toEqual([]);
});

test("a picture within a link of the same definition goes with it, in one edit", () => {
  const source = "\n//- a.md\n# A\nSee [![alt][x]][x] and [this][x].\n\n[x]: ./nowh$0ere.md\n";
  const removal = actionsAt(plain, source).find(({ title }) => title.startsWith("Remove the link"));
  expect(removal?.after).toBe("# A\nSee  and this.\n\n");
});

test("edits are of the document as its editor writes it", () => {
  const uri = "file:///Handbook/contents/handbook/welcome.md";
  const [first] = actionsAt(posthog, typo, { ...modern, uri });
  expect(first?.action.edit?.documentChanges).toMatchObject([{ textDocument: { uri } }]);
  expect(Object.keys(actionsAt(posthog, typo, { ...basic, uri })[0]?.action.edit?.changes ?? {})).toEqual([
    uri,
  ]);
});

test("of very many faults so many are fixed at once as an editor can show, and the title says so", () => {
  const many = `${"[a](/handbook/team-structre)\n".repeat(600)}[a](/handbook/team$0-structre)`;
  const actions = actionsAt(
    posthog,
    typo.replace(/Read .*/, () => many),
  );
  const all = actions.find(({ title }) => title.startsWith("Fix "));
  expect(all?.title).toBe("Fix the first 500 link-missing-page on this page");
  expect(all?.after.match(/team-structre/g)).toHaveLength(101);
});

test("the fixes at a link are found at once on a page of 10,000 dead links", () => {
  const source = `${typo.replace(/Read .*/, () => "[a](/handbook/one$0)")}${Array.from({ length: 10_000 }, (_, i) => `[a](/handbook/g${i})\n`).join("")}`;
  const { site, page, text, offset } = cursorOf(handbook(posthog, source));
  const position = positionAt(page.scanned.lines, offset);
  const began = process.cpuUsage();
  codeActions({ site, page, text, range: { start: position, end: position } }, defaultConfig, modern);
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(1);
});

test("of a whole page that is selected the first fifty faults are offered one by one", () => {
  const lines = Array.from({ length: 80 }, (_, i) => `[a](/handbook/gone${i})`).join("\n");
  const { site, page, text } = cursorOf(
    handbook(
      posthog,
      typo.replace(/Read .*/, () => `$0${lines}`),
    ),
  );
  const range = { start: { line: 0, character: 0 }, end: { line: 200, character: 0 } };
  const offered = codeActions({ site, page, text, range }, defaultConfig, basic);
  expect(offered.filter(({ title }) => title.startsWith("Remove the link"))).toHaveLength(50);
});
