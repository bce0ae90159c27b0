package dev.glidepath.digest;

import dev.glidepath.core.assess.Assess;
import dev.glidepath.core.assess.Finding;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.digest.deliver.Editions;

import java.util.List;
import java.util.stream.Stream;

/// Editions of the usual company, for tests of what happens to them.
public final class Written {

    private static final Finding SOUND = finding(Cases.usual());
    private static final Finding HELD = finding(Cases.usual().settledThrough(Company.START));
    private static final Rendered RENDERED = DigestWriter.write(SOUND, Cases.usual().provenance());

    private Written() {}

    /// With a letter of a line, for tests that send very many.
    public static List<Edition> brief(String... addresses) {
        var letter = new Letter("Cloud costs", "<p>less</p>", "less", List.of());
        var rendered = new Rendered(letter, RENDERED.receipt(), "");
        return sound(addresses).stream()
                .map(edition -> new Edition(edition.recipient(), SOUND, rendered))
                .toList();
    }

    public static List<Edition> sound(String... addresses) {
        return editions(SOUND, addresses);
    }

    public static List<Edition> held(String... addresses) {
        return editions(HELD, addresses);
    }

    /// Those of whom they are asked for.
    public static Editions asked(List<Edition> all) {
        return (_, to, _) -> all.stream().filter(e -> to.contains(e.recipient().email()));
    }

    private static List<Edition> editions(Finding finding, String... addresses) {
        return Stream.of(addresses)
                .map(a -> new Plan.Recipient(a, List.of()))
                .map(recipient -> new Edition(recipient, finding, RENDERED))
                .toList();
    }

    private static Finding finding(Company company) {
        return Assess.week(company.plan(), Company.WEEK, List.of(), company.ledger());
    }
}
