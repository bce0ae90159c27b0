package dev.glidepath.local.host;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One endpoint for the AWS services that the functions use: a request's signature names its
/// service. Signatures are not checked; nobody but this machine can ask.
public final class LoopbackAws implements AutoCloseable {

    public static final String ACCOUNT = "123456789012";
    public static final String REGION = "us-east-1";

    private static final Pattern SERVICE =
            Pattern.compile("Credential=[^/]*/\\d+/[^/]*/([^/]+)/aws4_request");

    private final Map<String, HttpHandler> services;
    private final Loopback server;

    /// @param services by the name with which requests are signed, such as `s3`
    public LoopbackAws(Map<String, HttpHandler> services) {
        this.services = Map.copyOf(services);
        this.server = Loopback.serving(this::serve);
    }

    /// What a process needs in its environment to talk to it.
    public Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("AWS_ENDPOINT_URL", server.endpoint().toString());
        environment.put("AWS_REGION", REGION);
        environment.put("AWS_ACCESS_KEY_ID", ACCOUNT);
        environment.put("AWS_SECRET_ACCESS_KEY", "of-this-machine");
        return environment;
    }

    @Override
    public void close() {
        server.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var signature = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        var named = SERVICE.matcher(signature);
        var service = named.find() ? named.group(1) : "unsigned requests";
        var handler = services.get(service);
        if (handler == null) {
            Reply.unknown(service).send(exchange);
            return;
        }
        handler.handle(exchange);
    }
}
