// Which file events no handbook needs to hear of. No editor in here.

/** A file below a folder of tools or of version control: its coming and going changes no page. */
export function isNoise(uri: string): boolean {
  return /\/(?:\.git|\.hg|\.svn|node_modules|\.cache|\.DS_Store)(?:\/|$)/u.test(uri);
}
