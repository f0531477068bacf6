import { expect, test } from "vitest";
import { restartPolicy } from "../../client/src/restartPolicy.ts";

const minute = 60_000;

test("a server that dies is started again, four times within three minutes", () => {
  const policy = restartPolicy(4, 3 * minute);
  const verdicts = [0, 1, 2, 3, 4].map((second) => policy.died(second * 1000));
  expect(verdicts).toEqual(["first", "again", "again", "again", "give-up"]);
});

test("deaths that lie apart never add up", () => {
  const policy = restartPolicy(4, 3 * minute);
  const verdicts = [0, 4, 8, 12, 16, 20].map((time) => policy.died(time * minute));
  expect(verdicts).toEqual(["first", "first", "first", "first", "first", "first"]);
});
