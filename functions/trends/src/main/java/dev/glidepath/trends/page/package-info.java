/// An overview as it is shown: every text and figure finished in records, which templates lay out.
/// The page and the dashboard's widgets are made of the same parts. Start reading at `PageView.of`.
package dev.glidepath.trends.page;
