package dev.glidepath.local.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.local.serve.Browser.View;
import dev.glidepath.trends.answer.Site;
import dev.glidepath.trends.ask.Asked;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The page and the dashboard's widgets as a browser has them: names without a space in them, of
/// any width, do not widen them, the console stays empty, and axe finds nothing.
class BrowserTest {

    private static final List<String> WIDGETS = List.of("cost", "movers", "coverage", "measures");
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final List<String> ALL =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Path AXE =
            Path.of(System.getProperty("glidepath.root"), "infra/node_modules/axe-core/axe.min.js");

    @TempDir private static Path folder;
    private static Browser browser;
    private static SmallBill bill;

    @BeforeAll
    static void needsChromium() {
        var found = Browser.in(folder);
        assumeTrue(found.isPresent(), "the page was not opened: Chromium is not on the PATH");
        browser = found.get();
        if (!Files.exists(AXE)) {
            System.out.println("the page was opened without axe: run npm ci in infra");
        }
        bill = SmallBill.in(folder.resolve("store"));
    }

    @AfterAll
    static void close() {
        if (bill != null) {
            bill.close();
        }
    }

    @Test
    void nothingIsWiderThanItsPlaceAndNothingIsComplainedOf() throws Exception {
        var views = new ArrayList<View>();
        for (int width : new int[] {375, 1_280}) {
            views.add(new View("page at " + width, width, page(), List.of(), ""));
            views.add(new View("audited page at " + width, width, audited(page()), ALL, ""));
            for (var widget : WIDGETS) {
                var html = audited(widget(widget, "light"));
                views.add(new View(widget + " at " + width, width, html, WCAG, ""));
            }
        }
        var seen = assertFine(views, browser.told(views));
        assertThat(seen)
                .containsPattern("page at 375: .*tip \\[2026-W\\d\\d")
                .containsPattern("cost at 375: .* 4 pictures")
                .containsPattern("cost at 1280: .* 4 pictures");
    }

    @Test
    void inTheDarkNothingIsComplainedOfEither() throws Exception {
        var views = new ArrayList<View>();
        views.add(new View("page", 900, audited(page()), ALL, ""));
        for (var widget : WIDGETS) {
            views.add(new View(widget, 900, audited(widget(widget, "dark")), WCAG, ""));
        }
        assertFine(views, browser.told(views, "--blink-settings=preferredColorScheme=0"));
    }

    @Test
    void withoutJavaScriptEverythingIsThere() throws Exception {
        var bare = new View("page", 900, page(), List.of(), "sandbox=\"allow-same-origin\"");
        var seen = browser.told(List.of(bare));
        assertThat(seen)
                .containsPattern("page: wide 900 of 900, [4-9] pictures, 0 intruders, tip \\[\\]");
    }

    @Test
    void onPaperItIsAFewPages() throws Exception {
        try (var site = SiteServer.start(new Site(bill.answers()), 0)) {
            var pdf =
                    new String(
                            browser.printed(site.address().toString()),
                            StandardCharsets.ISO_8859_1);
            assertThat(pdf).startsWith("%PDF-");
            assertThat(Pattern.compile("/Type /Page\\b").matcher(pdf).results().count())
                    .isBetween(1L, 8L);
        }
    }

    private static String assertFine(List<View> views, String seen) {
        assertThat(seen).contains("\nEND").doesNotContain("CONSOLE");
        for (var view : views) {
            assertThat(seen)
                    .containsPattern(
                            "SEEN %1$s: wide %2$s of %2$s, \\d+ pictures, 0 intruders, .*findings: (none|not asked)\\."
                                    .formatted(view.name(), view.width()));
        }
        return seen;
    }

    private static String page() {
        var reply = new Site(bill.answers()).reply("GET", "/", null);
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    /// As a dashboard has it: a part of a page that says what it is itself.
    private static String widget(String widget, String theme) throws Exception {
        var event =
                """
                {"widget": "%s", "widgetContext": {"theme": "%s", "timeRange": {"start": 1768176000000, "end": 1782864000000}}}
                """
                        .formatted(widget, theme);
        var asked =
                Asked.of(new JsonMapper().readTree(event), "arn:aws:lambda:eu-west-1:1:function:f");
        var ground = theme.equals("dark") ? "#161d26" : "#ffffff";
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A dashboard</title><link rel=\"icon\" href=\"data:,\"></head><body style=\"margin:0;background:%s\"><main>%s</main></body></html>"
                .formatted(ground, bill.answers().answer(asked).text());
    }

    /// With axe in it, which the page's own policy would not let in.
    private static String audited(String html) throws IOException {
        var script =
                Files.exists(AXE) ? Files.readString(AXE).replace("</script", "<\\/script") : "";
        return html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
                .replace("</head>", "<script>" + script + "</script></head>");
    }
}
