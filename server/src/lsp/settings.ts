// Reads the author's settings, per folder where the client can be asked, else from what it sent. What is wrong in them
// is said in the log and keeps its default.

import { type Config, parseConfig } from "../config.ts";
import type { Session } from "./session.ts";

/** The settings of each of the given folders, and of pages in no folder (the last). */
export async function readSettings(session: Session, folders: readonly string[]): Promise<readonly Config[]> {
  const sent = await ask(session, folders);
  return sent.map((value) => {
    const { config, problems } = parseConfig(value ?? {});
    for (const problem of problems) session.platform.log.warn(problem);
    return config;
  });
}

async function ask(
  { client, connection, platform }: Session,
  folders: readonly string[],
): Promise<readonly unknown[]> {
  const fallback = [...folders, undefined].map(() => client.settings);
  if (!client.capabilities.workspace?.configuration) return fallback;
  const items = [...folders.map((scopeUri) => ({ scopeUri, section: "handbook" })), { section: "handbook" }];
  try {
    const answers: unknown = await connection.workspace.getConfiguration(items);
    return Array.isArray(answers) && answers.length === items.length ? answers : fallback;
  } catch (error) {
    platform.log.warn(`The client did not tell its settings: ${String(error)}`);
    return fallback;
  }
}
