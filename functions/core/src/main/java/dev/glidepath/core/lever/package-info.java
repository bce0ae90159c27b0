/// Where cost could be taken from, as far as the bill itself tells. Start reading at `Levers.of`.
/// Nothing here is a saving. Depends on `cost`, and on the rules of `plan`.
package dev.glidepath.core.lever;
