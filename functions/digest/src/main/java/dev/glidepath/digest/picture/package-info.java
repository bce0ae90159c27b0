/// The mail's picture: a drawing of the core, painted as PNG. It has no text in it: what it says,
/// the mail says too.
package dev.glidepath.digest.picture;
