import type { Clock } from "../ports.js";

/** The time of this machine. */
export function clockEdge(): Clock {
  return { now: () => new Date(), ms: () => performance.now() };
}
