// What the panel and its page say to each other: shapes, and a parser for each side, since neither trusts what arrives.

/** Panel → page. */
export type ToPage =
  | {
      readonly kind: "show";
      readonly uri: string;
      readonly html: string;
      readonly note: string | undefined;
      /** For each `data-handbook-src` of the HTML, the address at which the page may load it. */
      readonly images: Readonly<Record<string, string>>;
      /** Load pictures from the web? */
      readonly remote: boolean;
    }
  /** Bring the block of a source line (0-based, fractions lie between blocks) to the top. */
  | { readonly kind: "scroll"; readonly line: number }
  | { readonly kind: "scrollTo"; readonly fragment: string };

/** Page → panel. */
export type ToPanel =
  | { readonly kind: "ready" }
  /** A link was followed: the address as its author wrote it. */
  | { readonly kind: "open"; readonly href: string }
  | { readonly kind: "openExternal"; readonly url: string }
  | { readonly kind: "deadLink"; readonly reason: string }
  | { readonly kind: "showRemoteImages" }
  /** The reader scrolled: the source line at the top. */
  | { readonly kind: "reveal"; readonly line: number };

type Fields = Readonly<Record<string, unknown>>;

/** A message from the page, or undefined for anything else. */
export function parseToPanel(sent: unknown): ToPanel | undefined {
  if (!isFields(sent)) return undefined;
  const { kind, href, url, reason, line } = sent;
  if (kind === "ready" || kind === "showRemoteImages") return { kind };
  if (kind === "open" && typeof href === "string") return { kind, href };
  if (kind === "openExternal" && typeof url === "string") return { kind, url };
  if (kind === "deadLink" && typeof reason === "string") return { kind, reason };
  if (kind === "reveal" && typeof line === "number" && Number.isFinite(line)) return { kind, line };
  return undefined;
}

/** A message from the panel, or undefined for anything else. */
export function parseToPage(sent: unknown): ToPage | undefined {
  if (!isFields(sent)) return undefined;
  const { kind, uri, html, note, images, remote, line, fragment } = sent;
  if (kind === "scroll" && typeof line === "number" && Number.isFinite(line)) return { kind, line };
  if (kind === "scrollTo" && typeof fragment === "string") return { kind, fragment };
  if (kind !== "show" || typeof uri !== "string" || typeof html !== "string") return undefined;
  const addresses = Object.entries(isFields(images) ? images : {});
  return {
    kind,
    uri,
    html,
    note: typeof note === "string" ? note : undefined,
    images: Object.fromEntries(
      addresses.filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    ),
    remote: remote === true,
  };
}

function isFields(sent: unknown): sent is Fields {
  return typeof sent === "object" && sent !== null;
}
