import type { Unpack } from "../read/zip.js";

/** Unpacking by node's zlib, which is loaded when the first part comes. */
export const nodeUnpack: Unpack = {
  inflate: (packed, size) => {
    try {
      return zlib().inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return null;
      throw cause;
    }
  },
  crc32: (bytes) => zlib().crc32(bytes),
};

function zlib(): typeof import("node:zlib") {
  return process.getBuiltinModule("node:zlib");
}
