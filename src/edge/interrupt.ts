import { UserError } from "../errors.js";

const graceMs = 1500;
const repeatMs = 400;

/** Turns Ctrl-C and its kin into an abort signal; `done` ends the watch. Call once, in cli.ts. */
export interface Interrupt {
  signal: AbortSignal;
  done(): void;
}

/**
 * Listens for SIGINT, SIGTERM and SIGHUP: the first aborts, so that work is released and temporary files go;
 * a second one, or a run that does not end within the grace time, ends the process at once.
 *
 * Why the pause between the two: importing conf makes one Ctrl-C arrive twice.
 */
export function watchInterrupt(): Interrupt {
  const controller = new AbortController();
  let first = 0;
  const heard = (signal: NodeJS.Signals) => {
    const now = performance.now();
    if (controller.signal.aborted) {
      if (now - first > repeatMs) process.exit(130);
      return;
    }
    first = now;
    process.exitCode = 130;
    controller.abort(
      new UserError(
        "interrupted",
        `Interrupted (${signal}).`,
        "Nothing half-written was left. Run the same command to start again.",
      ),
    );
    setTimeout(() => process.exit(130), graceMs).unref();
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const name of signals) process.on(name, heard);
  return {
    signal: controller.signal,
    done: () => {
      for (const name of signals) process.off(name, heard);
    },
  };
}
