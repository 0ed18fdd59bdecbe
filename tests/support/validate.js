/* SPDX-License-Identifier: MIT */
/* A second opinion on the schemas, by validators that others made:
 *
 *   validate.js MODULES
 *
 * Every checklist and pack of the tree, and every file of answers that the
 * tests left behind, must fit its schema, as an editor would say; every result that the tests left behind must fit the schema of
 * results; and the schemas must be well-formed. */
'use strict';

const fs = require('fs');
const path = require('path');

const modules = path.resolve(process.argv[2], 'node_modules');
const Ajv = require(path.join(modules, 'ajv'));
const yaml = require(path.join(modules, 'js-yaml'));

const build = process.env.BUILD || 'build';
const ajv = new Ajv({ allErrors: true, strict: false });
let passed = 0;
let failed = 0;

function judge(name, valid, errors) {
  if (valid) {
    passed++;
    return;
  }
  failed++;
  console.log(`${name}:`);
  for (const error of (errors || []).slice(0, 5))
    console.log(`  ${error.instancePath} ${error.message}`);
}

function validator(name) {
  const file = `checklists/schema/${name}.schema.json`;
  const schema = JSON.parse(fs.readFileSync(file, 'utf8'));
  judge(file, ajv.validateSchema(schema), ajv.errors);
  return ajv.compile(schema);
}

function files(folder, ending) {
  if (!fs.existsSync(folder) || !fs.statSync(folder).isDirectory()) return [];
  return fs.readdirSync(folder).filter((f) => f.endsWith(ending)).sort()
    .map((f) => path.join(folder, f));
}

function check(names, fits, load) {
  for (const name of names) {
    const text = fs.readFileSync(name, 'utf8');
    judge(name, fits(load(text)), fits.errors);
  }
}

/* As editors read YAML: numbers and true are no texts, dates are. */
const parse = (text) => yaml.load(text, { schema: yaml.CORE_SCHEMA });
check(files('checklists', '.yaml'), validator('checklist'), parse);
check(files('checklists/language', '.yaml'), validator('language'), parse);

/* What samsyn answers wrote and tests/api/answers.py left behind. */
check(files(path.join(build, 'answers'), '.yaml'), validator('answers'), parse);

/* What tests/schema/shapes.py asked: the same answers by this validator. */
const asked = path.join(build, 'shapes.jsonl');
if (fs.existsSync(asked)) {
  const fits = {
    checklist: validator('checklist'), language: validator('language'),
    answers: validator('answers'),
  };
  for (const line of fs.readFileSync(asked, 'utf8').trim().split('\n')) {
    const one = JSON.parse(line);
    const valid = fits[one.kind](one.document);
    const right = valid ? !one.codes.length : one.codes.length + one.other.length;
    judge(`${one.codes.concat(one.other)} ${line.slice(0, 300)}`, right,
      fits[one.kind].errors);
  }
}

const results = [...files(path.join(build, 'corpus'), '.json'),
  ...files(path.join(build, 'cases'), '.json')];
check(results, validator('assessment'), JSON.parse);
const measured = files(path.join(build, 'validity'), '.json');
check(measured, validator('agreement'), JSON.parse);
/* Logs of SARIF by the schema of the standard, as their makers ship it. */
const Newer = require(path.join(modules, 'ajv/dist/2020'));
const newer = new Newer({ allErrors: true, strict: false, logger: false });
const sarif = path.join(modules, '@microsoft/sarif-multitool-linux', 'sarif-2.1.0.json');
const logs = [...files(path.join(build, 'sarif'), '.json'),
  ...files('tests/data/report', '.json').filter((f) => path.basename(f).startsWith('sarif'))];
check(logs, newer.compile(JSON.parse(fs.readFileSync(sarif, 'utf8'))), JSON.parse);
const compared = files(path.join(build, 'compare'), '.json');
for (const kind of ['comparison', 'difference'])
  check(compared.filter((f) => path.basename(f).startsWith(kind)), validator(kind), JSON.parse);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !results.length || !measured.length || !compared.length || !logs.length ? 1 : 0);
