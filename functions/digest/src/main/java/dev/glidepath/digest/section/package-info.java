/// What the mail shows. A section is a record of finished texts and figures; its HTML is the jte
/// template of its name, its plain text its own method, and both say the same numbers.
///
/// To add one: a record here that implements `Section`, its template in `src/main/jte`, its line in
/// `Sections.of` at the place where it should stand, and its case in `SectionHtml`, which does not
/// compile without.
package dev.glidepath.digest.section;
