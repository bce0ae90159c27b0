package dev.glidepath.trends.answer;

import dev.glidepath.trends.page.Style;

import java.util.Map;
import java.util.TreeMap;

/// What HTTP answers.
public record Reply(int status, Map<String, String> headers, String body) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    static Reply of(int status, Answer answer) {
        var headers = new TreeMap<String, String>();
        headers.put("Content-Type", answer.type().mediaType());
        headers.put("Content-Security-Policy", Style.POLICY + "; frame-ancestors 'none'");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cache-Control", "no-store");
        if (answer.type() == Answer.Type.CSV) {
            headers.put("Content-Disposition", "attachment; filename=\"glidepath.csv\"");
        }
        return new Reply(status, headers, answer.text());
    }

    Reply with(String header, String value) {
        var all = new TreeMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body);
    }

    public static Reply refused(int status, String why) {
        return of(status, new Answer(Answer.Type.TEXT, why.replaceAll("\\R", " ") + "\n"));
    }
}
