import type { Command } from "commander";
import { UserError } from "../errors.js";
import type { OpenWorld } from "./options.js";

/** Adds `resumelaw doctor`: what works on this machine, and what to do where something does not. */
export function doctorCommand(program: Command, open: OpenWorld): void {
  program
    .command("doctor")
    .description("what works on this machine; ends with 4 where something does not")
    .action(async (_options: object, command: Command) => {
      const world = await open(command);
      const { examine } = await import("../edge/doctor.js");
      const { doctorDocument, doctorLines } = await import("../write/doctor.js");
      const checks = await examine(world);
      const failed = checks.filter(({ status }) => status === "fail");
      if (world.options.json) world.ui.json(doctorDocument(checks));
      else world.ui.result(doctorLines(checks, world.ui.style).join("\n"));
      if (failed.length > 0) {
        throw new UserError(
          "settings",
          `${failed.map(({ name }) => name).join(", ")}: not in order.`,
          "The lines marked ✗ say what to do.",
        );
      }
    });
}
