/* SPDX-License-Identifier: MIT */
/* The HTML reports in a real browser, as people meet them:
 *
 *   browse.js MODULES
 *
 * Each report is made by the command and then must be valid HTML; give axe
 * nothing to report, at 1280 and 320 pixels, light and dark, at 200 % zoom and
 * with letters of double size; never scroll sideways; load and run nothing;
 * have a target for every link within the page; be usable by the keyboard; and
 * print on A4.  A document full of markup must leave no element behind.
 * Screenshots and PDFs are left in build/browser for whoever wants to look. */
'use strict';

const fs = require('fs');
const path = require('path');
const { spawnSync } = require('child_process');

const modules = path.resolve(process.argv[2], 'node_modules');
const puppeteer = require(path.join(modules, 'puppeteer-core'));
const { HtmlValidate } = require(path.join(modules, 'html-validate'));
const axe = fs.readFileSync(path.join(modules, 'axe-core', 'axe.min.js'), 'utf8');

const build = process.env.BUILD || 'build';
const folder = path.resolve(build, 'browser');
const EXAMPLES = 'examples';

const REPORTS = [
  ['ekvalla', 'agreements/ekvalla.md', []],
  ['ekvalla-en', 'agreements/ekvalla.md', ['--lang', 'en']],
  ['talldalen', 'agreements/talldalen.txt', ['--date', '2026-11-23']],
  ['talldalen-no-quotes', 'agreements/talldalen.txt', ['--no-quotes']],
  ['bjorksta', 'promises/bjorksta.md', []],
  ['sjovalla', 'plans/sjovalla.md', ['--date', '2026-11-23']],
  ['sundmark', 'programmes/sundmark.md', []],
  ['annexed', 'agreements/norrsund.md', ['--annex', 'examples/plans/sjovalla.md']],
  ['answered', '../tests/cases/answers/input.md', ['--checklist', 'tests/cases/fragor.yaml',
    '--answers', 'tests/cases/answered-json/svar.yaml', '--date', '2026-11-22']],
  ['answered-en', '../tests/cases/answers/input.md', ['--checklist', 'tests/cases/fragor.yaml', '--lang', 'en',
    '--answers', 'tests/cases/answered-json/svar.yaml', '--date', '2026-11-22']],
  ['hostile', '../tests/browser/hostile.md', ['--checklist', 'overenskommelse']],
];
/* What is made of several files; @ is the folder of pages, where a draft lies
 * that is worse than the agreement which came of it. */
const TOGETHER = [
  ['compare', ['compare', 'examples/agreements', '--group', 'stora=e*', '--group', 'små=*', '--before', '@/draft']],
  ['compare-en', ['compare', '--lang', 'en', 'examples/agreements', 'examples/promises', 'Makefile.txt']],
  ['compare-answered', ['compare', '--checklist', 'tests/cases/fragor.yaml', '--answers',
    'tests/cases/answered-json/svar.yaml', '--date', '2026-11-22', 'tests/cases/answers/input.md']],
  ['compare-hostile', ['compare', '--checklist', 'overenskommelse', 'tests/browser/hostile.md']],
  ['diff', ['diff', '@/draft/ekvalla.md', 'examples/agreements/ekvalla.md']],
  ['diff-checklists', ['diff', '--lang', 'en', '--checklist', 'overenskommelse', '--checklist',
    'overenskommelse-karna', 'examples/agreements/talldalen.txt']],
  ['guide', ['guide', 'medborgarlofte']],
  ['guide-outline', ['guide', '--lang', 'en', '--as', 'outline', 'overenskommelse']],
];
const FORMATS = ['html', 'brief-html'];
const ONE_PAGE = 'brief-html';

/* Zoom to 200 % is half as many pixels, each twice as large. */
const VIEWS = [
  { name: 'wide', width: 1280, height: 900, scale: 1, scheme: 'light' },
  { name: 'wide-dark', width: 1280, height: 900, scale: 1, scheme: 'dark' },
  { name: 'narrow', width: 320, height: 640, scale: 1, scheme: 'light' },
  { name: 'narrow-dark', width: 320, height: 640, scale: 1, scheme: 'dark' },
  { name: 'zoom', width: 640, height: 450, scale: 2, scheme: 'light' },
  { name: 'large-letters', width: 1280, height: 900, scale: 1, scheme: 'light', letters: '200%' },
];

let passed = 0;
let failed = 0;

function judge(name, faults) {
  if (!faults.length) {
    passed++;
    return;
  }
  failed++;
  console.log(`${name}:`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
}

function make(name, format, args, ends) {
  const out = path.join(folder, `${name}-${format}.html`);
  const env = { ...process.env, SAMSYN_DATA: 'checklists', LC_ALL: 'C' };
  const done = spawnSync(path.join(build, 'samsyn'), [...args, '--format', format],
    { env, stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 });
  if (!ends.includes(done.status)) throw new Error(`${name}: status ${done.status}`);
  fs.writeFileSync(out, done.stdout);
  return out;
}

function makeDraft() {
  const text = fs.readFileSync('examples/agreements/ekvalla.md', 'utf8');
  fs.mkdirSync(path.join(folder, 'draft'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'draft', 'ekvalla.md'), text.replace('varje tertial', 'vid behov'));
}

/* ---- Valid HTML ---- */

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    /* Inline attributes are the writer's; the file is not made by hand. */
    'no-inline-style': 'error',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
});

async function validate(name, file) {
  const report = await validator.validateFile(file);
  judge(`${name}: valid HTML`, report.results.flatMap((result) =>
    result.messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`)));
}

/* ---- In the browser ---- */

async function axeFaults(page) {
  await page.evaluate(axe);
  const results = await page.evaluate(() => window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  }));
  const tell = (kind) => (rule) => rule.nodes.map((node) => `${kind} ${rule.id}: ${node.html.slice(0, 160)}`);
  /* What axe cannot decide is contrast over a drawing; the palette's is
   * computed in tests/unit. */
  const open = results.incomplete.filter((rule) => rule.id !== 'color-contrast');
  return [...results.violations.flatMap(tell('axe')), ...open.flatMap(tell('axe, undecided'))];
}

function sideways() {
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth
    ? [`scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`] : [];
}

function deadLinks() {
  return [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href'))
    .filter((href) => !href.startsWith('#') ||
      !document.getElementById(decodeURIComponent(href.slice(1))))
    .map((href) => `a link to nowhere: ${href}`);
}

function intruders() {
  const found = [...document.querySelectorAll('script,iframe,img,object,embed,link,form,base,input,math')]
    .map((e) => `an element of the document: ${e.outerHTML.slice(0, 100)}`);
  for (const element of document.querySelectorAll('*'))
    for (const attribute of element.attributes)
      if (attribute.name.startsWith('on')) found.push(`a handler: ${element.outerHTML.slice(0, 100)}`);
  if (window.hit) found.push(`a script of the document ran: ${window.hit}`);
  if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
  if (document.querySelectorAll('main').length !== 1) found.push('not one main');
  return found;
}

/* Pages, and what the page wanted of the world. */
async function open(browser, file, view) {
  const page = await browser.newPage();
  const wanted = [];
  page.on('request', (request) => wanted.push(request.url()));
  page.on('console', (message) => wanted.push(message.text()));
  page.on('pageerror', (error) => wanted.push(error.message));
  await page.setViewport({ width: view.width, height: view.height, deviceScaleFactor: view.scale });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: view.scheme }]);
  await page.goto(`file://${file}`);
  if (view.letters) await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, view.letters);
  return { page, strange: () => wanted.slice(1).map((w) => `asked for or said: ${w}`) };
}

async function look(browser, name, file, view) {
  const { page, strange } = await open(browser, file, view);
  const faults = [...await page.evaluate(sideways), ...await page.evaluate(deadLinks),
    ...await page.evaluate(intruders), ...await axeFaults(page), ...strange()];
  judge(`${name}: ${view.name}`, faults);
  await page.screenshot({ path: path.join(folder, `${name}-${view.name}.png`), fullPage: view.width > 640 });
  await page.close();
}

/* Tab comes to the skip link first, and Enter to the result; then every stop
 * is somewhere else and can be seen. */
async function keyboard(browser, name, file) {
  const { page } = await open(browser, file, VIEWS[0]);
  const faults = [];
  const here = () => page.evaluate(() => {
    const e = document.activeElement;
    const box = e.getBoundingClientRect();
    return { tag: e.tagName, href: e.getAttribute('href'), seen: box.width > 0 && box.left >= 0,
      outline: getComputedStyle(e).outlineStyle };
  });
  await page.keyboard.press('Tab');
  const first = await here();
  if (first.href !== '#main' || !first.seen) faults.push(`Tab comes to ${JSON.stringify(first)}`);
  await page.keyboard.press('Enter');
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    const stop = await here();
    if (stop.tag === 'BODY') break;
    if (!stop.seen || stop.outline === 'none') faults.push(`no focus to be seen: ${JSON.stringify(stop)}`);
  }
  judge(`${name}: keyboard`, faults);
  await page.close();
}

async function print(browser, name, file, format) {
  const { page } = await open(browser, file, VIEWS[1]);
  const out = path.join(folder, `${name}.pdf`);
  await page.pdf({ path: out, preferCSSPageSize: true, printBackground: true });
  const pdf = fs.readFileSync(out, 'latin1');
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const a4 = sizes.every(([, w, h]) => Math.abs(w - 595) < 2 && Math.abs(h - 842) < 2);
  const faults = sizes.length && a4 ? [] : ['not on A4'];
  if (format === ONE_PAGE && sizes.length !== 1) faults.push(`${sizes.length} pages`);
  judge(`${name}: print`, faults);
  await page.close();
}

async function judgePage(browser, name, page, format) {
  await validate(name, page);
  for (const view of VIEWS) await look(browser, name, page, view);
  await keyboard(browser, name, page);
  await print(browser, name, page, format);
}

async function main() {
  fs.mkdirSync(folder, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const [name, file, options] of REPORTS) {
    for (const format of FORMATS)
      await judgePage(browser, `${name}-${format}`,
        make(name, format, ['score', ...options, path.join(EXAMPLES, file)], [0]), format);
  }
  makeDraft();
  for (const [name, args] of TOGETHER)
    await judgePage(browser, name,
      make(name, 'html', args.map((arg) => arg.replace('@', folder)), [0, 6]), 'html');
  await browser.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed || !passed ? 1 : 0);
}

main().catch((error) => {
  console.log(error);
  process.exit(1);
});
