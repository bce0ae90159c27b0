package dev.glidepath.local.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.glidepath.core.money.Money;
import dev.glidepath.core.plan.Plan;
import dev.glidepath.local.Glidepath;
import dev.glidepath.local.architecture.bad.KnowsTheClock;
import dev.glidepath.runtime.Trigger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What the architecture tests look at: all that ships, and the bad examples.
final class House {

    static final Path ROOT = Path.of(System.getProperty("glidepath.root"));

    static final String ALL = parent(Glidepath.class);
    static final String CORE = parent(Money.class);
    static final String PLAN = Plan.class.getPackageName();
    static final String RUNTIME = Trigger.class.getPackageName();
    static final String LOCAL = Glidepath.class.getPackageName();
    static final String BAD = KnowsTheClock.class.getPackageName();

    static final JavaClasses SHIPPED =
            new ClassFileImporter()
                    .withImportOption(place -> !place.contains("/test-classes/"))
                    .withImportOption(place -> !place.contains("-tests.jar"))
                    .importPackages(ALL);
    static final JavaClasses EXAMPLES = new ClassFileImporter().importPackages(BAD);

    private House() {}

    static String module(String name) {
        return ALL + "." + name;
    }

    static String moduleOf(JavaClass type) {
        var below = type.getPackageName().substring(ALL.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /// The packages of the modules that are a function each.
    static List<String> functions() {
        return modules().stream()
                .map(House::module)
                .filter(m -> !Set.of(CORE, module("store"), RUNTIME, LOCAL).contains(m))
                .toList();
    }

    /// The folders under `functions` that have code.
    static Set<String> modules() {
        try (var folders = Files.list(ROOT.resolve("functions"))) {
            var modules = new TreeSet<String>();
            folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .forEach(folder -> modules.add(folder.getFileName().toString()));
            return modules;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list the modules under " + ROOT, e);
        }
    }

    private static String parent(Class<?> type) {
        var name = type.getPackageName();
        return name.substring(0, name.lastIndexOf('.'));
    }
}
