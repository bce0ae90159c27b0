package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.trends.format.OverviewJson;
import dev.glidepath.trends.format.TrendCsv;
import dev.glidepath.trends.overview.Overview;
import dev.glidepath.trends.overview.Overviews;
import dev.glidepath.trends.series.Grain;
import dev.glidepath.trends.series.Question;
import dev.glidepath.trends.series.Scope;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

@Command(
        name = "trends",
        description =
                "Shows cost per day, week or month beside what the glide path allows, as a table,"
                        + " JSON or CSV.")
final class TrendsCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private PlanChoice choice = new PlanChoice();
    @Mixin private StoreFolder store = new StoreFolder();

    @Option(
            names = "--from",
            paramLabel = "DATE",
            description = "First day, 2026-01-05. Default: 16 weeks up to the last day.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DATE",
            description = "Last day. Default: the newest that is settled.")
    private @Nullable LocalDate through;

    @Option(
            names = "--grain",
            paramLabel = "GRAIN",
            defaultValue = "week",
            description = "day, week or month. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String grain;

    @Option(
            names = {"--scope", "--category"},
            paramLabel = "SCOPE",
            defaultValue = "all",
            description =
                    "all, a category of the plan, Unallocated, owner:NAME, service:NAME or"
                            + " account:ID. Default: ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private String scope;

    @ArgGroup private @Nullable Form form;

    private static final class Form {
        @Option(names = "--json", required = true, description = "Print JSON, amounts exact.")
        private boolean json;

        @Option(names = "--csv", required = true, description = "Print CSV, amounts exact.")
        private boolean csv;
    }

    @Override
    public void run() {
        var question = question();
        var plan = choice.file().plan();
        try (var local = store.openExisting()) {
            var overviews = new Overviews(local.snapshots(), plan);
            var overview = overviews.overview(question, choice.asOf());
            var out = spec.commandLine().getOut();
            out.print(text(overview));
            out.flush();
        }
    }

    private Question question() {
        return new Question(
                Optional.ofNullable(from), Optional.ofNullable(through), grain(), Scope.of(scope));
    }

    private Grain grain() {
        return switch (grain.toLowerCase(Locale.ROOT)) {
            case "day" -> Grain.DAY;
            case "week" -> Grain.WEEK;
            case "month" -> Grain.MONTH;
            default ->
                    throw new ParameterException(
                            spec.commandLine(),
                            "--grain: \"%s\" is none of day, week, month".formatted(grain));
        };
    }

    private String text(Overview overview) {
        if (form != null && form.json) {
            return json(overview);
        }
        return form != null && form.csv ? TrendCsv.of(overview) : TrendTable.of(overview);
    }

    private static String json(Overview overview) {
        try {
            var writer = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
            return writer.writeValueAsString(OverviewJson.of(overview)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
