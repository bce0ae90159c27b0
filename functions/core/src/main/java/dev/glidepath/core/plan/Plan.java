package dev.glidepath.core.plan;

import dev.glidepath.core.cost.Metric;
import dev.glidepath.core.money.Money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reduction plan, as its file states it.
///
/// @param id the start of the SHA-256 of the file's text: the plan's version, printed in every
///   receipt
/// @param amendments why it was changed, and when
/// @param nonProduction what runs for nobody at night; empty where the plan does not say
public record Plan(
        String id,
        Basis basis,
        List<Category> categories,
        Scorecard scorecard,
        List<Recipient> recipients,
        List<Amendment> amendments,
        Optional<NonProduction> nonProduction) {

    public Plan {
        categories = List.copyOf(categories);
        recipients = List.copyOf(recipients);
        amendments = List.copyOf(amendments);
    }

    /// As it was first written.
    public Plan(
            String id,
            Basis basis,
            List<Category> categories,
            Scorecard scorecard,
            List<Recipient> recipients) {
        this(id, basis, categories, scorecard, recipients, List.of());
    }

    /// Without anything that is called non-production.
    public Plan(
            String id,
            Basis basis,
            List<Category> categories,
            Scorecard scorecard,
            List<Recipient> recipients,
            List<Amendment> amendments) {
        this(id, basis, categories, scorecard, recipients, amendments, Optional.empty());
    }

    public Allocation allocation() {
        var ofNonProduction = nonProduction.stream().flatMap(NonProduction::labels);
        return new Allocation(
                categories, Stream.concat(ofScopes(), ofNonProduction).collect(Collectors.toSet()));
    }

    /// The labels that say whose a charge is: those that the rules of categories and scopes name.
    public Set<String> costCentres() {
        return new Allocation(categories, ofScopes().collect(Collectors.toSet())).labels();
    }

    private Stream<String> ofScopes() {
        return recipients.stream()
                .flatMap(r -> r.scope() instanceof Scope.Charges(var rule) ? rule.labels() : null);
    }

    /// The same plan, with its targets held against cost in another metric.
    public Plan in(Metric metric) {
        return new Plan(
                id, basis.in(metric), categories, scorecard, recipients, amendments, nonProduction);
    }

    /// The sum of the categories' targets. It is computed: what the plan states of it is only
    /// compared.
    public GlidePath total() {
        var labels = new TreeMap<LocalDate, String>();
        for (var category : categories) {
            category.target().milestones().forEach(m -> labels.putIfAbsent(m.date(), m.label()));
        }
        return new GlidePath(
                totalOn("baseline", basis.start()),
                labels.entrySet().stream().map(e -> totalOn(e.getValue(), e.getKey())).toList());
    }

    private GlidePath.Milestone totalOn(String label, LocalDate day) {
        var sum =
                categories.stream()
                        .map(c -> c.target().allowedOn(day))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new GlidePath.Milestone(label, day, Money.normalise(sum));
    }

    /// How the plan's money is counted.
    ///
    /// @param tolerance the band around the glide path that is still on track, as a share of it:
    ///   0.02
    /// @param charges per ChargeCategory, whether it counts towards the targets; what does not is
    ///   shown beside them
    public record Basis(
            String name,
            String currency,
            LocalDate start,
            Metric metric,
            BigDecimal tolerance,
            Map<String, Boolean> charges) {

        public Basis {
            charges = Map.copyOf(charges);
        }

        private Basis in(Metric other) {
            return new Basis(name, currency, start, other, tolerance, charges);
        }

        /// A charge category that the plan does not know is money, and counts.
        public boolean counts(String chargeCategory) {
            return charges.getOrDefault(chargeCategory, true);
        }
    }

    /// What is aimed at besides cost.
    ///
    /// @param values the file that states values besides the plan
    public record Scorecard(
            List<Measure> measures,
            List<Initiative> initiatives,
            List<Action> actions,
            StatedValuesFile values) {
        public static final Scorecard EMPTY =
                new Scorecard(
                        List.of(),
                        List.of(),
                        List.of(),
                        new StatedValuesFile(Optional.empty(), 90));

        public Scorecard {
            measures = List.copyOf(measures);
            initiatives = List.copyOf(initiatives);
            actions = List.copyOf(actions);
        }

        /// What CloudWatch is asked for the measures.
        public List<Metering> meterings() {
            return measures.stream().flatMap(m -> m.metering().stream()).toList();
        }
    }

    /// @param name of a file beside the plan; empty where there is none
    /// @param freshDays a stated value that is older says no more how things are
    public record StatedValuesFile(Optional<String> name, int freshDays) {}

    public record Recipient(String email, Scope scope, Preferences preferences) {

        /// @param categories that the mail shows; empty for all of them and the total
        public Recipient(String email, List<String> categories) {
            this(email, Scope.of(categories), Preferences.DEFAULT);
        }
    }
}
