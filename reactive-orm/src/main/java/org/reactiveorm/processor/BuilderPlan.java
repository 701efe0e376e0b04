package org.reactiveorm.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The stages of a builder.
 *
 * @param entity the entity
 * @param steps required columns in order, one stage each
 * @param keys required foreign keys, which may be given in any order
 * @param optional the columns that may be left out
 * @param related the relations that may be created with it
 */
record BuilderPlan(
        EntityDescription entity,
        List<Setter> steps,
        List<KeyStage> keys,
        List<Setter> optional,
        List<RelationDescription> related) {

    /** With more there would be too many stages: two to the power of the keys. */
    private static final int MOST_KEYS = 4;

    /**
     * A required foreign key.
     *
     * @param relation the relation
     * @param byKey sets its columns
     * @param byCreation creates the related entity with it
     * @param byAttachment creates or finds the related entity
     */
    record KeyStage(RelationDescription relation, Setter byKey, Setter byCreation, Setter byAttachment) {

        /** The ways to give it. */
        List<Setter> setters() {
            return List.of(byKey, byCreation, byAttachment);
        }
    }

    static BuilderPlan of(EntityDescription entity) {
        List<RelationDescription> required = requiredKeys(entity);
        Set<String> keyPaths = new HashSet<>();
        required.forEach(relation -> keyPaths.addAll(relation.sourceKey()));
        SetterCode code = new SetterCode(entity, keyPaths);
        List<Setter> steps = new ArrayList<>();
        List<Setter> optional = new ArrayList<>();
        code.setters(keyPaths).forEach(setter -> (setter.isRequired() ? steps : optional).add(setter.setter()));
        List<RelationDescription> related = entity.relations().stream()
                .filter(relation -> !relation.kind().isOwning() || isOptional(entity, relation))
                .toList();
        return new BuilderPlan(
                entity,
                List.copyOf(steps),
                required.stream().map(code::keyStage).toList(),
                List.copyOf(optional),
                related);
    }

    /** The required to-one relations with a key of their own, if there are few enough of them. */
    private static List<RelationDescription> requiredKeys(EntityDescription entity) {
        List<RelationDescription> owning = entity.relations().stream()
                .filter(relation -> relation.kind().isOwning())
                .toList();
        List<RelationDescription> required = owning.stream()
                .filter(relation -> columns(entity, relation).allMatch(ColumnDescription::isRequired))
                .filter(relation -> owning.stream()
                        .allMatch(other -> other.equals(relation)
                                || other.sourceKey().stream()
                                        .noneMatch(path -> relation.sourceKey().contains(path))))
                .filter(relation -> isSettable(entity, relation))
                .toList();
        return required.size() <= MOST_KEYS ? required : List.of();
    }

    /** Columns of an embedded record are set together, those of an id record also one by one. */
    private static boolean isSettable(EntityDescription entity, RelationDescription relation) {
        return relation.sourceKey().stream()
                .allMatch(path -> path.indexOf('.') < 0 || path.startsWith(entity.idName() + "."));
    }

    private static boolean isOptional(EntityDescription entity, RelationDescription relation) {
        return columns(entity, relation).noneMatch(ColumnDescription::isRequired);
    }

    private static Stream<ColumnDescription> columns(EntityDescription entity, RelationDescription relation) {
        return entity.columns().stream().filter(column -> relation.sourceKey().contains(column.path()));
    }

    /** Whether a second file with the stages is needed. */
    boolean hasSteps() {
        return steps.size() > 1 || !keys.isEmpty();
    }

    /** The type that has everything but this relation's key, where there is one. */
    Optional<TypeName> without(String relation) {
        return keys.stream()
                .filter(key -> key.relation().name().equals(relation))
                .findFirst()
                .map(key -> keyStage(List.of(key)));
    }

    /** The stage where these keys are missing. */
    TypeName keyStage(List<KeyStage> missing) {
        return missing.isEmpty()
                ? entity.names().builder()
                : entity.names().steps().nested(keyStageName(missing));
    }

    private static String keyStageName(List<KeyStage> missing) {
        return "Without"
                + missing.stream()
                        .map(key -> Identifiers.capitalized(key.relation().name()))
                        .reduce((left, right) -> left + "And" + right)
                        .orElse("");
    }

    /** The stage that waits for the step with this number, or the one after all steps. */
    TypeName stage(int step) {
        return step < steps.size()
                ? entity.names()
                        .steps()
                        .nested(Identifiers.capitalized(steps.get(step).name()) + "Step")
                : keyStage(keys);
    }

    /** All sets of keys that may be missing together, but the empty one. */
    List<List<KeyStage>> missingKeys() {
        List<List<KeyStage>> subsets = new ArrayList<>();
        for (int bits = (1 << keys.size()) - 1; bits > 0; bits--) {
            List<KeyStage> subset = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                if ((bits & (1 << i)) != 0) {
                    subset.add(keys.get(i));
                }
            }
            subsets.add(List.copyOf(subset));
        }
        return subsets;
    }
}
