import { expect, test } from "vitest";
import { keyOf, queryOf, scoreOf } from "../../server/src/features/matching.ts";

/** The names that fit what is typed, best first. */
function ranked(typed: string, names: readonly string[]): readonly string[] {
  const query = queryOf(typed);
  return names
    .map((name) => ({ name, score: query ? scoreOf(query, keyOf(name)) : 0 }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ name }) => name);
}

test("equal, then beginning, then phrase, then words, then parts, then letters", () => {
  const names = ["Pages and pay", "Paper yard", "Overpay", "Pay", "Our pay", "Payroll", "Team"];
  expect(ranked("pay", names)).toEqual([
    "Pay",
    "Payroll",
    "Our pay",
    "Pages and pay",
    "Overpay",
    "Paper yard",
  ]);
});

test("words may come in any order and be begun only", () =>
  expect(ranked("prog car", ["Career progression", "Program"])).toEqual(["Career progression"]));

test("case, accents and punctuation make no difference", () => {
  expect(ranked("elite", ["Élite"])).toEqual(["Élite"]);
  expect(ranked("Q&A: hiring", ["q-a-hiring"])).toEqual(["q-a-hiring"]);
  expect(ranked("評価", ["人事評価制度"])).toEqual(["人事評価制度"]);
});

test("letters far apart are no match", () =>
  expect(ranked("xyz", [`x${" word".repeat(20)} y${" word".repeat(20)} z`])).toEqual([]));
