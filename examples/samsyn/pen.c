/* SPDX-License-Identifier: MIT */
/* Two pens, Markdown and HTML.  What a checklist says is text, never markup:
 * in HTML it is escaped, in Markdown a remark is a comment, so that a draft
 * can be assessed with the remarks still in it. */

#include "pen.h"

#include <string.h>

/* ---- Markdown ---- */

/* On one line; marks at its beginning would be a heading, a list or a quote. */
static void
put_plain(const char *text)
{
    if (*text && strchr("#->+*=|`", *text))
        fputc('\\', stdout);
    for (; *text; text++)
        fputc(*text == '\n' ? ' ' : *text, stdout);
}

static void
markdown_begin(const char *title, samsyn_lang lang)
{
    (void)lang;
    fputs("# ", stdout);
    put_plain(title);
    fputc('\n', stdout);
}

static void
markdown_end(void)
{
}

static void
markdown_heading(int level, const char *text)
{
    printf("\n%.*s ", level, "####");
    put_plain(text);
    fputc('\n', stdout);
}

static void
markdown_paragraph(const char *text)
{
    fputc('\n', stdout);
    put_plain(text);
    fputc('\n', stdout);
}

/* Two dashes would end the comment, or be none of HTML. */
static void
markdown_remark(const char *text)
{
    fputs("\n<!-- ", stdout);
    for (; *text; text++) {
        bool dashes = text[0] == '-' && text[1] == '-';

        fputc(*text == '\n' ? ' ' : *text, stdout);
        if (dashes)
            fputc(' ', stdout);
    }
    fputs(" -->\n", stdout);
}

static void
markdown_tick(const char *const *choices, size_t count)
{
    fputc('\n', stdout);
    for (size_t i = 0; i < count; i++)
        printf("- [ ] %s\n", choices[i]);
}

static void
markdown_blank(const char *label)
{
    printf("\n%s: ______________________________________________\n", label);
}

/* ---- HTML ---- */

static void
put_escaped(const char *text)
{
    for (; *text; text++) {
        if (*text == '<')
            fputs("&lt;", stdout);
        else if (*text == '>')
            fputs("&gt;", stdout);
        else if (*text == '&')
            fputs("&amp;", stdout);
        else if (*text == '"')
            fputs("&quot;", stdout);
        else
            fputc(*text, stdout);
    }
}

static void
put_element(const char *tag, const char *text)
{
    printf("<%s>", tag);
    put_escaped(text);
    printf("</%.*s>\n", (int)strcspn(tag, " "), tag);
}

static const char style[] =
    "body{max-width:44rem;margin:2rem auto;padding:0 1rem;"
    "font:1.05rem/1.5 Georgia,serif;color:#1c1c1c;background:#fff}"
    "h1,h2,h3{line-height:1.25}h2{margin-top:2.5rem;border-bottom:1px solid "
    "#767676}h3{margin-top:1.75rem}"
    ".remark{border-left:.25rem solid #767676;padding-left:1rem;"
    "color:#404040}"
    "ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem "
    "1.5rem}"
    ".box{display:inline-block;width:1em;height:1em;border:1px solid #1c1c1c;"
    "margin-right:.5em;vertical-align:-.1em}"
    ".blank{display:flex;flex-wrap:wrap;gap:.5rem}"
    ".blank span{flex:1 1 12rem;min-height:1.6em;border-bottom:1px solid "
    "#767676}"
    "@media print{body{margin:0;max-width:none;font-size:11pt}"
    "h2,h3{break-after:avoid}.ask{break-inside:avoid}}";

static void
html_begin(const char *title, samsyn_lang lang)
{
    printf("<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n"
           "<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
           "<meta name=\"viewport\" "
           "content=\"width=device-width, initial-scale=1\">\n",
           lang == SAMSYN_LANG_EN ? "en" : "sv");
    put_element("title", title);
    printf("<style>%s</style>\n</head>\n<body>\n<main>\n", style);
    put_element("h1", title);
}

static void
html_end(void)
{
    fputs("</main>\n</body>\n</html>\n", stdout);
}

static void
html_heading(int level, const char *text)
{
    const char tag[] = { 'h', (char)('0' + level), '\0' };

    put_element(tag, text);
}

static void
html_paragraph(const char *text)
{
    put_element("p", text);
}

static void
html_remark(const char *text)
{
    put_element("p class=\"remark\"", text);
}

static void
html_tick(const char *const *choices, size_t count)
{
    fputs("<ul>\n", stdout);
    for (size_t i = 0; i < count; i++) {
        fputs("<li><span class=\"box\"></span>", stdout);
        put_escaped(choices[i]);
        fputs("</li>\n", stdout);
    }
    fputs("</ul>\n", stdout);
}

static void
html_blank(const char *label)
{
    fputs("<p class=\"blank\">", stdout);
    put_escaped(label);
    fputs(": <span></span></p>\n", stdout);
}

static const struct pen pens[] = {
    { markdown_begin, markdown_end, markdown_heading, markdown_paragraph,
      markdown_remark, markdown_tick, markdown_blank },
    { html_begin, html_end, html_heading, html_paragraph, html_remark,
      html_tick, html_blank },
};

const struct pen *
pen_of(enum format format)
{
    return &pens[format == FORMAT_HTML];
}
