import { expect, test } from "vitest";
import { hugo, model, plain } from "../support/models.ts";
import { verdicts } from "./verdicts.ts";

const book = `
//- docs/guide.md
# Guide
## Set up
<a id="Here"></a>
//- docs/été/a b.md
# Naïve
//- docs/img/x.png
//- README.md
# Home
`;

test("a link may be relative, from the root, with or without extension, slash, query and fragment", () => {
  expect(
    verdicts(plain, book, "docs/guide.md", [
      "./guide.md",
      "guide",
      "/docs/guide/",
      "../README.md",
      "..",
      "guide.md?x=1#set-up",
      "./gone.md",
      "img/x.png",
      "img/y.png",
    ]),
  ).toEqual([
    "ok docs/guide.md",
    "ok docs/guide.md",
    "ok docs/guide.md",
    "ok README.md",
    "ok README.md",
    "ok docs/guide.md # Set up",
    "missing-page /docs/gone",
    "ok docs/img/x.png",
    "missing-page docs/img/y.png",
  ]);
});

test("a fragment names an id of the page, case and all but where GitHub shows it; #top always holds, a text directive is no id", () => {
  expect(
    verdicts(plain, book, "docs/guide.md", [
      "#set-up",
      "#Set-Up",
      "#Here",
      "#here",
      "#",
      "#top",
      "#TOP",
      "#:~:text=x",
      "#set%2Dup",
      "#user-content-set-up",
    ]),
  ).toEqual([
    "ok docs/guide.md # Set up",
    "ok docs/guide.md # Set up",
    "ok docs/guide.md anchor",
    "missing-anchor #here",
    "ok docs/guide.md",
    "ok docs/guide.md",
    "ok docs/guide.md",
    "missing-anchor #:~:text=x",
    "ok docs/guide.md # Set up",
    "ok docs/guide.md # Set up",
  ]);
});

test("on a site, the case of a fragment counts", () => {
  const site = "\n//- hugo.toml\n//- content/a.md\n## Set up\n";
  expect(verdicts(hugo, site, "content/a.md", ["#set-up", "#Set-Up"])).toEqual([
    "ok content/a.md # Set up",
    "missing-anchor #Set-Up",
  ]);
});

test("percent-encoding is decoded once, letters compare as NFC", () => {
  expect(
    verdicts(plain, book, "docs/guide.md", [
      "%C3%A9t%C3%A9/a%20b.md",
      "e\u0301te\u0301/a b.md",
      "%25C3%25A9t%C3%A9/a%20b.md",
    ]),
  ).toEqual(["ok docs/été/a b.md", "ok docs/été/a b.md", "missing-page /docs/%C3%A9té/a b"]);
});

test("a backslash is a slash, as in a browser", () => {
  expect(verdicts(plain, book, "docs/guide.md", ["..\\README.md"])).toEqual(["ok README.md"]);
});

test("the site's own host makes an internal link, with any scheme of the web; others are external", () => {
  const own = model("plain", { hosts: ["handbook.example.com"] });
  expect(
    verdicts(own, book, "docs/guide.md", [
      "https://Handbook.Example.com/docs/guide#set-up",
      "//handbook.example.com/docs/gone",
      "http://handbook.example.com:80",
      "https://other.example.com/docs/gone",
      "mailto:a@b.c",
      "file:///c:/x",
      "tel:1",
      "http://localhost:3000/x",
      "C:\\x",
    ]),
  ).toEqual([
    "ok docs/guide.md # Set up",
    "missing-page /docs/gone",
    "ok README.md",
    "external https://other.example.com/docs/gone",
    "external mailto:a@b.c",
    "external file:///c:/x",
    "external tel:1",
    "external http://localhost:3000/x",
    "external C:\\x",
  ]);
});

test("an address under an external route is unknown, not missing", () => {
  const external = model("plain", { externalRoutes: ["/engineering/**", "/x/*/z"] });
  expect(verdicts(external, book, "docs/guide.md", ["/engineering/deploy", "/x/y/z", "/x/y"])).toEqual([
    "unknown",
    "unknown",
    "missing-page /x/y",
  ]);
});

test("where the configuration names no host, the pages' own full addresses do", () => {
  const told = `
//- a.md
[1](https://h.example.com/b) [2](https://h.example.com/c) [3](https://h.example.com/d) [4](https://h.example.com/gone)
//- b.md
//- c.md
//- d.md
`;
  expect(verdicts(plain, told, "a.md", ["https://h.example.com/gone"])).toEqual(["missing-page /gone"]);
  expect(verdicts(plain, told.replaceAll("/b)", "/q)"), "a.md", ["https://h.example.com/gone"])).toEqual([
    "external https://h.example.com/gone",
  ]);
});

const including = `
//- hugo.toml
baseURL = "https://handbook.example.org/"
//- content/a/one.md
# One
{{% include "parts/list.md" %}}
//- content/two.md
# Two
{{% include "parts/list.md" %}}
//- assets/parts/list.md
## Steps
[a](#one) [b](../three) [c](#steps) [d](#inner)

{{% include "parts/inner.md" %}}
//- assets/parts/inner.md
## Inner
{{% include "parts/list.md" %}}
//- content/a/three.md
# Three
`;

test("a link in an included file is judged as the readers of each page that shows it meet it", () => {
  const links = ["#one", "../three", "#steps", "#inner"];
  expect(verdicts(hugo, including, "content/a/one.md", links)).toEqual([
    "ok content/a/one.md # One",
    "ok content/a/three.md",
    "ok assets/parts/list.md # Steps",
    "ok assets/parts/inner.md # Inner",
  ]);
  expect(verdicts(hugo, including, "assets/parts/list.md", links)).toEqual([
    "missing-anchor #one",
    "missing-page /three",
    "ok assets/parts/list.md # Steps",
    "ok assets/parts/inner.md # Inner",
  ]);
});
