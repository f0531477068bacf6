import fc from "fast-check";
import { expect, test } from "vitest";
import { splitDestination } from "../../server/src/site/destination.ts";

test("a destination is cut into its parts, and each knows where it stands", () => {
  expect(splitDestination("https://Me@Example.com:443/team?tab=1#pay?x")).toEqual({
    scheme: "https",
    host: "example.com",
    origin: "https://Me@Example.com:443",
    path: "/team",
    query: "?tab=1",
    fragment: "pay?x",
    originEnd: 26,
    pathStart: 26,
    pathEnd: 31,
    fragmentStart: 38,
  });
  expect(splitDestination("//example.com").host).toBe("example.com");
  expect(splitDestination("\\\\example.com\\team")).toMatchObject({ host: "example.com", path: "\\team" });
  expect(splitDestination("http:team")).toMatchObject({ scheme: "http", host: undefined, path: "team" });
  expect(splitDestination("mailto:a@b.c?x#y")).toMatchObject({
    scheme: "mailto",
    path: "a@b.c?x#y",
    query: "",
  });
  expect(splitDestination("#")).toMatchObject({ path: "", fragment: "" });
});

test("templates belong to the path, whatever is written in them", () => {
  expect(splitDestination('{{< ref "a#b?c" >}}?d#e')).toMatchObject({ query: "?d", fragment: "e" });
  expect(splitDestination("{%#%}{x#y}")).toMatchObject({ path: "{%#%}{x", fragment: "y}" });
  expect(splitDestination("{{#open")).toMatchObject({ path: "{{#open", fragment: undefined });
});

test("the parts of any destination stand one after the other, and together are all of it", () => {
  const sign = fc.constantFrom("a", "/", "\\", "?", "#", "{", "}", "%", ":", "@", "http:", "//", " ", "é");
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 14 }), (signs) => {
      const raw = signs.join("");
      const parts = splitDestination(raw);
      const { origin = "", path, query, fragment, scheme } = parts;
      const before = origin !== "" || scheme === undefined ? origin : raw.slice(0, scheme.length + 1);
      expect(before + path + query + (fragment === undefined ? "" : `#${fragment}`)).toBe(raw);
      expect(raw.slice(parts.pathStart, parts.pathEnd)).toBe(path);
      expect(raw.slice(parts.fragmentStart)).toBe(fragment ?? "");
    }),
  );
});
