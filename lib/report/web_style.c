/* SPDX-License-Identifier: MIT */
/* How the page looks.
 *
 * Colours stand in a table, light and dark, with the pairs that text and
 * ground make; a test computes the contrast of each.  No colour says anything
 * that a word beside it does not say.  Sizes are in rem, so that zoom and the
 * reader's own size of letters hold; the page is one column, which a narrow
 * window only makes narrower. */

#include "report/web_style.h"

static const struct web_colour colours[] = {
    { "paper", "#ffffff", "#15191d" },  { "wash", "#f3f5f6", "#1e242a" },
    { "ink", "#1c2227", "#e4e9ed" },    { "soft", "#4d5760", "#aab5be" },
    { "line", "#c5ccd2", "#3d4852" },   { "link", "#0a4b73", "#93caf0" },
    { "mark", "#fdf0b4", "#4b3f10" },   { "met", "#1a6639", "#84d3a0" },
    { "partly", "#735000", "#e2b75f" }, { "missing", "#93361a", "#f2a785" },
};

/* Words of a verdict stand on paper and wash, links on the mark too. */
static const struct web_pair pairs[] = {
    { "ink", "paper" },     { "ink", "wash" },     { "ink", "mark" },
    { "soft", "paper" },    { "soft", "wash" },    { "link", "paper" },
    { "link", "wash" },     { "link", "mark" },    { "met", "paper" },
    { "met", "wash" },      { "partly", "paper" }, { "partly", "wash" },
    { "missing", "paper" }, { "missing", "wash" }, { "paper", "met" },
    { "paper", "link" },
};

const struct web_colour *
web_colour_at(size_t index)
{
    return index < ARRAY_LEN(colours) ? &colours[index] : NULL;
}

const struct web_pair *
web_pair_at(size_t index)
{
    return index < ARRAY_LEN(pairs) ? &pairs[index] : NULL;
}

static const char *const rules[] = {
    "*{box-sizing:border-box}",
    "html{-webkit-text-size-adjust:100%;text-size-adjust:100%}",
    "body{margin:0;background:var(--paper);color:var(--ink);"
    "font:1.0625rem/1.6 Charter,'Iowan Old Style','Source Serif 4',"
    "'Noto Serif',Georgia,Cambria,serif;overflow-wrap:break-word}",
    ".frame{max-width:46rem;margin:0 auto;padding:0 1.25rem}",
    "h1,h2,h3,h4,h5,h6,th,caption,nav,.sans,.verdict,.meta,summary,.label,"
    ".figures,svg text{font-family:'Source Sans 3','Segoe UI',"
    "'Helvetica Neue',Arial,'Liberation Sans',sans-serif}",
    "h1,h2,h3,h4,h5,h6{line-height:1.25;margin:0;font-weight:600}",
    "h1{font-size:2.125rem;letter-spacing:-.01em;overflow-wrap:anywhere}",
    "h2{font-size:1.5rem;margin:0 0 .75rem}",
    "h3{font-size:1.1875rem;margin:2.25rem 0 .25rem}",
    "h4{font-size:1.0625rem}",
    "p,ul,ol,dl,blockquote{margin:0 0 .75rem}",
    "ul,ol{padding-left:1.375rem}",
    "a{color:var(--link);text-decoration-thickness:.0625em;"
    "text-underline-offset:.18em}",
    "a:hover{text-decoration-thickness:.125em}",
    ":focus-visible{outline:.1875rem solid var(--link);outline-offset:.125rem;"
    "border-radius:.125rem}",
    ".skip{position:absolute;left:-100rem;top:0;padding:.5rem 1rem;"
    "background:var(--paper);z-index:1}",
    ".skip:focus{left:.5rem;top:.5rem}",
    ".unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;"
    "overflow:hidden;clip-path:inset(50%);white-space:nowrap;border:0}",
    ".defs{position:absolute;width:0;height:0}",
    ".soft,.meta,.place{color:var(--soft)}",
    ".meta,.place,.note{font-size:.9375rem}",
    "header{border-top:.375rem solid var(--link)}",
    "header .frame{padding-top:2rem;padding-bottom:1.5rem}",
    "header .over{margin:0 0 .25rem;color:var(--soft)}",
    "header .kind{margin:.375rem 0 0;font-size:1.1875rem;line-height:1.4}",
    ".facts{margin:1.25rem 0 0;font-size:.9375rem;line-height:1.5}",
    ".facts div{display:flex;flex-wrap:wrap;gap:0 .75rem;padding:.1875rem 0}",
    ".facts dt{color:var(--soft);flex:0 0 9rem}",
    ".facts dd{margin:0;flex:1 1 16rem;min-width:0;overflow-wrap:anywhere}",
    "main section.part{padding:2.25rem 0 1.5rem;"
    "border-top:.0625rem solid var(--line)}",
    ".figures{display:flex;flex-wrap:wrap;gap:1rem 2.5rem;margin:0 0 1rem}",
    ".figures dt{color:var(--soft);font-size:.9375rem;line-height:1.4}",
    ".figures dd{margin:0;font-size:1.75rem;line-height:1.3;"
    "font-variant-numeric:tabular-nums}",
    ".figures dd small{display:block;font-size:.9375rem;line-height:1.4;"
    "color:var(--soft)}",
    ".bar{display:block;width:100%;height:.625rem;margin:0 0 1.25rem}",
    ".bar .all{fill:var(--line)}",
    ".bar .open{fill:var(--soft)}",
    ".bar .low{fill:var(--met)}",
    ".help{padding-left:0;list-style:none;counter-reset:help}",
    ".help>li{counter-increment:help;position:relative;"
    "padding:.875rem 0 .375rem 2.25rem;border-top:.0625rem solid var(--line)}",
    ".help>li::before{content:counter(help);position:absolute;left:.25rem;"
    "top:.875rem;color:var(--soft);"
    "font-variant-numeric:tabular-nums}",
    ".help p{margin:.125rem 0 .5rem}",
    ".gain{white-space:nowrap;color:var(--soft);font-size:.9375rem}",
    "nav ol{list-style:none;padding:0;margin:0;columns:2 16rem;"
    "column-gap:2rem}",
    "nav li{padding:.25rem 0;break-inside:avoid}",
    "nav.part{padding:1.5rem 0;border-top:.0625rem solid var(--line)}",
    "nav h2{font-size:1.0625rem;margin-bottom:.375rem}",
    ".verdict{font-weight:600;white-space:normal}",
    ".sign{width:1em;height:1em;margin-right:.375em;vertical-align:-.125em}",
    ".is-met{color:var(--met)}",
    ".is-partly{color:var(--partly)}",
    ".is-missing{color:var(--missing)}",
    ".is-referred,.is-review{color:var(--link)}",
    ".is-none{color:var(--soft)}",
    ".criterion{padding:1.25rem 0 .5rem;border-top:.0625rem solid var(--line);"
    "margin-top:1rem}",
    ".criterion>.state{margin:.125rem 0 .625rem;font-size:.9375rem}",
    ".criterion>.state .meta{white-space:normal}",
    "strong.sans{font-size:.9375rem;font-weight:600}",
    ".label{font-size:.9375rem;font-weight:600;margin:.75rem 0 .25rem}",
    ".quotes{list-style:none;padding:0;margin:0 0 .75rem}",
    ".quotes>li{padding:.125rem 0 .125rem .875rem;margin:0 0 .5rem;"
    "border-left:.1875rem solid var(--line)}",
    ".quotes blockquote{margin:0;unicode-bidi:isolate}",
    ".quotes p{margin:0}",
    ".model{background:var(--wash);border-left:.1875rem solid var(--link);"
    "padding:.625rem .875rem;margin:0 0 .75rem;unicode-bidi:isolate}",
    ".model p{margin:0}",
    ".said{border-left:.1875rem solid var(--met);padding:.125rem 0 .125rem "
    ".875rem;margin:0 0 .75rem;unicode-bidi:isolate}",
    ".said p{margin:0;font-size:.9375rem}",
    "details{margin:.25rem 0 .75rem}",
    "summary{cursor:pointer;color:var(--link);font-size:.9375rem;"
    "padding:.125rem 0}",
    "details[open]>summary{margin-bottom:.5rem}",
    ".more{padding-left:.875rem;font-size:.9375rem}",
    ".wide{overflow-x:auto;margin:0 0 1.25rem;position:relative}",
    "table{border-collapse:collapse;width:100%;font-size:.9375rem;"
    "line-height:1.45}",
    "caption{text-align:left;font-weight:600;padding:0 0 .5rem}",
    "th,td{text-align:left;vertical-align:top;padding:.4375rem .75rem "
    ".4375rem 0;border-bottom:.0625rem solid var(--line)}",
    "thead th{border-bottom:.125rem solid var(--soft);vertical-align:bottom;"
    "font-weight:600}",
    "tbody th{font-weight:400;font-family:inherit}",
    "td p,td blockquote{margin:0}",
    "td .place{white-space:nowrap}td.words .place{white-space:normal}",
    ".document tbody th{font-weight:600}",
    "td .verdict{font-weight:400;white-space:nowrap}",
    "td.wanting .verdict{font-weight:600}",
    ".grid{table-layout:auto;min-width:44rem}",
    ".grid .words{min-width:16rem}",
    ".chains{display:flex;flex-wrap:wrap;gap:1.5rem 2rem;padding:0;"
    "list-style:none;margin:0 0 1.5rem}",
    ".chains li{flex:0 1 19rem;min-width:0}",
    ".chains h3{margin:0 0 .375rem}",
    ".chain{display:block;width:17.5rem;max-width:100%;height:auto}",
    ".chain text{font-size:15px;fill:var(--ink)}",
    ".chain .word{fill:var(--soft)}",
    ".chain .whole{stroke:var(--met);stroke-width:2}",
    ".chain .broken{stroke:var(--missing);stroke-width:2;"
    "stroke-dasharray:2 4}",
    ".document{border:.0625rem solid var(--line);padding:1.25rem 1.5rem;"
    "margin:0 0 1.5rem}",
    ".document h4,.document h5,.document h6{margin:1.25rem 0 .375rem}",
    ".document>:first-child{margin-top:0}",
    ".document .furniture{color:var(--soft);font-size:.875rem}",
    ".document .l2{margin-left:1.25rem}",
    ".document .l3{margin-left:2.5rem}",
    "mark{background:var(--mark);color:inherit;padding:.0625rem 0;"
    "unicode-bidi:isolate}",
    "mark:target,.seen:target,.criterion:target>h4{outline:.125rem solid "
    "var(--link);outline-offset:.1875rem}",
    ".back{font-size:.8125rem;white-space:nowrap;"
    "font-family:'Source Sans 3','Segoe UI','Helvetica Neue',Arial,"
    "'Liberation Sans',sans-serif}",
    "code{font-family:ui-monospace,'Cascadia Mono','DejaVu Sans Mono',"
    "monospace;font-size:.875rem;overflow-wrap:anywhere}",
    "pre{white-space:pre-wrap;background:var(--wash);padding:.75rem 1rem;"
    "margin:0 0 1rem}",
    "footer{border-top:.0625rem solid var(--line);color:var(--soft);"
    "font-size:.875rem}",
    "footer .frame{padding-top:1rem;padding-bottom:3rem}",
    ".brief h1{font-size:1.75rem}",
    ".brief h2{font-size:1.1875rem;margin:1.5rem 0 .375rem}",
    ".brief header .frame{padding-top:1.5rem;padding-bottom:0}",
    ".brief main{padding-bottom:2rem}",
    ".brief main ul{list-style:none;padding:0;margin:0 0 .5rem}",
    ".brief main li{padding:.1875rem 0 .1875rem 1.5rem;text-indent:-1.5rem}",
    ".brief li p,.brief li .words{text-indent:0;margin:0}",
    ".brief li .words:first-child{display:inline-block}",
    ".brief .sign{margin-right:.5em}",
    "@media (max-width:30rem){h1{font-size:1.625rem}h2{font-size:1.3125rem}"
    ".frame{padding:0 1rem}.document{padding:1rem}"
    ".facts dt{flex-basis:100%}}",
    "@page{size:A4;margin:20mm 18mm;@bottom-right{content:counter(page);"
    "font:9pt sans-serif;color:#4d5760}}",
    "@media print{body{font-size:10.5pt;line-height:1.45}"
    ".frame{max-width:none;padding:0}.skip,nav,.back{display:none}"
    "header .frame{padding-top:6mm}"
    "a{color:inherit;text-decoration:none}"
    "h2,h3,h4,.state,.label,caption{break-after:avoid}"
    "h2+p{break-after:avoid}"
    "li,tr,.model,blockquote,.figures div{break-inside:avoid}"
    ".wide{overflow:visible}.grid{min-width:0}.grid .words{min-width:0}"
    "table{font-size:8.5pt}td .verdict{white-space:normal}"
    "main section.part{padding:5mm 0 3mm}"
    ".criterion{padding:3mm 0 1mm;margin-top:2mm}"
    "section.part.new{break-before:page}"
    "*{-webkit-print-color-adjust:exact;print-color-adjust:exact}"
    "details:not([open]){display:none}"
    "summary{color:inherit;list-style:none;font-weight:600}"
    ".brief{font-size:9.5pt;line-height:1.35}"
    ".brief h2{font-size:11.5pt;margin:3mm 0 1mm}"
    ".brief h1{font-size:16pt}.brief header .frame{padding-top:4mm}"
    ".brief p{margin:0 0 1mm}.brief main li{padding-top:.3mm;"
    "padding-bottom:.3mm}.brief main ul{margin:0 0 1mm}"
    ".brief .place{font-size:8.5pt}}",
    "@media (forced-colors:active){mark{outline:.0625rem solid}"
    ".model,.said,.quotes>li{border-color:CanvasText}}",
};

static void
put_colours(struct buf *out, bool dark)
{
    buf_text(out, ":root{");
    for (size_t i = 0; i < ARRAY_LEN(colours); i++) {
        buf_text(out, "--");
        buf_text(out, colours[i].name);
        buf_char(out, ':');
        buf_text(out, dark ? colours[i].dark : colours[i].light);
        buf_char(out, ';');
    }
    buf_text(out, dark ? "}" : "color-scheme:light dark}\n");
}

void
web_style(struct buf *out)
{
    put_colours(out, false);
    buf_text(out, "@media screen and (prefers-color-scheme:dark){");
    put_colours(out, true);
    buf_text(out, "}\n");
    for (size_t i = 0; i < ARRAY_LEN(rules); i++) {
        buf_text(out, rules[i]);
        buf_char(out, '\n');
    }
}

static const struct {
    const char *name, *drawing;
} signs[] = {
    { "met", "<circle cx=\"8\" cy=\"8\" r=\"7.5\" fill=\"currentColor\"/>"
             "<path d=\"M4.4 8.4l2.4 2.4 4.8-5.2\" fill=\"none\" "
             "stroke=\"var(--paper)\" stroke-width=\"1.8\"/>" },
    { "partly", "<circle cx=\"8\" cy=\"8\" r=\"6.7\" fill=\"none\" "
                "stroke=\"currentColor\" stroke-width=\"1.6\"/>"
                "<path d=\"M8 1.3a6.7 6.7 0 0 0 0 13.4z\" "
                "fill=\"currentColor\"/>" },
    { "missing", "<circle cx=\"8\" cy=\"8\" r=\"6.7\" fill=\"none\" "
                 "stroke=\"currentColor\" stroke-width=\"1.6\"/>" },
    { "referred", "<circle cx=\"8\" cy=\"8\" r=\"6.7\" fill=\"none\" "
                  "stroke=\"currentColor\" stroke-width=\"1.6\"/>"
                  "<path d=\"M4.4 8h6.4M8.2 5.2L11 8l-2.8 2.8\" fill=\"none\" "
                  "stroke=\"currentColor\" stroke-width=\"1.6\"/>" },
    { "none", "<circle cx=\"8\" cy=\"8\" r=\"6.7\" fill=\"none\" "
              "stroke=\"currentColor\" stroke-width=\"1.6\"/>"
              "<path d=\"M4.8 8h6.4\" stroke=\"currentColor\" "
              "stroke-width=\"1.6\"/>" },
    { "review", "<circle cx=\"8\" cy=\"8\" r=\"6.7\" fill=\"none\" "
                "stroke=\"currentColor\" stroke-width=\"1.6\"/>"
                "<path d=\"M5.9 6.3a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.5\" "
                "fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\"/>"
                "<circle cx=\"8\" cy=\"11.8\" r=\".95\" "
                "fill=\"currentColor\"/>" },
};

void
web_signs(struct buf *out)
{
    buf_text(out, "<svg class=\"defs\" aria-hidden=\"true\">");
    for (size_t i = 0; i < ARRAY_LEN(signs); i++) {
        buf_text(out, "<symbol id=\"sign-");
        buf_text(out, signs[i].name);
        buf_text(out, "\" viewBox=\"0 0 16 16\">");
        buf_text(out, signs[i].drawing);
        buf_text(out, "</symbol>");
    }
    buf_text(out, "</svg>\n");
}
