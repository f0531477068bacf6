import { expect, test } from "vitest";
import type { CodeActionOptions } from "../../server/src/features/codeActions.ts";
import { navigationActions } from "../../server/src/features/navigationActions.ts";
import { positionAt } from "../../server/src/text/lineIndex.ts";
import { cursorOf, handbook } from "../support/handbook.ts";
import { model } from "../support/models.ts";

const wiki = `
//- _Sidebar.md
- [[Home]]
- [[Pay]]
//- Home.md
Welcome
//- Pay.md
# Pay
`;

const modern: CodeActionOptions = { documentChanges: true, operations: [] };

function actionsAt(source: string, options = modern) {
  const { site, page, offset } = cursorOf(handbook(model("wiki"), source));
  const position = positionAt(page.scanned.lines, offset);
  return navigationActions({ site, page, range: { start: position, end: position } }, options);
}

test("a page whose neighbours the navigation names can be added to it from its title", () => {
  const [action, ...others] = actionsAt(`${wiki}//- Time-off.md\n# Time $0off\n`);
  expect(others).toEqual([]);
  expect(action).toMatchObject({ title: "Add to the navigation in _Sidebar.md", kind: "refactor" });
  const end = { line: 1, character: 9 };
  expect(action?.edit?.documentChanges).toEqual([
    {
      textDocument: { uri: "file:///handbook/_Sidebar.md", version: null },
      edits: [{ range: { start: end, end }, newText: "\n- [[Time off]]" }],
    },
  ]);
});

test("it is offered at the title alone, to who asks for such actions, and while the navigation's file is the one that we know", () => {
  expect(actionsAt(`${wiki}//- Time-off.md\n# Time off\n\nWo$0rds\n`)).toEqual([]);
  const source = `${wiki}//- Time-off.md\n# Time $0off\n`;
  expect(actionsAt(source, { ...modern, only: ["refactor"] }).length).toBe(1);
  expect(actionsAt(source, { ...modern, only: ["quickfix"] })).toEqual([]);
  expect(actionsAt(source, { ...modern, isCurrent: (file) => file !== "_Sidebar.md" })).toEqual([]);
});

test("a page that is named, and one without neighbours there, are offered nothing", () => {
  expect(actionsAt(wiki.replace("# Pay", "# P$0ay"))).toEqual([]);
  expect(actionsAt(`${wiki}//- other/Far.md\n# Fa$0r\n`)).toEqual([]);
});
