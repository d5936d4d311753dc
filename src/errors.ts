/** Exit code of each kind of failure a user can cause or meet; the table of the README. */
export const exitCodes = {
  bug: 1,
  usage: 2,
  input: 3,
  settings: 4,
  provider: 5,
  gate: 6,
  credits: 7,
  interrupted: 130,
} as const;

/** A kind of failure; `bug` is everything that is not a UserError. */
export type ErrorKind = keyof typeof exitCodes;

/** A failure the user can act on: what happened, to which file, and what to do next. Printed once, in cli.ts. */
export class UserError extends Error {
  readonly kind: Exclude<ErrorKind, "bug">;
  readonly hint: string;

  constructor(kind: Exclude<ErrorKind, "bug">, message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = "UserError";
    this.kind = kind;
    this.hint = hint;
  }
}
