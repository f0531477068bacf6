// The line above the page: what was left out, and the offer to load pictures from the web.

/** Shows what there is to say; hides the bar when there is nothing. */
export function showBar(
  bar: HTMLElement,
  note: string | undefined,
  unloaded: number,
  load: () => void,
): void {
  const said: Node[] = [];
  if (note) said.push(sentence(note));
  if (unloaded > 0) {
    said.push(
      sentence(
        unloaded === 1
          ? "1 picture from the web is not loaded."
          : `${unloaded} pictures from the web are not loaded.`,
      ),
    );
    said.push(button(unloaded === 1 ? "Show it" : "Show images from the web", load));
  }
  const text = said.map((node) => node.textContent).join("\n");
  if (bar.dataset["said"] === text) return;
  bar.dataset["said"] = text;
  bar.replaceChildren(...said);
  bar.hidden = said.length === 0;
}

function sentence(text: string): HTMLElement {
  const shown = document.createElement("span");
  shown.textContent = text;
  return shown;
}

function button(text: string, press: () => void): HTMLElement {
  const shown = document.createElement("button");
  shown.type = "button";
  shown.textContent = text;
  shown.addEventListener("click", press);
  return shown;
}
