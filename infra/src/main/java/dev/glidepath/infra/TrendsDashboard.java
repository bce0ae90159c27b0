package dev.glidepath.infra;

import dev.glidepath.trends.ask.Asked.Part;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.CustomWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

import java.util.Locale;
import java.util.Map;

/// Cost against the plan, for engineering leads. The function draws the widgets, called by the
/// console as whoever looks at them: that takes `lambda:InvokeFunction`.
final class TrendsDashboard extends Construct {

    private static final int WHOLE = 24;
    private static final int HALF = 12;

    private final Dashboard dashboard;

    TrendsDashboard(Construct scope, String id, Alias trends) {
        super(scope, id);
        dashboard =
                Dashboard.Builder.create(this, "Dashboard")
                        .defaultInterval(Duration.days(112))
                        .build();
        dashboard.addWidgets(widget(trends, "Cost against the glide path", Part.COST, WHOLE, 22));
        dashboard.addWidgets(
                widget(trends, "What moved, by service", Part.MOVERS, HALF, 10),
                widget(trends, "How far the data can be relied upon", Part.COVERAGE, HALF, 10));
        dashboard.addWidgets(widget(trends, "Scorecard", Part.MEASURES, WHOLE, 16));
    }

    Dashboard dashboard() {
        return dashboard;
    }

    private static IWidget widget(Alias trends, String title, Part part, int width, int height) {
        return CustomWidget.Builder.create()
                .title(title)
                .functionArn(trends.getFunctionArn())
                .params(Map.of("widget", part.name().toLowerCase(Locale.ROOT)))
                .updateOnRefresh(true)
                .updateOnResize(false)
                .updateOnTimeRangeChange(true)
                .width(width)
                .height(height)
                .build();
    }
}
