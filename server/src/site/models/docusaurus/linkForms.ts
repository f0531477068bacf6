// In which ways a page writes a path. Docusaurus treats them differently: a file is looked for behind links in Markdown alone,
// addresses in tags of MDX pages are the browser's to read, and components' go through its router.

import type { Link } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { decodeOnce } from "../../routeKey.ts";

/** `reference`: by `[text][label]`; `component`: in a `<Link>`; `tag`: in a plain tag; `address`: with the site's own host. */
export type LinkForm = "markdown" | "reference" | "component" | "tag" | "address";

/** The strictest reading comes last: a path that is written in two ways is judged by the kinder one. */
const order: readonly LinkForm[] = ["markdown", "reference", "component", "tag", "address"];

const forms = new WeakMap<ScannedPage, ReadonlyMap<string, LinkForm>>();

/** How the page writes the path (decoded, without query and fragment); one that it does not have is as in Markdown. */
export function formOf(page: ScannedPage, path: string): LinkForm {
  return remember(forms, page, listForms).get(path) ?? "markdown";
}

function listForms(page: ScannedPage): ReadonlyMap<string, LinkForm> {
  const found = new Map<string, LinkForm>();
  for (const link of page.links) {
    const { path, host } = splitDestination(link.destination.value.trim());
    const key = decodeOnce(path.replaceAll("\\", "/")) || "/";
    const form = host === undefined ? formOfLink(link, page.syntax.mdx) : "address";
    const before = found.get(key);
    if (before === undefined || order.indexOf(form) < order.indexOf(before)) found.set(key, form);
  }
  return found;
}

/** In `.md` read as Markdown, tags become components of the theme (rehype-raw). */
function formOfLink({ kind, tag }: Link, mdx: boolean): LinkForm {
  if (kind.endsWith("-reference")) return "reference";
  if (tag === undefined) return "markdown";
  return /^[A-Z]/.test(tag.name) || (!mdx && tag.name.toLowerCase() === "a") ? "component" : "tag";
}
