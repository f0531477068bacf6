import fc from "fast-check";
import { expect, test } from "vitest";
import { githubSyntax } from "../../server/src/markdown/syntax.ts";
import type { PagePath } from "../../server/src/page/scannedPage.ts";
import { scanPage } from "../../server/src/page/scanPage.ts";

/** What is taken for mojibake on a page, as `seen → meant`. */
function checkMojibake(text: string, expected: readonly string[]): void {
  const { mojibake } = scanPage("a.md" as PagePath, text, githubSyntax);
  expect(mojibake.map(({ span, original }) => `${text.slice(span.start, span.end)} → ${original}`)).toEqual(
    expected,
  );
}

const gaps = new Map([..."€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"].map((one) => [one.codePointAt(0), one]));
const bytesOfGaps = [
  0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93, 0x94, 0x95,
  0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
];
const windows1252 = new Map([...gaps.values()].map((one, i) => [bytesOfGaps[i], one]));

/** UTF-8 read as Windows-1252. */
function misread(text: string): string {
  return [...new TextEncoder().encode(text)]
    .map((byte) => windows1252.get(byte) ?? String.fromCharCode(byte))
    .join("");
}

test("typographic marks and accented letters that were misread are found", () => {
  checkMojibake("The teamâ€™s â€œplanâ€\u009d â€“ cafÃ© for 5Â€.".replace("Â€", "â‚¬"), [
    "â€™ → ’",
    "â€œ → “",
    "â€\u009d → ”",
    "â€“ → –",
    "Ã© → é",
    "â‚¬ → €",
  ]);
});

test("what was misread twice is undone twice", () => {
  expect(misread(misread("’"))).toBe("Ã¢â‚¬â„¢");
  checkMojibake("The teamÃ¢â‚¬â„¢s", ["Ã¢â‚¬â„¢ → ’"]);
});

test("a no-break space that was misread is found, a byte order mark too", () => {
  checkMojibake("5Â\u00a0km", ["Â\u00a0 → \u00a0"]);
  checkMojibake("one ï»¿two", ["ï»¿ → "]);
});

test("in frontmatter too", () => checkMojibake("---\ntitle: The teamâ€™s\n---\n", ["â€™ → ’"]));

test("code shows what it shows", () => {
  checkMojibake("`â€™` and\n\n```\nâ€™\n```\n\n    Ã©\n\nand â€™", ["â€™ → ’"]);
});

test("words in other languages are let be", () => {
  for (const text of [
    "Ça va, là-bas à 5 °C — très bien…",
    "“AMANHÃ” and „Ü“ and “Ã”",
    "Größe, Straße «naïve» Åse’s ÆØÅ",
    "São Paulo — É, não é? MAÇÃ!",
    "Łódź, Žižek, naïveté, coöperate",
    "日本語 Ελλάδα Россия",
    "Temperature: 5 °C · ± 2 × 3 ÷ ½",
  ]) {
    checkMojibake(text, []);
  }
});

test("whatever was misread, beside whatever it stands, is given back", () => {
  const meant = fc.constantFrom("’", "“", "”", "–", "—", "…", "é", "ü", "ß", "ñ", "€", "™", "→", "🎉", "ł");
  fc.assert(
    fc.property(fc.array(meant, { minLength: 1, maxLength: 4 }), (marks) => {
      const text = `word ${misread(marks.join(""))}ends`;
      const { mojibake } = scanPage("a.md" as PagePath, text, githubSyntax);
      expect(mojibake.map(({ original }) => original)).toEqual([marks.join("")]);
    }),
    { seed: 3, numRuns: 200 },
  );
});
