package dev.glidepath.infra.settings;

import java.util.List;

/// Who sends the digest, and to whom it may go.
///
/// @param sender an address
/// @param domains of the recipients; nobody outside of them gets a mail
public record Mailing(String sender, Identity identity, List<String> domains) {

    public Mailing {
        domains = List.copyOf(domains);
    }

    public String senderDomain() {
        return sender.substring(sender.indexOf('@') + 1);
    }

    /// What SES knows the sender by.
    public enum Identity {
        /// It is verified already: the sender's domain, or the address itself.
        EXISTING,
        /// The stack makes one of the sender's domain.
        DOMAIN,
        /// The stack makes one of the sender's address.
        ADDRESS
    }
}
