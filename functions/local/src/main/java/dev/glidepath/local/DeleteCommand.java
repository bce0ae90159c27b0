package dev.glidepath.local;

import dev.glidepath.store.Everything;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.Console;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Stopped and run again, it goes on.
@Command(
        name = "delete",
        description =
                "Deletes everything that is stored: snapshots, receipts, plans, the outbox. Asks"
                        + " first, unless --yes is given.")
final class DeleteCommand implements Runnable {

    private static final String WORD = "delete everything";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private StoreOrAccount store = new StoreOrAccount();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Option(names = "--json", description = "Print what was done as JSON.")
    private boolean json;

    @Override
    public void run() {
        try (var open = store.open()) {
            var everything = open.everything();
            confirm(open.table(), everything.about());
            told(open.table(), deleted(everything));
        }
    }

    private static long deleted(Everything everything) {
        try (var progress = Progress.onTerminal()) {
            progress.start("deleting", everything.about());
            return everything.delete(progress::reach);
        }
    }

    private void told(String table, long items) {
        var out = spec.commandLine().getOut();
        if (json) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("table", table);
            fields.put("deleted", items);
            out.println(Printed.json(fields));
            return;
        }
        out.printf("%s: %,d items deleted%n", table, items);
        out.println(store.isAccount() ? remainsInTheAccount() : remainsHere());
    }

    private void confirm(String table, long about) {
        if (yes) {
            return;
        }
        var console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
        if (console.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "nobody can be asked here: add --yes to delete all");
        }
        var said =
                console.get()
                        .readLine(
                                "%s has about %,d items. Write \"%s\" to delete them: ",
                                table, about, WORD);
        if (!WORD.equals(said)) {
            throw new IllegalArgumentException("not confirmed: nothing was deleted");
        }
    }

    private static String remainsHere() {
        return "What remains: the exports, the mails that were written, and the empty store's"
                + " folder; its file keeps its size.";
    }

    private static String remainsInTheAccount() {
        return "What remains: the mails that were sent, the exports in their bucket, the functions'"
                + " logs and metrics, the table itself, and its backups: point-in-time recovery"
                + " keeps what was deleted for up to 35 days. docs/operations.md says how each goes.";
    }
}
