/// Amounts, dates and names as the mail writes them; rounding happens here and nowhere else.
package dev.glidepath.digest.figures;
