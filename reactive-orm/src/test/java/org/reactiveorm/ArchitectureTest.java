package org.reactiveorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the rules against the library, and against a fixture in which each is broken once. */
class ArchitectureTest {

    private static final String LIBRARY = "org.reactiveorm";
    private static final String FIXTURE = "org.reactiveorm.archfixture";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(LIBRARY);
    private static final JavaClasses BROKEN = new ClassFileImporter().importPackages(FIXTURE);

    /** A rule, and the place in the fixture that has to be found by it. */
    enum Rule {
        CYCLES(ArchitectureRules::packagesHaveNoCycles, "model.PointsForward"),
        LAYERS(ArchitectureRules::packagesUseOnlyWhatTheyMay, "read.CallsTheWriter"),
        KNOWN_PACKAGES(ArchitectureRules::everyClassLivesInAKnownPackage, "util.Stray"),
        R2DBC(ArchitectureRules::onlyPipesAndEdgesKnowR2dbc, "query.TalksToTheDriver"),
        SPRING(ArchitectureRules::onlySpringKnowsSpring, "sql.KnowsSpring"),
        JACKSON(ArchitectureRules::onlyModelAndSpringKnowJackson, "query.KnowsJackson"),
        REFLECTION(ArchitectureRules::nothingReflects, "model.Reflects"),
        PROCESSOR(ArchitectureRules::theProcessorStandsAlone, "processor.KnowsReactor"),
        INHERITANCE(ArchitectureRules::onlyErrorsInheritFromEachOther, "sql.Child"),
        SCOPES(ArchitectureRules::onlyInsertsAndLinksNameTables, "sql.ForgetsTheScope"),
        NULL_MARKED(ArchitectureRules::everyPackageIsNullMarked, "util.Stray");

        private final BiConsumer<ArchitectureRules, JavaClasses> check;
        private final String planted;

        Rule(BiConsumer<ArchitectureRules, JavaClasses> check, String planted) {
            this.check = check;
            this.planted = planted;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLibraryKeepsEachRule(Rule rule) {
        rule.check.accept(new ArchitectureRules(LIBRARY), OURS);
    }

    @ParameterizedTest
    @EnumSource
    void eachRuleFindsItsPlantedViolation(Rule rule) {
        assertThatThrownBy(() -> rule.check.accept(new ArchitectureRules(FIXTURE), BROKEN))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(FIXTURE + "." + rule.planted);
    }

    @Test
    void theRulesSeeTheLibraryAndNotItsTests() {
        assertThat(OURS).isNotEmpty().noneMatch(type -> type.getName().startsWith(FIXTURE));
    }
}
