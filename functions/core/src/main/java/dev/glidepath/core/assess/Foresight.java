package dev.glidepath.core.assess;

import dev.glidepath.core.assess.Outlook.Ahead;
import dev.glidepath.core.assess.Outlook.Earlier;
import dev.glidepath.core.assess.Outlook.MonthEnd;
import dev.glidepath.core.forecast.Forecast;
import dev.glidepath.core.forecast.Forecaster;
import dev.glidepath.core.forecast.Window;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/// Looks ahead from a history, at a line or at the sum of lines.
///
/// @param costs per line, what each day of the history cost
/// @param forecaster empty where the history is too short
record Foresight(History history, List<List<BigDecimal>> costs, Optional<Forecaster> forecaster) {

    private static final List<Integer> WEEKS_AGO = List.of(4, 8, 12);

    static Foresight of(History history, List<BigDecimal> costs) {
        return new Foresight(
                history,
                List.of(costs),
                history.days() < Forecaster.FEWEST_DAYS
                        ? Optional.empty()
                        : Optional.of(Forecaster.of(costs)));
    }

    static Foresight sum(History history, List<Foresight> lines) {
        var forecasters = lines.stream().flatMap(line -> line.forecaster.stream()).toList();
        return new Foresight(
                history,
                lines.stream().flatMap(line -> line.costs.stream()).toList(),
                forecasters.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Forecaster.sum(forecasters)));
    }

    /// The run-rate on a day to come; empty for one that is past.
    Optional<Forecast> on(LocalDate day) {
        return forecaster
                .filter(_ -> day.isAfter(history.through()))
                .map(f -> runRate(f, Math.toIntExact(day.toEpochDay() - end().toEpochDay() + 1)));
    }

    Ahead ahead() {
        return forecaster
                .<Ahead>map(this::seen)
                .orElseGet(() -> new Ahead.TooShort(history.days()));
    }

    private Ahead.Seen seen(Forecaster forecaster) {
        var shifted = forecaster.shiftedDaysAgo();
        return new Ahead.Seen(
                history,
                monthEnd(forecaster),
                shifted.isPresent()
                        ? Optional.of(end().minusDays(shifted.getAsInt()))
                        : Optional.empty(),
                WEEKS_AGO.stream().map(weeks -> earlier(forecaster, weeks)).toList());
    }

    private MonthEnd monthEnd(Forecaster forecaster) {
        var month = YearMonth.from(end());
        int passed = end().getDayOfMonth() - 1;
        int left = month.lengthOfMonth() - passed;
        var soFar = cost(passed);
        var cost =
                forecaster.ahead(new Window(0, left)).times(BigDecimal.valueOf(left)).plus(soFar);
        return new MonthEnd(month, soFar, left, cost);
    }

    private Earlier earlier(Forecaster forecaster, int weeks) {
        var forecast =
                forecaster
                        .ahead(weeks, Window.upTo(weeks * 7, RunRate.DAYS))
                        .map(f -> perMonth(f.amount().multiply(BigDecimal.valueOf(RunRate.DAYS))));
        return new Earlier(weeks, forecast, perMonth(cost(RunRate.DAYS)));
    }

    /// @param lead days after the history; where fewer than 28, the others are known
    private Forecast runRate(Forecaster forecaster, int lead) {
        var window = Window.upTo(lead, RunRate.DAYS);
        return forecaster
                .ahead(window)
                .times(BigDecimal.valueOf(window.count()))
                .plus(cost(RunRate.DAYS - window.count()))
                .times(perMonth(BigDecimal.ONE));
    }

    private static BigDecimal perMonth(BigDecimal cost) {
        return RunRate.perMonth(cost, RunRate.DAYS);
    }

    private LocalDate end() {
        return history.through().plusDays(1);
    }

    /// Of the last days of the history.
    private BigDecimal cost(int days) {
        return costs.stream()
                .flatMap(line -> line.subList(line.size() - days, line.size()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
