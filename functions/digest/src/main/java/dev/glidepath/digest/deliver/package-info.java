/// A digest goes out: once per recipient, or not and why. [SendDigests] is the door; [Posting] is
/// how one mail is sent. How it is never sent twice is in the outbox of the store.
package dev.glidepath.digest.deliver;
