package dev.glidepath.infra.settings;

import dev.glidepath.core.plan.PlanFile;
import dev.glidepath.runtime.SmallFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/// Both files, or everything that is wrong with them.
public sealed interface Inputs {

    String DEFAULT_PLAN = "plan/operational-excellence.yaml";
    String DEFAULT_SETTINGS = "glidepath.yaml";

    record Valid(PlanInput plan, Settings settings) implements Inputs {}

    /// @param faults one line each: where, what is wrong, and what would be right
    record Faulty(List<String> faults) implements Inputs {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }

    /// @param context the CDK context: `plan` and `settings` name the files, every other key goes
    ///   before the settings' key of that name
    static Inputs read(Path folder, Function<String, Optional<String>> context) {
        var faults = new ArrayList<String>();
        var plan = plan(folder, context.apply("plan").orElse(DEFAULT_PLAN), faults);
        var file = context.apply("settings").orElse(DEFAULT_SETTINGS);
        var written =
                text(folder, file, faults)
                        .flatMap(yaml -> SettingsFile.open(file, yaml, context, faults));
        var settings = written.flatMap(SettingsFile::read);
        plan.ifPresent(p -> settings.ifPresent(s -> faults.addAll(strangers(p, s, written))));
        return plan.filter(_ -> faults.isEmpty())
                .flatMap(p -> settings.<Inputs>map(s -> new Valid(p, s)))
                .orElseGet(() -> new Faulty(faults));
    }

    private static Optional<PlanInput> plan(Path folder, String file, List<String> faults) {
        var beside = new TreeMap<String, String>();
        return text(folder, file, faults)
                .flatMap(
                        yaml ->
                                switch (PlanFile.read(
                                        yaml, name -> beside(folder, file, name, beside))) {
                                    case PlanFile.Valid(var plan, _) ->
                                            Optional.of(new PlanInput(file, yaml, beside, plan));
                                    case PlanFile.Faulty(var wrong) -> {
                                        wrong.forEach(fault -> faults.add(file + ":" + fault));
                                        yield Optional.empty();
                                    }
                                });
    }

    /// A file that the plan names, in the plan's own folder.
    private static Optional<String> beside(
            Path folder, String plan, String name, Map<String, String> found) {
        var path = folder.resolve(plan).resolveSibling(name);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            found.put(name, SmallFile.text(path));
            return Optional.ofNullable(found.get(name));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read; save it as UTF-8", e);
        }
    }

    /// Recipients whom SES would not be allowed to send to.
    private static List<String> strangers(
            PlanInput input, Settings settings, Optional<Written> written) {
        var domains = settings.mailing().domains();
        var place =
                written.flatMap(w -> w.setting(Key.RECIPIENT_DOMAINS))
                        .map(Setting::place)
                        .orElse("");
        return input.plan().recipients().stream()
                .filter(r -> domains.stream().noneMatch(d -> r.email().endsWith("@" + d)))
                .map(
                        r ->
                                input.place(r)
                                        + ": "
                                        + r.email()
                                        + " is in none of the recipient domains ("
                                        + String.join(", ", domains)
                                        + "): add its domain, in small letters as here, at "
                                        + place
                                        + ", or write another recipient")
                .toList();
    }

    private static Optional<String> text(Path folder, String file, List<String> faults) {
        try {
            return Optional.of(SmallFile.text(folder.resolve(file)));
        } catch (NoSuchFileException e) {
            faults.add(file + ": no such file in " + folder.toAbsolutePath().normalize());
        } catch (MalformedInputException e) {
            faults.add(file + ": not UTF-8 text; save it as UTF-8");
        } catch (IllegalArgumentException e) {
            faults.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            faults.add(file + ": cannot be read: " + e.getMessage());
        }
        return Optional.empty();
    }
}
