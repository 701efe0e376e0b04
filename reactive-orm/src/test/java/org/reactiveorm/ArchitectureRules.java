package org.reactiveorm;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * The rules of {@code docs/architecture.md}. They know the packages by their names below a root, so that the same rules
 * can be held against a fixture that breaks each of them.
 */
record ArchitectureRules(String root) {

    private static final String ROOT = "root";

    /** Those that write the names of join tables, and of tables that rows are only added to. */
    private static final Set<String> LINKS =
            Set.of("RelatedRows", "RecursiveKeys", "Step", "JoinRowsRenderer", "CopyRenderer", "Rendering");

    /** The column "may use". A package that is not a key here may not exist. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    private static Map<String, List<String>> mayUse() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        table.put("annotation", List.of());
        table.put("error", List.of());
        table.put("model", List.of("annotation", "error"));
        table.put("query", List.of("annotation", "model", "error"));
        table.put("scope", List.of("query", "model", "error"));
        table.put("sql", List.of("scope", "query", "model", "error"));
        table.put("sqlstate", List.of("error"));
        table.put("transaction", List.of("sqlstate", "error"));
        table.put("execution", List.of("sql", "transaction", "sqlstate", "model", "error"));
        table.put("read", List.of("query", "scope", "model", "sql", "execution", "error"));
        table.put("write", List.of("query", "scope", "model", "sql", "execution", "transaction", "error"));
        table.put("schema", List.of("query", "model", "annotation", "sql", "execution", "transaction", "error"));
        table.put("processor", List.of("annotation"));
        List<String> inside = List.of(
                "annotation",
                "error",
                "model",
                "query",
                "scope",
                "sql",
                "sqlstate",
                "transaction",
                "execution",
                "read",
                "write");
        table.put(ROOT, Stream.concat(inside.stream(), Stream.of("schema")).toList());
        table.put("spring", Stream.concat(inside.stream(), Stream.of(ROOT)).toList());
        return table;
    }

    /** Each package is a slice of its own: rules that put everything into one slice can never fail. */
    void packagesHaveNoCycles(JavaClasses ours) {
        slices().matching("(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(ours);
    }

    void packagesUseOnlyWhatTheyMay(JavaClasses ours) {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String name : MAY_USE.keySet()) {
            layers = layers.layer(name).definedBy(packageOf(name));
        }
        for (Map.Entry<String, List<String>> row : MAY_USE.entrySet()) {
            layers = row.getValue().isEmpty()
                    ? layers.whereLayer(row.getKey()).mayNotAccessAnyLayer()
                    : layers.whereLayer(row.getKey())
                            .mayOnlyAccessLayers(row.getValue().toArray(String[]::new));
        }
        layers.allowEmptyShould(true).check(ours);
    }

    void everyClassLivesInAKnownPackage(JavaClasses ours) {
        classes()
                .should()
                .resideInAnyPackage(packagesOf(MAY_USE.keySet().toArray(String[]::new)))
                .check(ours);
    }

    void onlyPipesAndEdgesKnowR2dbc(JavaClasses ours) {
        onlyIn(new String[] {ROOT, "sqlstate", "transaction", "execution", "spring"}, "io.r2dbc..")
                .check(ours);
    }

    void onlySpringKnowsSpring(JavaClasses ours) {
        onlyIn(new String[] {"spring"}, "org.springframework..").check(ours);
    }

    void onlyModelAndSpringKnowJackson(JavaClasses ours) {
        onlyIn(new String[] {"model", "spring"}, "tools.jackson..", "com.fasterxml.jackson..")
                .check(ours);
    }

    void nothingReflects(JavaClasses ours) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .allowEmptyShould(true)
                .check(ours);
    }

    void theProcessorStandsAlone(JavaClasses ours) {
        classes()
                .that()
                .resideInAPackage(packageOf("processor"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        packageOf("processor"),
                        packageOf("annotation"),
                        "java..",
                        "javax.annotation.processing..",
                        "javax.lang.model..",
                        "javax.tools..",
                        "org.jspecify.annotations..")
                .allowEmptyShould(true)
                .check(ours);
    }

    void onlyErrorsInheritFromEachOther(JavaClasses ours) {
        classes()
                .that()
                .resideOutsideOfPackage(packageOf("error"))
                .should(new ArchCondition<JavaClass>("not extend a class of ours") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getRawSuperclass()
                                .filter(resideInAPackage(root + ".."))
                                .ifPresent(parent -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " extends " + parent.getName())));
                    }
                })
                .allowEmptyShould(true)
                .check(ours);
    }

    /** Rows that are read or changed have a scope, which {@code SqlWriter.rowsOf} demands and {@code table} does not. */
    void onlyInsertsAndLinksNameTables(JavaClasses ours) {
        String writer = root + ".sql.SqlWriter";
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(writer)
                .and()
                .haveSimpleNameNotStartingWith("Insert")
                .should()
                .callMethodWhere(
                        new DescribedPredicate<JavaMethodCall>("the table of an entity is named without its scope") {
                            @Override
                            public boolean test(JavaMethodCall call) {
                                return call.getTargetOwner().getFullName().equals(writer)
                                        && call.getName().equals("table")
                                        && !LINKS.contains(
                                                call.getOrigin().getOwner().getSimpleName());
                            }
                        })
                .allowEmptyShould(true)
                .check(ours);
    }

    void everyPackageIsNullMarked(JavaClasses ours) {
        classes()
                .should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                            events.add(SimpleConditionEvent.violated(
                                    type, "the package of " + type.getName() + " is not @NullMarked"));
                        }
                    }
                })
                .check(ours);
    }

    private ArchRule onlyIn(String[] rooms, String... foreign) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(packagesOf(rooms))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign)
                .allowEmptyShould(true);
    }

    private String[] packagesOf(String... names) {
        return Stream.of(names).map(this::packageOf).toArray(String[]::new);
    }

    private String packageOf(String name) {
        return name.equals(ROOT) ? root : root + "." + name + "..";
    }
}
