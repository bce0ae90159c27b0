package dev.glidepath.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glidepath.core.plan.Plan;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Point;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;
import dev.glidepath.trends.series.Series;
import dev.glidepath.trends.series.Trend;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

class ScopesTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final List<String> SERVICES = List.of("Amazon EC2", "Amazon S3", "Slack");
    private static final List<String> ACCOUNTS = List.of("001", "002", "003");
    private static final List<String> CATEGORIES =
            List.of("Infrastructure", "Support", "Unallocated", "Former");
    private static final Trends TRENDS = new Trends(random().recorded());

    @Test
    void servicesAddUpToEverything() {
        assertPartsAddUp(SERVICES, Scope.Service::new);
    }

    @Test
    void accountsAddUpToEverything() {
        assertPartsAddUp(ACCOUNTS, Scope.Account::new);
    }

    @Test
    void anOwnersCategoriesHaveTheirTargetsAndTheSumOfThem() {
        var trend = trend(new Scope.Owner("owner of Support"));
        assertThat(trend.series()).extracting(Series::name).containsExactly("Support");
        assertThat(trend.total().orElseThrow().points())
                .isEqualTo(trend.series().getFirst().points())
                .allSatisfy(p -> assertThat(p.allowed()).isNotNull());
    }

    @Test
    void nothingIsAllowedToWhatHasNoTarget() {
        for (var scope : List.of(new Scope.Service("Slack"), new Scope.Account("002"))) {
            var trend = trend(scope);
            assertThat(trend.series().stream().flatMap(s -> s.points().stream()))
                    .isNotEmpty()
                    .allSatisfy(
                            p -> {
                                assertThat(p.allowed()).isNull();
                                assertThat(p.gap()).isNull();
                            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "all",
                "category:Support",
                "category:service:odd",
                "owner:a:b",
                "service:",
                "account:001"
            })
    void aScopesTextIsItsScope(String text) {
        assertThat(Scope.of(text).text()).isEqualTo(text);
    }

    @Test
    void aNameAloneIsACategory() {
        assertThat(Scope.of("R&D: core")).isEqualTo(new Scope.OneCategory("R&D: core"));
    }

    @Test
    void whatNobodyHasIsSaidInOneLine() {
        assertThatThrownBy(() -> trend(new Scope.Owner("nobody")))
                .hasMessage(
                        "\"nobody\" owns no category of the plan: use one of owner of"
                                + " Infrastructure, owner of Support");
        assertThatThrownBy(() -> trend(new Scope.Owner("")))
                .hasMessageStartingWith("\"\" owns no category of the plan: use one of ");
        assertThatThrownBy(() -> trend(new Scope.Service("S4\n")))
                .hasMessage("no charge of these days names the service \"S4\"");
        assertThatThrownBy(() -> trend(new Scope.Account("1")))
                .hasMessage("no charge of these days names the account \"1\"");
    }

    @Test
    void anAccountIsAskedForSoManyDaysOnly() {
        var question =
                new Question(
                        Optional.of(MAY.minusYears(2)),
                        Optional.of(MAY),
                        Grain.DAY,
                        new Scope.Account("001"));
        assertThatThrownBy(() -> TRENDS.trend(plan(), question, Bills.AS_OF))
                .hasMessage("731 days of an account are too many: ask for at most 400");
    }

    private static void assertPartsAddUp(List<String> names, Function<String, Scope> scope) {
        var parts = names.stream().map(scope).map(ScopesTest::trend).toList();
        assertThat(parts.stream().map(ScopesTest::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(sum(trend(new Scope.All())));
        for (var part : parts) {
            var series =
                    part.series().stream()
                            .flatMap(s -> s.points().stream())
                            .map(Point::cost)
                            .filter(Objects::nonNull)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(series).isEqualByComparingTo(sum(part)).isNotZero();
        }
    }

    private static BigDecimal sum(Trend trend) {
        return trend.total().orElseThrow().points().stream()
                .map(Point::cost)
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Trend trend(Scope scope) {
        var question =
                new Question(Optional.of(MAY), Optional.of(MAY.plusDays(27)), Grain.WEEK, scope);
        return TRENDS.trend(plan(), question, Bills.AS_OF);
    }

    private static Plan plan() {
        return Bills.plan("Infrastructure", "Support");
    }

    private static Bills random() {
        var random = new SplittableRandom(3);
        var bills = new Bills();
        for (var day = MAY; day.isBefore(MAY.plusDays(28)); day = day.plusDays(1)) {
            for (int i = 0; i < 9; i++) {
                bills.used(
                        day,
                        CATEGORIES.get(random.nextInt(4)),
                        SERVICES.get(random.nextInt(3)),
                        ACCOUNTS.get(random.nextInt(3)),
                        BigDecimal.valueOf(random.nextLong(1, 9_000_000), random.nextInt(12))
                                .toPlainString());
            }
        }
        return bills;
    }
}
