// Hosts of repositories, where nobody's site is served: a configuration that names one as the site's address means the project's.

const hosts: ReadonlySet<string> = new Set(["github.com", "gitlab.com", "bitbucket.org", "codeberg.org"]);

export function isCodeHost(host: string): boolean {
  return hosts.has(host.replace(/^www\./, ""));
}
