package dev.glidepath.collect.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

class MacrosTest {

    private final Macros athena = Macros.of(Dialect.ATHENA);

    @Test
    void spellsOutACall() {
        assertThat(athena.spelledOut("SELECT present(c1) AS x"))
                .isEqualTo("SELECT (CASE WHEN c1 IN ('', 'NULL') THEN NULL ELSE c1 END) AS x");
    }

    @Test
    void spellsOutCallsWithinArgumentsAndBodies() {
        var call =
                "json_entry(c1, contains(c1, 'x'), ['$.x', '$.y'], json_extract_scalar(present(c1), '$[\"x\"]'))";
        assertThat(athena.spelledOut(call))
                .doesNotContain("present", "contains", "json_entry", "$.x", "$.y")
                .contains("json_extract_scalar(")
                .contains("'$[\"x\"]'");
    }

    @Test
    void leavesQuotedTextsAndNamesAlone() {
        var sql = "SELECT 'present(c1), it''s', \"present(c1)\", present";
        assertThat(athena.spelledOut(sql)).isEqualTo(sql);
    }

    @Test
    void keepsWhatAnArgumentHasInQuotesAndParentheses() {
        assertThat(athena.spelledOut("map_entry(m, 'a, (b'':c')"))
                .isEqualTo("(element_at(m, 'a, (b'':c'))");
        assertThat(athena.spelledOut("finite_number(coalesce(a, b) + 1)"))
                .isEqualTo("(is_finite((coalesce(a, b) + 1)))");
    }

    @Test
    void anArgumentIsNotTakenForAnotherOnesName() {
        assertThat(athena.spelledOut("map_entry(k, m)")).isEqualTo("(element_at(k, m))");
    }

    @Test
    void refusesACallWithoutAnEnd() {
        assertThatThrownBy(() -> athena.spelledOut("present(c1"))
                .hasMessageContaining("no end of a macro's arguments");
    }

    /// Nothing is written twice, and a statement means the same to both.
    @Test
    void bothDialectsDefineTheSameMacros() {
        assertThat(names(Dialect.ATHENA)).isSubsetOf(names(Dialect.DUCKDB));
    }

    private static Set<String> names(Dialect dialect) {
        var names = new TreeSet<String>();
        var definitions = Pattern.compile("CREATE MACRO (\\w+)").matcher(dialect.macros());
        while (definitions.find()) {
            assertThat(names.add(definitions.group(1))).isTrue();
        }
        return names;
    }
}
