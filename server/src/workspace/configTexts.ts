// The texts of a folder's configuration files, as detection wants them. Of one that is broken while it is typed, the last
// text that was whole counts.

import { faultIn } from "../data/faultIn.ts";
import { configuresAny, readsAny } from "../site/detectSites.ts";
import type { FilePath } from "../site/site.ts";
import type { FileTree } from "../site/siteModel.ts";

export class ConfigTexts {
  readonly #texts = new Map<FilePath, string>();
  /** The texts of now of files that are broken; `#texts` keeps the last whole ones. */
  readonly #halfWritten = new Map<FilePath, string>();

  /** As models are made of them. */
  get now(): Pick<FileTree, "texts" | "halfWritten"> {
    const halfWritten = this.#halfWritten.size > 0 && { halfWritten: new Map(this.#halfWritten) };
    return { texts: this.#texts, ...halfWritten };
  }

  /** Reads those among the given files that detection wants; answers those that are new. `textOf` has none of a file that is gone. */
  async read(
    paths: Iterable<FilePath>,
    textOf: (path: FilePath) => Promise<string | undefined> | undefined,
  ): Promise<readonly FilePath[]> {
    const wanted = [...paths].filter((path) => readsAny(path));
    const texts = await Promise.all(wanted.map(textOf));
    return wanted.filter((path, i) => this.#take(path, texts[i]));
  }

  /** Is it another text than before? */
  #take(path: FilePath, text: string | undefined): boolean {
    const before = this.#texts.get(path);
    const broken = this.#halfWritten.get(path);
    this.#halfWritten.delete(path);
    if (
      text !== undefined &&
      before !== undefined &&
      isHalfWritten(path, text) &&
      !isHalfWritten(path, before)
    ) {
      this.#halfWritten.set(path, text);
      return text !== broken;
    }
    if (text === undefined) this.#texts.delete(path);
    else this.#texts.set(path, text);
    return text !== before || broken !== undefined;
  }
}

/** Of a configuration that is being typed, the last text that was whole is what the author means for now. */
function isHalfWritten(path: FilePath, text: string): boolean {
  return configuresAny(path) && faultIn(path, text) !== undefined;
}
