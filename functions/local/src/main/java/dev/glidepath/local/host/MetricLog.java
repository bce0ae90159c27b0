package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.util.function.Consumer;

/// Takes metrics as CloudWatch does (`PutMetricData`), and tells them; whoever asks for some
/// (`GetMetricData`, `ListMetrics`) learns that there are none.
public record MetricLog(Consumer<String> log) implements HttpHandler {

    private static final String NONE =
            """
            <GetMetricDataResponse \
            xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">\
            <GetMetricDataResult><MetricDataResults/></GetMetricDataResult>\
            </GetMetricDataResponse>""";

    private static final String NO_METRICS =
            """
            <ListMetricsResponse \
            xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/">\
            <ListMetricsResult><Metrics/></ListMetricsResult>\
            </ListMetricsResponse>""";

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var form = Form.ofBody(exchange);
        if (form.text("Action").equals("GetMetricData")) {
            Reply.xml(200, NONE).send(exchange);
            return;
        }
        if (form.text("Action").equals("ListMetrics")) {
            Reply.xml(200, NO_METRICS).send(exchange);
            return;
        }
        if (!form.text("Action").equals("PutMetricData")) {
            Reply.unknown("CloudWatch " + form.text("Action")).send(exchange);
            return;
        }
        for (int i = 1; form.values().containsKey(datum(i) + "MetricName"); i++) {
            log.accept(
                    "metric: %s %s"
                            .formatted(
                                    form.text(datum(i) + "MetricName"),
                                    form.text(datum(i) + "Value")));
        }
        Reply.xml(
                        200,
                        """
                        <PutMetricDataResponse \
                        xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"/>""")
                .send(exchange);
    }

    private static String datum(int number) {
        return "MetricData.member." + number + ".";
    }
}
