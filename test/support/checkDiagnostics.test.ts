import { expect, test } from "vitest";
import { checkDiagnostics } from "./checkDiagnostics.ts";
import { plain } from "./models.ts";

const only = { only: ["link-missing-page"] };

test("what is underlined and what is found must be the same", () =>
  checkDiagnostics(
    plain,
    `
//- a.md
Read [this](gone.md) now.
            ^^^^^^^ link-missing-page
`,
    only,
  ));

test("a finding that is not underlined, and an underline that nothing is found at, both fail", () => {
  const failing = (source: string) => expect(() => checkDiagnostics(plain, source, only)).toThrow("expected");
  failing("//- a.md\n[this](gone.md)\n");
  failing("//- a.md\nWords.\n^^^^^ link-missing-page\n");
  failing("//- a.md\n[this](gone.md)\n       ^^^^^^ link-missing-page\n");
  failing("//- a.md\n[this](gone.md)\n       ^^^^^^^ link-missing-page: Other words.\n");
  failing("//- a.md\nWords.\n//- a.json\n{}\n^^ link-missing-page\n");
});
