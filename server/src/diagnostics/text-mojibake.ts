// `text-mojibake`: characters that a wrong encoding made of others. Found by the scan (page/mojibake.ts), mended here.

import type { Mojibake } from "../page/scannedPage.ts";
import type { Page, Site } from "../site/site.ts";
import type { Finding, Fix, Rule } from "./finding.ts";

export const textMojibake: Rule = { codes: ["text-mojibake"], check, fix };

function check(_site: Site, page: Page): readonly Finding[] {
  return page.scanned.mojibake.map((one) => ({
    code: "text-mojibake",
    span: one.span,
    message:
      one.original === ""
        ? "The site shows this as it stands: a wrong encoding made it of an invisible mark. Remove it."
        : `The site shows this as it stands: a wrong encoding made it of ${named(one)}. Write ${named(one)}.`,
  }));
}

const names: Readonly<Record<string, string>> = {
  "": "nothing",
  "\u00a0": "a no-break space",
  "\u00ad": "a soft hyphen",
};

function named({ original }: Mojibake): string {
  return names[original] ?? original;
}

function fix(_site: Site, page: Page, { span }: Finding): readonly Fix[] {
  const all = page.scanned.mojibake;
  const one = all.find((other) => other.span.start === span.start);
  if (!one) return [];
  const here: Fix = {
    title: `Change to ${named(one)}`,
    edits: [{ span, newText: one.original }],
    preferred: true,
  };
  if (all.length === 1) return [here];
  const edits = all.map((other) => ({ span: other.span, newText: other.original }));
  return [here, { title: `Mend all ${all.length} on this page`, edits }];
}
