package dev.glidepath.digest.deliver;

import java.util.List;

/// A mail that was not sent.
///
/// @param reasons why it would be held; empty when it would be sent
/// @param mail the same text that would be sent, but for its date and message id
public record Preview(String to, String subject, List<String> reasons, String mail) {
    public Preview {
        reasons = List.copyOf(reasons);
    }
}
