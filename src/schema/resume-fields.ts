/** The lists of JSON Resume that a resume is made of, in the order in which they are usually printed. */
export const resumeLists = [
  "work",
  "volunteer",
  "education",
  "projects",
  "skills",
  "languages",
  "certificates",
  "awards",
  "publications",
  "interests",
  "references",
] as const;

/** What a section can be; `other` is kept as it is. Here and not in resume.ts, so that reading a resume needs no zod. */
export const sectionKinds = ["basics", "summary", ...resumeLists, "other"] as const;

/** The fields of each part of a resume in the order in which they are written; a test holds them equal to the schema's. */
export const resumeFields = {
  basics: "name label image email phone emails phones url summary location profiles".split(" "),
  location: "address postalCode city countryCode region".split(" "),
  profiles: "network username url".split(" "),
  work: "name position location description url startDate endDate summary highlights".split(" "),
  volunteer: "organization position url startDate endDate summary highlights".split(" "),
  education: "institution url area studyType startDate endDate score courses location highlights".split(" "),
  projects: "name description highlights keywords startDate endDate url roles entity type".split(" "),
  skills: "name level keywords".split(" "),
  languages: "language fluency".split(" "),
  certificates: "name date url issuer".split(" "),
  awards: "title date awarder summary".split(" "),
  publications: "name publisher releaseDate url summary".split(" "),
  interests: "name keywords".split(" "),
  references: "name reference".split(" "),
  sections: "name items".split(" "),
} as const satisfies Record<string, readonly string[]>;
