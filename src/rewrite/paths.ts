type Node = Record<string, unknown>;

const keysOf = (path: string): string[] => path.match(/[^.[\]]+/g) ?? [];

/** The value at a resume path such as `work[0].highlights[2]`; undefined where there is none. */
export function valueAt(resume: object, path: string): unknown {
  return keysOf(path).reduce<unknown>((node, key) => (node as Node | undefined)?.[key], resume);
}

/** Puts a value at a resume path, in place; objects on the way are made where they are missing. */
export function putAt(resume: object, path: string, value: unknown): void {
  const keys = keysOf(path);
  const last = keys.pop();
  if (last === undefined) throw new Error("an empty resume path");
  const parent = keys.reduce<Node>((node, key) => {
    node[key] ??= {};
    return node[key] as Node;
  }, resume as Node);
  parent[last] = value;
}

/** Takes the key at a resume path out of its object, in place. */
export function removeAt(resume: object, path: string): void {
  const keys = keysOf(path);
  const last = keys.pop();
  const parent = keys.reduce<unknown>((node, key) => (node as Node | undefined)?.[key], resume) as Node | undefined;
  if (parent !== undefined && last !== undefined) delete parent[last];
}

/** A path that ends in a list index, cut there: `work[0].highlights[2]` → list `work[0].highlights`, index 2; else null. */
export function listPlace(path: string): { list: string; index: number } | null {
  const found = /^(.*)\[(\d+)\]$/.exec(path);
  return found ? { list: found[1] ?? "", index: Number(found[2]) } : null;
}

/**
 * The path after the items of one list got new places; null where its item is gone, the same path where it is not of that list.
 * `places[i]` is the new index of item i, null for a dropped one.
 */
export function renumbered(path: string, list: string, places: readonly (number | null)[]): string | null {
  if (!path.startsWith(`${list}[`)) return path;
  const rest = path.slice(list.length);
  const index = /^\[(\d+)\]/.exec(rest);
  if (!index) return path;
  const place = places[Number(index[1])];
  if (place === undefined) return path;
  return place === null ? null : `${list}[${place}]${rest.slice(index[0].length)}`;
}
