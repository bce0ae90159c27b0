package dev.glidepath.collect.charges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spells out the macros of a statement, for an engine that has none.
final class Macros {

    private static final Pattern DEFINITION =
            Pattern.compile(
                    "CREATE MACRO (\\w+)\\(([^)]*)\\) AS\\s+((?:'[^']*'|[^';])+);", Pattern.DOTALL);

    /// A quoted text or name, or a word and whether it calls.
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|([A-Za-z_]\\w*)(\\()?");

    private static final Pattern SIMPLE =
            Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|\\w+");

    private final Map<String, Macro> byName = new HashMap<>();

    private record Macro(List<String> parameters, String body) {}

    private Macros() {}

    static Macros of(Dialect dialect) {
        var macros = new Macros();
        var definitions = DEFINITION.matcher(dialect.macros().replaceAll("(?m)^--.*$", ""));
        while (definitions.find()) {
            var body = definitions.group(3).strip().replaceAll("\\s*\\n\\s*", " ");
            macros.byName.put(
                    definitions.group(1),
                    new Macro(List.of(definitions.group(2).split(",\\s*")), body));
        }
        return macros;
    }

    String spelledOut(String sql) {
        var out = new StringBuilder();
        int from = 0;
        var token = TOKEN.matcher(sql);
        while (token.find(from)) {
            out.append(sql, from, token.start());
            if (token.group(2) != null && byName.containsKey(token.group(1))) {
                int end = splits(sql, token.end()).getLast();
                out.append(call(token.group(1), arguments(sql.substring(token.end(), end))));
                from = end + 1;
            } else {
                out.append(token.group());
                from = token.end();
            }
        }
        return out.append(sql.substring(from)).toString();
    }

    private String call(String name, List<String> arguments) {
        var macro = Objects.requireNonNull(byName.get(name));
        var values = new HashMap<String, String>();
        for (int i = 0; i < macro.parameters().size(); i++) {
            values.put(macro.parameters().get(i), atom(spelledOut(arguments.get(i))));
        }
        var body =
                TOKEN.matcher(spelledOut(macro.body()))
                        .replaceAll(
                                word ->
                                        Matcher.quoteReplacement(
                                                values.getOrDefault(word.group(), word.group())));
        return "(" + body + ")";
    }

    private static String atom(String argument) {
        return SIMPLE.matcher(argument).matches() ? argument : "(" + argument + ")";
    }

    private static List<String> arguments(String inside) {
        var found = new ArrayList<String>();
        int from = 0;
        for (int at : splits(inside + ")", 0)) {
            found.add(inside.substring(from, at).strip());
            from = at + 1;
        }
        return found;
    }

    /// The commas between arguments, and the parenthesis after them.
    private static List<Integer> splits(String sql, int from) {
        var splits = new ArrayList<Integer>();
        int depth = 0;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (c == '\'' || c == '"') {
                i = sql.indexOf(c, i + 1);
            } else if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && depth-- == 0) {
                splits.add(i);
                return splits;
            } else if (c == ',' && depth == 0) {
                splits.add(i);
            }
        }
        throw new IllegalStateException("no end of a macro's arguments in " + sql);
    }
}
