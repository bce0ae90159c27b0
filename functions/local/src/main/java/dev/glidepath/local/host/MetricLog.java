package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.util.function.Consumer;

/// Takes metrics as CloudWatch does (`PutMetricData`), and tells them.
public record MetricLog(Consumer<String> log) implements HttpHandler {

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var form = Form.ofBody(exchange);
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
