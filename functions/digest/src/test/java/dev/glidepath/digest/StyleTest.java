package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What of CSS the mail uses, held against what mail readers understand.
///
/// Source: the pages `css-…` of Can I email (caniemail.com, whose tests are of 2019 to 2024), read
/// in November 2026 for Gmail, Apple Mail, Outlook on the web and Outlook on Windows. It has none
/// on `color`, `font-family` and `font-variant-numeric`.
class StyleTest {

    private static final Pattern INLINE = Pattern.compile(" style=\"([^\"]*)\"");
    private static final Pattern SHEET = Pattern.compile("(?s)<style>(.*?)</style>");
    private static final Pattern BLOCK = Pattern.compile("\\{([^{}]*)}");
    private static final Pattern BESIDE_CELLS =
            Pattern.compile(
                    "<(?!(?:td|th|body) )\\w+ [^>]*style=\"[^\"]*padding|<tr [^>]*style=\"[^\"]*border");
    private static final Pattern NEGATIVE = Pattern.compile("margin[^:]*:[^;]*(?:-\\d|auto)");

    /// Understood by all of them as it is used here: `padding` in cells only, `width` and `height`
    /// beside the attribute of a cell or picture, `margin` with neither `auto` nor negative values,
    /// `line-height` in pixels, which Outlook on Windows takes for the least.
    private static final Set<String> SUPPORTED =
            Set.of(
                    "background-color",
                    "border",
                    "border-top",
                    "border-collapse",
                    "border-color",
                    "color",
                    "font-family",
                    "font-size",
                    "font-weight",
                    "height",
                    "letter-spacing",
                    "line-height",
                    "margin",
                    "margin-top",
                    "padding",
                    "padding-left",
                    "padding-top",
                    "text-align",
                    "width");

    /// What is lost where it is not understood; nothing is unreadable without.
    private static final Map<String, String> LEFT_OUT =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("border-radius", "Outlook on Windows: square corners"),
                            Map.entry("max-width", "Outlook on Windows, to 2016: as wide as it is"),
                            Map.entry(
                                    "white-space",
                                    "Outlook on Windows, Gmail's app with others' accounts: figures may wrap"),
                            Map.entry("word-break", "Yahoo: long names make a table wide"),
                            Map.entry("font-variant-numeric", "digits of various widths"),
                            Map.entry(
                                    "display",
                                    "as none for the preheader; as block for the picture, which Outlook on Windows does not need"),
                            Map.entry("mso-hide", "Outlook only, beside display:none"),
                            Map.entry("mso-line-height-rule", "Outlook only, for thin bars"),
                            Map.entry("max-height", "the preheader only, beside display:none"),
                            Map.entry("overflow", "the preheader only, beside display:none"),
                            Map.entry(
                                    "color-scheme", "Gmail, Outlook, Yahoo: colours of their own"),
                            Map.entry("supported-color-schemes", "Apple Mail of before 2020"),
                            Map.entry("-webkit-text-size-adjust", "Apple's only")));

    @Test
    void usesOnlyWhatIsUnderstoodOrCanBeLeftOut() {
        for (var mail : Cases.all().entrySet()) {
            var html = mail.getValue().get().letter().html();
            assertThat(declarations(html))
                    .as(mail.getKey())
                    .isNotEmpty()
                    .allSatisfy(
                            declaration -> {
                                var property = declaration.split(":")[0].strip();
                                assertThat(property).isIn(all());
                            });
        }
    }

    /// The page is laid out by tables; nothing is fetched, and nothing moves out of its place.
    @Test
    void laysOutWithoutWhatOutlookDoesNotKnow() {
        for (var mail : Cases.all().entrySet()) {
            var html = mail.getValue().get().letter().html();
            assertThat(declarations(html))
                    .as(mail.getKey())
                    .noneMatch(d -> d.contains("url("))
                    .noneMatch(d -> d.matches("display: ?(flex|grid|inline|table).*"))
                    .noneMatch(d -> NEGATIVE.matcher(d).find());
            assertThat(BESIDE_CELLS.matcher(html).find()).as(mail.getKey()).isFalse();
            assertThat(html).doesNotContain("<link", "<script", "@import", "@font-face", "<video");
        }
    }

    /// Dark colours and larger figures are all that is lost where it is dropped, as by Gmail's app
    /// with others' accounts: the font stands in the page, and borders at cells. Gmail drops one
    /// beyond 16 KB (email-bugs 90).
    @Test
    void isCompleteWithoutItsStyleSheet() {
        var html = Cases.named("usual").letter().html();
        var sheet = SHEET.matcher(html).results().map(r -> r.group(1)).toList();
        assertThat(sheet).singleElement().asString().hasSizeLessThan(16 * 1024);
        assertThat(sheet.getFirst().replaceAll("\\s", ""))
                .contains("@media(prefers-color-scheme:dark)", "@media(min-width:600px)");
    }

    private static List<String> all() {
        return Stream.concat(SUPPORTED.stream(), LEFT_OUT.keySet().stream()).toList();
    }

    private static List<String> declarations(String html) {
        var inline = INLINE.matcher(html).results();
        var sheet =
                SHEET.matcher(html)
                        .results()
                        .flatMap(style -> BLOCK.matcher(style.group(1)).results());
        return Stream.concat(inline, sheet)
                .map((MatchResult block) -> block.group(1))
                .flatMap(block -> Arrays.stream(block.split(";")))
                .map(String::strip)
                .filter(declaration -> !declaration.isEmpty())
                .toList();
    }
}
