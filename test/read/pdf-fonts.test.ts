import { describe, expect, it } from "vitest";
import { fontFacts } from "../../src/read/pdf-fonts.js";

describe("a font's name", () => {
  it.each(["LMSansDemiCond10-Regular", "ABCDEF+OpenSans-SemiCondensed"])("%s is one of letters", (name) => {
    expect(fontFacts({ name }).symbols).toBe(false);
  });

  it.each(["MaterialIcons-Regular", "ABCDEF+FontAwesome5Free-Solid", "Wingdings"])(
    "%s is one of pictographs",
    (name) => {
      expect(fontFacts({ name }).symbols).toBe(true);
    },
  );
});
