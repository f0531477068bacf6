// How the living part reaches files: by Node on a desktop, through the client in a browser. It says what is there and
// hands out bytes; what a text is, is decided here once, so that offsets equal those of an editor's document.

export interface FileSystem {
  /** Does it take `A.md` and `a.md` for the same file (Windows, macOS)? */
  readonly foldsCase: boolean;
  /** Every file below a folder, as paths with `/`; ignored folders are left out, a folder that can't be read is a problem and not the end. */
  list(root: string): Promise<Listing>;
  /** Names of the files that stand directly in a folder; none when it can't be read. */
  listFolder(folder: string): Promise<readonly string[]>;
  /** What stands at a URI now. */
  look(uri: string): Promise<"file" | "folder" | undefined>;
  /** The bytes of a file; undefined when it can't be read. */
  read(uri: string): Promise<Uint8Array | undefined>;
}

export interface Listing {
  readonly files: readonly string[];
  /** Folders that were left out for what is in them: a generator's output. */
  readonly ignored?: readonly string[];
  /** For the log: "people/private: permission denied". */
  readonly problems: readonly string[];
}

/**
 * The text of a file as an editor shows it: UTF-8 without its byte order mark, invalid bytes as U+FFFD.
 * Undefined for bytes that are no text (a NUL among them: an image that is named `.md`, UTF-16).
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return bytes.includes(0) ? undefined : new TextDecoder("utf-8").decode(bytes);
}

/** Reads a file as text; undefined when it is not there, can't be read, or is no text. */
export async function readText(files: FileSystem, uri: string): Promise<string | undefined> {
  const bytes = await files.read(uri);
  return bytes && decodeText(bytes);
}
