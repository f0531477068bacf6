// Pictures before they are shown: those of the workspace get the address that the panel gave, those of the web become a
// card until the reader asks for them.

/** Changes the images in place. How many wait for the reader to ask? */
export function prepareImages(
  root: DocumentFragment,
  addresses: Readonly<Record<string, string>>,
  remote: boolean,
): number {
  for (const image of root.querySelectorAll<HTMLImageElement>("img[data-handbook-src]")) {
    const address = addresses[image.dataset["handbookSrc"] ?? ""];
    if (address !== undefined) image.src = address;
    else image.replaceWith(card(image, "Picture outside the workspace", undefined));
  }
  let waiting = 0;
  for (const image of root.querySelectorAll<HTMLImageElement>("img[data-handbook-remote]")) {
    const url = image.dataset["handbookRemote"] ?? "";
    const secure = /^https:/i.test(url);
    if (remote && secure) {
      image.src = url;
      image.referrerPolicy = "no-referrer";
      continue;
    }
    if (secure) waiting++;
    image.replaceWith(card(image, `Picture from ${hostOf(url)}`, url));
  }
  return waiting;
}

/** In the place of a picture: what it shows, where it is, and a click away from being opened. */
function card(image: HTMLImageElement, where: string, url: string | undefined): HTMLElement {
  const shown = document.createElement("span");
  shown.className = "picture-card";
  if (url !== undefined) {
    shown.dataset["url"] = url;
    shown.title = url;
    // Inside a link, a click follows the link.
    if (!image.closest("a")) {
      shown.tabIndex = 0;
      shown.setAttribute("role", "link");
    }
  }
  const alt = document.createElement("span");
  alt.className = "picture-card-alt";
  alt.textContent = image.alt;
  const place = document.createElement("span");
  place.className = "picture-card-place";
  place.textContent = where;
  shown.append(...(image.alt === "" ? [place] : [alt, place]));
  return shown;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : "the web";
}
