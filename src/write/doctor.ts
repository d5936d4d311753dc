/** One thing `doctor` looked at; `hint` says what to do about a warning or failure. */
export interface Check {
  name: string;
  status: "ok" | "info" | "warn" | "fail";
  message: string;
  hint: string;
}

/** The document `doctor --json` prints. */
export function doctorDocument(checks: readonly Check[]): object {
  return { schema: "resumelaw/doctor@1", ok: checks.every(({ status }) => status !== "fail"), checks };
}

const marks = { ok: ["✓", "green"], info: ["·", "dim"], warn: ["!", "yellow"], fail: ["✗", "red"] } as const;

/** The checks as lines, each hint below its check. */
export function doctorLines(
  checks: readonly Check[],
  style: (style: "green" | "dim" | "yellow" | "red", text: string) => string,
): string[] {
  const wide = Math.max(...checks.map(({ name }) => name.length));
  return checks.flatMap(({ name, status, message, hint }) => {
    const [mark, color] = marks[status];
    const head = `${style(color, mark)} ${name.padEnd(wide)}  ${message}`;
    return hint === "" ? [head] : [head, `  ${" ".repeat(wide)}  ${style("dim", hint)}`];
  });
}
