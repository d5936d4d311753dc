import { expect, it } from "vitest";
import type { z } from "zod";
import { Basics, Resume } from "../../src/schema/resume.js";
import { resumeFields } from "../../src/schema/resume-fields.js";

const { basics, location, profiles, ...lists } = resumeFields;
const shape: Record<string, z.ZodType> = Resume.shape;
const elementOf = (name: string) => (shape[name] as z.ZodOptional<z.ZodArray<z.ZodObject>>).unwrap().element;

it.each(Object.entries(lists))("%s has the fields of the schema in its order", (name, fields) => {
  expect(fields).toEqual(Object.keys(elementOf(name).shape));
});

it("has the fields of the person, a place and a profile in the schema's order", () => {
  expect(basics).toEqual(Object.keys(Basics.shape));
  expect(location).toEqual(Object.keys(Basics.shape.location.unwrap().shape));
  expect(profiles).toEqual(Object.keys(Basics.shape.profiles.unwrap().element.shape));
});
