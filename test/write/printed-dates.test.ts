import { expect, it } from "vitest";
import { printedDates } from "../../src/write/printed-dates.js";
import { words } from "../fixtures/parsed-resume.js";

const before = ["en", "de", "fr"].flatMap((language) => words("before-date", language).split(", "));

it.each([
  ["Charge Nurse\t03/2019 – present", "2019-03", "", "Present", "03/2019 – present"],
  ["Engineer, Acme (Sep 2016 - Mar 2018)", "2016-09", "2018-03", "", "Sep 2016 - Mar 2018"],
  ["Acme 2014–2019", "2014", "2019", "", "2014–2019"],
  ["2019-09 to 2020-01", "2019-09", "2020-01", "", "2019-09 to 2020-01"],
  ["Jan – Mar 2020, Acme", "2020-01", "2020-03", "", "Jan – Mar 2020"],
  ["seit 2019: Köchin", "2019", "", "heute", "seit 2019"],
  ["01.03.2019 bis 30.06.2020", "2019-03-01", "2020-06-30", "", "01.03.2019 bis 30.06.2020"],
  ["Depuis octobre 2021", "2021-10", "", "aujourd'hui", "Depuis octobre 2021"],
  ["2018年3月 – 至今", "2018-03", "", "至今", "2018年3月 – 至今"],
  ["June 2015 – August 2015", "2015-06", "2015-08", "", "June 2015 – August 2015"],
  ["Sept '09 – Jan '11", "2009-09", "2011-01", "", "Sept '09 – Jan '11"],
  ["Expected May 2027", "", "2027-05", "", "Expected May 2027"],
  ["ACLS, Feb 2024", "", "2024-02", "", "Feb 2024"],
  ["Acme, Summer 2019", "2019", "", "", "Summer 2019"],
  ["Fall 2018 – Spring 2019", "2018", "2019", "", "Fall 2018 – Spring 2019"],
  ["YMCA\tSummer 2013, 2014", "2013", "2014", "", "Summer 2013, 2014"],
  ["Midsummer 2019", "2019", "", "", "2019"],
  ["Expected Graduation: May 2024", "", "2024-05", "", "Expected Graduation: May 2024"],
  ["2018-2020 at Acme", "2018", "2020", "", "2018-2020"],
  ["Dec 2019 – Current", "2019-12", "", "Present", "Dec 2019 – Current"],
])("takes the notation of %j for %s to %s", (text, start, end, present, expected) => {
  expect(printedDates([text], { start, end, present, language: "en", before })).toBe(expected);
});

it.each([
  ["2016-09", "2018-03", "", "en", "Sep 2016 – Mar 2018"],
  ["2016", "", "Present", "en", "2016 – Present"],
  ["2016-09-30", "", "", "en", "Sep 30, 2016"],
  ["2016-09-30", "2018-03-01", "", "en", "Sep 2016 – Mar 2018"],
  ["2016-03", "", "heute", "de", "März 2016 – heute"],
  ["", "", "", "en", ""],
  ["2016-09", "", "", "no language", "Sep 2016"],
])(
  "writes %s to %s in the language's own notation where no source prints them",
  (start, end, present, language, expected) => {
    expect(printedDates(["nothing here"], { start, end, present, language, before })).toBe(expected);
  },
);
