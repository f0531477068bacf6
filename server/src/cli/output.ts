// What the command line says: answers on the one channel, complaints on the other.

import type { Log } from "../workspace/platform.ts";

export function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** What was complained of while handbooks were read. */
export interface Complaints extends Log {
  /** Is one of them a fault of ours? Then not all was checked. */
  faulty: boolean;
  any: boolean;
}

export function complaints(): Complaints {
  const log: Complaints = {
    faulty: false,
    any: false,
    error: (message) => {
      log.faulty = true;
      log.warn(message);
    },
    warn: (message) => {
      log.any = true;
      complain(message);
    },
    info: () => {},
    debug: () => {},
  };
  return log;
}

/** Waits where the reader of a pipe is slow. */
export async function print(lines: Iterable<string>): Promise<void> {
  let block = "";
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < 65_536) continue;
    await write(block);
    block = "";
  }
  await write(block);
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}
