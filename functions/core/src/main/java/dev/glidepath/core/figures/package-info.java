/// What was assessed as people read it: amounts, dates, names, verdicts. The mail, the page and the
/// terminal write with it, so that they say the same; rounding happens here and nowhere else.
package dev.glidepath.core.figures;
