// Which file events no handbook needs to hear of. No editor in here.

/** A file below a folder of tools or of version control: its coming and going changes no page. What lies above the workspace's own folders tells nothing. */
export function isNoise(uri: string, folders: readonly string[]): boolean {
  const within = folders.filter((folder) => uri.startsWith(`${folder}/`));
  const longest = Math.max(0, ...within.map((folder) => folder.length));
  return /\/(?:\.git|\.hg|\.svn|node_modules|\.cache|\.DS_Store)(?:\/|$)/u.test(uri.slice(longest));
}
