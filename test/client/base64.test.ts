import { expect, test } from "vitest";
import { toBase64 } from "../../client/src/base64.ts";

test("bytes become base 64, also more of them than one call can take", () => {
  const bytes = Uint8Array.from({ length: 200_001 }, (_, index) => (index * 7) % 256);
  expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
});

test("no bytes become no text", () => {
  expect(toBase64(new Uint8Array())).toBe("");
});
