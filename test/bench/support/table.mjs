// The one table: rows as lines of Markdown, their columns aligned for a terminal.
//
// A row is { what, unit, ours, peer?: { name, value }, target?: { kind: "at most" | "at least", value, times? }, note? }.
// `times` says what the target is a multiple of, where it is no plain number; `ours` is undefined where it cannot be measured.

const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export function isMet({ ours, target }) {
  if (target === undefined || ours === undefined) return undefined;
  return target.kind === "at most" ? ours <= target.value : ours >= target.value;
}

export function tableOf(rows) {
  const notes = [];
  const marked = (note) => (note === undefined ? "" : ` (${notes.push(note)})`);
  const cells = rows.map((row) => [
    row.what + marked(row.note),
    amount(row.ours, row.unit),
    row.peer ? `${amount(row.peer.value, row.unit)}, ${row.peer.name}` : "",
    row.peer && row.ours !== undefined ? digits.format(row.ours / row.peer.value) : "",
    targetText(row),
    { true: "yes", false: "NO", undefined: "" }[isMet(row)],
  ]);
  const lines = aligned([["what", "ours", "the peer", "ratio", "target", "met"], ...cells]);
  return [...lines, "", ...notes.map((note, at) => `(${at + 1}) ${note}`)].join("\n");
}

function targetText({ target, unit }) {
  if (!target) return "";
  const sign = target.kind === "at most" ? "≤" : "≥";
  return `${sign} ${amount(target.value, unit)}${target.times ? ` (${target.times})` : ""}`;
}

function amount(value, unit) {
  if (value === undefined) return "–";
  return `${(value < 100 ? digits : whole).format(value)} ${unit}`;
}

function aligned([head, ...rows]) {
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => cell.padEnd(widths[at])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
}
