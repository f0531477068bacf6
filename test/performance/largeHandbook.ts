// A handbook of as many pages as a test wants, each linking to the next ones, as text with `//- path` lines.

export function largeHandbook(pages: number): string {
  const page = (at: number) => `
//- contents/handbook/page-${at}.md
---
title: Page ${at}
---
Words, and [the next](/handbook/page-${(at + 1) % pages}), [its heading](/handbook/page-${(at + 2) % pages}#here).

## Here
`;
  const site = "\n//- gatsby-config.js\nmodule.exports = {}\n//- vercel.json\n{}";
  return site + Array.from({ length: pages }, (_, at) => page(at)).join("");
}
