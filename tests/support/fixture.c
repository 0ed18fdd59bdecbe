/* SPDX-License-Identifier: MIT */

/* The words of the pack are Swedish, its size is that of a test. */

#include "tests/support/fixture.h"

#include <string.h>

const char fixture_pack[] =
    "language: xx\n"
    "version: '1'\n"
    "title: {sv: Prov, en: Test}\n"
    "abbreviations: [bl.a, t.o.m, kl]\n"
    "suspended: [och]\n"
    "clause_breaks: [men]\n"
    "small_words: [för]\n"
    "placeholders: [xx]\n"
    "linking: [s]\n"
    "speech: [säger]\n"
    "endings:\n"
    "  standard:\n"
    "    - {add: [s, en, et, er, erna]}\n"
    "    - {strip: e, add: [ar, arna]}\n"
    "  verb:\n"
    "    - {strip: a, add: [er, s, t, ts]}\n"
    "polarity:\n"
    "  negated: {terms: [inte (=), saknas (=)], before: 3, after: 3,\n"
    "    opening: [nej (=)], sentence: [är falskt]}\n"
    "  hedged: {terms: [vid behov], before: 4, after: 4}\n"
    "  announced: {terms: [ska tas fram], before: 3, after: 3}\n"
    "  planned: {terms: [ska (=), planerar (=)], before: 4, after: 4}\n"
    "  past: {terms: [gjordes (=), förra året], before: 4, after: 4}\n"
    "moot: {opening: [ange (=)], holding: [bör innehålla],\n"
    "       distant: [säger att], reported: [hävdar att],\n"
    "       report: [minnesanteckning (=)]}\n"
    "headings:\n"
    "  signature: [underskrift]\n"
    "  contents: [innehåll]\n"
    "  annex: [bilaga]\n"
    "classes:\n"
    "  day: {from: 1, to: 31, gives: day}\n"
    "  year: {from: 1900, to: 2099, digits: 4, gives: year}\n"
    "  two: {from: 0, to: 99, digits: 2}\n"
    "  mm: {from: 1, to: 12, digits: 2, gives: month}\n"
    "  dd: {from: 1, to: 31, digits: 2, gives: day}\n"
    "  yy: {from: 0, to: 99, digits: 2, gives: short-year}\n"
    "  six: {from: 101, to: 991231, digits: 6, gives: short-date}\n"
    "  month: {words: [{word: januari (=), forms: [jan]}, februari (=),\n"
    "    mars (=), april (=)], gives: month}\n"
    "  name: {capital: true, except: [polisen (=), Norrby (=)]}\n"
    "entities:\n"
    "  date:\n"
    "    title: {sv: ett datum, en: a date}\n"
    "    time: point\n"
    "    forms: ['{day} {month} {year}', '{day} {month}',\n"
    "      '{year} - {mm} - {dd}', '{six}']\n"
    "  moment:\n"
    "    title: {sv: en tidpunkt, en: a moment}\n"
    "    time: point\n"
    "    forms: ['<date>', '{month} {year}', '{year}']\n"
    "  start:\n"
    "    title: {sv: en början, en: a start}\n"
    "    time: start\n"
    "    forms: ['från <moment>']\n"
    "  end:\n"
    "    title: {sv: ett slut, en: an end}\n"
    "    time: end\n"
    "    forms: ['till <moment>']\n"
    "  years:\n"
    "    title: {sv: år, en: years}\n"
    "    time: period\n"
    "    forms: ['{year} - {year}', '{year} / {yy}', 'året {year}']\n"
    "  period:\n"
    "    title: {sv: en period, en: a period}\n"
    "    time: period\n"
    "    forms: ['<date> till|t.o.m <date>', '<date> - <date>']\n"
    "  person:\n"
    "    title: {sv: en person, en: a person}\n"
    "    forms: ['{name} {name}']\n"
    "dates:\n"
    "  validity: [gäller (=), giltighet]\n"
    "  signing: [undertecknat (=)]\n"
    "vocabulary:\n"
    "  polis: [polis]\n"
    "kinds:\n"
    "  - id: avtal\n"
    "    title: {sv: ett avtal, en: an agreement}\n"
    "    names: [{head: avtal}]\n"
    "    editions: true\n"
    "    accounts: [utfall (=)]\n"
    "    holds: [bild]\n"
    "    signals:\n"
    "      - {words: [{head: avtal}], title: true, points: 3}\n"
    "      - {words: [part], points: 1}\n"
    "  - id: plan\n"
    "    title: {sv: en plan, en: a plan}\n"
    "    names: [{head: plan}]\n"
    "    signals:\n"
    "      - {words: [{head: plan}], title: true, points: 4}\n"
    "      - {words: [avtal], points: -2}\n"
    "  - id: bild\n"
    "    title: {sv: en bild, en: a picture}\n"
    "    names: [{head: bild}]\n"
    "    signals:\n"
    "      - {words: [{head: bild}], title: true, points: 4}\n";

static samsyn_status
resolve(void *user, samsyn_resource kind, const char *name, size_t length,
        samsyn_write_fn write, void *sink)
{
    (void)user;
    if (kind != SAMSYN_RESOURCE_LANGUAGE || length != 2 ||
        memcmp(name, "xx", 2) != 0)
        return SAMSYN_E_UNRESOLVED;
    return write(sink, fixture_pack, strlen(fixture_pack)) ? SAMSYN_E_STOPPED
                                                           : SAMSYN_OK;
}

struct samsyn_config
fixture_config(const samsyn_allocator *mem)
{
    struct samsyn_config config = config_default;

    config.mem = *mem;
    config.resolve = resolve;
    return config;
}

void
fixture_yaml(struct buf *out, const char *met, const char *partly,
             const char *unless)
{
    buf_text(out, "recognise: {kinds: [avtal]}\n"
                  "checklist: prov\n"
                  "version: '1'\n"
                  "language: xx\n"
                  "title: {sv: Prov, en: Test}\n"
                  "basis: {sv: Prov, en: Test}\n"
                  "sources: {K: Källan}\n"
                  "vocabulary:\n"
                  "  uppföljning: [{head: uppföljning},\n"
                  "    {phrase: följa (verb) upp, gap: 2}]\n"
                  "  mäta: [mäta (verb), {vocabulary: uppföljning}]\n"
                  "  när: [{entity: date}]\n"
                  "  brott: [{modifier: brott}]\n"
                  "  paragraf: [{pattern: '§ \\d+'}]\n"
                  "areas:\n"
                  "- id: a\n"
                  "  title: {sv: A, en: A}\n"
                  "  criteria:\n"
                  "  - id: k\n"
                  "    code: k1\n"
                  "    title: {sv: T, en: T}\n"
                  "    question: {sv: F, en: Q}\n"
                  "    why: {sv: V, en: W}\n"
                  "    advice: {sv: R, en: A}\n"
                  "    model: Så.\n"
                  "    source: K\n"
                  "    weight: must\n"
                  "    level: document\n");
    buf_text(out, met ? "    met: " : "    taught: true");
    buf_text(out, met ? met : "");
    if (partly) {
        buf_text(out, "\n    partly: ");
        buf_text(out, partly);
    }
    if (unless) {
        buf_text(out, "\n    unless: ");
        buf_text(out, unless);
    }
    buf_char(out, '\n');
}
