// How long the server's event loop is held: again and again a message to which there is nothing to do, five milliseconds
// after the last one was answered, and the longest time until one is. What the client itself is late by is in it.

import { percentile } from "./numbers.mjs";

const gap = 5;

/** Measures while the work goes on: { longest, usual (99 of 100 are answered within it), count }. */
export async function heldWhile(server, work) {
  const times = [];
  let isDone = false;
  const ask = async () => {
    while (!isDone) {
      times.push(await server.ping());
      await sleep(gap);
    }
  };
  const asking = ask();
  try {
    await work();
  } finally {
    isDone = true;
    await asking;
  }
  return { longest: Math.max(...times), usual: percentile(times, 0.99), count: times.length };
}

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
