import type { Files } from "../ports.js";
import { readInput } from "./read-file.js";
import { isThere, writeWhole } from "./write-file.js";

/** The file system of this machine. */
export function filesEdge(): Files {
  return { read: readInput, write: writeWhole, exists: isThere };
}
