/** Job titles of many trades. */
export const titles = [
  "Senior Software Engineer",
  "Accountant",
  "Head of Marketing",
  "Staff Nurse",
  "Product Owner",
  "Research Assistant",
  "Co-Founder & CTO",
  "Warehouse Supervisor",
  "Electrician",
  "VP of Operations",
  "Graphic Designer",
  "English Teacher",
  "Barista",
  "Sculptor",
  "Portrait Sculptor",
  "Data Wrangler",
  "Software Engineer II",
  "Intern",
  "Freelance Translator",
  "Line Cook",
  "Paralegal",
  "Bus Driver",
  "Dental Hygienist",
  "Chief of Staff",
  "Assistant Store Manager",
  "Site Reliability Engineer",
  "Police Officer",
  "Civil Engineer",
  "Hairdresser",
];

/** Employers: companies, hospitals, cities, schools, shops of many countries. */
export const employers = [
  "Acme Inc.",
  "Northwind Traders",
  "Blue Fjord GmbH",
  "Initech",
  "University of Graz",
  "St. Mary's Hospital",
  "Kestrel & Sons",
  "The Corner Bakery",
  "City of Springfield",
  "Zeta Labs",
  "Umbra",
  "Mayflower",
  "Studio North",
  "Harris & Daughters",
  "Green Energy Partners, LLC",
  "U.S. Postal Museum",
  "ABC Logistics",
  "Red Cross",
  "Panadería La Espiga S.L.",
  "Maple Leaf Dental Clinic",
  "Ministry of Fisheries",
  "Oak Street Elementary School",
  "Société du Pont-Neuf",
  "7 Hills Catering",
];

/** Towns as resumes of several countries print them. */
export const places = [
  "Austin, TX",
  "Berlin, Germany",
  "London, UK",
  "Portland, OR",
  "Madrid, Spain",
  "Toronto, ON",
  "Lyon, France",
  "Kraków, Poland",
  "Pune, India",
];

/** Schools of several countries. */
export const schools = [
  "University of Graz",
  "Lakeside College",
  "Technical University of Munich",
  "Harbor State University",
  "University of California, Davis",
  "MIT",
  "École Normale",
  "Universidad de Sevilla",
  "Riverside Community College",
  "London School of Economics",
];

/** Degrees with their fields. */
export const degrees: [string, string][] = [
  ["Bachelor of Science", "Computer Science"],
  ["Master of Arts", "History"],
  ["Ph.D.", "Physics"],
  ["Bachelor of Business Administration", "Accounting"],
  ["B.A.", "English Literature"],
  ["MBA", "Finance"],
  ["Diploma", "Nursing"],
  ["B.Sc.", "Mechanical Engineering"],
  ["Associate of Applied Science", "Culinary Arts"],
  ["M.Ed.", "Special Education"],
];

/** What people did: short and long, with numbers, colons, brackets and full stops. */
export const deeds = [
  "Cut the monthly close from nine days to four",
  "Trained eleven colleagues in safe lifting",
  "Wrote the handbook that new staff read on their first day",
  "Moved 14 services to Kubernetes without downtime, together with two teams",
  "Planned the menu: 80 guests a day, three courses",
  "Raised $2.4M from regional donors",
  "Led a team of five (two of them apprentices)",
  "Reduced waste by 30% within one year.",
  "Answered up to 60 calls a shift and kept the complaints below 2% over four quarters, although the team was two people short from spring to autumn",
  "Rebuilt the intake form with the nurses of three wards, so that a patient is asked every question once and the ward has the answers before the bed is ready",
  "Kept 1,200 vehicles on the road",
  "Drew plans in AutoCAD for 25 homes",
];

/** Skills of many trades. */
export const skillNames = [
  "Python",
  "SQL",
  "Excel",
  "Welding",
  "Negotiation",
  "Spring Boot",
  "C++",
  "Bookkeeping",
  "Node.js",
  "Wound care",
  "Food safety",
  "AutoCAD",
  "Phlebotomy",
  "CI/CD",
  "Forklift operation",
  "Adobe Photoshop",
];

/** Names of groups of skills. */
export const groupNames = ["Tools", "Programming", "Methods", "Office"];

/** Languages with their levels. */
export const tongues: [string, string][] = [
  ["English", "Native"],
  ["German", "C1"],
  ["Spanish", "Fluent"],
];

/** Certificates, their issuers and dates. */
export const papers: [string, string | undefined, string | undefined][] = [
  ["AWS Certified Solutions Architect", "Amazon Web Services", "2022"],
  ["Certified Public Accountant (CPA)", undefined, "2019-05"],
  ["First Aid", "Northern Health Institute", undefined],
  ["Scrum Master", undefined, undefined],
];

/** Projects, what they are, and when they ended. */
export const works: [string, string, string | undefined][] = [
  ["Ledger", "Adds the numbers of a whole village.", "2021"],
  ["Tide Tables", "Computes tides for two sailing clubs.", undefined],
  ["Garden App", "Tells when to water which bed.", "2019"],
];

/** Names of people, with accents, hyphens and apostrophes. */
export const people = [
  "Mia Example",
  "José García López",
  "Anna-Lena Schmidt",
  "Robert O'Neill",
  "Wei Zhang",
  "Łukasz Wiśniewski",
  "Chidinma Okafor",
  "Søren Kjær",
  "Dr. Amélie Dubois",
  "Nguyễn Thị Hoa",
];

/** Summaries of one sentence or two. */
export const summaries = [
  "Ten years of steady work in small teams, always with an eye for detail.",
  "Careful worker who likes early shifts. Looks for a place where the books are read and not only kept, and where a question may take longer than an answer.",
];

/** Telephone numbers that belong to nobody. */
export const phones = ["(512) 555-0142", "+44 20 7946 0958", "555-0117", "+1 416 555 0134"];
