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
  /** Why a file can't be read, for the author: "permission denied"; undefined when that is not known, or it is not there. */
  fault?(uri: string): Promise<string | undefined>;
}

export interface Listing {
  readonly files: readonly string[];
  /** Folders that were left out for what is in them: a generator's output. */
  readonly ignored?: readonly string[];
  /** For the log: "people/private: permission denied". */
  readonly problems: readonly string[];
  /** What is there and can't be read: folders, links that lead nowhere or out of the folder. With the reason. */
  readonly unreadable?: ReadonlyMap<string, string>;
}

/**
 * The text of a file as an editor shows it: UTF-8 without its byte order mark, invalid bytes as U+FFFD.
 * Undefined for bytes that are no text (a NUL among them: an image that is named `.md`, UTF-16).
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return bytes.includes(0) ? undefined : new TextDecoder("utf-8").decode(bytes);
}

/** More bytes than an editor would open. */
const mostBytes = 100_000_000;

export interface FileText {
  readonly text: string | undefined;
  /** Why there is no text, or why it is not all right, for the author. */
  readonly problem?: string;
}

/** Reads a file as text, and says what is wrong with it. A file that is not there has neither. */
export async function readFileText(files: FileSystem, uri: string): Promise<FileText> {
  const bytes = await files.read(uri);
  if (!bytes) {
    const there = (await files.look(uri)) === "file";
    return { text: undefined, ...(there && { problem: (await files.fault?.(uri)) ?? "no permission" }) };
  }
  if (bytes.length > mostBytes) return { text: undefined, problem: "it is too large" };
  const text = decodeText(bytes);
  if (text === undefined) return { text, problem: "it is no text in UTF-8" };
  return { text, ...(!isUtf8(bytes) && { problem: "it is not in UTF-8, some of its letters are lost" }) };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Reads a file as text; undefined when it is not there, can't be read, or is no text. */
export async function readText(files: FileSystem, uri: string): Promise<string | undefined> {
  const bytes = await files.read(uri);
  return bytes && decodeText(bytes);
}
