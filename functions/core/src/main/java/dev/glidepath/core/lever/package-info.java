/// Where cost could be taken from, as far as the bill itself tells. Start reading at `Levers.of`.
/// Nothing here is a saving. Depends on `cost`.
package dev.glidepath.core.lever;
