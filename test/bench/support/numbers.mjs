// What is made of many measured numbers, and how two things are measured so that a busy moment hits both.

/** The value that this share (0 to 1) of the values does not exceed. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}

export function median(values) {
  return percentile(values, 0.5);
}

/** Ours, the peer, ours, the peer, …: the values of each. Without a peer, ours alone. */
export async function interleaved(rounds, ours, peer) {
  const values = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round++) {
    values.ours.push(await ours(round));
    if (peer) values.peer.push(await peer(round));
  }
  return values;
}
