import { UserError } from "../errors.js";
import type { Files } from "../ports.js";

/** Stops before anything is asked for or paid where a result could not be kept: UserError "usage" for the first path that is taken. */
export async function refuseExisting(files: Files, paths: readonly string[], flag: string): Promise<void> {
  for (const path of paths) {
    if (await files.exists(path)) {
      throw new UserError(
        "usage",
        `${path} exists already.`,
        `Add --force to replace it, or name another place with ${flag}.`,
      );
    }
  }
}
