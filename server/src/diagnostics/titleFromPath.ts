/** What a reader would call a path's last name: `/people/team-structre` → "Team structre", `img/our_office.png` → "Our office". */
export function titleFromPath(path: string): string {
  const names = path.split("/").filter((name) => name !== "");
  const last = (names.at(-1) ?? "").replace(/\.[A-Za-z0-9]{1,5}$/, "");
  const name = /^(?:_?index|readme)$/i.test(last) ? (names.at(-2) ?? last) : last;
  const words = name.replace(/[-_]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
