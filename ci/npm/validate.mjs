// Reads lines of JSON from standard input and prints a line for each that the schema refuses, with its number and why.
//
//     node ci/npm/validate.mjs SCHEMA < LINES
//
// Exit 0: the schema is one of draft 2020-12 and every line was looked at. The last line printed says how many there were.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true, strictRequired: false, strictTypes: false });
const accepts = ajv.compile(JSON.parse(readFileSync(process.argv[2], "utf8")));
const lines = readFileSync(0, "utf8").split("\n").filter((line) => line.length > 0);
lines.forEach((line, at) => {
  if (!accepts(JSON.parse(line))) {
    console.log(`${at + 1}: ${ajv.errorsText(accepts.errors)}`);
  }
});
console.log(`${lines.length} lines`);
