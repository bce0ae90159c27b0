/// The weekly mail: an assessment becomes HTML, text, MIME bytes and a receipt. Start reading at
/// `DigestWriter.write`; what the mail shows, in which order, is `section.Sections.of`.
package dev.glidepath.digest;
