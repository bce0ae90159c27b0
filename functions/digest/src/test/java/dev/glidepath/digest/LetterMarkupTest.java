package dev.glidepath.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the data of a mail may not become in it.
class LetterMarkupTest {

    @Test
    void hasNoLinkNoScriptAndNoPictureFromElsewhere() {
        Cases.all()
                .forEach(
                        (name, mail) -> {
                            var page = Jsoup.parse(mail.get().letter().html());
                            assertThat(page.select("a, script, link, form, iframe, object"))
                                    .as(name)
                                    .isEmpty();
                            var shown = page.select("[href], [src], [background]");
                            assertThat(shown.eachAttr("src"))
                                    .isEqualTo(
                                            mail.get().letter().attachments().stream()
                                                    .filter(Attachment::isShown)
                                                    .map(a -> "cid:" + a.contentId())
                                                    .toList());
                            assertThat(shown).allMatch(e -> e.tagName().equals("img"));
                            assertThat(mail.get().letter().html()).doesNotContain("http");
                        });
    }

    @Test
    void namesFromTheDataAddNoElement() {
        var hostile = Jsoup.parse(Cases.named("hostile-names").letter().html());
        assertThat(hostile.select("body *").eachText().toString())
                .contains("<script>alert(1)</script>")
                .contains("<b>Bold</b> & \"quoted\"")
                .doesNotContain("\u202e")
                .doesNotContain("x".repeat(81));
        var benign = Cases.write(Cases.hostile(n -> "name " + n.length())).letter();
        assertThat(tags(hostile)).isEqualTo(tags(Jsoup.parse(benign.html())));
    }

    @Test
    void namesOfAnyCharactersAddNoElement() {
        var random = new SplittableRandom(20260513);
        var benign = Cases.write(Cases.hostile(n -> "name " + n.length())).letter();
        for (int i = 0; i < 5; i++) {
            var letter = Cases.write(Cases.hostile(n -> anything(random) + n.length())).letter();
            // Where lines break is the names' doing; of what there is, nothing is.
            assertThat(shapes(letter)).isEqualTo(shapes(benign));
            assertThat(letter.subject()).doesNotContainPattern("\\p{Cntrl}");
        }
    }

    /// Each kind of element with its attributes' names.
    private static Set<String> shapes(Letter letter) {
        return Jsoup.parse(letter.html()).getAllElements().stream()
                .map(
                        e ->
                                e.tagName()
                                        + e.attributes().asList().stream()
                                                .map(Attribute::getKey)
                                                .sorted()
                                                .toList())
                .collect(Collectors.toSet());
    }

    /// Markup's characters more often than others.
    private static String anything(SplittableRandom random) {
        return random.ints(random.nextInt(1, 60), 0, 3)
                .map(
                        kind ->
                                kind == 0
                                        ? "<>&\"'`=/{}$@-!;%\\\n\r\t\0".charAt(random.nextInt(20))
                                        : random.nextInt(kind == 1 ? 0x80 : 0xD800))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void layoutTablesSayThatTheyAreNoneAndDataTablesHaveScopes() {
        var page = Jsoup.parse(Cases.named("usual").letter().html());
        assertThat(page.select("table:not([role=presentation])")).hasSizeGreaterThan(4);
        assertThat(page.select("table:not([role=presentation]) > * > tr > th"))
                .allMatch(th -> th.hasAttr("scope"));
        assertThat(page.select("table[role=presentation] > * > tr > th")).isEmpty();
    }

    @Test
    void aScopedMailHasNothingOfOtherCategories() {
        hasNothingOfOtherCategories(Cases.named("scoped"));
        hasNothingOfOtherCategories(Cases.named("restated-scoped"));
    }

    private static void hasNothingOfOtherCategories(Rendered mail) {
        var everything =
                mail.letter().subject()
                        + mail.letter().html()
                        + mail.letter().text()
                        + mail.receipt().json();
        assertThat(everything)
                .doesNotContain("Infrastructure")
                .doesNotContain("Operational")
                .doesNotContain("Unallocated")
                .doesNotContain("Athena")
                .doesNotContain("Amazon S3")
                .doesNotContain("company")
                .contains("Your categories");
    }

    private static Map<String, Integer> tags(Document page) {
        var counts = new TreeMap<String, Integer>();
        page.getAllElements().forEach(e -> counts.merge(e.tagName(), 1, Integer::sum));
        return counts;
    }
}
