package dev.glidepath.infra.settings;

import dev.glidepath.infra.settings.Mailing.Identity;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads who sends the digest, and to whom it may go.
final class MailSettings {

    private static final String DOMAIN_NAME = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern DOMAIN =
            Pattern.compile(DOMAIN_NAME + "(\\." + DOMAIN_NAME + ")+");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+'-]{1,64}@" + DOMAIN.pattern());

    private MailSettings() {}

    static Optional<Mailing> read(Written written) {
        var sender = address(written, Key.SENDER, "the address that SES may send from");
        var identity = identity(written);
        var domains = domains(written);
        return sender.filter(_ -> !domains.isEmpty())
                .map(address -> new Mailing(address, identity, domains));
    }

    static Optional<String> address(Written written, Key key, String what) {
        return written.required(key, "\"" + key + ": …@…\", " + what)
                .flatMap(
                        setting ->
                                written.matching(
                                        setting,
                                        ADDRESS,
                                        "\"%s\" is not an address: write one such as"
                                                + " costs@example.com, its domain in small letters"));
    }

    private static Identity identity(Written written) {
        return written.setting(Key.SENDER_IDENTITY)
                .flatMap(
                        setting ->
                                written.read(
                                        setting,
                                        MailSettings::identity,
                                        "\"%s\" is not an identity: write existing, domain or"
                                                + " address"))
                .orElse(Identity.EXISTING);
    }

    private static Optional<Identity> identity(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "existing" -> Optional.of(Identity.EXISTING);
            case "domain" -> Optional.of(Identity.DOMAIN);
            case "address" -> Optional.of(Identity.ADDRESS);
            default -> Optional.empty();
        };
    }

    /// IAM compares them with the recipients letter by letter: so small letters only.
    private static List<String> domains(Written written) {
        written.required(
                Key.RECIPIENT_DOMAINS,
                "\"recipient domains: [example.com]\", the domains that may get the digest");
        return written.all(Key.RECIPIENT_DOMAINS).stream()
                .map(
                        setting ->
                                written.matching(
                                        setting,
                                        DOMAIN,
                                        "\"%s\" is not a domain: write one such as example.com, in"
                                                + " small letters and without @"))
                .map(domain -> domain.orElse(null))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
