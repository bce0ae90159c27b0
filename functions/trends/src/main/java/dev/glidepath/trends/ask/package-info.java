/// What is asked, however it comes: as an event, from a dashboard, with an address. [Asked] says
/// what there is to ask; whatever cannot be answered is refused in one line.
package dev.glidepath.trends.ask;
