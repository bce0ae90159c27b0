package dev.glidepath.local.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

import org.jspecify.annotations.Nullable;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// The architecture's rules, each for any package: the house's own, or the bad examples'.
final class Rules {

    private Rules() {}

    /// @param others packages that classes of `root` may know besides Java's and their own
    static ArchRule dependsOnlyOnJavaAnd(String root, String... others) {
        var allowed =
                Stream.concat(
                        Stream.of("java..", Nullable.class.getPackageName(), within(root)),
                        Stream.of(others).map(Rules::within));
        return classes()
                .that()
                .resideInAPackage(within(root))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)));
    }

    /// @param allowed the packages that may know `known`
    static ArchRule isKnownOnlyBy(String known, Collection<String> allowed) {
        var insiders = allowed.stream().map(Rules::within).toArray(String[]::new);
        return noClasses()
                .that(resideOutsideOfPackages(insiders))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(within(known));
    }

    static ArchRule knowsNoClock(String root) {
        return neverUses(
                        root,
                        "java\\.time\\..*\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class);
    }

    static ArchRule knowsNoChance(String root) {
        return neverUses(root, ".*\\.(Math\\.random|UUID\\.randomUUID|Collections\\.shuffle)")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class);
    }

    static ArchRule knowsNoEnvironment(String root) {
        return neverUses(
                root,
                "java\\.lang\\.System\\.get(env|Property)|java\\..*\\.(getDefault|systemDefault)");
    }

    static ArchRule readsAndWritesNothing(String root) {
        return neverUses(root, "java\\.lang\\.System\\.(in|out|err)")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(Path.class.getPackageName() + "..", "java.net..", "java.sql..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(File.class);
    }

    /// Nothing that is configured or read is an address to fetch from: AWS is reached through its
    /// SDK, whose addresses are its own.
    static ArchRule fetchesNoAddress(String root) {
        return neverUses(root, ".*\\.endpoint(Override|Provider)")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.net\\.(URL|URI|.*Socket|.*Connection)|java\\.net\\.http\\..*");
    }

    static ArchRule logsNothing(String root) {
        return noClasses()
                .that()
                .resideInAPackage(within(root))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "(java\\.util\\.logging|org\\.slf4j)\\..*|java\\.lang\\.System\\$Logger");
    }

    static ArchRule countsInDecimals(String root) {
        return noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage(within(root))
                .should()
                .haveRawType(
                        DescribedPredicate.describe(
                                "binary floating point",
                                type ->
                                        Stream.of(
                                                        double.class,
                                                        Double.class,
                                                        float.class,
                                                        Float.class)
                                                .anyMatch(
                                                        type.getBaseComponentType()
                                                                ::isEquivalentTo)));
    }

    static ArchRule tellsTimeInJavaTime(String root) {
        return noClasses()
                .that()
                .resideInAPackage(within(root))
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "old date types",
                                type ->
                                        type.isEquivalentTo(Date.class)
                                                || type.isEquivalentTo(Calendar.class)
                                                || type.getPackageName().startsWith("org.joda")));
    }

    /// A word of the field alone, such as `Service`, is a name; a suffix says nothing.
    static ArchRule namesSayWhatThingsAre(String root) {
        return noClasses()
                .that()
                .resideInAPackage(within(root))
                .should()
                .haveNameMatching(".*[.$]\\w+(Impl|Manager|Helpers?|Utils?|Service)")
                .orShould()
                .resideInAnyPackage(
                        "..util..", "..common..", "..model..", "..service..", "..impl..");
    }

    /// @param member `package.Type.member`, a regular expression; calls, references and fields
    ///   alike
    private static ClassesShouldConjunction neverUses(String root, String member) {
        DescribedPredicate<JavaAccess<?>> used =
                DescribedPredicate.describe(
                        member,
                        access ->
                                (access.getTargetOwner().getName() + "." + access.getName())
                                        .matches(member));
        return noClasses().that().resideInAPackage(within(root)).should(accessTargetWhere(used));
    }

    private static String within(String root) {
        return root + "..";
    }
}
