// In which ways a page writes a path. Docusaurus treats them differently: a file is looked for behind links in Markdown alone,
// addresses in tags of MDX pages are the browser's to read, and components' go through its router.

import type { Link } from "../../../markdown/markdownScan.ts";
import type { ScannedPage } from "../../../page/scannedPage.ts";
import { splitDestination } from "../../destination.ts";
import { remember } from "../../remember.ts";
import { decodeOnce } from "../../routeKey.ts";
import type { LinkForm } from "../../siteModel.ts";

/** `reference`: by `[text][label]`; `component`: in a `<Link>`; `tag`: in a plain tag, or a full address. */
export type WrittenForm = "markdown" | "reference" | "component" | "tag";

/** The strictest reading comes last: a path that is written in two ways is judged by the kinder one. */
const order: readonly WrittenForm[] = ["markdown", "reference", "component", "tag"];

const forms = new WeakMap<ScannedPage, ReadonlyMap<string, WrittenForm>>();

/** How the page writes the path (decoded, without query and fragment), in Markdown or outside of it. */
export function writtenForm(page: ScannedPage, path: string, form: LinkForm): WrittenForm {
  const usual = form === "markdown" ? "markdown" : "tag";
  return remember(forms, page, listForms).get(`${form} ${path}`) ?? usual;
}

function listForms(page: ScannedPage): ReadonlyMap<string, WrittenForm> {
  const found = new Map<string, WrittenForm>();
  for (const link of page.links) {
    const { path, host } = splitDestination(link.destination.value.trim());
    const form = host === undefined ? formOfLink(link, page.syntax.mdx) : "tag";
    const kind: LinkForm = form === "markdown" || form === "reference" ? "markdown" : "html";
    const key = `${kind} ${decodeOnce(path.replaceAll("\\", "/")) || "/"}`;
    const before = found.get(key);
    if (before === undefined || order.indexOf(form) < order.indexOf(before)) found.set(key, form);
  }
  return found;
}

/** In `.md` read as Markdown, tags become components of the theme (rehype-raw). */
function formOfLink({ kind, tag }: Link, mdx: boolean): WrittenForm {
  if (kind.endsWith("-reference")) return "reference";
  if (tag === undefined) return "markdown";
  return /^[A-Z]/.test(tag.name) || (!mdx && tag.name.toLowerCase() === "a") ? "component" : "tag";
}
