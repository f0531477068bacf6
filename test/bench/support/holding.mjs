// How long the server's event loop is held: every five milliseconds a message to which there is nothing to do, and the
// longest time until one is answered. What the client itself is late by is in it.

import { percentile } from "./numbers.mjs";

const interval = 5;

/** Measures while the work goes on: { longest, usual (the 99th percentile), count }. */
export async function heldWhile(server, work) {
  const times = [];
  const under = new Set();
  const timer = setInterval(() => {
    const ping = server.ping().then((time) => times.push(time));
    under.add(ping);
    ping.finally(() => under.delete(ping));
  }, interval);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  await Promise.all(under);
  return { longest: Math.max(0, ...times), usual: percentile(times, 0.99) ?? 0, count: times.length };
}

export function sleep(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
