/// The workbook that goes with a mail: what the mail says, with the charges behind it. [Workbook]
/// is the door. Whatever comes from data is text or a number, never a formula.
package dev.glidepath.digest.workbook;
