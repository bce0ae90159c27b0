/// Billing exports of a company that does not exist, laid out as AWS delivers them, with what is
/// true about them. The same seed writes the same bytes. Depends on `core`; start reading at
/// [Company], then [Plot] (what happens) and [Story] (what it costs on which day).
package dev.glidepath.local.generate;
