/// The plain text of the mail, laid out.
package dev.glidepath.digest.figures;
