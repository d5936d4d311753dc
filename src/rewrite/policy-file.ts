import { UserError } from "../errors.js";
import { Policy } from "../schema/policy.js";

const hint =
  "A policy is `rules: [{when: {place: summary}, do: reject}, …]` and `default: accept`; the README lists the conditions.";

/** The policy of a YAML or JSON text; a UserError "settings" naming file and line where it is none. */
export async function parsePolicy(text: string, file: string): Promise<Policy> {
  const { LineCounter, parseDocument } = await import("yaml");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: "silent", prettyErrors: false });
  const broken = (offset: number | undefined, what: string): UserError => {
    const line = offset === undefined ? 1 : lines.linePos(offset).line;
    return new UserError("settings", `${file}, line ${line}: ${what}`, hint);
  };
  const [error] = document.errors;
  if (error !== undefined) throw broken(error.pos[0], `this is not YAML or JSON: ${error.message}`);
  const checked = Policy.safeParse(document.toJS({ maxAliasCount: 20 }));
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const keys = issue?.code === "unrecognized_keys" ? issue.keys : [];
  const path = [...(issue?.path ?? []), ...keys.slice(0, 1)].map((key) =>
    typeof key === "number" ? key : String(key),
  );
  const at = [...path];
  let node: unknown = document.getIn(at, true);
  while (rangeOf(node) === undefined && at.length > 0) {
    at.pop();
    node = document.getIn(at, true);
  }
  const where = path.length === 0 ? "" : `"${path.join(".")}": `;
  throw broken(rangeOf(node), `${where}${issue?.message ?? "not a policy"}`);
}

function rangeOf(node: unknown): number | undefined {
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === "number" ? range[0] : undefined;
}
