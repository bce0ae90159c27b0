package dev.glidepath.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import dev.glidepath.collect.Scratch;
import dev.glidepath.collect.export.FolderBucket;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.doctor.Area;
import dev.glidepath.doctor.Clients;
import dev.glidepath.doctor.Diagnosis;
import dev.glidepath.doctor.Doctor;
import dev.glidepath.doctor.Doctor.Examination;
import dev.glidepath.doctor.Installation;
import dev.glidepath.doctor.check.DigestCheck;
import dev.glidepath.doctor.check.ExportCheck;
import dev.glidepath.doctor.check.PlanCheck;
import dev.glidepath.doctor.check.SnapshotCheck;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// Exit codes of its own: 4 where something is not sure or not seen, 5 where something is broken.
@Command(
        name = "doctor",
        description =
                "Looks whether all is well, and says how to mend what is not: of folders on this"
                        + " machine, or of an account. Changes nothing. Exit code 0: all fine, 4:"
                        + " warnings or what could not be seen, 5: problems.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin private DemoFolders folders = new DemoFolders();
    @Mixin private PlanChoice choice = new PlanChoice();
    @Mixin private AccountChoice account = new AccountChoice();

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var diagnosis = account.chosen() ? ofAccount() : ofFolders();
        var out = spec.commandLine().getOut();
        if (json) {
            var text = JsonMapper.builder().build().writerWithDefaultPrettyPrinter();
            out.println(text.writeValueAsString(diagnosis.json()));
        } else {
            new DiagnosisText(Progress.isOnTerminal()).lines(diagnosis).forEach(out::println);
        }
        return diagnosis.worst().exitCode();
    }

    private Diagnosis ofAccount() {
        var read = valid();
        var installation =
                new Installation(
                        account.variables(),
                        read.plan(),
                        notes(read),
                        Clients.ofEnvironment(),
                        Scratch.folder(Path.of(System.getProperty("java.io.tmpdir"))),
                        choice::asOf);
        return Doctor.examine(installation.examinations());
    }

    private Diagnosis ofFolders() {
        var read = valid();
        var exports = folders.findExports();
        var store = folders.findStore();
        if (exports.isEmpty() && store.isEmpty()) {
            folders.store();
        }
        var examinations = new ArrayList<Examination>();
        examinations.add(plan(read));
        exports.ifPresent(folder -> examinations.add(export(folder, read.plan())));
        if (store.isEmpty()) {
            return Doctor.examine(examinations);
        }
        try (var open = StoreFolder.open(store.get())) {
            var now = choice.asOf();
            examinations.add(
                    new Examination(
                            Area.SNAPSHOTS, new SnapshotCheck(open.snapshots(), read.plan(), now)));
            examinations.add(
                    new Examination(
                            Area.DIGESTS, new DigestCheck(open.outbox(), read.plan(), now)));
            return Doctor.examine(examinations);
        }
    }

    private Examination plan(PlanFile.Valid read) {
        var today = choice.asOf().atOffset(ZoneOffset.UTC).toLocalDate();
        return new Examination(Area.PLAN, new PlanCheck(read.plan(), notes(read), today));
    }

    private Examination export(Path folder, Plan plan) {
        return new Examination(
                Area.EXPORT,
                new ExportCheck(
                        new FolderBucket(folder.toAbsolutePath().normalize()),
                        folder.toString(),
                        "",
                        plan.allocation().labels(),
                        choice::asOf));
    }

    private PlanFile.Valid valid() {
        var file = choice.file();
        file.plan();
        return (PlanFile.Valid) file.read();
    }

    private List<String> notes(PlanFile.Valid read) {
        return read.notes().stream().map(note -> choice.file().path() + ":" + note).toList();
    }
}
