import { expect, test } from "vitest";
import { onlySet } from "../../client/src/onlySet.ts";

const values = { "link-empty": "off", "link-missing-page": "error", "text-mojibake": "warning" };

test("a level that nobody has set is not sent, so that a finding's own level holds", () => {
  const sent = onlySet(values, (code) => (code === "link-empty" ? { globalValue: "off" } : {}));
  expect(sent).toEqual({ "link-empty": "off" });
});

test("a level that is set to what it is by default is sent: somebody wants it so", () => {
  const sent = onlySet(values, (code) =>
    code === "text-mojibake" ? { workspaceFolderValue: "warning" } : {},
  );
  expect(sent).toEqual({ "text-mojibake": "warning" });
});

test("a code that the editor does not know is sent, so that the server can name it", () => {
  expect(onlySet({ "link-mising": "off" }, () => undefined)).toEqual({ "link-mising": "off" });
});

test("what is no group of settings is passed on as it is", () => {
  expect(onlySet(null, () => ({}))).toBe(null);
});
